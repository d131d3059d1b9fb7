#include "core/server/sealer.h"

#include "core/base/sodiumbytes.h"
#include "core/server/keyfile.h"

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr char version = 1;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype headBytes = 1 + nonceBytes;
constexpr std::size_t fingerprintBytes = 16;
constexpr char sealingContext[crypto_kdf_CONTEXTBYTES + 1] = "kwseal-1";
constexpr char namingContext[crypto_kdf_CONTEXTBYTES + 1] = "kwname-1";
static_assert(keyBytes == crypto_kdf_KEYBYTES);

Secret derived(const Secret &masterKey, const char *context)
{
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    masterKey.reveal([&](QByteArrayView master) {
        crypto_kdf_derive_from_key(sodiumBytes(key), static_cast<std::size_t>(key.size()), 1,
                                   context, sodiumBytes(master));
    });
    return Secret::take(std::move(key));
}

Error cannotOpen()
{
    return Error(Error::Kind::Storage, u"a sealed value does not open"_s).withReason(u"sealed"_s);
}

} // namespace

Sealer::Sealer(const Secret &masterKey)
{
    if (!sodiumIsReady() || masterKey.size() != keyBytes)
        qFatal("no master key of %d bytes", int(keyBytes));
    m_sealing = derived(masterKey, sealingContext);
    m_naming = derived(masterKey, namingContext);
}

QByteArray Sealer::seal(const Secret &secret, const QByteArray &place) const
{
    QByteArray sealed(headBytes + secret.size() + tagBytes, '\0');
    sealed[0] = version;
    randombytes_buf(sealed.data() + 1, static_cast<std::size_t>(nonceBytes));
    unsigned char *const bytes = sodiumBytes(sealed);
    secret.reveal([&](QByteArrayView plain) {
        m_sealing.reveal([&](QByteArrayView key) {
            crypto_aead_xchacha20poly1305_ietf_encrypt(
                bytes + headBytes, nullptr, sodiumBytes(plain),
                static_cast<unsigned long long>(plain.size()), sodiumBytes(QByteArrayView(place)),
                static_cast<unsigned long long>(place.size()), nullptr, bytes + 1,
                sodiumBytes(key));
        });
    });
    return sealed;
}

Result<Secret> Sealer::open(const QByteArray &sealed, const QByteArray &place) const
{
    const qsizetype size = sealed.size() - headBytes - tagBytes;
    if (size < 0 || size > Secret::maximumSize || sealed.at(0) != version)
        return cannotOpen();
    QByteArray plain(size, '\0');
    unsigned char *const to = sodiumBytes(plain);
    const unsigned char *const from = sodiumBytes(QByteArrayView(sealed));
    const int failed = m_sealing.reveal([&](QByteArrayView key) {
        return crypto_aead_xchacha20poly1305_ietf_decrypt(
            to, nullptr, nullptr, from + headBytes,
            static_cast<unsigned long long>(size + tagBytes), sodiumBytes(QByteArrayView(place)),
            static_cast<unsigned long long>(place.size()), from + 1, sodiumBytes(key));
    });
    if (failed != 0)
        return cannotOpen();
    return Secret::take(std::move(plain));
}

QByteArray Sealer::fingerprint(const Secret &secret) const
{
    QByteArray print(fingerprintBytes, '\0');
    unsigned char *const to = sodiumBytes(print);
    secret.reveal([&](QByteArrayView bytes) {
        m_naming.reveal([&](QByteArrayView key) {
            crypto_generichash(to, fingerprintBytes, sodiumBytes(bytes),
                               static_cast<unsigned long long>(bytes.size()), sodiumBytes(key),
                               static_cast<std::size_t>(key.size()));
        });
    });
    return print;
}

} // namespace keyway::server
