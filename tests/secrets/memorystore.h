#pragma once

#include "core/secrets/secretstore.h"

#include <map>
#include <optional>
#include <utility>

namespace keyway {

/// Keys in memory, for tests of what uses a store. `failure` answers every call while it is set.
class MemoryStore final : public SecretStore {
public:
    std::map<QString, Secret> keys;
    std::optional<Error> failure;
    KeychainState state = KeychainState::Ready;

    Task<Secret> read(QString key) override
    {
        if (failure)
            co_return *failure;
        const auto found = keys.find(key);
        if (found == keys.end())
            co_return Error(Error::Kind::Keychain).withReason(QStringLiteral("missing-key"));
        co_return found->second.clone();
    }
    Task<Done> write(QString key, Secret secret) override
    {
        if (failure)
            co_return *failure;
        if (secret.size() > Secret::maximumSize)
            co_return Error(Error::Kind::Keychain).withReason(QStringLiteral("too-large"));
        keys.insert_or_assign(key, std::move(secret));
        co_return Done{};
    }
    Task<Done> remove(QString key) override
    {
        if (failure)
            co_return *failure;
        keys.erase(key);
        co_return Done{};
    }
    QCoro::Task<KeychainStatus> status() override
    {
        co_return KeychainStatus{state, QStringLiteral("memory"), {}};
    }
    Task<Done> unlock() override
    {
        if (failure)
            co_return *failure;
        state = KeychainState::Ready;
        co_return Done{};
    }
};

} // namespace keyway
