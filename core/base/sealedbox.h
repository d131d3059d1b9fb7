#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>

#include <optional>

namespace keyway {

/// A key pair for one delivery (X25519, libsodium's sealed boxes): whoever has the public key can
/// put a secret in, only this object takes it out. The private key stays in guarded memory.
class BoxKey {
public:
    static constexpr qsizetype publicBytes = 32;

    static BoxKey create();

    const QByteArray &publicKey() const { return m_publicKey; }
    /// Nothing where the box was not made for this key, or was changed.
    std::optional<Secret> open(const QByteArray &box) const;

private:
    BoxKey(Secret privateKey, QByteArray publicKey);
    Secret m_privateKey;
    QByteArray m_publicKey;
};

/// A box that only the owner of `publicKey` can open; nothing where that is no public key.
std::optional<QByteArray> boxed(const Secret &secret, const QByteArray &publicKey);

} // namespace keyway
