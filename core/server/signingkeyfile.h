#pragma once

#include "core/base/result.h"
#include "core/base/signature.h"

#include <QtCore/QString>

namespace keyway::server {

class SqlConnection;

/// The key in `path`, the 64 hexadecimal digits of its seed; made there, for its owner alone, where
/// there is none and `mayCreate` says so. Errors are of kind Storage, the detail is the path:
/// `cannot-open`, `not-private` (others may read it), `not-a-key`.
Result<SigningKey> signingKeyFrom(const QString &path, bool mayCreate);

/// Notes the key as the one that everything in this database is signed with. Error: Rejected,
/// `other-signing-key`, where that is another one; Storage.
Result<Done> claimSigningKey(SqlConnection &sql, const QByteArray &publicKey);

} // namespace keyway::server
