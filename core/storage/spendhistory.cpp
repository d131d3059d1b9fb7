#include "core/storage/spendhistory.h"

#include "core/storage/billingzone.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QTimeZone>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msOfHour = 3'600'000;

/// Hours are counted from 1970 on, in UTC.
qint64 hourOf(const QDateTime &at)
{
    return at.toMSecsSinceEpoch() / msOfHour;
}

} // namespace

Result<Done> addToHour(Database &database, const UsageRecord &record)
{
    if (record.platformCost.isZero())
        return Done();
    const auto added = database.run(
        u"INSERT INTO hourly (hour, platform_cost_nano) VALUES (?, ?) ON CONFLICT DO UPDATE SET "
        "platform_cost_nano = platform_cost_nano + excluded.platform_cost_nano"_s,
        {hourOf(record.startedAt), stored(record.platformCost)});
    if (!added)
        return added.error();
    return Done();
}

Result<guard::RunningSpend> runningSpend(Database &database, const QDateTime &at,
                                         const QTimeZone &zone)
{
    guard::RunningSpend running;
    QList<Money> ofDay, last;
    const qint64 hour = hourOf(at);
    const qint64 morning = hourOf(billingDay(at, zone).startOfDay(zone));
    const qint64 recent = hour - guard::runningHours + 1;
    const auto read = database.query(
        u"SELECT hour, platform_cost_nano FROM hourly WHERE hour BETWEEN ? AND ?"_s,
        {std::min(morning, recent), hour}, [&](const Row &row) {
            if (row.number(0) >= morning)
                ofDay.append(row.money(1));
            if (row.number(0) >= recent)
                last.append(row.money(1));
            if (row.number(0) == hour)
                running.hour = row.money(1);
            return true;
        });
    if (!read)
        return read.error();
    running.day = std::max(guard::sustained(ofDay), guard::sustained(last));
    return running;
}

Result<guard::SpendHistory> spendHistory(Database &database, const QDate &day,
                                         const QTimeZone &zone)
{
    guard::SpendHistory history;
    QDate last;
    const auto read = database.query(
        u"SELECT hour, platform_cost_nano FROM hourly WHERE hour >= ? AND hour < ? "
        "ORDER BY hour DESC"_s,
        {hourOf(day.addDays(-guard::oldestHistoryDays).startOfDay(zone)),
         hourOf(day.startOfDay(zone))},
        [&](const Row &row) {
            const QDate its = billingDay(
                QDateTime::fromMSecsSinceEpoch(row.number(0) * msOfHour, Qt::UTC), zone);
            if (its != last && history.days.size() == guard::historyDays)
                return false;
            if (its != last)
                history.days.append(QList<Money>());
            last = its;
            history.days.last().append(row.money(1));
            return true;
        });
    if (!read)
        return read.error();
    return history;
}

} // namespace keyway
