#include "core/guard/ratelimit.h"

#include <algorithm>
#include <utility>

namespace keyway::guard {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

Rate Rate::of(int requests, milliseconds per, int burst)
{
    const qint64 share = microseconds(per).count();
    // Rounded up: a rate that does not divide the time must not let one more through.
    return {microseconds((share + requests - 1) / requests), burst};
}

std::optional<microseconds> admit(const Rate &rate, microseconds &due, microseconds now)
{
    const microseconds from = std::max(due, now);
    const microseconds tolerance = rate.interval * (rate.burst - 1);
    if (from - now > tolerance)
        return from - now - tolerance;
    due = from + rate.interval;
    return std::nullopt;
}

RateState resumed(const RateState &kept, microseconds now)
{
    if (now >= kept.keptAt)
        return kept;
    return {now + std::max(kept.due - kept.keptAt, microseconds(0)), now};
}

RateGate::RateGate(QList<RateRule> rules)
    : m_rules(std::move(rules))
{
}

bool RateGate::concerns(const RateRule &rule, const RateSubject &subject) const
{
    switch (rule.scope) {
    case RateRule::Scope::Integration:
        return rule.name.isEmpty() || rule.name == subject.integration;
    case RateRule::Scope::App:
        return rule.name.isEmpty() || rule.name == subject.app;
    case RateRule::Scope::User:
        break;
    }
    return true;
}

QString RateGate::keyOf(qsizetype rule, const RateSubject &subject) const
{
    const QString number = QString::number(rule) + u'/';
    switch (m_rules.at(rule).scope) {
    case RateRule::Scope::Integration:
        return number + subject.integration;
    case RateRule::Scope::App:
        return number + subject.app;
    case RateRule::Scope::User:
        break;
    }
    return number;
}

std::optional<RateRefusal> RateGate::admit(const RateSubject &subject, microseconds now)
{
    QMap<QString, RateState> moved;
    QStringList counted;
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const RateRule &rule = m_rules.at(i);
        if (!concerns(rule, subject))
            continue;
        const QString key = keyOf(i, subject);
        if (rule.atOnce > 0 && m_running.value(key) >= rule.atOnce)
            return RateRefusal{rule, milliseconds(0)};
        counted.append(key);
        if (!rule.rate)
            continue;
        RateState state = resumed(m_states.value(key), now);
        if (const auto wait = guard::admit(*rule.rate, state.due, now))
            return RateRefusal{rule, std::chrono::ceil<milliseconds>(*wait)};
        state.keptAt = now;
        moved.insert(key, state);
    }
    m_states.insert(moved);
    for (const QString &key : std::as_const(counted))
        ++m_running[key];
    return std::nullopt;
}

void RateGate::end(const RateSubject &subject)
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        if (!concerns(m_rules.at(i), subject))
            continue;
        const auto running = m_running.find(keyOf(i, subject));
        if (running != m_running.end() && --*running <= 0)
            m_running.erase(running);
    }
}

void RateGate::resume(const QMap<QString, RateState> &kept, microseconds now)
{
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        m_states.insert(it.key(), resumed(*it, now));
}

} // namespace keyway::guard
