#pragma once

#include <chrono>
#include <ctime>

namespace keyway {

/// What this process used of the processor so far: unlike a clock, it tells the same on a busy
/// computer as on an idle one.
inline std::chrono::microseconds processorTime()
{
    return std::chrono::microseconds(std::clock() * 1'000'000 / CLOCKS_PER_SEC);
}

} // namespace keyway
