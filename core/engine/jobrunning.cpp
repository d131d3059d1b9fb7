#include "core/engine/jobrunning.h"

#include "core/base/logging.h"
#include "core/engine/jobfiles.h"
#include "core/engine/workspaceparts.h"

namespace keyway::engine {

using namespace Qt::StringLiterals;

Result<Done> JobRunner::Running::attemptStarts(const UsageRecord &record,
                                               const routing::Candidate &candidate, bool ticketed)
{
    job.requestId = record.requestId;
    job.recordId = record.recordId;
    job.integrationId = record.integrationId;
    job.integrationName = record.integrationName;
    job.service = record.service;
    job.model = record.model;
    job.expectedCost = candidate.estimatedCost;
    job.sentAt = record.startedAt;
    job.stage = ticketed ? Job::Stage::Sending : Job::Stage::Working;
    const Result<Done> written = m_runner.m_store.update(job);
    m_runner.note();
    return written;
}

void JobRunner::Running::ticketGiven(const JobTicket &ticket)
{
    job.ticket = ticket.id;
    job.statusUrl = ticket.statusUrl;
    job.stage = Job::Stage::Working;
    job.waitsAtService = true;
    save();
}

void JobRunner::Running::progressed(const JobState &state)
{
    const bool waits = state.stage == JobState::Stage::Waiting;
    if (waits == job.waitsAtService && (!state.percent || state.percent == job.percent))
        return;
    job.waitsAtService = waits;
    if (state.percent)
        job.percent = state.percent;
    save();
}

void JobRunner::Running::cancelRefused(const Error &error)
{
    job.error = error;
    save();
}

void JobRunner::Running::keepImages(const QList<GeneratedImage> &images)
{
    if (images.isEmpty())
        return;
    const JobFolder folder = m_runner.folderFor(job);
    for (const GeneratedImage &image : images) {
        const Result<JobFile> file = folder.write(job, image.bytes, image.mimeType, image.seed);
        if (file) {
            job.files.append(*file);
            continue;
        }
        qCWarning(logEngine) << "Could not write a picture:" << file.error().reason();
        m_cannotKeep = file.error();
    }
}

Result<Done> JobRunner::Running::attemptEnds(const UsageRecord &record,
                                             const Completion &completion, bool mayGoOn)
{
    job.costState = record.costState;
    job.platformCost = record.platformCost;
    job.platformFee = record.platformFee;
    job.words = completion.serviceWords;
    job.error = completion.error ? completion.error : m_cannotKeep;
    job.links.clear();
    for (const ResultLink &link : completion.links)
        job.links.append({link.url, link.needsKey, link.mimeType});
    if (mayGoOn) {
        // Nothing was billed, so whoever finds it here may begin again.
        job.stage = Job::Stage::Queued;
    } else {
        job.outcome = record.outcome;
        job.stage = job.links.isEmpty() ? Job::Stage::Ended : Job::Stage::Downloading;
        if (job.hasEnded())
            job.endedAt = m_runner.m_parts.clock.now();
    }
    return m_runner.m_store.update(job);
}

void JobRunner::Running::save()
{
    const Result<Done> written = m_runner.m_store.update(job);
    if (!written)
        qCWarning(logEngine) << "Could not write how a job stands:" << written.error().reason();
    m_runner.note();
}

void JobRunner::Running::end(const Answer &answer)
{
    job.outcome = answer.outcome == Outcome::Started ? Outcome::Failed : answer.outcome;
    if (answer.error)
        job.error = answer.error;
    job.stage = Job::Stage::Ended;
    job.waitsAtService = false;
    job.endedAt = m_runner.m_parts.clock.now();
    save();
}

} // namespace keyway::engine
