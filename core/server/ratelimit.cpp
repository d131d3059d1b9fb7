#include "core/server/ratelimit.h"

namespace keyway::server {

using std::chrono::microseconds;
using std::chrono::milliseconds;

RateLimit::RateLimit(int calls, milliseconds per, int burst)
    : m_rate{calls, per, burst}
{
}

std::optional<milliseconds> RateLimit::admit(const QByteArray &key, milliseconds now)
{
    const std::lock_guard lock(m_mutex);
    if (m_arrivals.size() >= mostKeys)
        forgetOld(now);
    microseconds due = m_arrivals.value(key, now);
    if (const auto wait = guard::admit(m_rate, due, now))
        return std::chrono::ceil<milliseconds>(*wait);
    // Whoever floods us with keys shares what is left.
    if (m_arrivals.size() < mostKeys || m_arrivals.contains(key))
        m_arrivals.insert(key, due);
    else
        return std::chrono::ceil<milliseconds>(m_rate.interval());
    return std::nullopt;
}

void RateLimit::forgetOld(milliseconds now)
{
    m_arrivals.removeIf([now](const auto &entry) { return entry.value() <= now; });
}

} // namespace keyway::server
