#pragma once

#include <functional>

class QObject;

namespace keyway {

/// Calls `stop` on the owner's thread when the program is asked to end (SIGTERM, SIGINT). Asked a
/// second time, it ends at once. Returns the descriptor that becomes readable then, for code that
/// waits without an event loop; -1 where there are no such signals, and nothing happens there. Once
/// a program.
int onStopSignal(QObject *owner, std::function<void()> stop);

} // namespace keyway
