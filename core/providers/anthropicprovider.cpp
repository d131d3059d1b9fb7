#include "core/providers/anthropicprovider.h"

#include "core/providers/anthropicparser.h"
#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonObject blockOf(const Attachment &attachment)
{
    const AttachmentKind kind = kindOf(attachment);
    if (kind == AttachmentKind::Picture) {
        const QJsonObject source{{u"type"_s, u"base64"_s},
                                 {u"media_type"_s, attachment.mimeType},
                                 {u"data"_s, base64Of(attachment)}};
        return {{u"type"_s, u"image"_s}, {u"source"_s, source}};
    }
    const bool isText = kind == AttachmentKind::Text;
    // Text documents have one media type, whatever the file is.
    const QJsonObject source{
        {u"type"_s, isText ? u"text"_s : u"base64"_s},
        {u"media_type"_s, isText ? u"text/plain"_s : attachment.mimeType},
        {u"data"_s, isText ? textOf(attachment) : base64Of(attachment)},
    };
    QJsonObject block{{u"type"_s, u"document"_s}, {u"source"_s, source}};
    if (!attachment.name.isEmpty())
        block.insert("title"_L1, attachment.name);
    return block;
}

/// Plain text where nothing is attached; the blocks before the words, as the service advises.
QJsonValue contentOf(const Message &message)
{
    if (message.attachments.isEmpty())
        return message.text;
    QJsonArray blocks;
    for (const Attachment &attachment : message.attachments)
        blocks.append(blockOf(attachment));
    if (!message.text.isEmpty())
        blocks.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, message.text}});
    return blocks;
}

HttpRequest postMessages(const Endpoint &endpoint, const QJsonObject &body)
{
    HttpRequest request = anthropicRequest(endpoint, u"messages"_s);
    request.method = HttpRequest::Method::Post;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

HttpRequest anthropicRequest(const Endpoint &endpoint, const QString &path)
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

QJsonObject anthropicBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body = acceptedParameters(request, endpoint);
    QJsonArray messages;
    for (const Message &message : request.messages) {
        const bool isUser = message.role == Message::Role::User;
        messages.append(QJsonObject{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                                    {u"content"_s, contentOf(message)}});
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
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call = postMessages(endpoint, anthropicBody(request, endpoint));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key), AnthropicParser(),
                              std::move(sink), cancel);
    auto done = co_await task;
    co_return done;
}

Task<KeyCheck> AnthropicProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    auto listed = m_http.send(anthropicRequest(endpoint, u"models?limit=1000"_s), key, {}, cancel);
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
