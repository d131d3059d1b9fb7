#include "core/providers/cohereprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/cohereparser.h"
#include "core/providers/keycheck.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString cohereName(const QString &parameter)
{
    static const QMap<QString, QString> names{
        {u"top_p"_s, u"p"_s}, {u"top_k"_s, u"k"_s}, {u"stop"_s, u"stop_sequences"_s}};
    return names.value(parameter, parameter);
}

QJsonObject partOf(const Attachment &attachment)
{
    if (kindOf(attachment) == AttachmentKind::Picture)
        return {{u"type"_s, u"image_url"_s},
                {u"image_url"_s, QJsonObject{{u"url"_s, dataUriOf(attachment)}}}};
    return {{u"type"_s, u"text"_s}, {u"text"_s, namedTextOf(attachment)}};
}

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

/// Chat and the list of models have different versions.
HttpRequest requestBelow(const Endpoint &endpoint, const QString &path)
{
    return requestTo(withoutVersion(endpoint, {"v2"_L1, "v1"_L1}), path);
}

} // namespace

QJsonObject cohereBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body;
    const QJsonObject parameters = acceptedParameters(request, endpoint);
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString name = cohereName(it.key());
        const bool isOneStop = name == "stop_sequences"_L1 && it.value().isString();
        body.insert(name, isOneStop ? QJsonValue(QJsonArray{it.value()}) : it.value());
    }
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
    body.insert("max_tokens"_L1, endpoint.maxOutputTokens);
    return body;
}

CohereProvider::CohereProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> CohereProvider::complete(PromptRequest request, Endpoint endpoint,
                                                 Secret key, StreamSink sink, CancelToken cancel)
{
    if (request.type != RequestType::Text) {
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"text only"_s).withReason(u"unsupported-type"_s));
    }
    if (auto refused = refusedAttachment(request, endpoint, false))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call = posting(requestBelow(endpoint, u"v2/chat"_s), cohereBody(request, endpoint));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key), CohereParser(),
                              std::move(sink), cancel);
    auto done = co_await task;
    co_return done;
}

Task<KeyCheck> CohereProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    auto listed
        = m_http.send(requestBelow(endpoint, u"v1/models?page_size=1000"_s), key, {}, cancel);
    const auto reply = co_await listed;
    co_return modelListCheck(reply, serviceError(reply, QDateTime::currentDateTimeUtc()));
}

} // namespace keyway
