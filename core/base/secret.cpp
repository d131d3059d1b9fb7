#include "core/base/secret.h"

#include <sodium.h>

#include <cstring>

namespace keyway {

Secret::~Secret()
{
    if (m_data)
        sodium_free(m_data);
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret Secret::take(QByteArray &&bytes)
{
    Secret secret;
    // sodium_init() is idempotent and thread-safe; below zero means that the system has no randomness.
    if (!bytes.isEmpty() && sodium_init() >= 0) {
        secret.m_size = static_cast<std::size_t>(bytes.size());
        secret.m_data = static_cast<char *>(sodium_malloc(secret.m_size));
        if (!secret.m_data)
            qFatal("No guarded memory for a key: raise the limit of locked memory");
        std::memcpy(secret.m_data, bytes.constData(), secret.m_size);
    }
    wipe(bytes);
    return secret;
}

Secret Secret::clone() const
{
    return take(QByteArray(m_data, size()));
}

bool Secret::equals(const Secret &other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

QString Secret::tail() const
{
    if (m_size < 12)
        return {};
    return QString::fromLatin1(m_data + m_size - 4, 4);
}

QString Secret::masked() const
{
    return QString(8, u'\u2022') + tail();
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace keyway
