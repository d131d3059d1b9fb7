#include "core/engine/jobrunner.h"

#include "core/async/wait.h"
#include "core/base/logging.h"
#include "core/engine/datadir.h"
#include "core/engine/jobfiles.h"
#include "core/engine/jobrequest.h"
#include "core/engine/jobrunning.h"
#include "core/engine/workspaceparts.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

const QString pausedKey = u"studio.paused"_s;
const QString atOnceKey = u"studio.at_once"_s;
const QString folderKey = u"studio.folder"_s;
const QString metadataKey = u"studio.metadata"_s;
constexpr int usuallyAtOnce = 4;
constexpr milliseconds signalPause{250};
constexpr milliseconds attendPause{10'000};
constexpr milliseconds lookPause{250};
/// The whole way of a job; longer than what services take, shorter than a forgotten one may cost.
constexpr std::chrono::hours deadline{25};

constexpr qsizetype answersKept = 32;

} // namespace

JobRunner::JobRunner(WorkspaceParts &parts)
    : m_parts(parts)
    , m_store(*parts.database)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(signalPause);
    connect(&m_gather, &QTimer::timeout, this, &JobRunner::changed);
    m_attending.setInterval(attendPause);
    connect(&m_attending, &QTimer::timeout, this, &JobRunner::attend);
}

JobRunner::~JobRunner() = default;

void JobRunner::note()
{
    m_parts.announce();
    if (!m_gather.isActive())
        m_gather.start();
}

QString JobRunner::inputsFolder(const Id &job) const
{
    return m_parts.options.dataDir + "/jobs/"_L1 + job.toString();
}

QString JobRunner::picturesFolder() const
{
    if (const Result<QJsonValue> own = m_parts.settings->value(folderKey); own && own->isString())
        return own->toString();
    if (m_parts.options.dataDir != QDir(usualDataDir()).absolutePath())
        return m_parts.options.dataDir + "/pictures"_L1;
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + "/Keyway"_L1;
}

JobFolder JobRunner::folderFor(const Job &job) const
{
    const Result<QJsonValue> told = m_parts.settings->value(metadataKey, true);
    return {job.output, picturesFolder(), !told || told->toBool(true)};
}

Result<Id> JobRunner::add(PromptRequest request, const AskOptions &options, const QString &output)
{
    if (auto checked = checkedRequest(request); !checked)
        return checked.error();
    Job job;
    job.createdAt = m_parts.clock.now();
    job.id = Id::create(job.createdAt);
    job.requestId = request.id.isNull() ? Id::create(job.createdAt) : request.id;
    job.type = request.type;
    job.app = request.app;
    job.prompt = request.messages.last().text;
    job.output = output.isEmpty() ? output : QFileInfo(output).absoluteFilePath();
    job.session = m_parts.session->id();
    job.options = keptOptions(options);
    Result<QJsonObject> kept = keptRequest(request, inputsFolder(job.id));
    if (!kept)
        return kept.error();
    job.request = *kept;
    if (const auto plan = m_parts.dispatcher->plan(request, options);
        plan && !plan->candidates.isEmpty()) {
        const routing::Candidate &first = plan->candidates.constFirst();
        job.expectedCost = first.estimatedCost;
        job.integrationName = first.integrationName;
        job.service = first.service;
        job.model = first.model;
    }
    if (const Result<Done> added = m_store.add(job); !added) {
        forgetInputs(inputsFolder(job.id));
        return added.error();
    }
    note();
    pump();
    return job.id;
}

Result<Done> JobRunner::moveUp(const Id &id)
{
    Result<Done> moved = m_store.moveUp(id);
    note();
    return moved;
}

Result<Done> JobRunner::setRemoved(const Id &id, bool removed)
{
    Result<Done> written = m_store.setRemoved(id, removed);
    note();
    return written;
}

bool JobRunner::isPaused() const
{
    const Result<QJsonValue> paused = m_parts.settings->value(pausedKey, false);
    return paused && paused->toBool();
}

Result<Done> JobRunner::setPaused(bool paused)
{
    Result<Done> written = m_parts.settings->set(pausedKey, paused);
    if (written) {
        note();
        pump();
    }
    return written;
}

void JobRunner::pump()
{
    if (m_parts.closing.token().isCancelled() || isPaused())
        return;
    const Result<QList<Job>> jobs = m_store.running();
    if (!jobs)
        return;
    const Result<QJsonValue> atOnce = m_parts.settings->value(atOnceKey, usuallyAtOnce);
    const int most = atOnce ? qMax(1, atOnce->toInt(usuallyAtOnce)) : usuallyAtOnce;
    for (const Job &job : *jobs) {
        if (active() >= most)
            return;
        const bool mine = job.session == m_parts.session->id();
        if (mine && job.stage == Job::Stage::Queued && !m_running.contains(job.id))
            begin(job);
    }
}

void JobRunner::begin(const Job &job)
{
    auto running = std::make_shared<Running>(*this, job);
    m_running.insert(job.id, running);
    if (job.cancelWanted)
        running->cancel.cancel();
    run(running);
}

QCoro::Task<> JobRunner::run(std::shared_ptr<Running> running)
{
    const Working working(m_parts);
    const Id id = running->job.id;
    Answer answer;
    if (running->job.stage != Job::Stage::Downloading) {
        auto asking = ask(running);
        answer = co_await asking;
        const bool left = answer.outcome == Outcome::Started && !answer.error;
        if (!left && running->job.stage != Job::Stage::Downloading)
            running->end(answer);
    }
    if (running->job.stage == Job::Stage::Downloading) {
        auto fetching = fetch(running);
        co_await fetching;
    }
    if (running->job.hasEnded()) {
        if (m_answers.size() >= answersKept)
            m_answers.clear();
        for (GeneratedImage &image : answer.images)
            image.bytes.clear();
        m_answers.insert(id, answer);
    }
    m_running.remove(id);
    note();
    pump();
}

QCoro::Task<Answer> JobRunner::ask(std::shared_ptr<Running> running)
{
    const Job job = running->job;
    Answer answer;
    Result<PromptRequest> request = requestOf(job, inputsFolder(job.id));
    if (!request) {
        answer.error = request.error();
        co_return answer;
    }
    if (job.stage == Job::Stage::Queued) {
        // An earlier process may have begun a request that ended without a bill.
        if (!job.recordId.isNull())
            request->id = Id::create(m_parts.clock.now());
        AskOptions options = optionsOf(job);
        options.deadline = deadline;
        auto asking = m_parts.dispatcher->run(
            std::move(*request), options, [](const AnswerEvent &) {}, running->cancel.token(),
            running.get());
        answer = co_await asking;
        co_return answer;
    }
    const UsageRecord record = recordOf(job);
    if (record.outcome != Outcome::Started) {
        answer.outcome = record.outcome;
        answer.error = job.error;
        co_return answer;
    }
    const JobTicket ticket{job.ticket, job.statusUrl};
    auto resuming = m_parts.dispatcher->resume(std::move(*request), record, ticket,
                                               running->cancel.token(), running.get());
    answer = co_await resuming;
    co_return answer;
}

UsageRecord JobRunner::recordOf(const Job &job) const
{
    RecordFilter filter;
    filter.requestId = job.requestId;
    const Result<QList<UsageRecord>> records = m_parts.ledger->records(filter);
    if (records) {
        for (const UsageRecord &record : *records) {
            if (record.recordId == job.recordId)
                return record;
        }
    }
    UsageRecord gone;
    gone.outcome = Outcome::Unknown;
    return gone;
}

void JobRunner::endWithoutRunning(Job job, Outcome outcome, std::optional<Error> error)
{
    Running ended(*this, std::move(job));
    Answer answer;
    answer.outcome = outcome;
    answer.error = std::move(error);
    ended.end(answer);
}

Result<Done> JobRunner::cancel(const Id &id)
{
    if (const auto running = m_running.value(id)) {
        if (const Result<Done> wanted = m_store.wantCancel(id); !wanted)
            return wanted;
        running->cancel.cancel();
        return Done();
    }
    const Result<Job> job = m_store.job(id);
    if (!job)
        return job.error();
    if (job->hasEnded())
        return Error(Error::Kind::Rejected).withReason(u"job-ended"_s);
    const bool mine = job->session == m_parts.session->id() || takeOver(*job);
    if (mine && job->stage == Job::Stage::Queued) {
        Job queued = *job;
        queued.session = m_parts.session->id();
        endWithoutRunning(queued, Outcome::Cancelled, Error(Error::Kind::Cancelled));
        return Done();
    }
    const Result<Done> wanted = m_store.wantCancel(id);
    if (mine)
        goOn(id);
    note();
    return wanted;
}

bool JobRunner::takeOver(const Job &job)
{
    const Id &mine = m_parts.session->id();
    const bool nobody
        = !(job.session == mine) && !Session::isAlive(m_parts.options.dataDir, job.session);
    if (!nobody)
        return false;
    const bool lost = (job.stage == Job::Stage::Sending || job.stage == Job::Stage::Working)
        && !job.hasTicket();
    if (lost) {
        // What was sent without a ticket is unknown, and its job with it.
        const auto resolved = m_parts.ledger->resolveAbandoned();
        if (!resolved)
            return false;
    }
    const Result<bool> taken = m_store.handOver(job.id, job.session, mine);
    return taken && *taken;
}

void JobRunner::attend()
{
    if (!m_attending.isActive())
        m_attending.start();
    look();
    const Result<QList<Job>> jobs = m_store.running();
    if (!jobs || m_parts.closing.token().isCancelled())
        return;
    for (const Job &job : *jobs) {
        if (takeOver(job))
            goOn(job.id);
    }
    pump();
}

void JobRunner::goOn(const Id &id)
{
    const Result<Job> job = m_store.job(id);
    if (!job || job->hasEnded() || m_running.contains(id))
        return;
    if (job->stage == Job::Stage::Queued)
        pump();
    else if (job->stage != Job::Stage::Downloading && !job->hasTicket())
        endWithoutRunning(*job, Outcome::Unknown, std::nullopt);
    else
        begin(*job);
}

void JobRunner::look()
{
    for (const auto &running : std::as_const(m_running)) {
        if (running->cancel.isCancelled())
            continue;
        const Result<Job> job = m_store.job(running->job.id);
        if (job && job->cancelWanted)
            running->cancel.cancel();
    }
    if (!m_gather.isActive())
        m_gather.start();
    pump();
}

Task<JobEnd> JobRunner::finished(Id id, CancelToken cancel)
{
    const Working working(m_parts, cancel);
    for (;;) {
        const Result<Job> job = m_store.job(id);
        if (!job)
            co_return job.error();
        if (job->hasEnded() && !m_running.contains(id)) {
            JobEnd end{*job, std::nullopt};
            if (m_answers.contains(id))
                end.answer = m_answers.take(id);
            co_return end;
        }
        if (takeOver(*job))
            goOn(id);
        auto waiting = waitFor(lookPause, working.token());
        co_await waiting;
        if (working.token().isCancelled())
            co_return Error(Error::Kind::Cancelled);
    }
}

Task<Job> JobRunner::handedIn(Id id, CancelToken cancel)
{
    const Working working(m_parts, cancel);
    for (;;) {
        const Result<Job> job = m_store.job(id);
        if (!job || job->hasEnded() || job->hasTicket())
            co_return job;
        auto waiting = waitFor(lookPause, working.token());
        co_await waiting;
        if (working.token().isCancelled())
            co_return Error(Error::Kind::Cancelled);
    }
}

} // namespace keyway::engine
