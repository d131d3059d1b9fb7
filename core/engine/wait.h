#pragma once

#include "core/async/canceltoken.h"

#include <QCoro/QCoroTask>

#include <chrono>

namespace keyway::engine {

/// Sleeps on the event loop; ends early when cancelled.
QCoro::Task<> waitFor(std::chrono::milliseconds time, CancelToken cancel);

} // namespace keyway::engine
