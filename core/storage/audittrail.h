#pragma once

#include "core/base/result.h"
#include "core/storage/auditcheck.h"
#include "core/storage/auditentry.h"

#include <functional>
#include <optional>

namespace keyway {

class Database;

/// What happened, as a chain of hashes without a key: whoever changes a row must change every later
/// one, both heads and the seals. One head is in the database, one in `audit.head` beside it, which
/// is written after each commit, so after a crash it may be behind and never ahead. Seals, see
/// AuditSeals, name the last entry of each day outside of the database.
class AuditTrail {
public:
    explicit AuditTrail(Database &database);

    /// Inside Database::write() of the change it tells about. The first entry of a day closes the
    /// day of the last one, with an entry and a seal of its own.
    Result<Done> append(const AuditEvent &event);
    /// Reads the whole trail, a row at a time. A tampered trail is a value, not an error. Looks at
    /// `stopped` now and then. `sealFiles`: looked at beside those that the settings name, which
    /// whoever could write the trail could have changed, too. Error: Storage; Cancelled.
    Result<AuditCheck> verify(const std::function<bool()> &stopped = {},
                              const QStringList &sealFiles = {});
    /// Newest first; `before` is the sequence at which the last page ended.
    Result<QList<AuditEntry>> entries(int limit = 100, std::optional<qint64> before = {});
    /// Newest first, with the names of what they are about.
    Result<QList<AuditEntry>> entries(const AuditFilter &filter);
    /// How many of them there are without limit and offset.
    Result<qint64> count(const AuditFilter &filter);
    /// Hands over each of them, newest first, until `each` says false: one row at a time from one
    /// snapshot. Limit and offset are not read.
    Result<Done> forEach(const AuditFilter &filter,
                         const std::function<bool(const AuditEntry &)> &each);

private:
    Database &m_database;
};

} // namespace keyway
