#pragma once

#include "core/async/task.h"
#include "core/secrets/secretstore.h"
#include "core/sync/serverclient.h"

#include <QtCore/QDateTime>
#include <QtCore/QUrl>

#include <functional>
#include <optional>

namespace keyway {

class Database;

/// The account of this data folder, without its token.
struct LinkedAccount {
    QUrl server;
    QString email;
    Id account;
    Id device;
    /// Records from before are not sent; nothing: all of them are, since the person said so.
    std::optional<QDateTime> since;
    bool syncs = true; ///< off: signed in, and nothing is sent
    bool tellsHealth = true; ///< how services answered, without the account
    friend bool operator==(const LinkedAccount &, const LinkedAccount &) = default;
};

/// Keeps who is signed in: facts among the settings, the token in the keychain under a name of its
/// own. Core thread.
class AccountLink {
public:
    AccountLink(Database &database, SecretStore &keychain);

    /// Nothing: nobody is signed in.
    Result<std::optional<LinkedAccount>> account();
    /// The token first, so that nobody is signed in without one. Takes the place of another
    /// account, whose token is forgotten. Error: Keychain, Storage.
    Task<Done> link(LinkedAccount account, Secret token);
    Task<Secret> token(LinkedAccount account);
    /// The token, replaced by a new one where it is older than 30 days. Error: Keychain; and of
    /// ServerClient::account().
    Task<Secret> currentToken(LinkedAccount account, ServerClient &server, CancelToken cancel);
    /// A rotated token. Error: Keychain; the old one still holds then.
    Task<Done> replaceToken(LinkedAccount account, Secret token);
    Result<Done> setSyncs(bool on); ///< Error: Rejected, `signed-out`
    Result<Done> setTellsHealth(bool on); ///< Error: Rejected, `signed-out`
    /// From now on records from before are sent, too; there is no way back, as the server has them
    /// then. Error: Rejected, `signed-out`.
    Result<Done> sendEarlier();
    Task<Done> unlink();

    /// The server that was named last, whether or not somebody is signed in.
    Result<std::optional<QUrl>> server();
    /// The address as it is kept. Error: as of checkedBaseUrl(); Rejected, `signed-in`, for another
    /// one than that of the account.
    Result<QUrl> setServer(const QString &address);

    /// The name of the token in the keychain: `org.keyway/account/<device>`.
    static QString keychainEntry(const Id &device);

private:
    Result<Done> keep(const LinkedAccount &account);
    Result<Done> change(const std::function<void(LinkedAccount &)> &change);

    Database &m_database;
    SecretStore &m_keychain;
};

} // namespace keyway
