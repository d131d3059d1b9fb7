#pragma once

#include "core/async/task.h"
#include "core/base/secret.h"

#include <QtCore/QUrl>

namespace keyway {

/// Keeps an administrator's session token in the operating system's keychain, by server, so that
/// the window and its command line share one session. It reads and writes nothing but
/// `org.keyway/admin-session/...`: no user's key can be named here. One thread, with an event loop.
///
/// Errors: Keychain with `missing-key` (nothing kept, or the keychain is locked: sign in again),
/// `hanging` (no answer within ten seconds), `unavailable` for the rest.
class SessionKeychain {
public:
    Task<Secret> read(QUrl server);
    Task<Done> write(QUrl server, Secret token);
    Task<Done> remove(QUrl server);

    /// The item's name.
    static QString entryOf(const QUrl &server);
};

} // namespace keyway
