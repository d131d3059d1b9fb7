#pragma once

#include "core/base/result.h"
#include "core/routing/votes.h"

#include <QtCore/QList>

namespace keyway {

class Database;

/// Which answers the user kept of those that were shown side by side. Never leaves this computer.
/// Every change is audited. On the thread of its Database.
class VoteStore {
public:
    explicit VoteStore(Database &database);

    /// Newest first, those from `since` on; all of them without one.
    Result<QList<routing::Vote>> votes(const QDateTime &since = {});
    /// The word on these requests, in place of earlier votes between two of them; ids and times
    /// are given.
    Result<QList<routing::Vote>> cast(const QList<Id> &compared, QList<routing::Vote> votes);
    /// Deletes all of them; what there was, for restore().
    Result<QList<routing::Vote>> forget();
    Result<Done> restore(const QList<routing::Vote> &votes);

private:
    Result<Done> takeBackAmong(const QList<Id> &compared);
    Result<Done> insert(const routing::Vote &vote);
    Result<Done> note(const QString &event, const QString &subject, const QJsonObject &facts);

    Database &m_database;
};

} // namespace keyway
