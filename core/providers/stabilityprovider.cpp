#include "core/providers/stabilityprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/jsonjobs.h"
#include "core/providers/keycheck.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/serviceerror.h"
#include "core/providers/stabilityparser.h"
#include "core/providers/wirejson.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error rejected(const QString &reason)
{
    return Error(Error::Kind::Rejected, u"not sent"_s).withReason(reason);
}

/// An edit without its picture would be refused there, and nothing but the first counts.
bool lacksPicture(const PromptRequest &request, const Endpoint &endpoint)
{
    const InputRule *rule = endpoint.facts ? endpoint.facts->input(u"image") : nullptr;
    const bool hasOne = !request.messages.isEmpty()
        && std::any_of(request.messages.last().attachments.cbegin(),
                       request.messages.last().attachments.cend(), [](const Attachment &picture) {
                           return picture.use == Attachment::Use::Content;
                       });
    return rule && rule->required && !hasOne;
}

} // namespace

StabilityProvider::StabilityProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> StabilityProvider::complete(PromptRequest request, Endpoint endpoint,
                                                    Secret key, StreamSink, CancelToken cancel)
{
    if (request.type != RequestType::Image)
        co_return failedBeforeSending(rejected(u"unsupported-type"_s));
    if (request.image.count != 1)
        co_return failedBeforeSending(rejected(u"one-image-at-a-time"_s));
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    if (lacksPicture(request, endpoint))
        co_return failedBeforeSending(rejected(u"input-missing"_s));
    const auto path = stabilityPath(endpoint);
    if (!path)
        co_return failedBeforeSending(
            Error(Error::Kind::Gone, u"no path for this model"_s).withReason(u"model"_s));

    HttpRequest call = formCall(request, endpoint, *path);
    call.headers.emplaceBack("Accept", "image/*");
    auto future = m_http.send(std::move(call), key, {}, cancel);
    const auto reply = co_await future;
    if (reply.status >= 400)
        co_return concluded({}, reply, stabilityError(reply, QDateTime::currentDateTimeUtc()));
    if (reply.error)
        co_return concluded({}, reply, std::nullopt);
    Completion completion = parseStabilityImage(reply);
    completion.model = endpoint.model;
    completion.firstToken = reply.duration;
    co_return concluded(std::move(completion), reply, std::nullopt);
}

HttpRequest StabilityProvider::formCall(const PromptRequest &request, const Endpoint &endpoint,
                                        const QString &path) const
{
    HttpRequest call = requestTo(endpoint, path);
    const MultipartForm form = stabilityForm(request, endpoint);
    call.method = HttpRequest::Method::Post;
    call.contentType = form.contentType();
    call.body = form.body();
    call.bodyLimit = imageBodyLimit;
    return call;
}

JobProvider *StabilityProvider::jobsFor(const PromptRequest &, const Endpoint &endpoint)
{
    return isStabilityJob(stabilityPath(endpoint).value_or(QString())) ? this : nullptr;
}

QCoro::Task<JobStart> StabilityProvider::startJob(PromptRequest request, Endpoint endpoint,
                                                  Secret key, CancelToken cancel)
{
    JobStart start;
    HttpRequest call = formCall(request, endpoint, stabilityPath(endpoint).value_or(QString()));
    call.headers.emplaceBack("Accept", "application/json");
    auto future = m_http.send(std::move(call), key, {}, cancel);
    const auto reply = co_await future;
    std::optional<Error> problem;
    if (reply.status >= 400)
        problem = stabilityError(reply, QDateTime::currentDateTimeUtc());
    const auto object = jsonObject(reply.body);
    const QString id = object ? object->value("id"_L1).toString() : QString();
    if (!problem && !reply.error && !isPathSafe(id))
        problem = unreadableAnswer(u"no-ticket"_s);
    if (problem || reply.error)
        start.ended = concluded({}, reply, std::move(problem));
    else
        start.ticket = JobTicket{id, {}};
    co_return start;
}

Task<JobState> StabilityProvider::jobState(JobTicket ticket, Endpoint endpoint, Secret key,
                                           CancelToken cancel)
{
    if (!isPathSafe(ticket.id))
        co_return Error(Error::Kind::Internal, u"a ticket without an id"_s);
    HttpRequest call = requestTo(endpoint, u"v2beta/results/"_s + ticket.id);
    call.headers.emplaceBack("Accept", "image/*");
    call.bodyLimit = imageBodyLimit;
    auto future = m_http.send(std::move(call), key, {}, cancel);
    const auto reply = co_await future;
    if (reply.error)
        co_return *reply.error;
    if (reply.status == 404)
        co_return Error(Error::Kind::Gone, u"HTTP 404"_s).withReason(u"job-unknown"_s);
    JobState state;
    if (reply.status == 202) {
        state.stage = JobState::Stage::Running;
        co_return state;
    }
    if (!reply.isSuccess()) {
        const Error error = stabilityError(reply, QDateTime::currentDateTimeUtc());
        // An error in the service's own shape is the job's; any other is one of the way to it.
        const bool asksAgain = error.kind() == Error::Kind::RateLimited
            || error.kind() == Error::Kind::Auth || error.reply().code.isEmpty();
        if (asksAgain)
            co_return error;
        // The job itself failed; failed calls are free.
        state.stage = JobState::Stage::Ended;
        state.ended
            = failedJob(error.reply().code, error.reply().words, error.reason() == "policy"_L1);
        if (state.ended.outcome == Outcome::Filtered)
            state.ended.statedCost = Money();
        co_return state;
    }
    state.stage = JobState::Stage::Ended;
    state.ended = parseStabilityImage(reply);
    state.ended.model = endpoint.model;
    state.ended.httpStatus = reply.status;
    state.ended.serviceRequestId = ticket.id;
    co_return state;
}

Task<Done> StabilityProvider::cancelJob(JobTicket, Endpoint, Secret, CancelToken)
{
    co_return Error(Error::Kind::Rejected).withReason(u"cannot-cancel"_s);
}

Task<KeyCheck> StabilityProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    // The balance proves the key, and there is no list of models. A credit is a cent.
    Service &service = endpoint.service;
    service.keyCheckPath = u"v1/user/balance"_s;
    if (!service.balance)
        service.balance = BalanceCall{service.keyCheckPath, u"/credits"_s, 10'000'000, {}};
    KeyCheckCalls calls;
    calls.list = requestTo(endpoint, {});
    calls.list.url.clear();
    return checkKeyBy(m_http, std::move(calls), std::move(endpoint), std::move(key),
                      std::move(cancel));
}

} // namespace keyway
