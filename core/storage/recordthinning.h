#pragma once

#include "core/base/result.h"
#include "core/money/money.h"

#include <QtCore/QDate>
#include <QtCore/QList>

namespace keyway {

class Database;

/// The rows of a month of the billing zone.
struct MonthOfRows {
    QDate month; ///< its first day
    qint64 records = 0;
    qint64 running = 0; ///< of those, attempts that have not ended
    qint64 corrections = 0; ///< of those, attempts whose cost was corrected
    Money platformCost;
    Money platformFee;
};

/// Months before the one that `before` is in that have rows, oldest first.
Result<QList<MonthOfRows>> monthsOfRows(Database &database, const QDate &before);

/// Takes the rows of a month out, with their requests and corrections. What they came to stays: the
/// daily sums, what integrations spent, and by day of UTC what bills are compared with. Inside
/// Database::write(); audited, with `backup`, the name of a file that has them. Error: Internal,
/// `attempts-run`, where one of them has not ended; Storage.
Result<Done> thinMonth(Database &database, const MonthOfRows &month, const QString &backup);

/// Whether rows of the month were taken out.
Result<bool> isThinned(Database &database, const QDate &anyDay);
/// Whether rows of any month between the days were, both included.
Result<bool> isThinned(Database &database, const QDate &first, const QDate &last);

} // namespace keyway
