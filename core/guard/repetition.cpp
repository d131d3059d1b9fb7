#include "core/guard/repetition.h"

#include <algorithm>

namespace keyway::guard {

using std::chrono::milliseconds;

bool Repetitions::admit(const QByteArray &mark, milliseconds now)
{
    forget(now);
    Seen &seen = m_seen[mark];
    if (seen.allowed)
        return true;
    if (seen.stopped)
        return false;
    const milliseconds oldest = now - m_rule.within;
    seen.times.removeIf([oldest](milliseconds at) { return at <= oldest; });
    if (seen.times.size() >= m_rule.most) {
        seen = {{}, true, false};
        return false;
    }
    seen.times.append(now);
    return true;
}

bool Repetitions::isStopped(const QByteArray &mark) const
{
    return m_seen.value(mark).stopped;
}

void Repetitions::allow(const QByteArray &mark)
{
    m_seen[mark] = {{}, false, true};
}

void Repetitions::forget(milliseconds now)
{
    if (m_seen.size() < m_forgetAt)
        return;
    m_seen.removeIf([oldest = now - m_rule.within](const auto &entry) {
        const Seen &seen = entry.value();
        return !seen.stopped && !seen.allowed
            && (seen.times.isEmpty() || seen.times.last() <= oldest);
    });
    m_forgetAt = std::max<qsizetype>(256, 2 * m_seen.size());
}

} // namespace keyway::guard
