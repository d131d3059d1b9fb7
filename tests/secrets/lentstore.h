#pragma once

#include "tests/secrets/memorystore.h"

#include <utility>

namespace keyway {

/// The keychain of a computer stays when a program ends.
class Lent final : public SecretStore {
public:
    explicit Lent(MemoryStore &store)
        : m_store(store)
    {
    }
    Task<Secret> read(QString key) override { return m_store.read(key); }
    Task<Done> write(QString key, Secret secret) override
    {
        return m_store.write(key, std::move(secret));
    }
    Task<Done> remove(QString key) override { return m_store.remove(key); }
    QCoro::Task<KeychainStatus> status() override { return m_store.status(); }
    Task<Done> unlock() override { return m_store.unlock(); }

private:
    MemoryStore &m_store;
};

} // namespace keyway
