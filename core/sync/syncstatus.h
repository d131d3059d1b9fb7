#pragma once

#include "core/sync/accountlink.h"
#include "core/sync/synclog.h"
#include "core/wire/usagemessage.h"

#include <chrono>
#include <optional>

namespace keyway {

/// How sending stands: one reading of what is kept here, and what this process knows of the server.
struct SyncStatus {
    std::optional<QUrl> server; ///< nothing: none was named
    std::optional<LinkedAccount> account; ///< nothing: nobody is signed in
    qint64 waiting = 0; ///< records
    qint64 earlier = 0; ///< records from before, or while nobody is signed in, which stay here
    bool running = false;
    std::optional<SentBatch> lastSent; ///< by this sign-in
    std::optional<UsageMessage> lastRecord; ///< its last record, as it was sent
    QList<RecordNotTaken> notTaken; ///< newest first, at most SyncLog::mostKept
    qint64 notTakenCount = 0;
    /// Of the last try; nothing while all is well. Auth: the server has ended this sign-in.
    /// Rejected, `wrong-clock`: records wait until the clock is right.
    std::optional<Error> error;
    std::optional<QDateTime> failingSince;
    std::optional<QDateTime> nextTry; ///< nothing: it is not tried by itself
    std::chrono::seconds clockAhead{0}; ///< this computer's before the server's
};

} // namespace keyway
