#include "core/base/signature.h"

#include <QtCore/QCryptographicHash>

#include <sodium.h>
#include <utility>

namespace keyway {

namespace {

static_assert(publicKeyBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(signatureBytes == crypto_sign_BYTES);

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

bool ready()
{
    static const bool started = sodium_init() >= 0;
    return started;
}

} // namespace

bool verifies(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey)
{
    if (!ready() || signature.size() != signatureBytes || publicKey.size() != publicKeyBytes)
        return false;
    return crypto_sign_verify_detached(
               bytesOf(QByteArrayView(signature)), bytesOf(QByteArrayView(message)),
               static_cast<unsigned long long>(message.size()), bytesOf(QByteArrayView(publicKey)))
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
    ready();
    QByteArray publicKey(publicKeyBytes, Qt::Uninitialized);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_sign_keypair(bytesOf(publicKey), bytesOf(secretKey));
    return SigningKey(Secret::take(std::move(secretKey)), std::move(publicKey));
}

std::optional<SigningKey> SigningKey::fromSeed(const Secret &seed)
{
    if (!ready() || seed.size() != crypto_sign_SEEDBYTES)
        return std::nullopt;
    QByteArray publicKey(publicKeyBytes, Qt::Uninitialized);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    seed.reveal([&](QByteArrayView bytes) {
        crypto_sign_seed_keypair(bytesOf(publicKey), bytesOf(secretKey), bytesOf(bytes));
    });
    return SigningKey(Secret::take(std::move(secretKey)), std::move(publicKey));
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray signature(signatureBytes, Qt::Uninitialized);
    m_secretKey.reveal([&](QByteArrayView key) {
        crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(QByteArrayView(message)),
                             static_cast<unsigned long long>(message.size()), bytesOf(key));
    });
    return signature;
}

Secret SigningKey::seed() const
{
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    m_secretKey.reveal(
        [&](QByteArrayView key) { crypto_sign_ed25519_sk_to_seed(bytesOf(seed), bytesOf(key)); });
    return Secret::take(std::move(seed));
}

} // namespace keyway
