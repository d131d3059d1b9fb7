#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QString>

#include <optional>

namespace keyway {

/// The object in `bytes`, whatever stands around it in white space. Invalid UTF-8 becomes U+FFFD,
/// since one bad byte in an answer is no reason to lose it. Nothing where it is no JSON object.
std::optional<QJsonObject> jsonObject(QByteArrayView bytes);

/// A whole number that is not negative, or nothing: null, text and absent fields are all "not
/// reported".
std::optional<qint64> jsonCount(const QJsonValue &value);
/// The same with 0 for "not reported".
qint64 jsonCountOrZero(const QJsonObject &object, QLatin1StringView field);

/// A decimal number times ten to the power of `decimals`, exact where it has no more decimals, else
/// rounded half away from zero. It reads the digits and never calculates in floating point. Nothing
/// for a negative or too large number, or no number.
std::optional<qint64> jsonDecimal(const QJsonValue &value, int decimals);

/// A parameter's text as the JSON value that it looks like: number, true, false, array; else a
/// string.
QJsonValue jsonFromText(const QString &text);

/// Puts UTF-16 text together whose surrogate pairs may be split between pieces. What take() returns
/// is always whole; lone surrogates become U+FFFD.
class WholeText {
public:
    QString take(const QString &piece);
    /// What is left at the end: U+FFFD where half a pair never got its other half.
    QString rest();

private:
    QChar m_held;
};

} // namespace keyway
