#include "core/server/useranalytics.h"

#include "core/server/platformshard.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <set>
#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int cohortMonths = 12;
/// Upper bounds of what a person spends in a month, in cents; the last band has none.
constexpr qint64 bands[] = {0, 100, 500, 1'000, 2'000, 4'000, 8'000};

using Group = std::pair<QString, QString>; ///< kind and name

/// The groups that a record puts its account into.
QList<Group> groupsOf(const UsageMessage &record)
{
    const QDateTime at = record.startedAt.toUTC();
    return {{u"service"_s, record.service},
            {u"model"_s, record.service + u'/' + record.model},
            {u"type"_s, nameOf(record.type)},
            {u"hour"_s, QString::number(at.time().hour())},
            {u"weekday"_s, QString::number(at.date().dayOfWeek())}};
}

QString monthText(const QDate &day)
{
    return day.toString(u"yyyy-MM"_s);
}

QJsonArray listed(const QMap<QString, qint64> &groups)
{
    QJsonArray list;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        list.append(QJsonObject{{u"name"_s, it.key()}, {u"accounts"_s, *it}});
    return list;
}

/// Neither the group nor the rest is a handful of people.
bool isTellable(qint64 group, qint64 all)
{
    return group >= UserAnalytics::fewest && (group == all || all - group >= UserAnalytics::fewest);
}

} // namespace

QMap<QString, qint64> tellable(const QMap<QString, qint64> &groups, qint64 all)
{
    QMap<QString, qint64> told;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        if (isTellable(*it, all))
            told.insert(it.key(), *it);
    }
    return told;
}

QMap<QString, qint64> tellableParts(const QMap<QString, qint64> &parts, qint64 all)
{
    QMap<QString, qint64> told = tellable(parts, all);
    qint64 hidden = all;
    for (const qint64 some : std::as_const(told))
        hidden -= some;
    while (hidden > 0 && hidden < UserAnalytics::fewest && !told.isEmpty()) {
        const auto smallest = std::min_element(told.begin(), told.end());
        hidden += *smallest;
        told.erase(smallest);
    }
    return told;
}

UserAnalytics::UserAnalytics(SqlConnection &sql)
    : m_sql(sql)
{
}

QStringList UserAnalytics::removals()
{
    return {u"DELETE FROM account_group WHERE account_id = ?"_s,
            u"DELETE FROM account_spend WHERE account_id = ?"_s};
}

Result<Done> UserAnalytics::add(const Id &account, const QList<CheckedUsage> &records)
{
    QMap<QString, QList<CheckedUsage>> byMonth;
    for (const CheckedUsage &record : records)
        byMonth[monthText(record.message.billingDay)].append(record);
    for (auto it = byMonth.cbegin(); it != byMonth.cend(); ++it) {
        Money cost;
        for (const CheckedUsage &record : *it)
            cost += record.message.platformCost;
        const auto spent = m_sql.run(
            u"INSERT INTO account_spend (month, account_id, cost_nano) VALUES (?, ?, ?) "
            "ON CONFLICT (month, account_id) DO UPDATE SET "
            "cost_nano = account_spend.cost_nano + excluded.cost_nano"_s,
            {it.key(), stored(account), stored(cost)});
        if (!spent)
            return spent.error();
        if (auto added = addGroups(account, it.key(), *it); !added)
            return added;
        if (auto added = addStart(account, it.key()); !added)
            return added;
    }
    return Done();
}

/// Mostly all of them are known already: one look, nothing to write.
Result<Done> UserAnalytics::addGroups(const Id &account, const QString &month,
                                      const QList<CheckedUsage> &all)
{
    std::set<Group> missing;
    for (const CheckedUsage &record : all) {
        for (Group &group : groupsOf(record.message))
            missing.insert(std::move(group));
    }
    const auto read
        = m_sql.query(u"SELECT kind, name FROM account_group WHERE account_id = ? AND month = ?"_s,
                      {stored(account), month}, [&missing](const Row &row) {
                          missing.erase({row.text(0), row.text(1)});
                          return true;
                      });
    if (!read)
        return read.error();
    for (const auto &[kind, name] : missing) {
        const auto added = m_sql.run(
            u"INSERT INTO account_group (account_id, month, kind, name) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (account_id, month, kind, name) DO NOTHING"_s,
            {stored(account), month, kind, name});
        if (!added)
            return added.error();
        if (*added == 0)
            continue;
        const auto counted = m_sql.run(
            u"INSERT INTO platform_group (month, kind, name, shard, accounts) "
            "VALUES (?, ?, ?, ?, 1) ON CONFLICT (month, kind, name, shard) DO UPDATE SET "
            "accounts = platform_group.accounts + 1"_s,
            {month, kind, name, platformShard(account)});
        if (!counted)
            return counted.error();
    }
    return Done();
}

/// Counts the account among those that started when it did. A record from before its first one
/// moves the start of all its months.
Result<Done> UserAnalytics::addStart(const Id &account, const QString &month)
{
    QStringList before;
    const auto read
        = m_sql.query(u"SELECT month FROM account_month WHERE account_id = ? ORDER BY month"_s,
                      {stored(account)}, [&before](const Row &row) {
                          before.append(row.text(0));
                          return true;
                      });
    if (!read)
        return read.error();
    if (before.contains(month))
        return Done();
    const auto count
        = [&](const QString &active, const QString &start, qint64 change) -> Result<Done> {
        const auto counted
            = m_sql.run(u"INSERT INTO platform_cohort (month, start_month, shard, accounts) "
                        "VALUES (?, ?, ?, ?) ON CONFLICT (month, start_month, shard) DO UPDATE SET "
                        "accounts = platform_cohort.accounts + excluded.accounts"_s,
                        {active, start, platformShard(account), change});
        return counted ? Result<Done>(Done()) : counted.error();
    };
    const QString start = before.isEmpty() ? month : std::min(before.first(), month);
    if (!before.isEmpty() && start != before.first()) {
        for (const QString &active : std::as_const(before)) {
            if (auto taken = count(active, before.first(), -1); !taken)
                return taken;
            if (auto given = count(active, start, 1); !given)
                return given;
        }
    }
    return count(month, start, 1);
}

Result<QMap<QString, qint64>> UserAnalytics::groups(const QString &month, const QString &kind)
{
    Counts counts;
    const auto read = m_sql.query(u"SELECT name, CAST(SUM(accounts) AS BIGINT) FROM platform_group "
                                  "WHERE month = ? AND kind = ? GROUP BY name"_s,
                                  {month, kind}, [&counts](const Row &row) {
                                      counts.insert(row.text(0), row.number(1));
                                      return true;
                                  });
    if (!read)
        return read.error();
    return counts;
}

/// Bands with few people in them are put together with their neighbours.
Result<QJsonArray> UserAnalytics::spending(const QString &month)
{
    QString band = u"CASE "_s;
    qint64 number = 0;
    for (const qint64 cents : bands)
        band
            += u"WHEN cost_nano <= %1 THEN %2 "_s.arg(Money::fromCents(cents).nano()).arg(number++);
    QMap<qint64, qint64> people;
    const auto read = m_sql.query(
        u"SELECT %1 ELSE %2 END, COUNT(*) FROM account_spend WHERE month = ? GROUP BY 1"_s.arg(band)
            .arg(number),
        {month}, [&people](const Row &row) {
            people.insert(row.number(0), row.number(1));
            return true;
        });
    if (!read)
        return read.error();
    QJsonArray list;
    qint64 gathered = 0;
    const auto close = [&](qint64 last) {
        QJsonObject one{{u"accounts"_s, std::exchange(gathered, 0)}};
        if (last < number)
            one.insert(u"to_cents"_s, bands[last]);
        list.append(one);
    };
    for (qint64 at = 0; at <= number; ++at) {
        gathered += people.value(at);
        if (gathered >= fewest)
            close(at);
    }
    if (gathered > 0 && !list.isEmpty()) { // too few at the end: they join those before them
        gathered += list.takeAt(list.size() - 1).toObject().value("accounts"_L1).toInteger();
        close(number);
    }
    return list;
}

Result<QJsonArray> UserAnalytics::cohorts(const QDate &month)
{
    QMap<QString, Counts> byMonth; ///< accounts by start, of each month in which they came
    const auto read = m_sql.query(
        u"SELECT month, start_month, CAST(SUM(accounts) AS BIGINT) FROM platform_cohort "
        "WHERE month > ? AND month <= ? GROUP BY 1, 2"_s,
        {monthText(month.addMonths(-cohortMonths)), monthText(month)}, [&byMonth](const Row &row) {
            if (row.number(2) > 0)
                byMonth[row.text(0)].insert(row.text(1), row.number(2));
            return true;
        });
    if (!read)
        return read.error();
    // Of those who came in a month each started in one month: that is what a column may not give
    // away. Of those who started together, who came back and who did not are parts, too.
    QMap<QString, Counts> told;
    for (auto column = byMonth.cbegin(); column != byMonth.cend(); ++column) {
        qint64 all = 0;
        for (const qint64 some : *column)
            all += some;
        Counts safe = *column;
        for (auto cell = column->cbegin(); cell != column->cend(); ++cell) {
            const qint64 started = byMonth.value(cell.key()).value(cell.key());
            if (!isTellable(*cell, started))
                safe.remove(cell.key());
        }
        told.insert(column.key(), tellableParts(safe, all));
    }
    QJsonArray list;
    for (QDate start = month.addMonths(1 - cohortMonths); start <= month;
         start = start.addMonths(1)) {
        const QString name = monthText(start);
        QJsonArray cells;
        for (QDate active = start; active <= month; active = active.addMonths(1)) {
            const Counts column = told.value(monthText(active));
            if (column.contains(name))
                cells.append(QJsonObject{{u"month"_s, monthText(active)},
                                         {u"accounts"_s, column.value(name)}});
        }
        if (!cells.isEmpty())
            list.append(QJsonObject{{u"start"_s, name}, {u"months"_s, cells}});
    }
    return list;
}

Result<QJsonObject> UserAnalytics::describe(const QDate &month)
{
    const QString name = monthText(month);
    const Result<qint64> active = m_sql.number(
        u"SELECT CAST(COALESCE(SUM(accounts), 0) AS BIGINT) FROM platform_month WHERE month = ?"_s,
        {name});
    if (!active)
        return active.error();
    QJsonObject answer{{u"month"_s, name}, {u"fewest"_s, fewest}};
    if (*active < fewest)
        return answer;
    answer.insert(u"accounts"_s, *active);
    const std::pair<QString, QString> kinds[] = {{u"services"_s, u"service"_s},
                                                 {u"types"_s, u"type"_s},
                                                 {u"hours"_s, u"hour"_s},
                                                 {u"weekdays"_s, u"weekday"_s}};
    Counts services;
    for (const auto &[field, kind] : kinds) {
        const Result<Counts> counts = groups(name, kind);
        if (!counts)
            return counts.error();
        if (kind == "service"_L1)
            services = *counts;
        answer.insert(field, listed(tellable(*counts, *active)));
    }
    const Result<Counts> models = groups(name, u"model"_s);
    if (!models)
        return models.error();
    // Who uses a model uses its service: the rest of those may not be a handful, either.
    Counts told = tellable(*models, *active);
    told.removeIf([&services](Counts::iterator model) {
        return !isTellable(model.value(), services.value(model.key().section(u'/', 0, 0)));
    });
    answer.insert(u"models"_s, listed(told));
    const Result<QJsonArray> spent = spending(name);
    if (!spent)
        return spent.error();
    answer.insert(u"spending"_s, *spent);
    const Result<QJsonArray> started = cohorts(month);
    if (!started)
        return started.error();
    answer.insert(u"cohorts"_s, *started);
    return answer;
}

} // namespace keyway::server
