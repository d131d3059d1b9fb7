#include "core/storage/ratelimitstore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/storage/session.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;
using guard::RateGate;
using guard::RateRefusal;
using guard::RateRule;
using guard::RateState;
using guard::RateSubject;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

RateRule ruleFrom(const Row &row)
{
    RateRule rule;
    rule.scope = guard::rateScopeFromName(row.text(0)).value_or(RateRule::Scope::User);
    rule.name = row.text(1);
    if (row.integer(2) > 0)
        rule.rate = guard::Rate{row.integer(2), milliseconds(row.number(3)), row.integer(4)};
    rule.atOnce = row.integer(5);
    return rule;
}

} // namespace

RateLimitStore::RateLimitStore(Database &database)
    : m_database(database)
{
}

Result<QList<RateRule>> RateLimitStore::rules()
{
    QList<RateRule> rules;
    const auto read = m_database.query(
        u"SELECT scope, name, requests, per_ms, burst, at_once FROM rate_limit ORDER BY scope, name"_s,
        {}, [&rules](const Row &row) {
            rules.append(ruleFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return rules;
}

Result<Done> RateLimitStore::set(const RateRule &rule)
{
    const guard::Rate rate = rule.rate.value_or(guard::Rate{0, milliseconds(0), 0});
    return m_database.write([&]() -> Result<Done> {
        const auto written
            = m_database.run(u"INSERT INTO rate_limit (scope, name, requests, per_ms, burst, "
                             "at_once) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (scope, name) DO "
                             "UPDATE SET requests = excluded.requests, per_ms = excluded.per_ms, "
                             "burst = excluded.burst, at_once = excluded.at_once"_s,
                             {nameOf(rule.scope), rule.name, rate.requests,
                              stored(qint64(rate.per.count())), rate.burst, rule.atOnce});
        if (!written)
            return written.error();
        return AuditTrail(m_database)
            .append({u"limit.rate-set"_s,
                     rule.name,
                     {{u"scope"_s, nameOf(rule.scope)},
                      {u"requests"_s, rate.requests},
                      {u"per_ms"_s, qint64(rate.per.count())},
                      {u"burst"_s, rate.burst},
                      {u"at_once"_s, rule.atOnce}}});
    });
}

Result<bool> RateLimitStore::remove(RateRule::Scope scope, const QString &name)
{
    return m_database.write([&]() -> Result<bool> {
        const auto removed = m_database.run(
            u"DELETE FROM rate_limit WHERE scope = ? AND name = ?"_s, {nameOf(scope), name});
        if (!removed)
            return removed.error();
        if (*removed == 0)
            return false;
        const auto noted
            = AuditTrail(m_database)
                  .append({u"limit.rate-removed"_s, name, {{u"scope"_s, nameOf(scope)}}});
        if (!noted)
            return noted.error();
        return true;
    });
}

/// What runs in this and in other processes. What a dead one left holds nobody up.
Result<Done> RateLimitStore::countRunning(RateGate &gate)
{
    const QString folder = m_database.folder();
    return m_database.query(
        u"SELECT session, integration_id, app, COUNT(*) FROM attempt INDEXED BY attempt_running "
        "WHERE outcome = 'started' GROUP BY session, integration_id, app"_s,
        {}, [&gate, &folder](const Row &row) {
            if (Session::isAlive(folder, row.id(0)))
                gate.begin({row.text(1), row.text(2)}, row.integer(3));
            return true;
        });
}

Result<std::optional<RateRefusal>> RateLimitStore::admit(const UsageRecord &record)
{
    Q_ASSERT(m_database.isWriting());
    const auto known = rules();
    if (!known)
        return known.error();
    if (known->isEmpty())
        return std::optional<RateRefusal>();
    const microseconds now = m_database.clock().monotonic();
    RateGate gate(*known);
    QMap<QString, RateState> kept;
    const auto read = m_database.query(
        u"SELECT key, due_us, kept_at_us FROM rate_state"_s, {}, [&kept](const Row &row) {
            kept.insert(row.text(0), {microseconds(row.number(1)), microseconds(row.number(2))});
            return true;
        });
    if (!read)
        return read.error();
    gate.resume(kept, now);
    const bool counts = std::any_of(known->cbegin(), known->cend(),
                                    [](const RateRule &rule) { return rule.atOnce > 0; });
    if (counts) {
        if (const auto counted = countRunning(gate); !counted)
            return counted.error();
    }
    const RateSubject subject{record.integrationId.toString(), nameOf(record.app),
                              record.attempt > 1};
    std::optional<RateRefusal> refused = gate.admit(subject, now);
    if (refused)
        return refused;
    for (auto it = gate.states().cbegin(); it != gate.states().cend(); ++it) {
        if (it->keptAt != now)
            continue;
        const auto written = m_database.run(
            u"INSERT INTO rate_state (key, due_us, kept_at_us) VALUES (?, ?, ?) ON CONFLICT (key) "
            "DO UPDATE SET due_us = excluded.due_us, kept_at_us = excluded.kept_at_us"_s,
            {it.key(), stored(qint64(it->due.count())), stored(qint64(it->keptAt.count()))});
        if (!written)
            return written.error();
    }
    return refused;
}

} // namespace keyway
