#include "core/base/signature.h"

#include "core/base/sodiumbytes.h"

#include <QtCore/QCryptographicHash>

#include <utility>

namespace keyway {

namespace {

static_assert(publicKeyBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(signatureBytes == crypto_sign_BYTES);

} // namespace

bool verifies(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey)
{
    if (!sodiumIsReady() || signature.size() != signatureBytes
        || publicKey.size() != publicKeyBytes)
        return false;
    return crypto_sign_verify_detached(sodiumBytes(QByteArrayView(signature)),
                                       sodiumBytes(QByteArrayView(message)),
                                       static_cast<unsigned long long>(message.size()),
                                       sodiumBytes(QByteArrayView(publicKey)))
        == 0;
}

QString keyIdOf(const QByteArray &publicKey)
{
    constexpr qsizetype digits = 16;
    const QByteArray hash = QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(digits));
}

SigningKey::SigningKey(Secret secretKey, QByteArray publicKey)
    : m_secretKey(std::move(secretKey))
    , m_publicKey(std::move(publicKey))
{
}

SigningKey SigningKey::create()
{
    sodiumIsReady();
    QByteArray publicKey(publicKeyBytes, Qt::Uninitialized);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_sign_keypair(sodiumBytes(publicKey), sodiumBytes(secretKey));
    return SigningKey(Secret::take(std::move(secretKey)), std::move(publicKey));
}

std::optional<SigningKey> SigningKey::fromSeed(const Secret &seed)
{
    if (!sodiumIsReady() || seed.size() != crypto_sign_SEEDBYTES)
        return std::nullopt;
    QByteArray publicKey(publicKeyBytes, Qt::Uninitialized);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    seed.reveal([&](QByteArrayView bytes) {
        crypto_sign_seed_keypair(sodiumBytes(publicKey), sodiumBytes(secretKey),
                                 sodiumBytes(bytes));
    });
    return SigningKey(Secret::take(std::move(secretKey)), std::move(publicKey));
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray signature(signatureBytes, Qt::Uninitialized);
    m_secretKey.reveal([&](QByteArrayView key) {
        crypto_sign_detached(sodiumBytes(signature), nullptr, sodiumBytes(QByteArrayView(message)),
                             static_cast<unsigned long long>(message.size()), sodiumBytes(key));
    });
    return signature;
}

Secret SigningKey::seed() const
{
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    m_secretKey.reveal([&](QByteArrayView key) {
        crypto_sign_ed25519_sk_to_seed(sodiumBytes(seed), sodiumBytes(key));
    });
    return Secret::take(std::move(seed));
}

} // namespace keyway
