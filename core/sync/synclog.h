#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/wire/usageanswer.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>

#include <optional>

namespace keyway {

class Database;

/// The audit trail's name for a batch that the server has taken; its subject is the last record.
inline const QString syncSentEvent = QStringLiteral("sync.sent");

/// The last batch that the server has taken.
struct SentBatch {
    QDateTime at;
    qint64 records = 0;
    Id last; ///< its last record
    friend bool operator==(const SentBatch &, const SentBatch &) = default;
};

/// A record that the server put aside or did not take.
struct RecordNotTaken {
    Id record;
    QDateTime at;
    UsageState state = UsageState::Refused;
    QString reason; ///< as of UsageAnswer
    friend bool operator==(const RecordNotTaken &, const RecordNotTaken &) = default;
};

/// What the audit trail tells of sending records as one device. Each reading goes on where the last
/// one ended. On the thread of the connection.
class SyncLog {
public:
    static constexpr qsizetype mostKept = 200; ///< of records that were not taken

    SyncLog(Database &database, const Id &device);

    Result<Done> read();
    const std::optional<SentBatch> &lastSent() const { return m_lastSent; }
    /// Newest first, the last mostKept of them.
    const QList<RecordNotTaken> &notTaken() const { return m_notTaken; }
    qint64 notTakenCount() const { return m_notTakenCount; }

private:
    Database &m_database;
    const Id m_device;
    qint64 m_readTo = 0;
    std::optional<SentBatch> m_lastSent;
    QList<RecordNotTaken> m_notTaken;
    qint64 m_notTakenCount = 0;
};

} // namespace keyway
