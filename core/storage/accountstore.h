#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/catalogue/integration.h"
#include "core/usage/bill.h"

#include <QtCore/QList>

#include <optional>

namespace keyway {

class Database;

/// Where the admin key of an integration is kept, and for whom it is. The key is in a SecretStore.
struct AdminKey {
    KeySource source = KeySource::Keychain;
    QString tail; ///< last four characters
    QString origin; ///< `https://api.openai.com`: it goes nowhere else
    QDateTime addedAt;
};

/// A cost that a service stated after an attempt was settled.
struct CostCorrection {
    Id recordId;
    Money platformCost;
    QString source; ///< who says so, such as `openrouter generation`
};

/// What services said about the user's accounts with them, and corrections of costs.
class AccountStore {
public:
    explicit AccountStore(Database &database);

    Result<Done> keepBalance(const Id &integration, const KeptBalance &reading);
    /// The last two readings, the newer first.
    Result<QList<KeptBalance>> balances(const Id &integration);

    /// In the place of what was kept for the days of this bill.
    Result<Done> keepBill(const Id &integration, const Bill &bill);
    /// What is kept of these days; nothing where none of them was ever read.
    Result<std::optional<Bill>> bill(const Id &integration, const QDate &from, const QDate &to);

    /// Audited, without the key.
    Result<Done> noteAdminKey(const Id &integration, const AdminKey &key);
    Result<Done> forgetAdminKey(const Id &integration);
    Result<std::optional<AdminKey>> adminKey(const Id &integration);

    /// Audited; the first correction of a record stays.
    Result<Done> correct(const CostCorrection &correction);

private:
    Database &m_database;
};

} // namespace keyway
