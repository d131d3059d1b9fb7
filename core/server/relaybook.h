#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/fees/feepolicy.h"
#include "core/wire/usagemessage.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>

#include <functional>
#include <optional>

namespace keyway::server {

class SqlConnection;
struct Caller;
struct IngestionTerms;

/// What an account may still use of the free tier in a month.
struct RelayLeft {
    qint64 requests = 0;
    Money spending; ///< of platform cost
};

/// One attempt with the platform's key, from before it is sent until it is settled.
struct RelayAttempt {
    Id account;
    Id key; ///< the system key
    QDate month; ///< its first day
    Money reserved; ///< what it costs at most
    UsageMessage record; ///< while it runs, what it is kept as when nobody hears how it ended
};

/// Counts what accounts use of the free tier, on the connection of one thread. What an attempt can
/// cost at most is set aside before it is sent, under the account's lock: no number of requests at
/// the same time goes beyond the limits. Errors: Storage.
class RelayBook {
public:
    static constexpr qint64 mostAtOnce = 4; ///< of one account
    /// Longer than any attempt runs: what is older was lost with its server.
    static constexpr qint64 lostAfterMs = 30 * 60'000;

    RelayBook(SqlConnection &sql, const Clock &clock);

    Result<RelayLeft> left(const Id &account, const QDate &month, const FreeTier &tier);
    /// What the account used, by month.
    Result<QJsonArray> months(const Id &account);
    /// `fit` says what the attempt costs at most, given what is left; it may shorten the answer for
    /// that. Error: Budget, `free-requests-used` or `free-spending-used` (also where `fit` says
    /// nothing); RateLimited, `too-many-at-once`.
    Result<Done> reserve(RelayAttempt &attempt, const FreeTier &tier,
                         const std::function<std::optional<Money>(Money left)> &fit);
    /// Releases what was set aside, counts what it cost and keeps the record, all in one
    /// transaction. Settling again changes nothing. An unknown cost counts as what was set aside;
    /// an attempt that surely cost nothing does not count as a request.
    Result<Done> settle(const RelayAttempt &attempt, const IngestionTerms &terms,
                        const Caller &caller);
    /// Attempts that were lost, at most a hundred.
    Result<QList<RelayAttempt>> lost();

private:
    SqlConnection &m_sql;
    const Clock &m_clock;
};

} // namespace keyway::server
