#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <chrono>

namespace keyway::server {

class SqlConnection;

/// Counts wrong passwords for a name, whether there is somebody of that name or not, and locks it
/// for a while: a lock tells nobody which it is. Forgets after a day. Errors: Storage.
class SignInAttempts {
public:
    /// From which wrong one on it locks, and for how long; each further one doubles the time.
    struct Rule {
        qint64 firstLocked = 5;
        std::chrono::milliseconds firstLock{30'000};
        std::chrono::milliseconds longestLock{15 * 60'000};
    };

    SignInAttempts(SqlConnection &sql, const Clock &clock, Rule rule);

    /// Error: RateLimited, `locked`, with its wait.
    Result<Done> admit(const QByteArray &nameHash);
    Result<Done> failed(const QByteArray &nameHash);
    Result<Done> succeeded(const QByteArray &nameHash);

private:
    SqlConnection &m_sql;
    const Clock &m_clock;
    const Rule m_rule;
};

} // namespace keyway::server
