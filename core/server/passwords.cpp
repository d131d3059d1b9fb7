#include "core/server/passwords.h"

#include <QtCore/QThread>

#include <algorithm>
#include <array>
#include <sodium.h>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;
constexpr int longestWaitMs = 5000;

Error busy()
{
    return Error(Error::Kind::Overloaded, u"too many passwords at a time"_s).withReason(u"busy"_s);
}

QString hashed(QByteArrayView password)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(text.data(), password.data(),
                                             static_cast<unsigned long long>(password.size()),
                                             passes, memory, crypto_pwhash_ALG_ARGON2ID13);
    return failed != 0 ? QString() : QString::fromLatin1(text.data());
}

} // namespace

Passwords::Passwords()
    : m_places(std::max(1, QThread::idealThreadCount()))
{
    if (sodium_init() < 0)
        qFatal("no randomness");
    m_nobodys = hashed("nobody's password");
}

Result<QString> Passwords::hash(const Secret &password)
{
    if (!m_places.tryAcquire(1, longestWaitMs))
        return busy();
    const QSemaphoreReleaser place(m_places);
    const QString text = password.reveal(hashed);
    if (text.isEmpty())
        return busy(); // no memory for it
    return text;
}

Result<bool> Passwords::matches(const QString &hash, const Secret &password)
{
    if (!m_places.tryAcquire(1, longestWaitMs))
        return busy();
    const QSemaphoreReleaser place(m_places);
    const QByteArray known = (hash.isEmpty() ? m_nobodys : hash).toLatin1();
    const bool same = password.reveal([&known](QByteArrayView bytes) {
        const char *text = bytes.isEmpty() ? "" : bytes.data();
        return crypto_pwhash_str_verify(known.constData(), text,
                                        static_cast<unsigned long long>(bytes.size()))
            == 0;
    });
    return same && !hash.isEmpty();
}

} // namespace keyway::server
