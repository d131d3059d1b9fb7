#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <limits>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

std::optional<QJsonObject> jsonObject(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    const QByteArray raw = QByteArray::fromRawData(bytes.data(), bytes.size());
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(raw, &problem);
    if (problem.error == QJsonParseError::IllegalUTF8String)
        document = QJsonDocument::fromJson(QString::fromUtf8(bytes).toUtf8(), &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<qint64> jsonCount(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const qint64 count = value.toInteger(-1);
    return count < 0 ? std::nullopt : std::optional(count);
}

qint64 jsonCountOrZero(const QJsonObject &object, QLatin1StringView field)
{
    return jsonCount(object.value(field)).value_or(0);
}

std::optional<qint64> jsonDecimal(const QJsonValue &value, int decimals)
{
    QByteArray text;
    if (value.isString()) {
        text = value.toString().toLatin1();
    } else if (value.isDouble()) {
        text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        text = text.sliced(1, text.size() - 2);
    }
    int exponent = 0;
    if (const qsizetype e = text.toLower().indexOf('e'); e >= 0) {
        bool isNumber = false;
        exponent = text.sliced(e + 1).toInt(&isNumber);
        if (!isNumber || exponent < -400 || exponent > 400)
            return std::nullopt;
        text.truncate(e);
    }
    const qsizetype point = text.indexOf('.');
    const QByteArray digits = point < 0 ? text : text.first(point) + text.sliced(point + 1);
    // How many of the digits stand before the wanted unit.
    const qsizetype kept = (point < 0 ? text.size() : point) + exponent + decimals;
    if (digits.isEmpty())
        return std::nullopt;
    qint64 result = 0;
    for (qsizetype i = 0; i < qMax(kept, digits.size()); ++i) {
        const char c = i < digits.size() ? digits.at(i) : '0';
        if (c < '0' || c > '9')
            return std::nullopt;
        if (i < kept) {
            if (result > (std::numeric_limits<qint64>::max() - 10) / 10)
                return std::nullopt;
            result = result * 10 + (c - '0');
        } else if (i == kept && c >= '5') {
            ++result;
        }
    }
    return result;
}

QJsonValue jsonFromText(const QString &text)
{
    const QByteArray wrapped = '[' + text.trimmed().toUtf8() + ']';
    const QJsonArray array = QJsonDocument::fromJson(wrapped).array();
    const bool isOne = array.size() == 1 && !array.first().isString() && !array.first().isNull();
    return isOne ? array.first() : QJsonValue(text);
}

QString WholeText::take(const QString &piece)
{
    QString whole;
    whole.reserve(piece.size() + 1);
    for (const QChar c : piece) {
        if (!m_held.isNull()) {
            whole += c.isLowSurrogate() ? m_held : QChar(QChar::ReplacementCharacter);
            m_held = {};
            if (c.isLowSurrogate()) {
                whole += c;
                continue;
            }
        }
        if (c.isHighSurrogate())
            m_held = c;
        else
            whole += c.isLowSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
    }
    return whole;
}

QString WholeText::rest()
{
    const bool half = !std::exchange(m_held, {}).isNull();
    return half ? QString(QChar(QChar::ReplacementCharacter)) : QString();
}

} // namespace keyway
