#pragma once

#include "core/catalogue/catalogue.h"
#include "core/sync/accountlink.h"
#include "core/sync/serverclient.h"

#include <QtCore/QDateTime>

#include <optional>

namespace keyway {

class Database;

/// What one run did.
struct SyncReport {
    qint64 sent = 0; ///< records that the server keeps now
    qint64 alreadyThere = 0;
    qint64 quarantined = 0; ///< put aside by the server: they do not add up, and are not billed
    qint64 refused = 0; ///< not taken; they stay on this computer, and are not sent again
    std::optional<QDateTime> lastStarted; ///< of the newest record that the server keeps
};

/// Takes settled records from the outbox to the server, oldest first, in batches. A record leaves
/// the outbox once the server has answered for it, so a run that is cut, by whatever, is gone on
/// with by the next and loses and doubles nothing. What was sent, put aside or refused is in the
/// audit trail, see SyncLog. Core thread, writing connection.
class Uploader {
public:
    Uploader(Database &database, const Catalogue &catalogue, ServerClient &server);

    /// Until the outbox is empty. Error: of ServerClient::send(), Storage; what was acknowledged
    /// before it stays so.
    Task<SyncReport> drain(LinkedAccount account, Secret token, CancelToken cancel);
    /// How many records wait.
    Result<qint64> waiting(const LinkedAccount &account);
    /// How many are from before and stay here.
    Result<qint64> earlier(const LinkedAccount &account);

private:
    struct Batch;
    Result<Batch> next(const LinkedAccount &account);
    Result<Done> acknowledge(const LinkedAccount &account, const Batch &batch,
                             const QList<UsageAnswer> &answers, SyncReport *report);
    Result<qint64> count(const QString &condition, const LinkedAccount &account);

    Database &m_database;
    const Catalogue &m_catalogue;
    ServerClient &m_server;
};

} // namespace keyway
