#pragma once

#include "core/client/adminclient.h"
#include "core/client/sessionkeychain.h"

namespace keyway {

/// One administrator at one server: the client, and the token in the keychain, so that a window and
/// a command line share the session. One thread, with an event loop.
class AdminSession {
public:
    explicit AdminSession(QUrl server, HttpPolicy policy = {});

    AdminClient &client() { return m_client; }
    /// Signs in and keeps the token. A keychain that does not take it is no error: the session
    /// then lasts as long as the program, see isKept().
    Task<AdminIdentity> signIn(QString email, Secret password, QString code, CancelToken cancel);
    /// Goes on with the session that is kept. Error: Keychain, `missing-key`, where there is none.
    Task<AdminIdentity> resume(CancelToken cancel);
    /// Forgets the token here, too, whatever the server says.
    Task<Done> signOut(CancelToken cancel);
    bool isKept() const { return m_kept; }

private:
    AdminClient m_client;
    SessionKeychain m_keychain;
    bool m_kept = false;
};

} // namespace keyway
