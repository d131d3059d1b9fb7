#pragma once

#include "core/guard/ratelimit.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <chrono>
#include <mutex>
#include <optional>

namespace keyway::server {

/// So many calls in so long a time, evenly, with a burst: GCRA, one arrival time for each key (an
/// address, an account). Forgets keys that are no longer held back, and never keeps more than a
/// hundred thousand. Callable from any thread; times are monotonic.
class RateLimit {
public:
    RateLimit(int calls, std::chrono::milliseconds per, int burst);

    /// Nothing: go on. Else how long to wait; the call is not counted then.
    std::optional<std::chrono::milliseconds> admit(const QByteArray &key,
                                                   std::chrono::milliseconds now);

private:
    void forgetOld(std::chrono::milliseconds now);

    static constexpr qsizetype mostKeys = 100'000;

    const guard::Rate m_rate;
    std::mutex m_mutex;
    QHash<QByteArray, std::chrono::microseconds> m_arrivals;
};

} // namespace keyway::server
