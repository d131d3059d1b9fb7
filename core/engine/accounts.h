#pragma once

#include "core/base/error.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/integration.h"
#include "core/storage/accountstore.h"
#include "core/storage/modelliststore.h"
#include "core/usage/reconciliation.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <optional>

namespace keyway::engine {

/// A model that an integration may be asked for.
struct ModelChoice {
    QString id;
    QString name; ///< for people; may be empty
    QSet<RequestType> types;
    bool inCatalogue = false; ///< its facts are known, under this or a dated name
    std::optional<PriceQuote> price; ///< of today, for a short prompt; nothing: the cost is unknown
    std::optional<QDate> retires;
    std::optional<QDateTime> firstSeen; ///< in the service's own list
    std::optional<QDateTime> lastSeen;
    /// The service's list is known and does not have it: gone, or not for this key.
    bool missing = false;
};

/// The catalogue's models of a service first, in its order, then those that only the service's own
/// list names, then those that only the user priced. Pure. `service`: nothing where the catalogue
/// does not know it.
QList<ModelChoice> modelChoices(const Catalogue &catalogue, const Integration &integration,
                                const QList<SeenModel> &seen, const QDateTime &now);

/// How far a service's own account could be set beside the records.
enum class AccountState {
    Compared,
    AdminKeyMissing, ///< it tells bills only to an admin key, and there is none
    NotRead, ///< it was never asked, or could not be: see `error`
    FirstBalance, ///< a balance tells something from its second reading on
    ToppedUp, ///< money was added between two readings, so the difference tells nothing
    DoesNotTell, ///< it has neither bill nor balance
    RunsHere,
};
QString nameOf(AccountState state); ///< `compared`, `admin-key-missing`, ...

/// One account with a service: its integrations of one address.
struct AccountReport {
    QString service;
    QString serviceName;
    QStringList integrations; ///< names, removed ones too
    AccountState state = AccountState::DoesNotTell;
    std::optional<Error> error; ///< why it could not be asked now; figures are then older
    std::optional<KeptBalance> balance;
    bool byBalance = false; ///< compared by what went off the balance, not by a bill
    QDateTime readAt; ///< of the figures
    Money recorded; ///< what Keyway recorded on the month's UTC days
    Comparison total; ///< in state Compared: all parts as one
    QList<Comparison> parts; ///< by day, oldest first
};

struct Reconciliation {
    QDate month; ///< its first day
    QList<AccountReport> accounts;
};

} // namespace keyway::engine
