#pragma once

#include "core/base/result.h"
#include "core/storage/usagesummary.h"
#include "core/usage/usagerecord.h"

#include <functional>
#include <optional>

namespace keyway {

class Database;

/// An attempt that has ended, and what its service said about its cost later.
struct EndedRecord {
    UsageRecord record;
    std::optional<Money> correctedCost;
};

/// Hands every attempt that has ended and fits `filter` to `each`, oldest first, until that says
/// false: one row at a time from one snapshot, so that memory does not grow with the history.
/// Limit and offset of the filter are not read.
Result<Done> forEachEnded(Database &database, RecordFilter filter,
                          const std::function<bool(const EndedRecord &)> &each);

} // namespace keyway
