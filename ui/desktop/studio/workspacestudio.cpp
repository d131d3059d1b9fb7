#include "workspacestudio.h"

#include "core/async/spawn.h"
#include "core/engine/jobrequest.h"
#include "core/engine/workspace.h"
#include "core/storage/conversationsearch.h"
#include "ui/desktop/studio/jobvalues.h"
#include "ui/desktop/workspaceservices.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

using engine::Workspace;

constexpr int WindowJobs = 60; ///< jobs in a window of the gallery
constexpr int JobsRead = 200; ///< at a time
constexpr qsizetype MostPutAway = 200;
/// Ended jobs that were taken out of the list while their files stay in the gallery.
const QString putAwayKey = u"studio.put_away"_s;
const QString folderKey = u"studio.folder"_s;
const QString metadataKey = u"studio.metadata"_s;
const QString atOnceKey = u"studio.at_once"_s;

JobFilter which(JobFilter::Which wanted, int limit)
{
    JobFilter filter;
    filter.which = wanted;
    filter.limit = limit;
    return filter;
}

QSet<QString> putAway(const Workspace &workspace)
{
    QSet<QString> ids;
    for (const QJsonValue id : workspace.setting(putAwayKey).toArray())
        ids.insert(id.toString());
    return ids;
}

Result<StudioJobs> jobsOf(const Workspace &workspace)
{
    const auto queue = workspace.jobs(which(JobFilter::Which::Queue, 0));
    const auto troubled = workspace.jobs(which(JobFilter::Which::Troubled, JobsRead));
    if (!queue || !troubled)
        return queue ? troubled.error() : queue.error();
    StudioJobs jobs;
    jobs.paused = workspace.jobsPaused();
    QList<Job> ended;
    if (!queue->isEmpty()) {
        const auto before = workspace.jobs(which(JobFilter::Which::Ended, JobsRead));
        if (!before)
            return before.error();
        ended = *before;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Job &job : *queue)
        jobs.jobs.append(jobValueOf(job, jobs.paused, usualTime(ended, job), now));
    // What is being made stands above what waits.
    std::stable_partition(jobs.jobs.begin(), jobs.jobs.end(), [](const JobValue &job) {
        return !job.isWaiting() || job.waits == JobValue::Waits::AtService;
    });
    const QSet<QString> away = putAway(workspace);
    for (const Job &job : *troubled) {
        if (!away.contains(job.id.toString()))
            jobs.jobs.append(jobValueOf(job, jobs.paused, {}, now));
    }
    return jobs;
}

/// A failed job goes for good; the files of one that made something stay in the gallery.
Result<Done> hideJob(Workspace &workspace, const Id &id)
{
    const Result<Job> job = workspace.job(id);
    if (!job)
        return job.error();
    if (job->files.isEmpty())
        return workspace.removeFromGallery(id);
    QJsonArray ids = workspace.setting(putAwayKey).toArray();
    ids.append(id.toString());
    while (ids.size() > MostPutAway)
        ids.removeFirst();
    return workspace.setSetting(putAwayKey, ids);
}

Result<GalleryWindow> galleryOf(const Workspace &workspace, const GalleryFilter &filter,
                                const std::optional<PictureValue> &after)
{
    JobFilter wanted = which(JobFilter::Which::Ended, JobsRead);
    wanted.withFiles = true;
    wanted.service = filter.service;
    const QStringList words = search::words(filter.text);
    for (const QString &word : words) {
        // The database folds the case of A to Z alone.
        const bool plain = std::all_of(word.begin(), word.end(),
                                       [](QChar letter) { return letter.unicode() < 128; });
        if (plain)
            wanted.words.append(word);
    }
    if (after)
        wanted.before = after->job;
    GalleryWindow window;
    int jobs = 0;
    while (!window.more) {
        const auto page = workspace.jobs(wanted);
        if (!page)
            return page.error();
        for (const Job &job : *page) {
            if (!search::containsAll(job.prompt, words))
                continue;
            if (++jobs > WindowJobs) {
                window.more = true;
                break;
            }
            window.pictures += picturesOf(job);
        }
        if (page->size() < JobsRead)
            break;
        wanted.before = page->last().id;
    }
    const QDate today = QDate::currentDate();
    const auto totals
        = workspace.jobTotals(QDate(today.year(), today.month(), 1).startOfDay().toUTC());
    if (!totals)
        return totals.error();
    window.imagesThisMonth = totals->images;
    window.videosThisMonth = totals->videos;
    window.services = totals->services;
    return window;
}

/// Takes files that are gone out of their jobs.
Result<Done> forgetFiles(Workspace &workspace, const QMap<Id, QStringList> &gone)
{
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        const Result<Job> job = workspace.job(it.key());
        if (!job)
            return job.error();
        QList<JobFile> left = job->files;
        left.removeIf([&](const JobFile &file) { return it->contains(file.path); });
        if (auto written = workspace.setJobFiles(it.key(), left); !written)
            return written;
    }
    return Done();
}

StudioSettings settingsIn(const Workspace &workspace)
{
    StudioSettings settings;
    settings.folder = workspace.picturesFolder();
    settings.metadata = workspace.setting(metadataKey).toBool(settings.metadata);
    settings.atOnce = workspace.setting(atOnceKey).toInt(settings.atOnce);
    return settings;
}

/// Only what is another: the usual folder is nowhere written, and stays the usual one.
Result<Done> writeSettings(Workspace &workspace, const StudioSettings &wanted)
{
    const StudioSettings before = settingsIn(workspace);
    Result<Done> written = Done();
    if (wanted.folder != before.folder)
        written = workspace.setSetting(folderKey, wanted.folder);
    if (written && wanted.metadata != before.metadata)
        written = workspace.setSetting(metadataKey, wanted.metadata);
    if (written && wanted.atOnce != before.atOnce)
        written = workspace.setSetting(atOnceKey, wanted.atOnce);
    return written;
}

struct Binned {
    QMap<Id, QStringList> gone; ///< by job
    std::optional<Error> error; ///< of the first one that could not
};

Binned toTheBin(const QList<PictureValue> &pictures)
{
    Binned binned;
    for (const PictureValue &picture : pictures) {
        if (QFile::exists(picture.path) && !QFile::moveToTrash(picture.path)) {
            if (!binned.error)
                binned.error
                    = Error(Error::Kind::Storage, picture.path).withReason(u"cannot-bin"_s);
            continue;
        }
        const QString beside = picture.path + ".json"_L1;
        if (QFile::exists(beside))
            QFile::moveToTrash(beside);
        binned.gone[picture.job].append(picture.path);
    }
    return binned;
}

} // namespace

WorkspaceStudio::WorkspaceStudio(engine::Workspace *workspace, QObject *parent)
    : StudioBackend(parent)
    , m_workspace(workspace)
{
    connect(workspace, &engine::Workspace::changed, this, &StudioBackend::changed);
    connect(workspace, &engine::Workspace::keychainChanged, this, &StudioBackend::changed);
    connect(workspace, &engine::Workspace::jobsChanged, this, &StudioBackend::jobsChanged);
}

void WorkspaceStudio::services(QObject *context, Handler<ServicesValue> done)
{
    readServices(m_workspace, context, std::move(done));
}

void WorkspaceStudio::explain(const PromptRequest &request, const engine::AskOptions &options,
                              QObject *context, Handler<routing::RoutePlan> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, request, options] {
            return workspace->explain(request, options);
        },
        context, std::move(done));
}

void WorkspaceStudio::jobs(QObject *context, Handler<StudioJobs> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return jobsOf(*workspace); }, context,
        std::move(done));
}

void WorkspaceStudio::start(const PromptRequest &request, const engine::AskOptions &options,
                            QObject *context, Handler<Id> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, request, options] {
            return workspace->startJob(request, options);
        },
        context, std::move(done));
}

void WorkspaceStudio::cancel(const Id &job, QObject *context, Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, job] { return workspace->cancelJob(job); }, context,
        std::move(done));
}

void WorkspaceStudio::moveUp(const Id &job, QObject *context, Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, job] { return workspace->moveJobUp(job); }, context,
        std::move(done));
}

void WorkspaceStudio::hide(const Id &job, QObject *context, Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, job] { return hideJob(*workspace, job); }, context,
        std::move(done));
}

void WorkspaceStudio::setPaused(bool paused, QObject *context, Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, paused] { return workspace->setJobsPaused(paused); },
        context, std::move(done));
}

void WorkspaceStudio::gallery(const GalleryFilter &filter, const std::optional<PictureValue> &after,
                              QObject *context, Handler<GalleryWindow> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, filter, after] { return galleryOf(*workspace, filter, after); },
        context, std::move(done));
}

void WorkspaceStudio::settingsOf(const Id &job, QObject *context, Handler<StudioDraft> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, job]() -> Result<StudioDraft> {
            const Result<Job> known = workspace->job(job);
            if (!known)
                return known.error();
            const Result<PromptRequest> request = workspace->jobRequest(job);
            if (!request)
                return request.error();
            return draftOf(*request, engine::optionsOf(*known));
        },
        context, std::move(done));
}

void WorkspaceStudio::remove(const QList<PictureValue> &pictures, QObject *context,
                             Handler<Done> done)
{
    // Files first, on a thread that may wait for a disk; what is gone is then written down, whether
    // or not the page is still there to hear of it.
    auto report = std::make_shared<Delivery<Result<Done>>>(context, std::move(done));
    auto binned = std::make_shared<Delivery<Binned>>(this, [this, report](const Binned &result) {
        call(
            m_workspace,
            [workspace = m_workspace, result] { return forgetFiles(*workspace, result.gone); },
            this,
            [report, result](const Result<Done> &written) {
                (*report)(result.error ? Result<Done>(*result.error) : written);
            });
    });
    QThreadPool::globalInstance()->start([pictures, binned] { (*binned)(toTheBin(pictures)); });
}

void WorkspaceStudio::settings(QObject *context, Handler<StudioSettings> done)
{
    call(
        m_workspace,
        [workspace = m_workspace] { return Result<StudioSettings>(settingsIn(*workspace)); },
        context, std::move(done));
}

void WorkspaceStudio::setSettings(const StudioSettings &settings, QObject *context,
                                  Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, settings] { return writeSettings(*workspace, settings); },
        context, std::move(done));
}

} // namespace keyway
