#pragma once

#include "core/catalogue/catalogue.h"
#include "core/sync/serverclient.h"
#include "core/wire/healthreport.h"

namespace keyway {

class Database;

/// Tells the server how services answered on this computer, by whole hours and without an account,
/// so that everybody sees when one is down. Only services of the catalogue at their own addresses;
/// nothing of a server of one's own, and nothing of an hour in which this computer was offline.
/// Begins with the hour in which it is made, and keeps nothing: what was not told when the program
/// ends never is. Core thread.
class HealthReporter {
public:
    /// Older hours are of no use to anybody.
    static constexpr std::chrono::hours oldest{24};

    HealthReporter(Database &database, const Catalogue &catalogue);

    /// Of the whole hours that have passed and were not told yet. Error: Storage.
    Result<QList<HealthReport>> due();
    /// Tells what is due; the number of reports.
    Task<qint64> send(ServerClient &server, CancelToken cancel);

private:
    qint64 thisHour() const; ///< UTC hours since 1970
    Result<QList<HealthReport>> between(qint64 from, qint64 until);

    Database &m_database;
    const Catalogue &m_catalogue;
    qint64 m_toldUntil; ///< an hour, not included
};

} // namespace keyway
