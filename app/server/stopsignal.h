#pragma once

#include <functional>

class QObject;

namespace keyway::app {

/// Calls `stop` on the owner's thread when the program is asked to end (SIGTERM, SIGINT). Asked a
/// second time, it ends at once. Where there are no such signals nothing happens.
void onStopSignal(QObject *owner, std::function<void()> stop);

} // namespace keyway::app
