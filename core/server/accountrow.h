#pragma once

#include "core/base/error.h"
#include "core/server/accounts.h"
#include "core/storage/row.h"

namespace keyway::server {

/// One row of `account`.
struct Accounts::Known {
    Id id;
    QString email;
    QString password; ///< its hash
    QByteArray zone;
    QDateTime createdAt;
    bool verified = false;
};

/// As addresses are compared.
QString emailKey(const QString &email);

/// To compare with `>`: what stands before all ids in the place of a null one.
inline QVariant storedAfter(const Id &id)
{
    return id.isNull() ? QVariant(QStringLiteral("00000000-0000-0000-0000-000000000000"))
                       : stored(id);
}

inline Error refused(const QString &reason)
{
    return Error(Error::Kind::Rejected).withReason(reason);
}

inline Error notAllowed(const QString &reason)
{
    return Error(Error::Kind::Auth).withReason(reason);
}

} // namespace keyway::server
