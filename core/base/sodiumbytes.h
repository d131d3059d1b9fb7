#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <sodium.h>

namespace keyway {

// What sources that call libsodium need of it; no header of theirs includes this.

inline const unsigned char *sodiumBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

inline unsigned char *sodiumBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// Whether libsodium found a source of randomness.
inline bool sodiumIsReady()
{
    static const bool started = sodium_init() >= 0;
    return started;
}

} // namespace keyway
