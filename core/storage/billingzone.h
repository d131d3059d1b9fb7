#pragma once

#include "core/base/result.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace keyway {

class Database;

/// The day on which `at` falls in `zone`.
QDate billingDay(const QDateTime &at, const QTimeZone &zone);
/// The first day of the month that `day` is in.
QDate firstOfMonth(const QDate &day);

/// The account's one zone, as stored in the settings. Where none is stored yet, the system's zone,
/// which is stored when the database can be written.
Result<QTimeZone> billingZone(Database &database);
/// Error: Rejected, reason `no-such-zone`. Days that are already written stay as they are.
Result<Done> setBillingZone(Database &database, const QByteArray &ianaName);

} // namespace keyway
