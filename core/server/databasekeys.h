#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

namespace keyway::server {

class Sealer;
class SqlConnection;

/// Whether this is the master key that the database was made with; the first one that comes is.
/// Error: Storage, reason `wrong-master-key`.
Result<Done> checkMasterKey(SqlConnection &sql, const Sealer &sealer);

/// Notes the key as the one that everything in this database is signed with. Error: Rejected,
/// `other-signing-key`, where that is another one; Storage.
Result<Done> claimSigningKey(SqlConnection &sql, const QByteArray &publicKey);

} // namespace keyway::server
