#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QtCore/QHash>

namespace keyway {

class Database;

/// Attempts that have not ended, by integration, in every process. One whose process was killed
/// counts until somebody resolves it, see Ledger::resolveAbandoned(). Error: Storage.
Result<QHash<Id, int>> runningAttempts(Database &database);

} // namespace keyway
