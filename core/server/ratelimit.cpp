#include "core/server/ratelimit.h"

#include <algorithm>

namespace keyway::server {

using std::chrono::microseconds;
using std::chrono::milliseconds;

RateLimit::RateLimit(int calls, milliseconds per, int burst)
    : m_interval(microseconds(per) / calls)
    , m_tolerance(m_interval * (burst - 1))
{
}

std::optional<milliseconds> RateLimit::admit(const QByteArray &key, milliseconds now)
{
    const std::lock_guard lock(m_mutex);
    if (m_arrivals.size() >= mostKeys)
        forgetOld(now);
    const microseconds at = now;
    const microseconds due = std::max(m_arrivals.value(key, at), at);
    if (due - at > m_tolerance)
        return std::chrono::ceil<milliseconds>(due - at - m_tolerance);
    // Whoever floods us with keys shares what is left.
    if (m_arrivals.size() < mostKeys || m_arrivals.contains(key))
        m_arrivals.insert(key, due + m_interval);
    else
        return std::chrono::ceil<milliseconds>(m_interval);
    return std::nullopt;
}

void RateLimit::forgetOld(milliseconds now)
{
    m_arrivals.removeIf([now](const auto &entry) { return entry.value() <= now; });
}

} // namespace keyway::server
