#pragma once

#include "core/base/id.h"
#include "core/money/money.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QVariant>

#include <optional>

class QSqlQuery;

namespace keyway {

/// The current row of a query, by column number. Valid inside the callback of Database::query().
class Row {
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    bool isNull(int column) const;
    QString text(int column) const;
    qint64 number(int column) const;
    int integer(int column) const { return static_cast<int>(number(column)); }
    bool flag(int column) const { return number(column) != 0; }
    QByteArray bytes(int column) const;
    Money money(int column) const { return Money::fromNano(number(column)); }
    Id id(int column) const { return Id::fromString(text(column)).value_or(Id()); }
    QDateTime time(int column) const;
    QDate day(int column) const;

    std::optional<Money> optionalMoney(int column) const;
    std::optional<QDateTime> optionalTime(int column) const;
    std::optional<qint64> optionalNumber(int column) const;

private:
    const QSqlQuery &m_query;
};

// How values are written: times as milliseconds since 1970 UTC, days as 2026-11-22, money as
// nano-dollars.
QVariant stored(const QDateTime &time);
QVariant stored(const QDate &day);
QVariant stored(Money money);
QVariant stored(const Id &id); ///< NULL for a null id
inline QVariant stored(qint64 number)
{
    return QVariant::fromValue(number);
}
template <class T> QVariant stored(const std::optional<T> &value)
{
    return value ? stored(*value) : QVariant();
}

} // namespace keyway
