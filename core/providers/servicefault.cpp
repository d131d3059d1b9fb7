#include "core/providers/servicefault.h"

#include "core/base/logging.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWords = 2000;

/// Text to show: some servers repeat the key they refused.
QString shown(const QString &text)
{
    return redacted(text.left(longestWords).trimmed());
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &part : array) {
            const QString text = textOf(part);
            if (!text.isEmpty())
                parts.append(text);
        }
        return parts.join(u"; "_s);
    }
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    // FastAPI: {"loc": [...], "msg": "...", "type": "..."}
    for (const auto field : {"message"_L1, "msg"_L1, "detail"_L1}) {
        if (const QString text = textOf(object.value(field)); !text.isEmpty())
            return text;
    }
    return {};
}

std::optional<std::chrono::milliseconds> durationIn(const QByteArray &text);

void hint(ServiceFault &fault, const QJsonValue &value)
{
    if (const QString word = textOf(value); !word.isEmpty())
        fault.hints.append(word);
}

/// Google's details: the reason of a refused key, which quota ran out, and how long to wait.
void readGoogle(ServiceFault &fault, const QJsonObject &error)
{
    if (const QJsonValue status = error.value("status"_L1); status.isString())
        fault.type = status.toString();
    const QJsonArray details = error.value("details"_L1).toArray();
    for (const QJsonValue &value : details) {
        const QJsonObject detail = value.toObject();
        hint(fault, detail.value("reason"_L1));
        const QJsonArray violations = detail.value("violations"_L1).toArray();
        for (const QJsonValue &violation : violations)
            hint(fault, violation.toObject().value("quotaId"_L1));
        if (const QString delay = detail.value("retryDelay"_L1).toString(); !delay.isEmpty())
            fault.retryAfter = durationIn(delay.toLatin1());
    }
}

/// OpenRouter passes on what its source said, as text or as JSON in a text.
void readOpenRouter(ServiceFault &fault, const QJsonObject &error)
{
    const QJsonObject metadata = error.value("metadata"_L1).toObject();
    for (const auto field : {"error_type"_L1, "provider_code"_L1})
        hint(fault, metadata.value(field));
    if (metadata.contains("flagged_input"_L1) || metadata.value("reasons"_L1).isArray())
        fault.hints.append(u"content_moderation"_s);
    if (const QString raw = metadata.value("raw"_L1).toString(); !raw.isEmpty()) {
        const auto source = jsonObject(raw.toUtf8());
        const QJsonValue inner = source ? source->value("error"_L1) : QJsonValue();
        const QString words = source ? textOf(inner.isUndefined() ? *source : inner) : raw;
        if (!words.isEmpty())
            fault.message = words;
    }
    const QJsonValue wait = error.value("availability"_L1).toObject().value("retry_after"_L1);
    if (const auto milliseconds = jsonDecimal(wait, 3))
        fault.retryAfter = std::chrono::milliseconds(*milliseconds);
}

void readInto(ServiceFault &fault, const QJsonObject &object)
{
    const auto fill = [&](QString &target, QLatin1StringView field) {
        if (target.isEmpty())
            target = textOf(object.value(field));
    };
    fill(fault.code, "code"_L1);
    fill(fault.type, "type"_L1);
    for (const auto field : {"message"_L1, "detail"_L1, "error"_L1, "errors"_L1, "title"_L1})
        fill(fault.message, field);
    fill(fault.requestId, "request_id"_L1);
}

/// `6m0s`, `1.2s`, `4ms`, `1h2m3s`; a bare number is seconds.
std::optional<std::chrono::milliseconds> durationIn(const QByteArray &text)
{
    static const QRegularExpression pattern(
        u"^(?:(\\d{1,6})h)?(?:(\\d{1,6})m(?!s))?(?:(\\d{1,9})(?:\\.(\\d{1,3})\\d*)?s?)?(?:(\\d{1,9})(?:\\.\\d+)?ms)?$"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(text.trimmed()));
    if (text.trimmed().isEmpty() || !match.hasMatch())
        return std::nullopt;
    const auto part = [&](int i) { return match.captured(i).toLongLong(); };
    const qint64 fraction = match.captured(4).leftJustified(3, u'0').toLongLong();
    return std::chrono::milliseconds(((part(1) * 60 + part(2)) * 60 + part(3)) * 1000 + fraction
                                     + part(5));
}

std::optional<std::chrono::milliseconds> waitUntil(const QDateTime &date, const QDateTime &now)
{
    if (!date.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(qMax<qint64>(0, now.msecsTo(date)));
}

/// The reset of the limits that ran out; where `orUnsaid`, of those too that do not tell what is
/// left.
std::optional<std::chrono::milliseconds> longestReset(const HttpReply &reply, const QDateTime &now,
                                                      bool orUnsaid)
{
    std::optional<std::chrono::milliseconds> longest;
    const auto consider
        = [&](const QByteArray &remaining, std::optional<std::chrono::milliseconds> wait) {
              const bool ranOut = remaining.isEmpty() ? orUnsaid : remaining.trimmed() == "0";
              if (wait && ranOut)
                  longest = qMax(longest.value_or(*wait), *wait);
          };
    for (const char *what : {"requests", "tokens"}) {
        consider(reply.header(QByteArray("x-ratelimit-remaining-") + what),
                 durationIn(reply.header(QByteArray("x-ratelimit-reset-") + what)));
    }
    for (const char *what : {"requests", "tokens", "input-tokens", "output-tokens"}) {
        const QByteArray prefix = QByteArray("anthropic-ratelimit-") + what;
        const QString reset = QString::fromLatin1(reply.header(prefix + "-reset"));
        consider(reply.header(prefix + "-remaining"),
                 waitUntil(QDateTime::fromString(reset, Qt::ISODateWithMs), now));
    }
    return longest;
}

} // namespace

ServiceFault faultIn(const QByteArray &body)
{
    ServiceFault fault;
    const QByteArray trimmed = body.trimmed();
    if (trimmed.startsWith('<')) {
        fault.isHtml = true;
        static const QRegularExpression title(u"<title[^>]*>([^<]{1,200})</title>"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        fault.message = shown(title.match(QString::fromUtf8(trimmed.left(16'384))).captured(1));
        return fault;
    }
    auto object = jsonObject(trimmed);
    if (trimmed.startsWith('[')) // Google, where a stream was asked for that has no events
        object = QJsonDocument::fromJson(trimmed).array().first().toObject();
    if (!object) {
        fault.message = shown(QString::fromUtf8(trimmed.left(longestWords)));
        return fault;
    }
    const QJsonObject error = object->value("error"_L1).toObject();
    readInto(fault, error);
    readGoogle(fault, error);
    readOpenRouter(fault, error);
    // Anthropic puts the reason of a 429 below `details`, Azure that of a 400 below `innererror`.
    if (const QString inner = textOf(error.value("details"_L1).toObject().value("error_code"_L1));
        !inner.isEmpty())
        fault.code = inner;
    hint(fault, error.value("innererror"_L1).toObject().value("code"_L1));
    if (error.isEmpty()) {
        readInto(fault, *object);
        if (fault.code.isEmpty())
            fault.code = textOf(object->value("name"_L1)); // Stability
        if (fault.type == "error"_L1)
            fault.type.clear(); // the name of an event, not of an error
        // Runway says what is wrong with which field beside its words.
        if (const QString issues = textOf(object->value("issues"_L1)); !issues.isEmpty())
            fault.message += fault.message.isEmpty() ? issues : u": "_s + issues;
    }
    if (fault.requestId.isEmpty())
        fault.requestId = textOf(object->value("request_id"_L1));
    fault.message = shown(fault.message);
    return fault;
}

QString requestIdOf(const HttpReply &reply)
{
    for (const auto name :
         {"x-request-id", "request-id", "apim-request-id", "mistral-correlation-id"}) {
        if (const QByteArray id = reply.header(name); !id.isEmpty())
            return QString::fromLatin1(id.left(200));
    }
    return {};
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 ms = reply.header("retry-after-ms").split('.').first().toLongLong(&isNumber);
    if (isNumber && ms >= 0)
        return std::chrono::milliseconds(ms);
    if (const QByteArray text = reply.header("retry-after").trimmed(); !text.isEmpty()) {
        if (const auto wait = durationIn(text))
            return wait;
        if (const auto wait = waitUntil(reply.date("retry-after"), now))
            return wait;
    }
    return longestReset(reply, now, true);
}

std::optional<std::chrono::milliseconds> resetOfSpent(const HttpReply &reply, const QDateTime &now)
{
    return longestReset(reply, now, false);
}

} // namespace keyway
