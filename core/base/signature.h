#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace keyway {

inline constexpr qsizetype publicKeyBytes = 32;
inline constexpr qsizetype signatureBytes = 64;

/// Whether `signature` is one of `message` by the owner of an Ed25519 public key. False for keys
/// and signatures of a wrong length, too.
bool verifies(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey);

/// A short name for a public key: the first 16 hexadecimal digits of its SHA-256.
QString keyIdOf(const QByteArray &publicKey);

/// An Ed25519 key that signs. The seed stays in guarded memory.
class SigningKey {
public:
    /// A new one from the system's source of randomness.
    static SigningKey create();
    /// From the 32 bytes of seed(). Nothing where it has another length.
    static std::optional<SigningKey> fromSeed(const Secret &seed);

    const QByteArray &publicKey() const { return m_publicKey; }
    QByteArray sign(const QByteArray &message) const;
    Secret seed() const;

private:
    SigningKey(Secret secretKey, QByteArray publicKey);
    Secret m_secretKey; ///< seed and public key, as libsodium wants it
    QByteArray m_publicKey;
};

} // namespace keyway
