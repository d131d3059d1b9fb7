#include "core/storage/row.h"

#include <QtSql/QSqlQuery>

namespace keyway {

bool Row::isNull(int column) const
{
    return m_query.isNull(column);
}

QString Row::text(int column) const
{
    return m_query.value(column).toString();
}

qint64 Row::number(int column) const
{
    return m_query.value(column).toLongLong();
}

QByteArray Row::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

QDateTime Row::time(int column) const
{
    return QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

QDate Row::day(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

std::optional<Money> Row::optionalMoney(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(money(column));
}

std::optional<QDateTime> Row::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

std::optional<qint64> Row::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QVariant stored(const QDateTime &time)
{
    return QVariant::fromValue<qint64>(time.toMSecsSinceEpoch());
}

QVariant stored(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

QVariant stored(Money money)
{
    return QVariant::fromValue<qint64>(money.nano());
}

QVariant stored(const Id &id)
{
    return id.isNull() ? QVariant() : QVariant(id.toString());
}

} // namespace keyway
