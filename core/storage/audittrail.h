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
    /// Where it was asked for, and the subject is an integration or one of its attempts: its name,
    /// and the model of an attempt. As they are known now; the hash does not cover them.
    QString integrationName = {};
    QString model = {};
};

/// For export and `keyway audit list`: entry, at, name, subject, facts, mark.
QJsonObject toJson(const AuditEntry &entry);

/// Which entries; what is not set does not filter.
struct AuditFilter {
    QStringList groups; ///< what names begin with: `attempt`, `integration`
    QString text; ///< in name, subject, facts or the integration's name; any case
    std::optional<QDateTime> from; ///< at this time or later
    std::optional<qint64> before; ///< only those with a smaller sequence: the next page
    int limit = 100;
    qint64 offset = 0; ///< so many of the newest are passed over
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
    /// Newest first, with the names of what they are about.
    Result<QList<AuditEntry>> entries(const AuditFilter &filter);
    /// How many of them there are without limit and offset.
    Result<qint64> count(const AuditFilter &filter);

private:
    Database &m_database;
};

} // namespace keyway
