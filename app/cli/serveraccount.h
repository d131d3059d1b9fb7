#pragma once

#include "app/cli/commands.h"
#include "core/base/clock.h"
#include "core/secrets/keychainstore.h"
#include "core/storage/database.h"
#include "core/sync/uploader.h"

#include <memory>
#include <optional>

namespace keyway::cli {

/// The account of the opened data folder, by a connection of its own beside the workspace's.
class ServerAccount {
public:
    static Result<std::unique_ptr<ServerAccount>> open(const Context &context);

    Database &database() { return *m_database; }
    AccountLink &link() { return *m_link; }
    /// Error: Rejected, `signed-out`.
    Result<LinkedAccount> account();
    /// The server that is named, and is remembered then, or the one that was named before. Error:
    /// Rejected, `no-server`, and as of checkedBaseUrl().
    Result<QUrl> server(const Arguments &arguments);

private:
    ServerAccount() = default;

    SystemClock m_clock;
    std::unique_ptr<Database> m_database;
    KeychainStore m_keychain;
    std::unique_ptr<AccountLink> m_link;
};

/// The account and its token, for commands that ask the server about it.
struct AccountSession {
    LinkedAccount account;
    Secret token;
};
/// Error: Rejected, `signed-out`; Keychain.
Result<AccountSession> sessionOf(Context &context, ServerAccount &own);

/// Says what went wrong with the account or the server.
Exit failOnAccount(Context &context, const Error &error);

/// `--server URL`
Option serverOption();

} // namespace keyway::cli
