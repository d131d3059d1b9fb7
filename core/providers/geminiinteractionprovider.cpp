#include "core/providers/geminiinteractionprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/geminiinteractionparser.h"
#include "core/providers/geminiprovider.h"
#include "core/providers/keycheck.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonObject contentOf(const Attachment &attachment)
{
    const AttachmentKind kind = kindOf(attachment);
    if (kind == AttachmentKind::Text)
        return {{u"type"_s, u"text"_s}, {u"text"_s, namedTextOf(attachment)}};
    return {{u"type"_s, kind == AttachmentKind::Picture ? u"image"_s : u"document"_s},
            {u"mime_type"_s, attachment.mimeType},
            {u"data"_s, base64Of(attachment)}};
}

} // namespace

QJsonArray geminiInteractionContent(const Message &message)
{
    QJsonArray contents;
    for (const Attachment &attachment : message.attachments)
        contents.append(contentOf(attachment));
    if (!message.text.isEmpty() || contents.isEmpty())
        contents.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, message.text}});
    return contents;
}

QJsonObject geminiInteractionBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body;
    QJsonObject config;
    const QJsonObject parameters = acceptedParameters(request, endpoint);
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (it.key() == "service_tier"_L1)
            body.insert(it.key(), it.value());
        else
            config.insert(it.key() == "reasoning_effort"_L1 ? u"thinking_level"_s : it.key(),
                          it.value());
    }
    config.insert("max_output_tokens"_L1, endpoint.maxOutputTokens);
    QJsonArray steps;
    for (const Message &message : request.messages) {
        const bool isUser = message.role == Message::Role::User;
        steps.append(QJsonObject{{u"type"_s, isUser ? u"user_input"_s : u"model_output"_s},
                                 {u"content"_s, geminiInteractionContent(message)}});
    }
    body.insert("model"_L1, endpoint.model);
    body.insert("input"_L1, steps);
    body.insert("generation_config"_L1, config);
    body.insert("stream"_L1, true);
    // The service keeps interactions unless it is told not to.
    body.insert("store"_L1, false);
    if (!request.instructions.isEmpty())
        body.insert("system_instruction"_L1, request.instructions);
    return body;
}

GeminiInteractionProvider::GeminiInteractionProvider(HttpExchange &http)
    : m_http(http)
    , m_videos(http)
{
}

JobProvider *GeminiInteractionProvider::jobsFor(const PromptRequest &request, const Endpoint &)
{
    return request.type == RequestType::Video ? &m_videos : nullptr;
}

QCoro::Task<Completion> GeminiInteractionProvider::complete(PromptRequest request,
                                                            Endpoint endpoint, Secret key,
                                                            StreamSink sink, CancelToken cancel)
{
    if (request.type != RequestType::Text) {
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"text only"_s).withReason(u"unsupported-type"_s));
    }
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call = posting(geminiRequest(endpoint, u"interactions"_s),
                               geminiInteractionBody(request, endpoint));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key),
                              GeminiInteractionParser(GeminiUsageRules::of(endpoint)),
                              std::move(sink), cancel);
    auto done = co_await task;
    co_return done;
}

Task<KeyCheck> GeminiInteractionProvider::checkKey(Endpoint endpoint, Secret key,
                                                   CancelToken cancel)
{
    auto task = checkGeminiKey(&m_http, std::move(endpoint), std::move(key), std::move(cancel));
    auto check = co_await task;
    co_return check;
}

} // namespace keyway
