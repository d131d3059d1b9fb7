#include "core/providers/openairesponsesprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/keycheckcalls.h"
#include "core/providers/openairesponsesparser.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonObject partOf(const Attachment &attachment)
{
    switch (kindOf(attachment)) {
    case AttachmentKind::Picture:
        return {{u"type"_s, u"input_image"_s}, {u"image_url"_s, dataUriOf(attachment)}};
    case AttachmentKind::Text:
        return {{u"type"_s, u"input_text"_s}, {u"text"_s, namedTextOf(attachment)}};
    default:
        return {{u"type"_s, u"input_file"_s},
                {u"filename"_s, attachment.name},
                {u"file_data"_s, dataUriOf(attachment)}};
    }
}

QJsonValue contentOf(const Message &message)
{
    if (message.attachments.isEmpty())
        return message.text;
    QJsonArray parts;
    for (const Attachment &attachment : message.attachments)
        parts.append(partOf(attachment));
    if (!message.text.isEmpty())
        parts.append(QJsonObject{{u"type"_s, u"input_text"_s}, {u"text"_s, message.text}});
    return parts;
}

/// Parameters by the names of chat completions at the places that responses have for them; what
/// only chat knows is left out, and so is an answer in the background.
void addParameters(QJsonObject &body, const QJsonObject &parameters)
{
    static const QStringList notHere{
        u"seed"_s,       u"stop"_s,      u"frequency_penalty"_s, u"presence_penalty"_s,
        u"logit_bias"_s, u"background"_s};
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (it.key() == "reasoning_effort"_L1)
            body.insert("reasoning"_L1, QJsonObject{{u"effort"_s, it.value()}});
        else if (it.key() == "verbosity"_L1)
            body.insert("text"_L1, QJsonObject{{u"verbosity"_s, it.value()}});
        else if (!notHere.contains(it.key()))
            body.insert(it.key(), it.value());
    }
}

} // namespace

QJsonObject openAiResponsesBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body;
    addParameters(body, acceptedParameters(request, endpoint));
    QJsonArray input;
    for (const Message &message : request.messages) {
        const bool isUser = message.role == Message::Role::User;
        input.append(QJsonObject{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                                 {u"content"_s, contentOf(message)}});
    }
    body.insert("model"_L1, endpoint.model);
    body.insert("input"_L1, input);
    if (!request.instructions.isEmpty())
        body.insert("instructions"_L1, request.instructions);
    body.insert("max_output_tokens"_L1, endpoint.maxOutputTokens);
    body.insert("stream"_L1, true);
    body.insert("store"_L1, false);
    return body;
}

OpenAiResponsesProvider::OpenAiResponsesProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> OpenAiResponsesProvider::complete(PromptRequest request, Endpoint endpoint,
                                                          Secret key, StreamSink sink,
                                                          CancelToken cancel)
{
    if (request.type != RequestType::Text)
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"text only"_s).withReason(u"unsupported-type"_s));
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call
        = posting(requestTo(endpoint, u"responses"_s), openAiResponsesBody(request, endpoint));
    call.headers.emplaceBack("Accept", "text/event-stream");
    OpenAiResponsesParser parser(OpenAiUsageRules::of(endpoint));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key), std::move(parser),
                              std::move(sink), std::move(cancel));
    auto done = co_await task;
    co_return done;
}

Task<KeyCheck> OpenAiResponsesProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    PromptRequest hello;
    hello.messages = {{Message::Role::User, u"Hi"_s}};
    Endpoint shortest = endpoint;
    shortest.maxOutputTokens = 16; // OpenAI takes no less
    QJsonObject body = openAiResponsesBody(hello, shortest);
    body.remove("stream"_L1);
    KeyCheckCalls calls{requestTo(endpoint, u"models"_s),
                        posting(requestTo(endpoint, u"responses"_s), body)};
    return checkKeyBy(m_http, std::move(calls), std::move(endpoint), std::move(key),
                      std::move(cancel));
}

} // namespace keyway
