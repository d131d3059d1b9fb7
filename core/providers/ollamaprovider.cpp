#include "core/providers/ollamaprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"
#include "core/providers/ollamaparser.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallestContext = 4096;
constexpr qint64 largestContext = 1024 * 1024;
constexpr qint64 tokensOfPicture = 2048;
constexpr qint64 tokensAroundTurn = 16;

/// Of the fields beside the options, those that a user may set.
bool standsBesideOptions(const QString &name)
{
    return name == "think"_L1 || name == "format"_L1 || name == "keep_alive"_L1;
}

/// Two bytes a token: few texts need more tokens than that, and memory for the window is dear.
qint64 tokensAtMost(const QString &text)
{
    return text.toUtf8().size() / 2 + tokensAroundTurn;
}

QJsonObject messageOf(const Message &message)
{
    QString text;
    QJsonArray images;
    for (const Attachment &attachment : message.attachments) {
        if (kindOf(attachment) == AttachmentKind::Picture)
            images.append(base64Of(attachment));
        else
            text += namedTextOf(attachment) + u"\n\n"_s;
    }
    const bool isUser = message.role == Message::Role::User;
    QJsonObject result{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                       {u"content"_s, text + message.text}};
    if (!images.isEmpty())
        result.insert("images"_L1, images);
    return result;
}

HttpRequest requestBelow(const Endpoint &endpoint, const QString &path)
{
    return requestTo(withoutVersion(endpoint, {"v1"_L1}), path);
}

} // namespace

qint64 ollamaContext(const PromptRequest &request, const Endpoint &endpoint)
{
    qint64 needed = tokensAtMost(request.instructions) + endpoint.maxOutputTokens;
    for (const Message &message : request.messages) {
        needed += tokensAtMost(message.text);
        for (const Attachment &attachment : message.attachments)
            needed += kindOf(attachment) == AttachmentKind::Picture
                ? tokensOfPicture
                : tokensAtMost(textOf(attachment));
    }
    qint64 context = smallestContext;
    while (context < needed && context < largestContext)
        context *= 2;
    const qint64 most = endpoint.facts ? endpoint.facts->contextTokens : 0;
    return most > 0 ? std::min(context, most) : context;
}

QJsonObject ollamaBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body;
    QJsonObject options{{u"num_ctx"_s, ollamaContext(request, endpoint)}};
    const QJsonObject parameters = acceptedParameters(request, endpoint);
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (standsBesideOptions(it.key()))
            body.insert(it.key(), it.value());
        else
            options.insert(it.key(), it.value());
    }
    options.insert("num_predict"_L1, endpoint.maxOutputTokens);
    QJsonArray messages;
    if (!request.instructions.isEmpty())
        messages.append(
            QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, request.instructions}});
    for (const Message &message : request.messages)
        messages.append(messageOf(message));
    body.insert("model"_L1, endpoint.model);
    body.insert("messages"_L1, messages);
    body.insert("stream"_L1, true);
    body.insert("options"_L1, options);
    return body;
}

OllamaProvider::OllamaProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> OllamaProvider::complete(PromptRequest request, Endpoint endpoint,
                                                 Secret key, StreamSink sink, CancelToken cancel)
{
    if (request.type != RequestType::Text) {
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"text only"_s).withReason(u"unsupported-type"_s));
    }
    if (auto refused = refusedAttachment(request, endpoint, false))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call
        = posting(requestBelow(endpoint, u"api/chat"_s), ollamaBody(request, endpoint));
    auto task = parsedAttempt(&m_http, std::move(call), std::move(key), OllamaParser(),
                              std::move(sink), cancel);
    auto done = co_await task;
    co_return done;
}

Task<KeyCheck> OllamaProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    auto listed = m_http.send(requestBelow(endpoint, u"api/tags"_s), key, {}, cancel);
    const auto reply = co_await listed;
    co_return modelListCheck(reply, serviceError(reply, QDateTime::currentDateTimeUtc()));
}

} // namespace keyway
