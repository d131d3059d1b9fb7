#include "core/server/totp.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QtEndian>

#include <sodium.h>
#include <utility>

namespace keyway::server::totp {

namespace {

constexpr std::size_t seedBytes = 20;
constexpr int digits = 6;
constexpr quint32 codes = 1'000'000;
constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

} // namespace

Secret newSeed()
{
    if (sodium_init() < 0)
        qFatal("no randomness");
    QByteArray seed(seedBytes, '\0');
    randombytes_buf(seed.data(), seedBytes);
    return Secret::take(std::move(seed));
}

QByteArray codeOf(const Secret &seed, qint64 step)
{
    QByteArray counter(sizeof(qint64), '\0');
    qToBigEndian(step, counter.data());
    const QByteArray hash = seed.reveal([&counter](QByteArrayView key) {
        return QMessageAuthenticationCode::hash(counter, key.toByteArray(),
                                                QCryptographicHash::Sha1);
    });
    const int offset = hash.back() & 0x0F;
    const quint32 number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7FFFFFFFU;
    return QByteArray::number(number % codes).rightJustified(digits, '0');
}

std::optional<qint64> stepOf(const Secret &seed, const QString &code, const QDateTime &now)
{
    QByteArray given = code.toLatin1();
    given.replace(" ", "");
    if (given.size() != digits)
        return std::nullopt;
    const qint64 current = now.toSecsSinceEpoch() / stepSeconds;
    std::optional<qint64> found;
    for (qint64 step = current - 1; step <= current + 1; ++step) {
        const QByteArray right = codeOf(seed, step);
        if (sodium_memcmp(right.constData(), given.constData(), digits) == 0)
            found = step;
    }
    return found;
}

QByteArray textOf(const Secret &seed)
{
    constexpr int bitsOfLetter = 5;
    QByteArray text;
    seed.reveal([&text](QByteArrayView bytes) {
        quint32 bits = 0;
        int have = 0;
        for (const char byte : bytes) {
            bits = (bits << 8U) | static_cast<unsigned char>(byte);
            have += 8;
            while (have >= bitsOfLetter) {
                have -= bitsOfLetter;
                text += letters[(bits >> have) & 0x1FU];
            }
        }
    });
    return text; // 20 bytes are 32 letters: nothing is left over
}

} // namespace keyway::server::totp
