#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QString>

namespace keyway::server {

/// Of a master key, and of the seed of an Ed25519 key.
constexpr qsizetype keyBytes = 32;

/// Random bytes, as many as a key has.
Secret newKey();

/// What a file holds, without the white space around it. Its group may read it, since that is how
/// systemd hands a credential to a service. Errors are of kind Storage, the detail is the path:
/// `cannot-open`, `not-private` (others may read it, or somebody else may write it), `empty`.
Result<Secret> readSecretFile(const QString &path);

/// The key in a file of 64 hexadecimal digits. Where there is none yet and `mayCreate`, a new one is
/// written, for its owner alone; of servers that start at the same time, the first one's stays.
/// Errors: as of readSecretFile(); Storage, `not-a-key`.
Result<Secret> readKeyFile(const QString &path, bool mayCreate);

} // namespace keyway::server
