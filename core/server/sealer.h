#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QByteArray>

namespace keyway::server {

/// Seals what nobody may read out of a stolen database: XChaCha20-Poly1305 under a master key that
/// is never in it. Each value is bound to its place (table and row), so that it does not open in
/// another one. Callable from any thread.
class Sealer {
public:
    /// Of a key of keyBytes.
    explicit Sealer(const Secret &masterKey);

    QByteArray seal(const Secret &secret, const QByteArray &place) const;
    /// Error: Storage, reason `sealed`: another master key, another place, or damaged.
    Result<Secret> open(const QByteArray &sealed, const QByteArray &place) const;
    /// The same for the same secret, and says nothing about it without the master key.
    QByteArray fingerprint(const Secret &secret) const;

private:
    Secret m_sealing;
    Secret m_naming;
};

} // namespace keyway::server
