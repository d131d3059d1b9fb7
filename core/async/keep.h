#pragma once

#include "core/async/task.h"

namespace keyway {

/// Answers as `task` does, and lets `kept` live until then: what the task works with may have no
/// other owner left by the time it goes on.
template <class T, class Kept> Task<T> keep(Task<T> task, [[maybe_unused]] Kept kept)
{
    auto answer = co_await task;
    co_return answer;
}

} // namespace keyway
