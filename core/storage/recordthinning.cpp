#include "core/storage/recordthinning.h"

#include "core/storage/audittrail.h"
#include "core/storage/billingzone.h"
#include "core/storage/database.h"
#include "core/storage/ledgersums.h"
#include "core/storage/recordconditions.h"
#include "core/storage/recordrow.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

Result<QList<MonthOfRows>> monthsOfRows(Database &database, const QDate &before)
{
    QList<MonthOfRows> months;
    const auto read = database.query(
        u"SELECT substr(billing_day, 1, 7), COUNT(*), SUM(outcome = 'started'), "
        "COUNT(c.record_id), SUM(a.platform_cost_nano), SUM(a.platform_fee_nano) FROM attempt a "
        "LEFT JOIN correction c ON c.record_id = a.record_id WHERE billing_day < ? "
        "GROUP BY 1 ORDER BY 1"_s,
        {stored(firstOfMonth(before))}, [&months](const Row &row) {
            months.append({QDate::fromString(row.text(0) + "-01"_L1, Qt::ISODate), row.number(1),
                           row.number(2), row.number(3), row.money(4), row.money(5)});
            return true;
        });
    if (!read)
        return read.error();
    return months;
}

Result<bool> isThinned(Database &database, const QDate &anyDay)
{
    return isThinned(database, anyDay, anyDay);
}

Result<bool> isThinned(Database &database, const QDate &first, const QDate &last)
{
    bool thinned = false;
    const auto read = database.query(u"SELECT 1 FROM thinned_month WHERE month BETWEEN ? AND ?"_s,
                                     {monthKey(first), monthKey(last)}, [&thinned](const Row &) {
                                         thinned = true;
                                         return false;
                                     });
    if (!read)
        return read.error();
    return thinned;
}

Result<Done> thinMonth(Database &database, const MonthOfRows &month, const QString &backup)
{
    const QString key = monthKey(month.month);
    const QVariantList days = daysOfMonth(month.month);
    if (month.running > 0)
        return Error(Error::Kind::Internal, key).withReason(u"attempts-run"_s);
    // The first lets the others through.
    const std::pair<QString, QVariantList> changes[] = {
        {u"INSERT INTO thinned_month (month, thinned_at, records, platform_cost_nano, "
         "platform_fee_nano) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
         "thinned_at = excluded.thinned_at, records = records + excluded.records, "
         "platform_cost_nano = platform_cost_nano + excluded.platform_cost_nano, "
         "platform_fee_nano = platform_fee_nano + excluded.platform_fee_nano"_s,
         {key, stored(database.clock().now()), month.records, stored(month.platformCost),
          stored(month.platformFee)}},
        {"INSERT INTO thinned_day (integration_id, month, day, cost_nano, attempts, unknown, "
         "unknown_at_most_nano, estimated, estimated_cost_nano, estimated_at_most_nano, "
         "across_midnight_nano) SELECT a.integration_id, ?, a.started_at / 86400000, "_L1
             + ownSumColumns()
             + " FROM attempt a LEFT JOIN correction c ON c.record_id = a.record_id "
               "WHERE a.billing_day BETWEEN ? AND ? GROUP BY 1, 3 ON CONFLICT DO UPDATE SET "
               "cost_nano = cost_nano + excluded.cost_nano, "
               "attempts = attempts + excluded.attempts, unknown = unknown + excluded.unknown, "
               "unknown_at_most_nano = unknown_at_most_nano + excluded.unknown_at_most_nano, "
               "estimated = estimated + excluded.estimated, "
               "estimated_cost_nano = estimated_cost_nano + excluded.estimated_cost_nano, "
               "estimated_at_most_nano = estimated_at_most_nano + excluded.estimated_at_most_nano, "
               "across_midnight_nano = across_midnight_nano + excluded.across_midnight_nano"_L1,
         QVariantList{key} + days},
        {u"DELETE FROM outbox WHERE record_id IN "
         "(SELECT record_id FROM attempt WHERE billing_day BETWEEN ? AND ?)"_s,
         days},
        {u"DELETE FROM correction WHERE record_id IN "
         "(SELECT record_id FROM attempt WHERE billing_day BETWEEN ? AND ?)"_s,
         days},
        {u"CREATE TEMP TABLE IF NOT EXISTS thinned_request (id TEXT PRIMARY KEY) WITHOUT ROWID"_s,
         {}},
        {u"DELETE FROM thinned_request"_s, {}},
        {u"INSERT OR IGNORE INTO thinned_request "
         "SELECT request_id FROM attempt WHERE billing_day BETWEEN ? AND ?"_s,
         days},
        {u"DELETE FROM attempt WHERE billing_day BETWEEN ? AND ?"_s, days},
        // One that goes on in the next month has attempts there.
        {u"DELETE FROM request WHERE id IN (SELECT id FROM thinned_request) AND NOT EXISTS "
         "(SELECT 1 FROM attempt WHERE request_id = request.id)"_s,
         {}},
    };
    for (const auto &[sql, values] : changes) {
        if (const auto done = database.run(sql, values); !done)
            return done.error();
    }
    return AuditTrail(database).append({u"records.thinned"_s,
                                        key,
                                        {{u"records"_s, month.records},
                                         {u"platform_cost_nano"_s, month.platformCost.nano()},
                                         {u"platform_fee_nano"_s, month.platformFee.nano()},
                                         {u"backup"_s, backup}}});
}

} // namespace keyway
