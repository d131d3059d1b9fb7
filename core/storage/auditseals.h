#pragma once

#include "core/storage/auditchain.h"
#include "core/storage/auditseal.h"

namespace keyway {

class Database;

/// The days of the audit trail that are closed, and where their seals are: `audit.seals` beside the
/// database, and a file of the user's choice, on another disk for example (setting
/// `audit.seal_copy`). Both are caught up with the trail as long as they fit it, so lines that are
/// cut off at the end come back as the trail is now. One that is gone, was changed or does not fit
/// is left as it is, for verify() to tell, until renew() is asked for: else a trail that somebody
/// wrote anew would get new seals by itself. Who can write the database and both files can forge
/// all of it; a copy of the file that Keyway does not know shows it (`keyway audit verify --seals`).
/// On the thread of its Database.
class AuditSeals {
public:
    explicit AuditSeals(Database &database);

    /// In the order of the trail.
    Result<QList<AuditSeal>> inTrail();
    /// The path of the one beside the database, and the copy's, where one is chosen.
    Result<QStringList> files();
    static QString besidePath(const Database &database);
    /// Empty where none is chosen.
    Result<QString> copyPath();
    /// Brings all seals into a file that is empty or not there yet, or fits already, and keeps it
    /// from now on; an empty path ends that. Error: Storage, `cannot-write`, `cannot-read`;
    /// Rejected, `no-seal-file` where it is there and something else.
    Result<Done> setCopy(const QString &path);

    /// Inside Database::write(), before an entry of `now`: closes the day of the last entry where
    /// that is over. Each day is closed once, also where the clock goes back; entries of a day that
    /// was closed belong to the next seal. The last entry then.
    Result<AuditHead> closeDay(const QDateTime &now);
    /// The same where nothing else is written; whether a day was closed.
    Result<bool> closePastDays();

    /// Adds what is missing at the end of the files. Logs what cannot be written.
    void catchUp();
    void catchUpBeside();
    /// Puts the files as they are aside and writes all seals of the trail as it is now into new
    /// ones; an entry tells so. Error: as of setCopy().
    Result<Done> renew();
    /// That beside the database alone, without an entry: for a backup that was put in its place.
    Result<Done> renewBeside();

private:
    Result<Done> catchUp(const QString &path, bool isNew);
    Result<Done> writeAnew(const QString &path);

    Database &m_database;
};

} // namespace keyway
