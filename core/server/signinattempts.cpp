#include "core/server/signinattempts.h"

#include "core/server/sqlconnection.h"

#include <algorithm>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 failuresKeptMs = 24 * 3600'000;
constexpr qint64 mostDoublings = 16;

} // namespace

SignInAttempts::SignInAttempts(SqlConnection &sql, const Clock &clock, Rule rule)
    : m_sql(sql)
    , m_clock(clock)
    , m_rule(rule)
{
}

Result<Done> SignInAttempts::admit(const QByteArray &nameHash)
{
    const Result<qint64> until = m_sql.number(
        u"SELECT locked_until FROM signin_failure WHERE email_hash = ?"_s, {nameHash});
    if (!until)
        return until.error();
    const qint64 left = *until - m_clock.now().toMSecsSinceEpoch();
    if (left <= 0)
        return Done();
    Error::ServiceReply wait;
    wait.retryAfter = std::chrono::milliseconds(left);
    return Error(Error::Kind::RateLimited).withReason(u"locked"_s).withReply(wait);
}

Result<Done> SignInAttempts::failed(const QByteArray &nameHash)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    return m_sql.write([&]() -> Result<Done> {
        const auto forgotten
            = m_sql.run(u"DELETE FROM signin_failure WHERE last_at < ?"_s, {now - failuresKeptMs});
        if (!forgotten)
            return forgotten.error();
        const Result<qint64> before = m_sql.number(
            u"SELECT failures FROM signin_failure WHERE email_hash = ?"_s, {nameHash});
        if (!before)
            return before.error();
        const qint64 beyond = *before + 1 - m_rule.firstLocked;
        const qint64 lock = beyond < 0
            ? 0
            : std::min<qint64>(m_rule.longestLock.count(),
                               m_rule.firstLock.count() << std::min(beyond, mostDoublings));
        const auto counted
            = m_sql.run(u"INSERT INTO signin_failure (email_hash, failures, locked_until, last_at) "
                        "VALUES (?, 1, ?, ?) ON CONFLICT (email_hash) DO UPDATE SET "
                        "failures = signin_failure.failures + 1, "
                        "locked_until = excluded.locked_until, last_at = excluded.last_at"_s,
                        {nameHash, lock == 0 ? qint64(0) : now + lock, now});
        return counted ? Result<Done>(Done()) : counted.error();
    });
}

Result<Done> SignInAttempts::succeeded(const QByteArray &nameHash)
{
    const auto forgiven = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"DELETE FROM signin_failure WHERE email_hash = ?"_s, {nameHash});
    });
    return forgiven ? Result<Done>(Done()) : forgiven.error();
}

} // namespace keyway::server
