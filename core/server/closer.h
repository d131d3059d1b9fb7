#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QtCore/QDate>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>

namespace keyway {
class SigningKey;
}

namespace keyway::server {

class SqlConnection;
class Workers;
struct BillingRules;
struct ServerParts;

/// What came of closing some accounts.
struct ClosingRound {
    qint64 issued = 0; ///< invoices
    qint64 failed = 0; ///< accounts, see the log; the next round tries them again
    Id last; ///< go on behind this account
    bool more = false;
};

/// Issues what is due of up to `limit` accounts that have an open month to close, by id behind
/// `after`. Safe with any number of others at the same time. Error: Storage.
Result<ClosingRound> closeAccounts(SqlConnection &sql, const SigningKey &key,
                                   const BillingRules &rules, const QDate &today, const Id &after,
                                   int limit);

/// Closes the months of all accounts: when it starts, and from then on once in an interval, a few
/// accounts at a time on the workers, so that requests pass between them.
class Closer : public QObject {
    Q_OBJECT
public:
    Closer(Workers &workers, const ServerParts &parts, std::chrono::milliseconds interval);

    void start();
    /// Nothing is begun any more.
    void stop();

private:
    void begin();
    void goOn(const Id &after);
    void take(const Result<ClosingRound> &round);

    Workers &m_workers;
    const ServerParts &m_parts;
    QTimer m_timer;
    bool m_running = false;
    qint64 m_issued = 0; ///< in this round
};

} // namespace keyway::server
