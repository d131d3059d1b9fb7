#pragma once

#include "core/server/oldkeys.h"

#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace keyway {
class Catalogue;
class Clock;
} // namespace keyway

namespace keyway::server {

class Accounts;
class Sealer;
class SqlConnection;

/// What an operator says about the rows of the old system.
struct KeyMigrationTerms {
    /// Whose rows are the platform's own keys; compared without case.
    QStringList platformUsers{{}, QStringLiteral("system"), QStringLiteral("platform")};
    QMap<QString, QString> emails; ///< by user_id, where that is no e-mail address itself
    bool dryRun = false; ///< say what would be moved, and move nothing
};

/// What became of the rows; each is counted once.
struct KeyMigrationReport {
    int rows = 0;
    int systemKeys = 0; ///< now keys of the platform
    int userKeys = 0; ///< now waiting for their owners
    int movedBefore = 0; ///< by an earlier migration, or twice in the file
    int withoutKey = 0; ///< the old system did not hold the key
    int accountsMade = 0; ///< for owners that had none; they sign up with their address
    QList<BadRow> bad; ///< still in the file alone

    QJsonObject toJson() const;
};

/// Moves keys out of a system in which administrators managed them: the platform's become system
/// keys, each user's waits to be claimed once by its owner (see KeyClaims). All in one transaction;
/// doing it again moves only what was not moved before. Error: Storage.
Result<KeyMigrationReport> migrateKeys(SqlConnection &sql, const Sealer &sealer, const Clock &clock,
                                       const Catalogue &catalogue, Accounts &accounts,
                                       const OldKeys &old, const KeyMigrationTerms &terms);

} // namespace keyway::server
