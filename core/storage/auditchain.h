#pragma once

#include "core/base/result.h"
#include "core/storage/auditentry.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>

#include <optional>

namespace keyway {

class Database;

/// One row of the audit trail as its hash covers it; texts in UTF-8.
struct AuditRow {
    qint64 sequence = 0;
    qint64 at = 0; ///< milliseconds since 1970 UTC
    QByteArray name, subject, facts;
};

constexpr qsizetype auditHashSize = 32;

/// BLAKE2b-256 of the hash before it and the row: numbers as 64 bits big-endian, texts behind their
/// length, so that no two rows look the same.
QByteArray hashOf(const QByteArray &previous, const AuditRow &row);

/// The last entry of a trail.
struct AuditHead {
    qint64 sequence = 0;
    QByteArray hash = QByteArray(auditHashSize, '\0'); ///< what the first entry is chained to
    std::optional<QDateTime> at; ///< when it was written, where that entry is there
};

/// Chains a new entry to the last one. Inside Database::write(); the head beside the database
/// follows the commit.
Result<AuditHead> addEntry(Database &database, const AuditHead &last, const AuditEvent &event,
                           const QDateTime &now);

/// The head inside the database.
Result<AuditHead> headIn(Database &database);
/// The one in `audit.head`; nothing where there is none, or it is no head. Without the time.
std::optional<AuditHead> headBeside(const Database &database);

} // namespace keyway
