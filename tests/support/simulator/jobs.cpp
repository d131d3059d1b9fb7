#include "tests/support/simulator/jobs.h"

#include "tests/support/simulator/media.h"

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
Job::State endOf(const Behaviour &behaviour)
{
    if (behaviour.isWithheld())
        return Job::State::Filtered;
    return behaviour.job.outcome == JobPlan::Outcome::Failure ? Job::State::Failed
                                                              : Job::State::Succeeded;
}
} // namespace

QByteArray Job::media() const
{
    return mediaType == "video/mp4" ? film(seconds, QSize(64, 64)) : picture(mediaType);
}

qint64 Job::cost() const
{
    if (state == State::Failed || state == State::Cancelled)
        return 0;
    if (behaviour.usage.cost)
        return *behaviour.usage.cost;
    return mediaType == "video/mp4" ? seconds * qint64(80'000'000) : qint64(20'000'000);
}

Job Jobs::make(const Exchange &exchange, const QString &prefix, const QByteArray &mediaType,
               int seconds)
{
    const QMutexLocker lock(&m_mutex);
    Entry entry;
    entry.job.id = u"%1simulated%2"_s.arg(prefix).arg(exchange.serial, 6, 10, QLatin1Char('0'));
    entry.job.service = exchange.route.service->id;
    entry.job.model = exchange.model;
    entry.job.fields = exchange.fields;
    entry.job.behaviour = exchange.behaviour;
    entry.job.mediaType = mediaType;
    entry.job.seconds = seconds;
    entry.job.serial = exchange.serial;
    entry.since.start();
    m_entries.insert(entry.job.id, entry);
    return entry.job;
}

void Jobs::advance(Entry &entry)
{
    Job &job = entry.job;
    if (job.isOver())
        return;
    const JobPlan &plan = job.behaviour.job;
    const qint64 elapsed = entry.since.elapsed();
    if (entry.cancelled) {
        job.state = Job::State::Cancelled;
        entry.overAt = elapsed;
        return;
    }
    const qint64 done = plan.stepTime.count() > 0 ? elapsed / plan.stepTime.count()
                                                  : std::max(0, entry.looks - 1);
    if (done >= plan.steps) {
        job.state = endOf(job.behaviour);
        job.percent = 100;
        entry.overAt = elapsed;
        return;
    }
    job.state = done == 0 ? Job::State::Queued : Job::State::Running;
    job.percent = int(100 * done / plan.steps);
}

std::optional<Job> Jobs::look(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return std::nullopt;
    ++found->looks;
    advance(*found);
    return found->job;
}

std::optional<Job> Jobs::find(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return std::nullopt;
    advance(*found);
    return found->job;
}

bool Jobs::cancel(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return false;
    found->cancelled = true;
    advance(*found);
    return true;
}

bool Jobs::remove(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.remove(id) > 0;
}

bool Jobs::isExpired(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_entries.constFind(id);
    if (found == m_entries.cend())
        return true;
    const qint64 life = found->job.behaviour.job.linkLife.count();
    return life > 0 && found->overAt >= 0 && found->since.elapsed() > found->overAt + life;
}

QList<Job> Jobs::all() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Job> jobs;
    for (Entry &entry : m_entries) {
        advance(entry);
        jobs.append(entry.job);
    }
    return jobs;
}

void Jobs::keepNote(const QString &id, const QJsonObject &note)
{
    const QMutexLocker lock(&m_mutex);
    m_notes.insert(id, note);
}

std::optional<QJsonObject> Jobs::note(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_notes.constFind(id);
    return found == m_notes.cend() ? std::nullopt : std::optional(*found);
}

QString fileAddress(const Exchange &exchange, const Job &job)
{
    const QString end = job.mediaType == "video/mp4"
        ? u"mp4"_s
        : QString::fromLatin1(job.mediaType.mid(job.mediaType.indexOf('/') + 1));
    return u"http://%1/files/%2/result.%3"_s.arg(
        QString::fromLatin1(exchange.request.header("host")), job.id, end);
}

Reply nothingThere(const Exchange &exchange)
{
    return errorReply(exchange.wire(), {404, {}, {}, {}, {}}, exchange.serial);
}

Reply mediaReply(const Job &job)
{
    Reply reply = Reply::of(200, job.mediaType, job.media());
    const auto delay = job.behaviour.job.downloadDelay;
    if (delay.count() > 0) {
        constexpr qsizetype pieceSize = 64;
        const QByteArray all = reply.pieces.takeFirst();
        for (qsizetype at = 0; at < all.size(); at += pieceSize)
            reply.pieces.append(all.mid(at, pieceSize));
        reply.chunkDelay = delay;
    }
    return reply;
}

} // namespace keyway::simulator
