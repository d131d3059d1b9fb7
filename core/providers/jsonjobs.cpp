#include "core/providers/jsonjobs.h"

#include "core/providers/attempt.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/serviceerror.h"
#include "core/providers/wirejson.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

HttpRequest postJsonTo(const Endpoint &endpoint, const QString &path, const QJsonObject &body)
{
    return posting(requestTo(endpoint, path), body);
}

JsonJobs::JsonJobs(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> JsonJobs::complete(PromptRequest, Endpoint, Secret, StreamSink, CancelToken)
{
    co_return failedBeforeSending(
        Error(Error::Kind::Rejected, u"not sent"_s).withReason(u"unsupported-type"_s));
}

Task<KeyCheck> JsonJobs::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    KeyCheckCalls calls;
    calls.list = requestTo(endpoint, u"models"_s);
    if (const QString path = keyCheckPath(); !path.isEmpty()) {
        calls.list.url.clear();
        if (endpoint.service.keyCheckPath.isEmpty())
            endpoint.service.keyCheckPath = path;
    }
    return checkKeyBy(m_http, std::move(calls), std::move(endpoint), std::move(key),
                      std::move(cancel));
}

std::optional<HttpRequest> JsonJobs::cancelCall(const JobTicket &, const Endpoint &) const
{
    return std::nullopt;
}

QCoro::Task<JobStart> JsonJobs::startJob(PromptRequest request, Endpoint endpoint, Secret key,
                                         CancelToken cancel)
{
    JobStart start;
    Result<HttpRequest> call = startCall(request, endpoint);
    if (!call) {
        start.ended = failedBeforeSending(call.error());
        co_return start;
    }
    auto future = m_http.send(std::move(*call), key, {}, cancel);
    const auto reply = co_await future;
    if (reply.status >= 400) {
        start.ended = concluded({}, reply, serviceError(reply, QDateTime::currentDateTimeUtc()));
        co_return start;
    }
    if (reply.error) {
        start.ended = concluded({}, reply, std::nullopt);
        co_return start;
    }
    const auto object = jsonObject(reply.body);
    const JobTicket ticket = object ? ticketIn(*object) : JobTicket();
    if (!isPathSafe(ticket.id)) {
        // It was taken, and nobody will ever know by what name.
        start.ended
            = concluded({}, reply, unreadableAnswer(object ? u"no-ticket"_s : u"bad-json"_s));
        co_return start;
    }
    start.ticket = ticket;
    co_return start;
}

Task<JobState> JsonJobs::jobState(JobTicket ticket, Endpoint endpoint, Secret key,
                                  CancelToken cancel)
{
    if (!isPathSafe(ticket.id))
        co_return Error(Error::Kind::Internal, u"a ticket without an id"_s);
    auto future = m_http.send(stateCall(ticket, endpoint), key, {}, cancel);
    const auto reply = co_await future;
    if (reply.error)
        co_return *reply.error;
    if (reply.status == 404)
        co_return Error(Error::Kind::Gone, u"HTTP 404"_s).withReason(u"job-unknown"_s);
    if (!reply.isSuccess())
        co_return serviceError(reply, QDateTime::currentDateTimeUtc());
    const auto object = jsonObject(reply.body);
    if (!object)
        co_return unreadableAnswer(u"bad-json"_s);
    JobState state = stateIn(*object, endpoint);
    state.askAgainAfter = retryAfter(reply, QDateTime::currentDateTimeUtc());
    if (state.stage == JobState::Stage::Ended) {
        state.ended.httpStatus = reply.status;
        state.ended.serviceRequestId = ticket.id;
    }
    co_return state;
}

Task<Done> JsonJobs::cancelJob(JobTicket ticket, Endpoint endpoint, Secret key, CancelToken cancel)
{
    std::optional<HttpRequest> call;
    if (isPathSafe(ticket.id))
        call = cancelCall(ticket, endpoint);
    if (!call)
        co_return Error(Error::Kind::Rejected).withReason(u"cannot-cancel"_s);
    auto future = m_http.send(std::move(*call), key, {}, cancel);
    const auto reply = co_await future;
    if (reply.error)
        co_return *reply.error;
    if (!reply.isSuccess() && reply.status != 404)
        co_return serviceError(reply, QDateTime::currentDateTimeUtc());
    co_return Done();
}

} // namespace keyway
