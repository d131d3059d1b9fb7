#include "core/engine/keyring.h"

#include "core/async/wait.h"
#include "core/secrets/environmentstore.h"
#include "core/secrets/vaultstore.h"

#include <memory>
#include <optional>
#include <utility>

namespace keyway::engine {

namespace {

/// A key that is being read. Outlives the one who waits for it where he was cancelled.
struct Reading {
    std::optional<Result<Secret>> key;
    std::shared_ptr<Wait> wait = Wait::until(QDeadlineTimer(QDeadlineTimer::Forever));
};

QCoro::Task<> finish(Task<Secret> task, std::shared_ptr<Reading> reading)
{
    auto key = co_await task;
    reading->key.emplace(std::move(key));
    reading->wait->finish();
}

/// The key, or Cancelled at once, however long the store takes.
Task<Secret> unlessCancelled(Task<Secret> task, CancelToken cancel)
{
    auto reading = std::make_shared<Reading>();
    QObject::connect(cancel.notifier(), &CancelNotifier::cancelled, reading->wait.get(),
                     &Wait::finish);
    if (cancel.isCancelled())
        reading->wait->finish();
    finish(std::move(task), reading);
    if (!reading->key) {
        auto event = reading->wait->awaitable();
        co_await event;
    }
    if (!reading->key)
        co_return Error(Error::Kind::Cancelled);
    co_return std::move(*reading->key);
}

} // namespace

KeyRing::KeyRing(std::unique_ptr<SecretStore> keychain, std::unique_ptr<VaultStore> vault)
    : m_keychain(std::move(keychain))
    , m_vault(std::move(vault))
{
}

KeyRing::~KeyRing() = default;

SecretStore *KeyRing::storeOf(KeySource source)
{
    switch (source) {
    case KeySource::Keychain:
        return m_keychain.get();
    case KeySource::Vault:
        return m_vault.get();
    case KeySource::None:
    case KeySource::Environment:
        break;
    }
    return nullptr;
}

Task<Secret> KeyRing::read(Integration integration, CancelToken cancel)
{
    if (cancel.isCancelled())
        co_return Error(Error::Kind::Cancelled);
    auto waiting = unlessCancelled(readWhole(std::move(integration)), cancel);
    Result<Secret> key = co_await waiting;
    co_return key;
}

Task<Secret> KeyRing::readWhole(Integration integration)
{
    const QString entry = keychainEntry(integration.id);
    if (integration.keySource == KeySource::None)
        co_return Secret();
    if (integration.keySource == KeySource::Environment) {
        EnvironmentStore environment({{entry, environmentVariable(integration.name)}});
        auto reading = environment.read(entry);
        Result<Secret> key = co_await reading;
        co_return key;
    }
    auto reading = storeOf(integration.keySource)->read(entry);
    Result<Secret> key = co_await reading;
    co_return key;
}

Task<Done> KeyRing::write(Integration integration, Secret key)
{
    SecretStore *store = storeOf(integration.keySource);
    if (!store)
        co_return Error(Error::Kind::Keychain).withReason(QStringLiteral("read-only"));
    const QString entry = keychainEntry(integration.id);
    auto writing = store->write(entry, std::move(key));
    Result<Done> written = co_await writing;
    co_return written;
}

Task<Done> KeyRing::remove(Integration integration)
{
    SecretStore *store = storeOf(integration.keySource);
    if (!store)
        co_return Done{};
    const QString entry = keychainEntry(integration.id);
    auto removing = store->remove(entry);
    Result<Done> removed = co_await removing;
    co_return removed;
}

Task<Secret> KeyRing::readAdmin(Id integration, KeySource source, CancelToken cancel)
{
    SecretStore *store = storeOf(source);
    if (!store)
        co_return Error(Error::Kind::Keychain).withReason(QStringLiteral("missing-key"));
    if (cancel.isCancelled())
        co_return Error(Error::Kind::Cancelled);
    auto waiting = unlessCancelled(store->read(adminKeychainEntry(integration)), cancel);
    Result<Secret> key = co_await waiting;
    co_return key;
}

Task<Done> KeyRing::writeAdmin(Id integration, KeySource source, Secret key)
{
    SecretStore *store = storeOf(source);
    if (!store)
        co_return Error(Error::Kind::Keychain).withReason(QStringLiteral("read-only"));
    auto writing = store->write(adminKeychainEntry(integration), std::move(key));
    Result<Done> written = co_await writing;
    co_return written;
}

Task<Done> KeyRing::removeAdmin(Id integration, KeySource source)
{
    SecretStore *store = storeOf(source);
    if (!store)
        co_return Done{};
    auto removing = store->remove(adminKeychainEntry(integration));
    Result<Done> removed = co_await removing;
    co_return removed;
}

QString KeyRing::environmentVariable(const QString &integrationName)
{
    return environmentVariableFor(integrationName);
}

} // namespace keyway::engine
