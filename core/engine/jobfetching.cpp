#include "core/async/wait.h"
#include "core/base/logging.h"
#include "core/engine/jobfiles.h"
#include "core/engine/jobrequest.h"
#include "core/engine/jobrunning.h"
#include "core/engine/workspaceparts.h"
#include "core/providers/resultfetch.h"

#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int mostTries = 8;
constexpr milliseconds firstPause{1'000};
constexpr milliseconds longestPause{60'000};

bool mayHelpToTryAgain(const Error &error)
{
    switch (error.kind()) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Overloaded:
    case Error::Kind::RateLimited:
    case Error::Kind::Keychain:
        return true;
    case Error::Kind::Protocol:
        return error.reason() == "cut"_L1;
    default:
        return false;
    }
}

} // namespace

QCoro::Task<> JobRunner::fetch(std::shared_ptr<Running> running)
{
    CancelGroup stop;
    stop.follow(m_parts.closing.token());
    stop.follow(running->cancel.token());
    Job &job = running->job;
    std::optional<Error> failed;
    bool renewed = false;
    int tries = 0;
    while (!job.links.isEmpty() && !failed) {
        auto fetching = fetchNext(running, stop.token());
        const Result<JobFile> file = co_await fetching;
        if (m_parts.closing.isCancelled())
            co_return; // whoever comes next fetches the rest
        if (file) {
            job.files.append(*file);
            job.links.removeFirst();
            running->save();
            tries = 0;
            continue;
        }
        qCInfo(logEngine) << "Could not fetch a result:" << Error::kindName(file.error().kind())
                          << file.error().reason();
        const bool expired = file.error().reason() == "link-expired"_L1;
        if (expired && job.hasTicket() && !renewed) {
            renewed = true;
            auto renewing = renewLinks(running, stop.token());
            const Result<Done> got = co_await renewing;
            if (!got)
                failed = file.error();
            continue;
        }
        if (++tries >= mostTries || !mayHelpToTryAgain(file.error())) {
            failed = file.error();
            continue;
        }
        auto waiting
            = waitFor(std::min(firstPause * (1 << (tries - 1)), longestPause), stop.token());
        co_await waiting;
        if (m_parts.closing.isCancelled())
            co_return;
    }
    // What it made is paid for, whether it could be fetched or not.
    job.error = failed ? failed : job.error;
    job.stage = Job::Stage::Ended;
    job.endedAt = m_parts.clock.now();
    running->save();
}

Task<JobFile> JobRunner::fetchNext(std::shared_ptr<Running> running, CancelToken stop)
{
    const Job job = running->job;
    const JobFolder folder = folderFor(job);
    const Result<QString> part = folder.partPath(job);
    if (!part)
        co_return part.error();
    const Result<Integration> integration = m_parts.integrations->byId(job.integrationId);
    if (!integration)
        co_return integration.error();
    const Result<Endpoint> endpoint
        = m_parts.dispatcher->endpointFor(job.type, *integration, job.model);
    if (!endpoint)
        co_return endpoint.error();
    const JobLink &next = job.links.constFirst();
    const ResultLink link{next.url, next.needsKey, next.mimeType};
    Secret key;
    if (link.needsKey) {
        auto reading = m_parts.keys->read(*integration, stop);
        Result<Secret> read = co_await reading;
        if (!read)
            co_return read.error();
        key = std::move(*read);
    }
    auto fetching
        = fetchResult(m_parts.providers->http(), link, *endpoint, std::move(key), *part, stop);
    const Result<FetchedResult> fetched = co_await fetching;
    if (!fetched)
        co_return fetched.error();
    co_return folder.adopt(job, *part, fetched->mimeType);
}

Task<Done> JobRunner::renewLinks(std::shared_ptr<Running> running, CancelToken stop)
{
    const Job job = running->job;
    const Result<Integration> integration = m_parts.integrations->byId(job.integrationId);
    if (!integration)
        co_return integration.error();
    const Result<Endpoint> endpoint
        = m_parts.dispatcher->endpointFor(job.type, *integration, job.model);
    const Result<PromptRequest> request = requestOf(job, inputsFolder(job.id));
    if (!endpoint || !request)
        co_return endpoint ? request.error() : endpoint.error();
    Provider &provider = m_parts.dispatcher->providerFor(job.type, *endpoint);
    JobProvider *const jobs = provider.jobsFor(*request, *endpoint);
    if (!jobs)
        co_return Error(Error::Kind::Internal, u"no jobs there"_s);
    auto reading = m_parts.keys->read(*integration, stop);
    Result<Secret> key = co_await reading;
    if (!key)
        co_return key.error();
    const JobTicket ticket{job.ticket, job.statusUrl};
    auto asking = jobs->jobState(ticket, *endpoint, std::move(*key), stop);
    const Result<JobState> state = co_await asking;
    if (!state)
        co_return state.error();
    // Results come in the same order each time; those that are in files already are left out.
    const QList<ResultLink> fresh = state->ended.links.mid(job.files.size());
    if (fresh.isEmpty())
        co_return Error(Error::Kind::Gone).withReason(u"link-expired"_s);
    running->job.links.clear();
    for (const ResultLink &link : fresh)
        running->job.links.append({link.url, link.needsKey, link.mimeType});
    running->save();
    co_return Done();
}

} // namespace keyway::engine
