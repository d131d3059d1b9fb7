#pragma once

#include <QtCore/QString>

namespace keyway {

/// The victim: six requests at a time on one workspace, some in a conversation, some cancelled,
/// until it is killed. It tells on standard output, a line each, what it has seen:
///     ready
///     started RECORD INTEGRATION PROMPT     the row is in the ledger, nothing is sent yet
///     text RECORD                           the first words came
///     ended RECORD OUTCOME COST-STATE COST FEE     settled: this record is promised from here on
/// Returns only where it could not work.
int askForEver(const QString &folder, const QString &name);

} // namespace keyway
