#include "core/storage/database.h"
#include "core/storage/ledger.h"
#include "core/storage/ledgersums.h"
#include "core/storage/recordrow.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// Reads ownSumColumns(), from the third column on.
OwnSums sumsFrom(const Row &row)
{
    OwnSums sums;
    sums.cost = row.money(2);
    sums.attempts = row.number(3);
    sums.unknown = row.number(4);
    sums.unknownAtMost = row.money(5);
    sums.estimated = row.number(6);
    sums.estimatedCost = row.money(7);
    sums.estimatedAtMost = row.money(8);
    sums.acrossMidnight = row.money(9);
    return sums;
}

QDateTime startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC);
}

/// For the index: a moment's billing day is at most a day away from its UTC day.
QVariantList moments(const QDateTime &from, const QDateTime &until)
{
    return {stored(from.toUTC().date().addDays(-1)), stored(until.toUTC().date().addDays(1)),
            stored(from), stored(until)};
}

const QString finishedBetween
    = u" FROM attempt a LEFT JOIN correction c ON c.record_id = a.record_id "
      "WHERE a.billing_day BETWEEN ? AND ? AND a.started_at >= ? AND a.started_at < ? "
      "AND a.outcome <> 'started'"_s;

} // namespace

QString ownSumColumns()
{
    return u"SUM(IFNULL(c.platform_cost_nano, a.platform_cost_nano)), "
           "SUM(a.cost_state = 'unknown' OR a.platform_cost_nano <> 0), "
           "SUM(c.at IS NULL AND a.cost_state = 'unknown'), "
           "SUM(IIF(c.at IS NULL AND a.cost_state = 'unknown', a.reserved_nano, 0)), "
           "SUM(c.at IS NULL AND a.cost_state = 'estimated'), "
           "SUM(IIF(c.at IS NULL AND a.cost_state = 'estimated', a.platform_cost_nano, 0)), "
           "SUM(IIF(c.at IS NULL AND a.cost_state = 'estimated', a.reserved_nano, 0)), "
           "SUM(IIF(a.started_at / 86400000 <> (a.started_at + a.duration_ms) / 86400000, "
           "IFNULL(c.platform_cost_nano, a.platform_cost_nano), 0))"_s;
}

Result<QMap<Id, QMap<QDate, OwnSums>>> LedgerReader::utcDays(const QDate &from, const QDate &to)
{
    QMap<Id, QMap<QDate, OwnSums>> days;
    const auto read
        = m_database.query("SELECT a.integration_id, a.started_at / 86400000, "_L1 + ownSumColumns()
                               + finishedBetween + " GROUP BY 1, 2"_L1,
                           moments(startOf(from), startOf(to.addDays(1))), [&days](const Row &row) {
                               const QDate day = QDate(1970, 1, 1).addDays(row.number(1));
                               days[row.id(0)].insert(day, sumsFrom(row));
                               return true;
                           });
    if (!read)
        return read.error();
    const auto thinned = m_database.query(
        u"SELECT integration_id, day, cost_nano, attempts, unknown, unknown_at_most_nano, "
        "estimated, estimated_cost_nano, estimated_at_most_nano, across_midnight_nano "
        "FROM thinned_day WHERE day BETWEEN ? AND ?"_s,
        {QDate(1970, 1, 1).daysTo(from), QDate(1970, 1, 1).daysTo(to)}, [&days](const Row &row) {
            days[row.id(0)][QDate(1970, 1, 1).addDays(row.number(1))] += sumsFrom(row);
            return true;
        });
    if (!thinned)
        return thinned.error();
    return days;
}

Result<OwnSums> LedgerReader::between(const Id &integration, const QDateTime &from,
                                      const QDateTime &until)
{
    OwnSums sums;
    const auto read = m_database.query(
        "SELECT a.integration_id, 0, "_L1 + ownSumColumns() + finishedBetween
            + " AND a.integration_id = ? GROUP BY 1"_L1,
        moments(from, until) + QVariantList{integration.toString()}, [&sums](const Row &row) {
            sums = sumsFrom(row);
            return false;
        });
    if (!read)
        return read.error();
    return sums;
}

Result<QList<UsageRecord>> LedgerReader::uncertain(const Id &integration, const QDate &from,
                                                   const QDate &to)
{
    QList<UsageRecord> records;
    const auto read = m_database.query(
        "SELECT "_L1 + recordColumns()
            + " FROM attempt WHERE billing_day BETWEEN ? AND ? AND started_at >= ? "
              "AND started_at < ? AND integration_id = ? AND outcome <> 'started' "
              "AND cost_state IN ('estimated', 'unknown') "
              "AND record_id NOT IN (SELECT record_id FROM correction)"_L1,
        moments(startOf(from), startOf(to.addDays(1))) + QVariantList{integration.toString()},
        [&records](const Row &row) {
            records.append(recordFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return records;
}

} // namespace keyway
