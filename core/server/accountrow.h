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

inline Error refused(const QString &reason)
{
    return Error(Error::Kind::Rejected).withReason(reason);
}

inline Error notAllowed(const QString &reason)
{
    return Error(Error::Kind::Auth).withReason(reason);
}

} // namespace keyway::server
