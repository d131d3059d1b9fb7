#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QString>

namespace keyway {

class Database;

/// What is in a backup: everything that is recorded, conversations and settings, and no key.
struct BackupReport {
    qint64 records = 0; ///< attempts
    qint64 bytes = 0;
};

/// Writes all of the database into one file that only its owner may read, while others go on
/// writing; takes it only after it was read again. On an error nothing is left behind, and what was
/// at `path` stays. Error: Storage, `cannot-write` and those of Database.
Result<BackupReport> backUpTo(Database &database, const QString &path);

/// Reads all of a backup. Error: Storage, `cannot-read`, `bad-backup` (damaged, of another program,
/// or of a Keyway that is too old) or `newer-database`.
Result<BackupReport> checkBackup(const QString &path, const Clock &clock);

struct RestoreReport {
    BackupReport restored;
    QString replaced; ///< where the records that were there are now; empty where there were none
};

/// Puts a backup in the place of the records in `database`, which are moved aside. No connection of
/// this process may be open. Error: Storage, `in-use` where another program has the folder open,
/// and those of checkBackup(), after which nothing was changed.
Result<RestoreReport> restoreFrom(const QString &backup, const QString &database,
                                  const Clock &clock);

} // namespace keyway
