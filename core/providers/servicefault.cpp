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
            // FastAPI: [{"loc": [...], "msg": "...", "type": "..."}]
            const QString text
                = part.isObject() ? textOf(part.toObject().value("msg"_L1)) : textOf(part);
            if (!text.isEmpty())
                parts.append(text);
        }
        return parts.join(u"; "_s);
    }
    if (value.isObject())
        return textOf(value.toObject().value("message"_L1));
    return {};
}

void readInto(ServiceFault &fault, const QJsonObject &object)
{
    const auto fill = [&](QString &target, QLatin1StringView field) {
        if (target.isEmpty())
            target = textOf(object.value(field));
    };
    fill(fault.code, "code"_L1);
    fill(fault.type, "type"_L1);
    for (const auto field : {"message"_L1, "detail"_L1, "error"_L1, "errors"_L1})
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
    const auto object = jsonObject(trimmed);
    if (!object) {
        fault.message = shown(QString::fromUtf8(trimmed.left(longestWords)));
        return fault;
    }
    const QJsonObject error = object->value("error"_L1).toObject();
    readInto(fault, error);
    // Anthropic puts the reason of a 429 below `details`, Azure that of a 400 below `innererror`.
    if (const QString inner = textOf(error.value("details"_L1).toObject().value("error_code"_L1));
        !inner.isEmpty())
        fault.code = inner;
    if (error.isEmpty()) {
        readInto(fault, *object);
        if (fault.code.isEmpty())
            fault.code = textOf(object->value("name"_L1)); // Stability
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
        // Qt reads the zone of RFC 2822 as an offset only.
        const QString date = QString::fromLatin1(text).replace("GMT"_L1, "+0000"_L1);
        if (const auto wait = waitUntil(QDateTime::fromString(date, Qt::RFC2822Date), now))
            return wait;
    }
    std::optional<std::chrono::milliseconds> longest;
    const auto consider
        = [&](const QByteArray &remaining, std::optional<std::chrono::milliseconds> wait) {
              if (wait && (remaining.isEmpty() || remaining.trimmed() == "0"))
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

} // namespace keyway
