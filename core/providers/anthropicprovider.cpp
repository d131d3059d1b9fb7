#include "core/providers/anthropicprovider.h"

#include "core/providers/anthropicparser.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <memory>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

HttpRequest requestBelow(const Endpoint &endpoint, const QString &path)
{
    const QString base = endpoint.baseUrl.path();
    const bool hasVersion = base.endsWith("/v1"_L1) || base.endsWith("/v1/"_L1);
    HttpRequest request = requestTo(endpoint, hasVersion ? path : u"v1/"_s + path);
    // Newer versions refuse more parameters and give nothing that is used here (provider facts, 2).
    request.headers.emplaceBack("anthropic-version", "2023-06-01");
    if (endpoint.service.traits.keyHeader.isEmpty()) {
        request.keyHeader = "x-api-key";
        request.keyPrefix.clear();
    }
    return request;
}

HttpRequest postMessages(const Endpoint &endpoint, const QJsonObject &body)
{
    HttpRequest request = requestBelow(endpoint, u"messages"_s);
    request.method = HttpRequest::Method::Post;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

QJsonObject anthropicBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body = acceptedParameters(request, endpoint);
    QJsonArray messages;
    for (const Message &message : request.messages) {
        const bool isUser = message.role == Message::Role::User;
        messages.append(QJsonObject{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                                    {u"content"_s, message.text}});
    }
    body.insert("model"_L1, endpoint.model);
    body.insert("max_tokens"_L1, endpoint.maxOutputTokens);
    body.insert("messages"_L1, messages);
    body.insert("stream"_L1, true);
    if (!request.instructions.isEmpty())
        body.insert("system"_L1, request.instructions);
    return body;
}

AnthropicProvider::AnthropicProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> AnthropicProvider::complete(PromptRequest request, Endpoint endpoint,
                                                    Secret key, StreamSink sink, CancelToken cancel)
{
    if (request.type != RequestType::Text) {
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"text only"_s).withReason(u"unsupported-type"_s));
    }
    HttpRequest call = postMessages(endpoint, anthropicBody(request, endpoint));
    auto answer
        = std::make_shared<StreamedAnswer<AnthropicParser>>(AnthropicParser(), std::move(sink));
    auto future = m_http.send(
        std::move(call), key,
        [answer](const HttpReply &, QByteArrayView bytes) { return answer->take(bytes); }, cancel);
    const auto reply = co_await future;
    if (reply.status >= 400)
        co_return concluded({}, reply, serviceError(reply, QDateTime::currentDateTimeUtc()));
    if (!reply.isSuccess())
        co_return concluded({}, reply, std::nullopt);
    co_return concluded(answer->finish(!reply.error), reply, std::nullopt);
}

Task<KeyCheck> AnthropicProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    auto listed = m_http.send(requestBelow(endpoint, u"models?limit=1000"_s), key, {}, cancel);
    const auto reply = co_await listed;
    if (!asksForAnotherCheck(reply, endpoint))
        co_return modelListCheck(reply, serviceError(reply, QDateTime::currentDateTimeUtc()));

    PromptRequest hello;
    hello.messages = {{Message::Role::User, u"Hi"_s}};
    endpoint.maxOutputTokens = 1;
    QJsonObject body = anthropicBody(hello, endpoint);
    body.remove("stream"_L1);
    auto asked = m_http.send(postMessages(endpoint, body), key, {}, cancel);
    const auto answer = co_await asked;
    co_return oneTokenCheck(answer, serviceError(answer, QDateTime::currentDateTimeUtc()));
}

} // namespace keyway
