#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QByteArray>

namespace keyway::server {

class SqlConnection;

/// Seals what nobody may read out of a stolen database: XChaCha20-Poly1305 under a master key that
/// is never in it. Each value is bound to its place (table and row), so that it does not open in
/// another one. Callable from any thread.
class Sealer {
public:
    static constexpr qsizetype masterKeyBytes = 32;

    explicit Sealer(const Secret &masterKey);
    static Secret newMasterKey();

    QByteArray seal(const Secret &secret, const QByteArray &place) const;
    /// Error: Storage, reason `sealed`: another master key, another place, or damaged.
    Result<Secret> open(const QByteArray &sealed, const QByteArray &place) const;
    /// The same for the same secret, and says nothing about it without the master key.
    QByteArray fingerprint(const Secret &secret) const;

private:
    Secret m_sealing;
    Secret m_naming;
};

/// The key in a file of 64 hexadecimal digits. Where there is none yet and `mayCreate`, a new one
/// is written, for its owner alone. Error: Storage, reason `cannot-open`, `bad-master-key`, or
/// `open-to-others` where everybody on the computer may read it.
Result<Secret> readMasterKey(const QString &file, bool mayCreate);

/// Whether this is the master key that the database was made with; the first one that comes is.
/// Error: Storage, reason `wrong-master-key`.
Result<Done> checkMasterKey(SqlConnection &sql, const Sealer &sealer);

} // namespace keyway::server
