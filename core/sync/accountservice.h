#pragma once

#include "core/sync/accountlink.h"
#include "core/sync/serverclient.h"

#include <QtCore/QJsonObject>

#include <map>
#include <memory>

namespace keyway {

/// What somebody signs in with, beside the password.
struct SignIn {
    QString email;
    QString deviceName; ///< what the list of computers calls this one
    bool withEarlier = false; ///< records from before are sent, too
};

/// What a person does with an account: each step at the server, and then what is kept here. Core
/// thread; outlives its tasks. Errors: of ServerClient and AccountLink; Rejected, `no-server`,
/// before one was named, and `signed-out` where an account is needed.
class AccountService {
public:
    AccountService(Database &database, SecretStore &keychain);

    AccountLink &link() { return m_link; }
    /// The account. Error: Rejected, `signed-out`.
    Result<LinkedAccount> account();
    /// The client of the account's server, else of the one that was named; good as long as this.
    Result<ServerClient *> client();

    Task<Done> signUp(QString email, Secret password, CancelToken cancel);
    Task<Done> verify(Secret code, CancelToken cancel);
    /// Takes the place of an account that is signed in; the same one again keeps from when on its
    /// records are sent. The billing zone is the account's from now on.
    Task<Done> signIn(SignIn wanted, Secret password, CancelToken cancel);
    /// Forgets the account here in any case; whether the server was told.
    Task<bool> signOut(CancelToken cancel);
    /// On every computer. On error nobody is signed out.
    Task<Done> signOutEverywhere(CancelToken cancel);
    Task<QList<AccountDevice>> devices(CancelToken cancel);
    Task<Done> signOutDevice(Id device, CancelToken cancel);
    Task<Done> changePassword(Secret old, Secret password, CancelToken cancel);
    Task<Done> requestReset(QString email, CancelToken cancel);
    Task<Done> reset(Secret code, Secret password, CancelToken cancel);
    /// Everything that the server keeps, with all usage records.
    Task<QJsonObject> exported(CancelToken cancel);
    /// Into a file that only its owner may read. Error: also Storage, `cannot-write`.
    Task<Done> exportTo(QString path, CancelToken cancel);
    Task<Done> deleteAccount(Secret password, CancelToken cancel);

    /// What a call in the account's name needs. Error: also Keychain.
    struct Session {
        LinkedAccount account;
        Secret token;
        ServerClient *server = nullptr;
    };
    Task<Session> session();

private:
    template <class Call> Task<Done> atServer(Call call);
    template <class T, class Call> Task<T> inSession(Call call);

    Database &m_database;
    AccountLink m_link;
    std::map<QUrl, std::unique_ptr<ServerClient>>
        m_clients; ///< kept, since tasks may still use one
};

} // namespace keyway
