#include "core/providers/stabilityprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/serviceerror.h"
#include "core/providers/stabilityparser.h"

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

    HttpRequest call = requestTo(endpoint, *path);
    const MultipartForm form = stabilityForm(request, endpoint);
    call.method = HttpRequest::Method::Post;
    call.contentType = form.contentType();
    call.body = form.body();
    call.headers.emplaceBack("Accept", "image/*");
    call.bodyLimit = imageBodyLimit;
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
