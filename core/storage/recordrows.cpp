#include "core/storage/recordrows.h"

#include "core/storage/database.h"
#include "core/storage/recordconditions.h"
#include "core/storage/recordrow.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// Empty for the time, by which everything is sorted in the end.
QLatin1StringView expressionOf(RecordColumn column)
{
    switch (column) {
    case RecordColumn::Time:
        break;
    case RecordColumn::Service:
        return "service COLLATE NOCASE"_L1;
    case RecordColumn::Model:
        return "model COLLATE NOCASE"_L1;
    case RecordColumn::TokensIn:
        return "tokens_in"_L1;
    case RecordColumn::TokensOut:
        return "tokens_out"_L1;
    case RecordColumn::Duration:
        return "duration_ms"_L1;
    case RecordColumn::Strategy:
        return "IIF(attempt > 1, 'fallback', strategy)"_L1;
    case RecordColumn::App:
        return "app"_L1;
    case RecordColumn::Cost:
        return "IIF(cost_state = 'unknown', NULL, platform_cost_nano)"_L1;
    case RecordColumn::StatedCost:
        return "stated_cost_nano"_L1;
    }
    return {};
}

QString orderSql(const RecordOrder &order)
{
    const QLatin1StringView direction
        = order.direction == Qt::AscendingOrder ? "ASC"_L1 : "DESC"_L1;
    if (order.column == RecordColumn::Time)
        return u" ORDER BY billing_day %1, started_at %1, record_id %1"_s.arg(direction);
    return u" ORDER BY %1 %2, billing_day DESC, started_at DESC, record_id DESC"_s.arg(
        expressionOf(order.column), direction);
}

} // namespace

RecordRows::RecordRows(Database &database)
    : m_database(database)
{
}

Result<QList<RecordKey>> RecordRows::keys(const RecordFilter &filter, const RecordOrder &order)
{
    const RecordConditions where(filter);
    QList<RecordKey> keys;
    const auto read
        = m_database.query("SELECT rowid FROM attempt"_L1 + where.sql() + orderSql(order),
                           where.values, [&keys](const Row &row) {
                               keys.append(row.number(0));
                               return true;
                           });
    if (!read)
        return read.error();
    return keys;
}

Result<QList<UsageRecord>> RecordRows::records(const QList<RecordKey> &keys)
{
    return m_database.read([&]() -> Result<QList<UsageRecord>> {
        QList<UsageRecord> records;
        records.reserve(keys.size());
        const QString sql = "SELECT "_L1 + recordColumns() + " FROM attempt WHERE rowid = ?"_L1;
        for (const RecordKey key : keys) {
            const auto read = m_database.query(sql, {stored(key)}, [&records](const Row &row) {
                records.append(recordFrom(row));
                return false;
            });
            if (!read)
                return read.error();
        }
        return records;
    });
}

} // namespace keyway
