#pragma once

#include "core/async/canceltoken.h"
#include "core/catalogue/integration.h"
#include "core/secrets/secretstore.h"

#include <memory>

namespace keyway {
class VaultStore;
}

namespace keyway::engine {

/// Finds an integration's key where it is kept: keychain, vault or environment. Core thread.
class KeyRing {
public:
    KeyRing(std::unique_ptr<SecretStore> keychain, std::unique_ptr<VaultStore> vault);
    ~KeyRing();

    /// An empty secret for a service that needs no key. Error: Cancelled at once when `cancel` is,
    /// however long the keychain takes; and those of SecretStore::read().
    Task<Secret> read(Integration integration, CancelToken cancel);
    Task<Done> write(Integration integration, Secret key);
    Task<Done> remove(Integration integration);

    // The admin key of an integration, kept beside its key, in the keychain or the vault.
    Task<Secret> readAdmin(Id integration, KeySource source, CancelToken cancel);
    Task<Done> writeAdmin(Id integration, KeySource source, Secret key);
    Task<Done> removeAdmin(Id integration, KeySource source);

    SecretStore &keychain() { return *m_keychain; }
    VaultStore &vault() { return *m_vault; }

    /// The variable that holds the key of an integration kept in the environment.
    static QString environmentVariable(const QString &integrationName);

private:
    Task<Secret> readWhole(Integration integration);
    SecretStore *storeOf(KeySource source);

    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<VaultStore> m_vault;
};

} // namespace keyway::engine
