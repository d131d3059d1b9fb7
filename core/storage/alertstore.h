#pragma once

#include "core/base/result.h"
#include "core/guard/alert.h"
#include "core/guard/anomaly.h"

#include <QtCore/QList>

namespace keyway {

class Database;

/// What the user was told of as unusual, and what they said to it. Any process may raise and
/// answer. On the thread of its Database.
class AlertStore {
public:
    explicit AlertStore(Database &database);

    /// Newest first.
    Result<QList<guard::Alert>> alerts(int limit = 50);
    /// At most one of a kind in an hour: the id of the one that stands for it, which is the given
    /// one's where it is new.
    Result<Id> raise(const guard::Alert &alert);
    /// "That was me". Audited; they are seen then, too. Error: Rejected, `no-such-alert`.
    Result<Done> acknowledge(const QList<Id> &alerts);
    Result<Done> setSeen(const QList<Id> &alerts, bool seen);
    /// False for one that is not there.
    Result<bool> isAcknowledged(const Id &alert);
    /// What the user said "That was me" to, ever, and was told of since `dayBegan`.
    Result<guard::KnownSpend> known(const QDateTime &dayBegan);

private:
    Database &m_database;
};

} // namespace keyway
