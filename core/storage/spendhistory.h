#pragma once

#include "core/base/result.h"
#include "core/guard/anomaly.h"
#include "core/usage/usagerecord.h"

class QTimeZone;

namespace keyway {

class Database;

/// What was spent by hours. They are kept beside the records, a row each, since two weeks of
/// records may be a hundred thousand rows: reading takes as long after years as on the first day.

/// Adds an attempt that has ended to the hour in which it began. Inside Database::write() of its
/// row.
Result<Done> addToHour(Database &database, const UsageRecord &record);
/// How the hour of `at` and its day in `zone`, the billing zone, stand.
Result<guard::RunningSpend> runningSpend(Database &database, const QDateTime &at,
                                         const QTimeZone &zone);
/// What came before `day` in `zone`.
Result<guard::SpendHistory> spendHistory(Database &database, const QDate &day,
                                         const QTimeZone &zone);

} // namespace keyway
