#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace keyway::server {

class SqlConnection;

/// Who did something.
struct AdminActor {
    Id admin; ///< null: nobody of that name
    QString name; ///< the e-mail address; `console` for who sits at the server
    QByteArray address; ///< where from
};

/// What administrators did, each entry chained to the one before: its hash is BLAKE2b-256 of that
/// one's hash and its own row. The database refuses changes. Errors: Storage.
class AdminAudit {
public:
    AdminAudit(SqlConnection &sql, const Clock &clock);

    /// In the transaction of what was done, so that there is no one without the other. `detail`
    /// never holds a secret.
    Result<Done> add(const AdminActor &actor, const QString &action,
                     const QJsonObject &detail = {});
    /// The newest first, below the number `before`; 0: from the end.
    Result<QJsonArray> page(qint64 before, int limit);
    /// The number of the first entry that was changed or is gone; 0: all is as it was written.
    Result<qint64> firstBroken();

private:
    SqlConnection &m_sql;
    const Clock &m_clock;
};

} // namespace keyway::server
