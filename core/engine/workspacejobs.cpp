#include "core/engine/jobrequest.h"
#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"

#include <utility>

namespace keyway::engine {

Result<Id> Workspace::startJob(PromptRequest request, const AskOptions &options,
                               const QString &output)
{
    return m_parts->jobs->add(std::move(request), options, output);
}

Result<QList<Job>> Workspace::jobs(const JobFilter &filter) const
{
    return m_parts->jobs->store().list(filter);
}

Result<Job> Workspace::job(const Id &id) const
{
    return m_parts->jobs->store().job(id);
}

void Workspace::attendJobs()
{
    m_parts->jobs->attend();
}

Task<JobEnd> Workspace::jobEnded(Id id, CancelToken cancel)
{
    return m_parts->jobs->finished(std::move(id), std::move(cancel));
}

Task<Job> Workspace::jobHandedIn(Id id, CancelToken cancel)
{
    return m_parts->jobs->handedIn(std::move(id), std::move(cancel));
}

Result<Done> Workspace::cancelJob(const Id &id)
{
    return m_parts->jobs->cancel(id);
}

Result<Id> Workspace::retryJob(const Id &id)
{
    const Result<Job> job = this->job(id);
    if (!job)
        return job.error();
    Result<PromptRequest> request = jobRequest(id);
    if (!request)
        return request.error();
    AskOptions options = optionsOf(*job);
    options.mayPassLimits = false; // the word was for that one
    return startJob(std::move(*request), options);
}

Result<Done> Workspace::moveJobUp(const Id &id)
{
    return m_parts->jobs->moveUp(id);
}

bool Workspace::jobsPaused() const
{
    return m_parts->jobs->isPaused();
}

Result<Done> Workspace::setJobsPaused(bool paused)
{
    return m_parts->jobs->setPaused(paused);
}

Result<Done> Workspace::removeFromGallery(const Id &id)
{
    return m_parts->jobs->setRemoved(id, true);
}

Result<Done> Workspace::restoreToGallery(const Id &id)
{
    return m_parts->jobs->setRemoved(id, false);
}

Result<PromptRequest> Workspace::jobRequest(const Id &id) const
{
    const Result<Job> job = this->job(id);
    if (!job)
        return job.error();
    Result<PromptRequest> request = requestOf(*job, m_parts->jobs->inputsFolder(id));
    if (request)
        request->id = {}; // a new one, where it is sent
    return request;
}

Result<Done> Workspace::setJobFiles(const Id &id, const QList<JobFile> &files)
{
    Result<Done> written = m_parts->jobs->store().setFiles(id, files);
    if (written && files.isEmpty())
        written = m_parts->jobs->setRemoved(id, true);
    if (written)
        m_parts->announce();
    return written;
}

Result<JobTotals> Workspace::jobTotals(const QDateTime &since) const
{
    return m_parts->jobs->store().totals(since);
}

QString Workspace::picturesFolder() const
{
    return m_parts->jobs->picturesFolder();
}

} // namespace keyway::engine
