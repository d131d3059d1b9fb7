#include "core/storage/billingzone.h"
#include "core/storage/database.h"
#include "core/storage/ledger.h"
#include "core/storage/recordconditions.h"
#include "core/storage/recordrow.h"

#include <QtCore/QJsonDocument>

namespace keyway {

using namespace Qt::StringLiterals;

LedgerReader::LedgerReader(Database &database)
    : m_database(database)
{
}

Result<UsageSummary> LedgerReader::month(const QDate &anyDay, const UsageFilter &filter)
{
    UsageSummary summary;
    summary.month = firstOfMonth(anyDay);
    RecordConditions where;
    where.addMonth(anyDay);
    where.add(filter);
    const auto read = m_database.query(
        u"SELECT billing_day, integration_id, service, model, requests, attempts, unknown_costs, "
        "estimated_costs, tokens_in, tokens_out, platform_cost_nano, platform_fee_nano "
        "FROM daily"_s
            + where.sql(),
        where.values, [&summary](const Row &row) {
            UsageSums sums;
            sums.requests = row.number(4);
            sums.attempts = row.number(5);
            sums.unknownCosts = row.number(6);
            sums.estimatedCosts = row.number(7);
            sums.tokensIn = row.number(8);
            sums.tokensOut = row.number(9);
            sums.platformCost = row.money(10);
            sums.platformFee = row.money(11);
            summary.all += sums;
            summary.byDay[row.day(0)] += sums;
            summary.servicesOn[row.day(0)][row.text(2)] += sums;
            summary.byIntegration[row.id(1)] += sums;
            summary.modelsOf[row.id(1)][row.text(3)] += sums;
            summary.daysOf[row.id(1)][row.day(0)] += sums.platformCost;
            summary.byService[row.text(2)] += sums;
            summary.byModel[row.text(2) + u'/' + row.text(3)] += sums;
            return true;
        });
    if (!read)
        return read.error();
    return summary;
}

Result<QList<UsageRecord>> LedgerReader::records(const RecordFilter &filter)
{
    RecordConditions where(filter);
    where.values.append(filter.limit);
    where.values.append(filter.offset);
    QList<UsageRecord> records;
    const auto read = m_database.query(
        "SELECT "_L1 + recordColumns() + " FROM attempt"_L1 + where.sql()
            + " ORDER BY billing_day DESC, started_at DESC, record_id DESC LIMIT ? OFFSET ?"_L1,
        where.values, [&records](const Row &row) {
            records.append(recordFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return records;
}

Result<qint64> LedgerReader::countRecords(const RecordFilter &filter)
{
    const RecordConditions where(filter);
    qint64 count = 0;
    const auto read = m_database.query("SELECT count(*) FROM attempt"_L1 + where.sql(),
                                       where.values, [&count](const Row &row) {
                                           count = row.number(0);
                                           return false;
                                       });
    if (!read)
        return read.error();
    return count;
}

Result<std::optional<routing::RoutePlan>> LedgerReader::planOf(const Id &request)
{
    std::optional<routing::RoutePlan> plan;
    const auto read = m_database.query(
        u"SELECT plan FROM request WHERE id = ?"_s, {request.toString()}, [&plan](const Row &row) {
            const QJsonDocument json = QJsonDocument::fromJson(row.text(0).toUtf8());
            plan = routing::RoutePlan::fromJson(json.object());
            return false;
        });
    if (!read)
        return read.error();
    return plan;
}

Result<QHash<Id, Spending>> LedgerReader::spending(const QDate &anyDay)
{
    return m_database.read([&]() -> Result<QHash<Id, Spending>> {
        QHash<Id, Spending> spending;
        auto read = m_database.query(u"SELECT id, total_spent_nano FROM integration"_s, {},
                                     [&spending](const Row &row) {
                                         spending[row.id(0)].ever = row.money(1);
                                         return true;
                                     });
        if (!read)
            return read.error();
        read = m_database.query(
            u"SELECT integration_id, spent_nano, reserved_nano FROM budget WHERE month = ?"_s,
            {monthKey(anyDay)}, [&spending](const Row &row) {
                Spending &one = spending[row.id(0)];
                one.thisMonth = row.money(1);
                one.reserved = row.money(2);
                return true;
            });
        if (!read)
            return read.error();
        read = m_database.query(
            u"SELECT integration_id, requests FROM daily WHERE billing_day BETWEEN ? AND ?"_s,
            daysOfMonth(anyDay), [&spending](const Row &row) {
                spending[row.id(0)].requestsThisMonth += row.number(1);
                return true;
            });
        if (!read)
            return read.error();
        return spending;
    });
}

} // namespace keyway
