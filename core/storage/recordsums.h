#pragma once

#include "core/base/result.h"
#include "core/usage/usagerecord.h"

namespace keyway {

class Database;

/// Adds an attempt that has ended to everything that is kept of rows: the daily rollup, its hour,
/// what its integration has spent in its month and ever, and its last use. Takes `reserved` back,
/// which was set aside for it; the row of its month in `budget` is there then. Inside
/// Database::write() of the row itself.
Result<Done> addToSums(Database &database, const UsageRecord &record, Money reserved);

} // namespace keyway
