#pragma once

#include "core/base/result.h"
#include "core/fees/planhistory.h"

#include <QtCore/QDate>

#include <optional>

namespace keyway {

class Database;

/// Which platform fee holds: the plan of the account that is signed in, as its server told it last,
/// else the one that was chosen on this computer. Errors: Storage; Rejected, `bad-fee-policy`.
class FeePlans {
public:
    explicit FeePlans(Database &database);

    /// Of attempts of that billing day.
    Result<FeePolicy> on(const QDate &billingDay);
    /// Nothing: nobody is signed in, or the server was not asked yet.
    Result<std::optional<PlanHistory>> ofAccount();
    /// What is paid without an account. Error: Rejected, `account-plan`, while an account's holds.
    Result<Done> chooseOwn(const FeePolicy &policy);

private:
    Database &m_database;
};

} // namespace keyway
