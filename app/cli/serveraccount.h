#pragma once

#include "app/cli/commands.h"
#include "core/base/clock.h"
#include "core/secrets/keychainstore.h"
#include "core/storage/database.h"
#include "core/sync/accountservice.h"

#include <memory>

namespace keyway::cli {

/// The account of the opened data folder, by a connection of its own beside the workspace's.
class ServerAccount {
public:
    static Result<std::unique_ptr<ServerAccount>> open(const Context &context);

    Database &database() { return *m_database; }
    AccountService &service() { return *m_service; }
    /// Remembers the server that the command names. Error: as of AccountLink::setServer().
    Result<Done> nameServer(const Arguments &arguments);

private:
    ServerAccount() = default;

    SystemClock m_clock;
    std::unique_ptr<Database> m_database;
    KeychainStore m_keychain;
    std::unique_ptr<AccountService> m_service;
};

/// For commands that ask the server about the account. Error: Rejected, `signed-out`; Keychain.
Result<AccountService::Session> sessionOf(Context &context, ServerAccount &own);

/// Says what went wrong with the account or the server.
Exit failOnAccount(Context &context, const Error &error);

/// `--server URL`
Option serverOption();

} // namespace keyway::cli
