#include "core/guard/ratelimit.h"

#include "core/base/names.h"

#include <algorithm>
#include <utility>

namespace keyway::guard {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr Names<RateRule::Scope, 3> scopeNames{{
    {RateRule::Scope::User, "everything"_L1},
    {RateRule::Scope::Integration, "integration"_L1},
    {RateRule::Scope::App, "app"_L1},
}};

} // namespace

QString nameOf(RateRule::Scope scope)
{
    return nameIn(scopeNames, scope);
}

std::optional<RateRule::Scope> rateScopeFromName(QStringView name)
{
    return valueIn(scopeNames, name);
}

microseconds Rate::interval() const
{
    return microseconds((microseconds(per).count() + requests - 1) / requests);
}

std::optional<microseconds> admit(const Rate &rate, microseconds &due, microseconds now)
{
    const microseconds from = std::max(due, now);
    const microseconds tolerance = rate.interval() * (rate.burst - 1);
    if (from - now > tolerance)
        return from - now - tolerance;
    due = from + rate.interval();
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

bool RateGate::concerns(const RateRule &rule, const RateSubject &subject)
{
    switch (rule.scope) {
    case RateRule::Scope::Integration:
        return rule.name.isEmpty() || rule.name == subject.integration;
    case RateRule::Scope::App:
        return !subject.again && (rule.name.isEmpty() || rule.name == subject.app);
    case RateRule::Scope::User:
        break;
    }
    return !subject.again;
}

/// The same in every process: `integration/ID/ID` of a limit for one, `integration//ID` of one for
/// each.
QString RateGate::keyOf(const RateRule &rule, const RateSubject &subject)
{
    const QString limit = nameOf(rule.scope) + u'/' + rule.name + u'/';
    switch (rule.scope) {
    case RateRule::Scope::Integration:
        return limit + subject.integration;
    case RateRule::Scope::App:
        return limit + subject.app;
    case RateRule::Scope::User:
        break;
    }
    return limit;
}

std::optional<RateRefusal> RateGate::admit(const RateSubject &subject, microseconds now)
{
    QMap<QString, RateState> moved;
    QStringList counted;
    for (const RateRule &rule : std::as_const(m_rules)) {
        if (!concerns(rule, subject))
            continue;
        const QString key = keyOf(rule, subject);
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

void RateGate::begin(const RateSubject &subject, int requests)
{
    for (const RateRule &rule : std::as_const(m_rules)) {
        if (concerns(rule, subject))
            m_running[keyOf(rule, subject)] += requests;
    }
}

void RateGate::end(const RateSubject &subject)
{
    for (const RateRule &rule : std::as_const(m_rules)) {
        if (!concerns(rule, subject))
            continue;
        const auto running = m_running.find(keyOf(rule, subject));
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
