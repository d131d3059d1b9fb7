#include "core/engine/dispatcherrun.h"
#include "core/engine/jobfollow.h"
#include "core/engine/jobwatch.h"
#include "core/engine/keyring.h"
#include "core/providers/providerset.h"
#include "core/storage/integrationstore.h"

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using routing::Candidate;
using std::chrono::milliseconds;

namespace {

/// Pictures come whole, after minutes.
constexpr milliseconds firstByteOfMedia{300'000};

Completion failedWith(const Error &error)
{
    Completion failed;
    failed.outcome = error.kind() == Error::Kind::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    failed.error = error;
    return failed;
}

/// Adds the picture of a further call. What came stays, whatever a later call says.
void addPictures(Completion &all, Completion more)
{
    all.usage += more.usage;
    all.usageReported = all.usageReported && (more.usageReported || !more.sent);
    if (more.statedCost)
        all.statedCost = all.statedCost.value_or(Money()) + *more.statedCost;
    all.duration += more.duration;
    if (more.outcome == Outcome::Completed)
        all.outcome = Outcome::Completed;
    all.images += std::move(more.images);
    all.links += std::move(more.links);
}

} // namespace

Result<Endpoint> Dispatcher::endpointFor(RequestType type, const Integration &integration,
                                         const QString &model) const
{
    const Service *service = m_parts.catalogue.service(integration.service);
    if (!service)
        return Error(Error::Kind::Internal, u"no such service: "_s + integration.service);
    Endpoint endpoint;
    endpoint.service = *service;
    endpoint.baseUrl = integration.baseUrl;
    endpoint.connection = integration.connection;
    endpoint.model = model;
    if (const Model *facts = service->modelReported(model))
        endpoint.facts = *facts;
    endpoint.firstByteTimeout = integration.firstByteTimeout;
    if (type != RequestType::Text)
        endpoint.firstByteTimeout = std::max(endpoint.firstByteTimeout, firstByteOfMedia);
    return endpoint;
}

Provider &Dispatcher::providerFor(RequestType type, const Endpoint &endpoint) const
{
    const Model *const model = endpoint.facts ? &*endpoint.facts : nullptr;
    return m_parts.providers.forWire(endpoint.service.wireFor(type, model));
}

QCoro::Task<std::optional<Completion>> Dispatcher::send(Run &run, Integration integration,
                                                        Candidate candidate, QDateTime startedAt)
{
    Result<Endpoint> endpoint = endpointFor(run.request.type, integration, candidate.model);
    if (!endpoint)
        co_return failedWith(endpoint.error());
    endpoint->maxOutputTokens = candidate.maxOutputTokens;
    Provider &provider = providerFor(run.request.type, *endpoint);
    JobProvider *const jobs = provider.jobsFor(run.request, *endpoint);
    if (run.watch) {
        const UsageRecord &record = run.current;
        const Result<Done> noted = run.watch->attemptStarts(record, candidate, jobs != nullptr);
        if (!noted)
            co_return failedWith(noted.error());
    }
    if (!jobs) {
        auto making = makeAll(run, &provider, integration, *endpoint);
        Completion completion = co_await making;
        co_return completion;
    }

    auto reading = m_parts.keys.read(integration, run.stop.token());
    Result<Secret> key = co_await reading;
    if (!key)
        co_return failedWith(key.error());
    // Once it is on its way only its answer has the ticket by which it can be stopped, so nothing
    // but the end of the program keeps us from hearing it.
    auto starting = jobs->startJob(run.request, *endpoint, std::move(*key), m_stopAll.token());
    JobStart start = co_await starting;
    if (!start.ticket) {
        Completion ended = std::move(start.ended);
        if (ended.outcome == Outcome::Cancelled && ended.sent)
            ended.outcome = Outcome::Unknown;
        co_return ended;
    }
    run.ticketed = true;
    if (run.watch)
        run.watch->ticketGiven(*start.ticket);
    auto following = follow(run, jobs, *start.ticket, integration, *endpoint, startedAt);
    std::optional<Completion> ended = co_await following;
    co_return ended;
}

QCoro::Task<std::optional<Completion>> Dispatcher::follow(Run &run, JobProvider *jobs,
                                                          JobTicket ticket, Integration integration,
                                                          Endpoint endpoint, QDateTime startedAt)
{
    JobFollow job;
    job.provider = jobs;
    job.ticket = std::move(ticket);
    job.endpoint = std::move(endpoint);
    job.integration = std::move(integration);
    job.keys = &m_parts.keys;
    job.clock = &m_parts.clock;
    job.watch = run.watch;
    job.cancel = run.stop.token();
    job.stop = m_stopAll.token();
    job.startedAt = startedAt;
    auto following = followJob(std::move(job));
    std::optional<Completion> ended = co_await following;
    if (ended)
        ended->duration = milliseconds(startedAt.msecsTo(m_parts.clock.now()));
    co_return ended;
}

QCoro::Task<Completion> Dispatcher::makeAll(Run &run, Provider *provider, Integration integration,
                                            Endpoint endpoint)
{
    const AnswerSink sink = run.sink;
    const StreamSink stream = [sink](const StreamEvent &event) {
        sink(TextArrived{event.text, event.usage});
    };
    const bool pictures = run.request.type == RequestType::Image;
    const int wanted = pictures ? std::max(1, run.request.image.count) : 1;
    const int atOnce = pictures ? provider->picturesAtOnce() : 1;
    Completion all;
    for (int made = 0; made < wanted; made += atOnce) {
        auto reading = m_parts.keys.read(integration, run.stop.token());
        Result<Secret> key = co_await reading;
        PromptRequest part = run.request;
        part.image.count = std::min(atOnce, wanted - made);
        if (part.image.seed && made > 0)
            part.image.seed = *part.image.seed + made; // the same seed draws the same picture
        Completion completion;
        if (key) {
            auto completing
                = provider->complete(part, endpoint, std::move(*key), stream, run.stop.token());
            completion = co_await completing;
        } else {
            completion = failedWith(key.error());
        }
        const bool answered
            = completion.outcome == Outcome::Completed || completion.outcome == Outcome::Filtered;
        if (made == 0)
            all = std::move(completion);
        else
            addPictures(all, std::move(completion));
        if (!answered)
            break;
        if (run.watch && wanted > atOnce) {
            JobState state;
            state.stage = JobState::Stage::Running;
            state.percent = 100 * std::min(made + atOnce, wanted) / wanted;
            run.watch->progressed(state);
        }
    }
    co_return all;
}

QCoro::Task<Answer> Dispatcher::resume(PromptRequest request, UsageRecord record, JobTicket ticket,
                                       CancelToken cancel, JobWatch *watch)
{
    Run run;
    run.request = std::move(request);
    run.sink = [](const AnswerEvent &) {};
    run.watch = watch;
    run.ticketed = true;
    run.answer.requestId = record.requestId;
    run.answer.outcome = Outcome::Started;
    run.stop.follow(cancel);
    run.stop.follow(m_stopAll.token());

    const Result<Integration> integration = m_parts.integrations.byId(record.integrationId);
    if (!integration) {
        run.answer.error = integration.error();
        co_return std::move(run.answer);
    }
    const Result<Endpoint> endpoint = endpointFor(run.request.type, *integration, record.model);
    JobProvider *const jobs = endpoint
        ? providerFor(run.request.type, *endpoint).jobsFor(run.request, *endpoint)
        : nullptr;
    if (!jobs) {
        run.answer.error
            = endpoint ? Error(Error::Kind::Internal, u"no jobs there"_s) : endpoint.error();
        co_return std::move(run.answer);
    }
    ++m_active;
    ++m_running[integration->id];
    auto following
        = follow(run, jobs, std::move(ticket), *integration, *endpoint, record.startedAt);
    std::optional<Completion> completion = co_await following;
    AttemptReport report;
    report.record = record;
    if (completion) {
        auto finishing = finishAttempt(run, report, std::move(*completion), *integration);
        co_await finishing;
        run.answer.outcome = report.record.outcome;
        run.answer.error = report.error;
    } else if (--m_running[integration->id] == 0) {
        m_running.remove(integration->id);
    }
    run.answer.attempts.append(report);
    --m_active;
    co_return std::move(run.answer);
}

} // namespace keyway::engine
