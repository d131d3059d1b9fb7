#pragma once

#include "core/base/result.h"
#include "core/guard/alert.h"

#include <QtCore/QList>

namespace keyway::engine {

class Workspace;

// What was unusual in a workspace, and the user's answers to it. On the core thread.

/// Newest first.
Result<QList<guard::Alert>> alerts(Workspace &workspace);
/// "That was me": the same level is not told again, a repeated prompt is asked again. Error:
/// Rejected, `no-such-alert`.
Result<Done> acknowledgeAlerts(Workspace &workspace, const QList<Id> &alerts);
Result<Done> setAlertsSeen(Workspace &workspace, const QList<Id> &alerts, bool seen);

} // namespace keyway::engine
