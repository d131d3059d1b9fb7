#include "core/server/platformstatistics.h"

#include "core/server/platformshard.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QJsonArray>
#include <QtCore/QMap>

#include <set>
#include <tuple>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

QString monthText(const QDate &day)
{
    return day.toString(u"yyyy-MM"_s);
}

struct Sum {
    qint64 requests = 0;
    qint64 attempts = 0;
    qint64 answered = 0;
    qint64 unknown = 0;
    Money cost;
    Money fee;

    void add(const Row &row, int first)
    {
        requests += row.number(first);
        attempts += row.number(first + 1);
        answered += row.number(first + 2);
        unknown += row.number(first + 3);
        cost += row.money(first + 4);
        fee += row.money(first + 5);
    }
    QJsonObject toJson() const
    {
        return {{u"requests"_s, requests},
                {u"attempts"_s, attempts},
                {u"fallbacks"_s, attempts - requests},
                {u"answered"_s, answered},
                {u"unknown_costs"_s, unknown},
                {u"platform_cost_nano"_s, cost.nano()},
                {u"fee_nano"_s, fee.nano()}};
    }
};

/// What Sum::add() reads. PostgreSQL sums to a type that Qt reads as floating point.
const auto sums = u"CAST(SUM(requests) AS BIGINT), CAST(SUM(attempts) AS BIGINT), "
                  "CAST(SUM(answered) AS BIGINT), CAST(SUM(unknown_costs) AS BIGINT), "
                  "CAST(SUM(platform_cost_nano) AS BIGINT), CAST(SUM(fee_nano) AS BIGINT)"_s;

/// The sums, each with its name or names.
QJsonArray listed(const QMap<QString, Sum> &named, const QString &name)
{
    QJsonArray list;
    for (auto it = named.begin(); it != named.end(); ++it) {
        QJsonObject one = it->toJson();
        one.insert(name, it.key());
        list.append(one);
    }
    return list;
}

} // namespace

PlatformStatistics::PlatformStatistics(SqlConnection &sql)
    : m_sql(sql)
{
}

Result<Done> PlatformStatistics::add(const Id &account, const QList<CheckedUsage> &records)
{
    QMap<std::tuple<QDate, QString, QString, QString>, Sum> grouped;
    for (const CheckedUsage &record : records) {
        const UsageMessage &m = record.message;
        Sum &sum = grouped[{m.billingDay, nameOf(record.check.plan), m.service, nameOf(m.type)}];
        ++sum.attempts;
        sum.requests += m.attempt == 1 ? 1 : 0;
        sum.answered += m.outcome == Outcome::Completed ? 1 : 0;
        sum.unknown += m.costState == CostState::Unknown ? 1 : 0;
        sum.cost += m.platformCost;
        sum.fee += record.check.fee;
    }
    for (auto it = grouped.constBegin(); it != grouped.constEnd(); ++it) {
        const auto &[day, plan, service, type] = it.key();
        const auto added = m_sql.run(
            u"INSERT INTO platform_day (day, shard, plan, service, type, requests, attempts, "
            "answered, unknown_costs, platform_cost_nano, fee_nano) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (day, shard, plan, service, type) DO UPDATE SET "
            "requests = platform_day.requests + excluded.requests, "
            "attempts = platform_day.attempts + excluded.attempts, "
            "answered = platform_day.answered + excluded.answered, "
            "unknown_costs = platform_day.unknown_costs + excluded.unknown_costs, "
            "platform_cost_nano = platform_day.platform_cost_nano + excluded.platform_cost_nano, "
            "fee_nano = platform_day.fee_nano + excluded.fee_nano"_s,
            {stored(day), platformShard(account), plan, service, type, it->requests, it->attempts,
             it->answered, it->unknown, stored(it->cost), stored(it->fee)});
        if (!added)
            return added.error();
    }
    return addMonths(account, records);
}

/// Counts the account in each month once.
Result<Done> PlatformStatistics::addMonths(const Id &account, const QList<CheckedUsage> &records)
{
    std::set<QString> months;
    for (const CheckedUsage &record : records)
        months.insert(monthText(record.message.billingDay));
    for (const QString &month : months) {
        const auto first = m_sql.run(u"INSERT INTO account_month (account_id, month) VALUES (?, ?) "
                                     "ON CONFLICT (account_id, month) DO NOTHING"_s,
                                     {stored(account), month});
        if (!first)
            return first.error();
        if (*first == 0)
            continue;
        const auto counted
            = m_sql.run(u"INSERT INTO platform_month (month, shard, accounts) VALUES (?, ?, 1) "
                        "ON CONFLICT (month, shard) DO UPDATE SET "
                        "accounts = platform_month.accounts + 1"_s,
                        {month, platformShard(account)});
        if (!counted)
            return counted.error();
    }
    return Done();
}

Result<qint64> PlatformStatistics::accounts()
{
    return m_sql.number(u"SELECT COUNT(*) FROM account WHERE verified_at IS NOT NULL AND "
                        "deleted_at IS NULL"_s);
}

Result<QJsonObject> PlatformStatistics::describe(const QDate &firstMonth, const QDate &lastMonth)
{
    Sum total;
    QMap<QString, Sum> byService;
    QMap<QString, Sum> byMonth;
    QMap<QString, QMap<QString, Sum>> byMonthAndPlan;
    const QVariantList period{stored(firstMonth), stored(lastMonth.addMonths(1))};
    const auto read
        = m_sql.query(u"SELECT substr(day, 1, 7), plan, service, "_s + sums
                          + u" FROM platform_day WHERE day >= ? AND day < ? GROUP BY 1, 2, 3"_s,
                      period, [&](const Row &row) {
                          const QString month = row.text(0);
                          for (Sum *const sum : {&total, &byService[row.text(2)], &byMonth[month],
                                                 &byMonthAndPlan[month][row.text(1)]})
                              sum->add(row, 3);
                          return true;
                      });
    if (!read)
        return read.error();
    QJsonArray days;
    const auto readDays = m_sql.query(
        u"SELECT day, "_s + sums
            + u" FROM platform_day WHERE day >= ? AND day < ? GROUP BY day ORDER BY day"_s,
        period, [&days](const Row &row) {
            Sum sum;
            sum.add(row, 1);
            QJsonObject day = sum.toJson();
            day.insert(u"day"_s, row.text(0));
            days.append(day);
            return true;
        });
    if (!readDays)
        return readDays.error();
    QMap<QString, qint64> active;
    const auto counted = m_sql.query(
        u"SELECT month, accounts FROM platform_month WHERE month >= ? AND month <= ?"_s,
        {monthText(firstMonth), monthText(lastMonth)}, [&active](const Row &row) {
            active[row.text(0)] += row.number(1);
            return true;
        });
    if (!counted)
        return counted.error();
    const Result<qint64> known = accounts();
    if (!known)
        return known.error();

    QJsonArray months;
    for (auto it = byMonth.constBegin(); it != byMonth.constEnd(); ++it) {
        QJsonObject month = it->toJson();
        month.insert(u"month"_s, it.key());
        month.insert(u"active_accounts"_s, active.value(it.key()));
        month.insert(u"plans"_s, listed(byMonthAndPlan.value(it.key()), u"plan"_s));
        months.append(month);
    }
    return QJsonObject{{u"from"_s, monthText(firstMonth)},
                       {u"to"_s, monthText(lastMonth)},
                       {u"accounts"_s, *known},
                       {u"total"_s, total.toJson()},
                       {u"months"_s, months},
                       {u"days"_s, days},
                       {u"services"_s, listed(byService, u"service"_s)}};
}

} // namespace keyway::server
