#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QSemaphore>

namespace keyway::server {

/// Hashes passwords with Argon2id (19 MiB, two passes), at most as many at a time as there are
/// cores. Blocks; callable from any thread. Error: Overloaded, reason `busy`, when a place was not
/// free within five seconds.
class Passwords {
public:
    static constexpr qsizetype shortest = 10; ///< bytes
    static constexpr qsizetype longest = 200;

    Passwords();

    Result<QString> hash(const Secret &password);
    /// An empty hash belongs to no password, and takes as long to refuse.
    Result<bool> matches(const QString &hash, const Secret &password);

private:
    QSemaphore m_places;
    QString m_nobodys;
};

} // namespace keyway::server
