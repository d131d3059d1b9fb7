#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace keyway {

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
    /// and the model and the program (`window`, `cli`, `gateway`) of an attempt. As they are known
    /// now; the hash does not cover them.
    QString integrationName = {};
    QString model = {};
    QString app = {};
};

/// For export and `keyway activity`: entry, at, name, subject, facts, mark.
QJsonObject toJson(const AuditEntry &entry);

/// Which entries; what is not set does not filter.
struct AuditFilter {
    QStringList groups; ///< what names begin with: `attempt`, `integration`
    QString text; ///< in name, subject, facts or the integration's name; any case
    /// Who did it or for whom it was done: `window`, `cli` or `gateway`, which asked; `sync`; the
    /// name of an integration or the id of a service.
    QString by;
    std::optional<QDateTime> from; ///< at this time or later
    std::optional<QDateTime> until; ///< before this time
    std::optional<qint64> before; ///< only those with a smaller sequence: the next page
    int limit = 100;
    qint64 offset = 0; ///< so many of the newest are passed over

    /// Not of which page: whether they look for the same.
    bool asksTheSame(const AuditFilter &other) const
    {
        return groups == other.groups && text == other.text && by == other.by && from == other.from
            && until == other.until;
    }
    bool asksForAll() const { return asksTheSame({}); }
};

} // namespace keyway
