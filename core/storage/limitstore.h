#pragma once

#include "core/guard/spendinglimit.h"

namespace keyway {

class Database;

/// The user's limits in money, and whether they stopped all spending. Each change is audited. What
/// is used is read from the ledger's own sums, so a new limit counts its whole running period. On
/// the thread of its Database.
class LimitStore {
public:
    explicit LimitStore(Database &database);

    Result<QList<guard::SpendingLimit>> limits();
    /// With what is used in the periods that `day`, one of the billing zone, is in.
    Result<guard::SpendingState> state(const QDate &day);
    /// The same of any limit, stored or not.
    Result<guard::LimitUse> use(const guard::SpendingLimit &limit, const QDate &day);
    /// Takes the place of the one with this scope and period; keeps its id then.
    Result<Done> set(guard::SpendingLimit limit);
    /// Removing what is not there is a success.
    Result<Done> remove(const guard::SpendingLimit &limit);
    /// Stopped: nothing that may cost money is sent, in any process.
    Result<Done> setStopped(bool stopped);
    Result<std::optional<QDateTime>> stoppedSince();

    /// Part of the write() that starts an attempt: whether all limits leave room for what it may
    /// cost. `isWordGiven`: see SpendingLimit::holds(). Error: Budget, `spending-stopped`, or
    /// `over-limit` with the limit's id in its detail.
    Result<Done> admit(const UsageRecord &record, const QDate &billingDay, Money reservation,
                       bool isWordGiven);

private:
    Result<guard::LimitUse> useBy(const guard::SpendingLimit &limit, const QDate &day,
                                  const std::optional<Id> &request);

    Database &m_database;
};

} // namespace keyway
