#include "core/sync/syncdelay.h"

#include <algorithm>

namespace keyway {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds first = 5s;
constexpr std::chrono::milliseconds longest = 15min;

} // namespace

std::chrono::milliseconds syncDelay(int failures, const Error &error, quint32 random)
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const std::chrono::milliseconds middle
        = std::min<std::chrono::milliseconds>(longest, first * (1LL << doublings));
    const auto spread = std::chrono::milliseconds(random % static_cast<quint32>(middle.count()));
    return std::max(middle / 2 + spread, error.reply().retryAfter.value_or(0ms));
}

} // namespace keyway
