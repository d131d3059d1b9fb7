#include "core/base/sealedbox.h"

#include "core/base/sodiumbytes.h"

#include <utility>

namespace keyway {

namespace {

static_assert(BoxKey::publicBytes == crypto_box_PUBLICKEYBYTES);

} // namespace

BoxKey::BoxKey(Secret privateKey, QByteArray publicKey)
    : m_privateKey(std::move(privateKey))
    , m_publicKey(std::move(publicKey))
{
}

BoxKey BoxKey::create()
{
    sodiumIsReady();
    QByteArray publicKey(publicBytes, Qt::Uninitialized);
    QByteArray privateKey(crypto_box_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_box_keypair(sodiumBytes(publicKey), sodiumBytes(privateKey));
    return BoxKey(Secret::take(std::move(privateKey)), std::move(publicKey));
}

std::optional<Secret> BoxKey::open(const QByteArray &box) const
{
    const qsizetype size = box.size() - qsizetype(crypto_box_SEALBYTES);
    if (size < 0 || size > Secret::maximumSize)
        return std::nullopt;
    QByteArray plain(size, '\0');
    unsigned char *const to = sodiumBytes(plain);
    const int failed = m_privateKey.reveal([&](QByteArrayView key) {
        return crypto_box_seal_open(to, sodiumBytes(QByteArrayView(box)),
                                    static_cast<unsigned long long>(box.size()),
                                    sodiumBytes(QByteArrayView(m_publicKey)), sodiumBytes(key));
    });
    if (failed != 0)
        return std::nullopt;
    return Secret::take(std::move(plain));
}

std::optional<QByteArray> boxed(const Secret &secret, const QByteArray &publicKey)
{
    if (!sodiumIsReady() || publicKey.size() != BoxKey::publicBytes)
        return std::nullopt;
    QByteArray box(secret.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    unsigned char *const to = sodiumBytes(box);
    const int failed = secret.reveal([&](QByteArrayView plain) {
        return crypto_box_seal(to, sodiumBytes(plain),
                               static_cast<unsigned long long>(plain.size()),
                               sodiumBytes(QByteArrayView(publicKey)));
    });
    return failed == 0 ? std::optional(box) : std::nullopt;
}

} // namespace keyway
