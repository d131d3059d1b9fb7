#include "core/providers/openaichatprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/openaichatparser.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonObject partOf(const Attachment &attachment)
{
    switch (kindOf(attachment)) {
    case AttachmentKind::Picture:
        return {{u"type"_s, u"image_url"_s},
                {u"image_url"_s, QJsonObject{{u"url"_s, dataUriOf(attachment)}}}};
    case AttachmentKind::Text:
        return {{u"type"_s, u"text"_s}, {u"text"_s, namedTextOf(attachment)}};
    default:
        return {{u"type"_s, u"file"_s},
                {u"file"_s,
                 QJsonObject{{u"filename"_s, attachment.name},
                             {u"file_data"_s, dataUriOf(attachment)}}}};
    }
}

/// Text alone is a plain string, which every server understands.
QJsonValue contentOf(const Message &message)
{
    if (message.attachments.isEmpty())
        return message.text;
    QJsonArray parts;
    for (const Attachment &attachment : message.attachments)
        parts.append(partOf(attachment));
    if (!message.text.isEmpty())
        parts.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, message.text}});
    return parts;
}

} // namespace

QJsonObject openAiChatBody(const PromptRequest &request, const Endpoint &endpoint)
{
    const WireTraits &traits = endpoint.service.traits;
    QJsonObject body = acceptedParameters(request, endpoint);
    QJsonArray messages;
    if (!request.instructions.isEmpty())
        messages.append(
            QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, request.instructions}});
    for (const Message &message : request.messages) {
        const bool isUser = message.role == Message::Role::User;
        messages.append(QJsonObject{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                                    {u"content"_s, contentOf(message)}});
    }
    body.insert("model"_L1, endpoint.model);
    body.insert("messages"_L1, messages);
    body.insert("stream"_L1, true);
    if (traits.streamUsageOption)
        body.insert("stream_options"_L1, QJsonObject{{u"include_usage"_s, true}});
    // `max_tokens` is the name that every compatible server knows (provider facts, 13).
    const QString cap = traits.maxTokensField.isEmpty() ? u"max_tokens"_s : traits.maxTokensField;
    body.insert(cap, endpoint.maxOutputTokens);
    return body;
}

OpenAiChatProvider::OpenAiChatProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> OpenAiChatProvider::complete(PromptRequest request, Endpoint endpoint,
                                                     Secret key, StreamSink sink,
                                                     CancelToken cancel)
{
    if (request.type != RequestType::Text)
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"text only"_s).withReason(u"unsupported-type"_s));
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call
        = posting(requestTo(endpoint, u"chat/completions"_s), openAiChatBody(request, endpoint));
    call.headers.emplaceBack("Accept", "text/event-stream");
    OpenAiChatParser parser(OpenAiUsageRules::of(endpoint));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key), std::move(parser),
                              std::move(sink), std::move(cancel));
    auto done = co_await task;
    co_return done;
}

Task<KeyCheck> OpenAiChatProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    // Where there is no list of models the cheapest call that proves the key is one token.
    PromptRequest hello;
    hello.messages = {{Message::Role::User, u"Hi"_s}};
    Endpoint oneToken = endpoint;
    oneToken.maxOutputTokens = 1;
    QJsonObject body = openAiChatBody(hello, oneToken);
    body.remove("stream"_L1);
    body.remove("stream_options"_L1);
    KeyCheckCalls calls{requestTo(endpoint, u"models"_s),
                        posting(requestTo(endpoint, u"chat/completions"_s), body)};
    return checkKeyBy(m_http, std::move(calls), std::move(endpoint), std::move(key),
                      std::move(cancel));
}

} // namespace keyway
