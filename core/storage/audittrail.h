#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace keyway {

class Database;

struct AuditEvent {
    QString name; ///< `integration.added`, `attempt.settled`, ...
    QString subject; ///< the id of what it is about
    QJsonObject facts; ///< never prompt text, answer text or a key
};

struct AuditEntry {
    qint64 sequence = 0; ///< from 1, without gaps
    QDateTime at;
    AuditEvent event;
    QByteArray hash; ///< BLAKE2b-256 of the hash before it and this row
};

struct AuditCheck {
    enum class Problem {
        None,
        Changed, ///< the entry, or the one before it, is not what was written
        Missing, ///< the entry is gone from the middle
        CutOff ///< the trail ends before the entry that a head names
    };
    Problem problem = Problem::None;
    qint64 firstBad = 0; ///< sequence of the first entry that is wrong; 0 where none is
    qint64 entries = 0; ///< good ones, counted from the start
    bool anchored = false; ///< the head outside the database was there to compare with
};
QString nameOf(AuditCheck::Problem problem);

/// What happened, as a chain of hashes without a key: whoever changes a row must change every later
/// one and both heads. One head is in the database, one in `audit.head` beside it, which is written
/// after each commit, so after a crash it may be behind and never ahead.
class AuditTrail {
public:
    explicit AuditTrail(Database &database);

    /// Inside Database::write() of the change it tells about.
    Result<Done> append(const AuditEvent &event);
    /// Reads the whole trail, a row at a time. A tampered trail is a value, not an error.
    Result<AuditCheck> verify();
    /// Newest first; `before` is the sequence at which the last page ended.
    Result<QList<AuditEntry>> entries(int limit = 100, std::optional<qint64> before = {});

private:
    Database &m_database;
};

} // namespace keyway
