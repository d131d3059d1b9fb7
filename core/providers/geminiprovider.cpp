#include "core/providers/geminiprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/geminiparser.h"
#include "core/providers/keycheck.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// The names that users know from other services, and Gemini's.
QString configName(const QString &parameter)
{
    static const QMap<QString, QString> names{
        {u"top_p"_s, u"topP"_s},
        {u"top_k"_s, u"topK"_s},
        {u"stop"_s, u"stopSequences"_s},
        {u"stop_sequences"_s, u"stopSequences"_s},
        {u"presence_penalty"_s, u"presencePenalty"_s},
        {u"frequency_penalty"_s, u"frequencyPenalty"_s},
        {u"response_mime_type"_s, u"responseMimeType"_s},
        {u"response_schema"_s, u"responseSchema"_s},
        {u"media_resolution"_s, u"mediaResolution"_s},
        {u"thinking_level"_s, u"thinkingLevel"_s},
        {u"reasoning_effort"_s, u"thinkingLevel"_s},
        {u"thinking_budget"_s, u"thinkingBudget"_s},
        {u"include_thoughts"_s, u"includeThoughts"_s},
        {u"service_tier"_s, u"serviceTier"_s},
        {u"safety_settings"_s, u"safetySettings"_s},
    };
    return names.value(parameter, parameter);
}

/// Set by Keyway from other fields; more candidates would pass the reservation.
bool isOwnConfig(const QString &name)
{
    return name == "maxOutputTokens"_L1 || name == "candidateCount"_L1
        || name == "responseModalities"_L1 || name == "imageConfig"_L1;
}

bool takesOption(const Endpoint &endpoint, const QString &name)
{
    return takesParameter(endpoint, name) || endpoint.facts->options.contains(name);
}

QJsonObject partOf(const Attachment &attachment)
{
    if (kindOf(attachment) == AttachmentKind::Text)
        return {{u"text"_s, namedTextOf(attachment)}};
    return {{u"inlineData"_s,
             QJsonObject{{u"mimeType"_s, attachment.mimeType}, {u"data"_s, base64Of(attachment)}}}};
}

QJsonObject contentOf(const Message &message)
{
    QJsonArray parts;
    for (const Attachment &attachment : message.attachments)
        parts.append(partOf(attachment));
    // A part must not be empty, and a turn must have one.
    if (!message.text.isEmpty() || parts.isEmpty())
        parts.append(QJsonObject{{u"text"_s, message.text}});
    const bool isUser = message.role == Message::Role::User;
    return {{u"role"_s, isUser ? u"user"_s : u"model"_s}, {u"parts"_s, parts}};
}

/// Puts the user's parameters where Gemini looks for them.
void addParameters(QJsonObject &body, QJsonObject &config, const QJsonObject &parameters)
{
    QJsonObject thinking;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString name = configName(it.key());
        if (isOwnConfig(name))
            continue;
        if (name == "thinkingLevel"_L1 || name == "thinkingBudget"_L1
            || name == "includeThoughts"_L1)
            thinking.insert(name, it.value());
        else if (name == "serviceTier"_L1 || name == "safetySettings"_L1)
            body.insert(name, it.value());
        else if (name == "stopSequences"_L1 && it.value().isString())
            config.insert(name, QJsonArray{it.value()});
        else
            config.insert(name, it.value());
    }
    if (!thinking.isEmpty())
        config.insert("thinkingConfig"_L1, thinking);
}

QString methodPath(const Endpoint &endpoint, QLatin1StringView method)
{
    QString model = endpoint.model;
    if (model.startsWith("models/"_L1))
        model = model.sliced(7);
    return u"models/"_s + QString::fromLatin1(QUrl::toPercentEncoding(model)) + u':' + method;
}

HttpRequest postGenerate(const PromptRequest &request, const Endpoint &endpoint)
{
    const bool isImage = request.type == RequestType::Image;
    const auto method = isImage ? "generateContent"_L1 : "streamGenerateContent?alt=sse"_L1;
    HttpRequest call = posting(geminiRequest(endpoint, methodPath(endpoint, method)),
                               geminiBody(request, endpoint));
    if (isImage)
        call.bodyLimit = imageBodyLimit;
    return call;
}

/// A model that answers a wish for a picture in words alone explains why it made none.
Completion pictureOrWords(Completion done)
{
    if (done.outcome == Outcome::Completed && done.images.isEmpty()) {
        done.outcome = Outcome::Refused;
        done.serviceWords = done.text;
    }
    if (!done.images.isEmpty())
        done.firstToken = done.duration;
    return done;
}

bool onlyEmbeds(const QJsonObject &model)
{
    const QJsonArray methods = model.value("supportedGenerationMethods"_L1).toArray();
    return !methods.isEmpty() && std::all_of(methods.begin(), methods.end(), [](const auto &name) {
        return name.toString().contains("embed"_L1, Qt::CaseInsensitive)
            || name.toString().startsWith("count"_L1);
    });
}

} // namespace

HttpRequest geminiRequest(const Endpoint &endpoint, const QString &path)
{
    static const QRegularExpression version(u"/v1(alpha|beta)?/*$"_s);
    const bool hasVersion = endpoint.baseUrl.path().contains(version);
    HttpRequest request = requestTo(endpoint, hasVersion ? path : u"v1beta/"_s + path);
    if (endpoint.service.traits.keyHeader.isEmpty()) {
        request.keyHeader = "x-goog-api-key";
        request.keyPrefix.clear();
    }
    return request;
}

QJsonObject geminiBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body;
    QJsonObject config;
    addParameters(body, config, acceptedParameters(request, endpoint));
    QJsonArray contents;
    for (const Message &message : request.messages)
        contents.append(contentOf(message));
    body.insert("contents"_L1, contents);
    if (!request.instructions.isEmpty()) {
        const QJsonArray parts{QJsonObject{{u"text"_s, request.instructions}}};
        body.insert("systemInstruction"_L1, QJsonObject{{u"parts"_s, parts}});
    }
    if (endpoint.maxOutputTokens > 0)
        config.insert("maxOutputTokens"_L1, endpoint.maxOutputTokens);
    if (request.type == RequestType::Image) {
        config.insert("responseModalities"_L1, QJsonArray{u"TEXT"_s, u"IMAGE"_s});
        QJsonObject image;
        const auto put = [&](const QString &name, const QString &option, const QString &value) {
            if (!value.isEmpty() && takesOption(endpoint, option))
                image.insert(name, value);
        };
        put(u"aspectRatio"_s, u"aspect_ratio"_s, request.image.aspectRatio);
        put(u"imageSize"_s, u"size"_s, request.image.size);
        if (!image.isEmpty())
            config.insert("imageConfig"_L1, image);
    }
    body.insert("generationConfig"_L1, config);
    return body;
}

Task<KeyCheck> checkGeminiKey(HttpExchange *http, Endpoint endpoint, Secret key, CancelToken cancel)
{
    auto listed = http->send(geminiRequest(endpoint, u"models?pageSize=1000"_s), key, {}, cancel);
    const auto reply = co_await listed;
    const Error otherwise = serviceError(reply, QDateTime::currentDateTimeUtc());
    // Restricted keys that may still prompt do not exist here: a 403 is a blocked key.
    if (reply.status == 403)
        co_return otherwise;
    Result<KeyCheck> check = modelListCheck(reply, otherwise);
    if (!check)
        co_return check;
    QStringList models;
    const QJsonArray list
        = jsonObject(reply.body).value_or(QJsonObject()).value("models"_L1).toArray();
    for (const QJsonValue &value : list) {
        QString name = value.toObject().value("name"_L1).toString();
        if (name.startsWith("models/"_L1))
            name = name.sliced(7);
        if (!name.isEmpty() && !onlyEmbeds(value.toObject()))
            models.append(name);
    }
    check->models = models;
    co_return check;
}

GeminiProvider::GeminiProvider(HttpExchange &http)
    : m_http(http)
{
}

QCoro::Task<Completion> GeminiProvider::complete(PromptRequest request, Endpoint endpoint,
                                                 Secret key, StreamSink sink, CancelToken cancel)
{
    if (request.type == RequestType::Video) {
        co_return failedBeforeSending(
            Error(Error::Kind::Rejected, u"no videos"_s).withReason(u"unsupported-type"_s));
    }
    if (auto refused = refusedAttachment(request, endpoint))
        co_return failedBeforeSending(std::move(*refused));
    HttpRequest call = postGenerate(request, endpoint);
    auto task
        = parsedAttempt(&m_http, std::move(call), std::move(key),
                        GeminiParser(GeminiUsageRules::of(endpoint)), std::move(sink), cancel);
    auto done = co_await task;
    co_return request.type == RequestType::Image ? pictureOrWords(std::move(done))
                                                 : std::move(done);
}

Task<KeyCheck> GeminiProvider::checkKey(Endpoint endpoint, Secret key, CancelToken cancel)
{
    auto task = checkGeminiKey(&m_http, std::move(endpoint), std::move(key), std::move(cancel));
    auto check = co_await task;
    co_return check;
}

} // namespace keyway
