#pragma once

#include "core/base/result.h"
#include "core/catalogue/integration.h"
#include "core/usage/bill.h"

namespace keyway {
class Database;
}

namespace keyway::engine {

/// Keeps a bill that the user brought where the ones are that Check with providers reads, in the
/// place of what was kept of its days for the same account. `integration`: one of the account's.
/// Error: Storage.
Result<Done> keepBroughtBill(Database &database, const Integration &integration, const Bill &bill);

} // namespace keyway::engine
