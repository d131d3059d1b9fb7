#pragma once

#include "core/base/result.h"
#include "core/guard/ratelimit.h"
#include "core/usage/usagerecord.h"

namespace keyway {

class Database;

/// The user's limits in requests: how often, and how many at once. They hold for all processes
/// together and over restarts. Each change is audited. On the thread of its Database.
class RateLimitStore {
public:
    explicit RateLimitStore(Database &database);

    Result<QList<guard::RateRule>> rules();
    /// Takes the place of the one with this scope and name.
    Result<Done> set(const guard::RateRule &rule);
    /// Whether there was one.
    Result<bool> remove(guard::RateRule::Scope scope, const QString &name);

    /// Part of the write() that starts an attempt: counts it, or says how long it has to wait.
    /// A second attempt of a request counts for its integration only. Nothing: it may start.
    Result<std::optional<guard::RateRefusal>> admit(const UsageRecord &record);

private:
    Result<Done> countRunning(guard::RateGate &gate);

    Database &m_database;
};

} // namespace keyway
