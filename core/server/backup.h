#pragma once

#include "core/base/result.h"
#include "core/server/databaseaddress.h"

namespace keyway::server {

/// Copies the database of a server, which may be running, into a new file that only its owner may
/// read: as it is at one moment, checked from end to end, and under its name only once it is whole.
/// The master key is not in it. SQLite alone. Error: Rejected, `not-sqlite`; Storage, `exists`,
/// `cannot-open`, `damaged`.
Result<Done> backUp(const DatabaseAddress &database, const QString &file);

} // namespace keyway::server
