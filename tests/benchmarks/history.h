#pragma once

#include "core/base/clock.h"
#include "core/storage/database.h"

#include <QtCore/QDate>
#include <QtCore/QString>

namespace keyway {

/// Years of somebody's records: six services of which one has a third of the requests, working
/// hours and free weekends, many cheap requests and few dear ones, some failures and some costs
/// that nobody knows.
struct History {
    qint64 rows = 1'000'000;
    qint64 rowsOfMonth = 30'000; ///< of the last month; the others share the rest evenly
    int months = 37;
    QDate lastMonth = QDate(2026, 10, 1);
    quint32 seed = 42;
};

/// Fills a new database with attempts that have ended, and with the sums that are kept of them.
/// The same history gives the same rows but for their ids. Written straight into the tables, which
/// is faster than through the ledger; tests hold the sums against the rows.
Result<Done> fill(Database &database, const History &history);

} // namespace keyway
