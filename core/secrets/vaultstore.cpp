#include "core/secrets/vaultstore.h"

#include "core/async/wait.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>

#include <functional>
#include <optional>
#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int lockPatience = 10000; // ms; another process holds the lock for one write

Error failed(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Keychain, detail).withReason(reason);
}

/// A rename is safe from a power cut once its folder is written too.
void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle
        = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    Q_UNUSED(folder)
#endif
}

} // namespace

/// The vault itself; touched on the pool's one thread alone, except to start work there.
class VaultWork {
public:
    VaultWork(QString file, VaultCost newCost)
        : path(std::move(file))
        , cost(newCost)
    {
        pool.setMaxThreadCount(1);
    }

    Result<Done> create(const Secret &password);
    Result<Done> open(const Secret &password);
    Result<Done> changePassword(const Secret &oldPassword, const Secret &newPassword);
    Result<vaultfile::Entries> entries();
    Result<Done> change(const std::function<void(vaultfile::Entries &)> &edit);
    KeychainStatus status() const;

    const QString path;
    const VaultCost cost;
    std::optional<vaultfile::Key> key;
    QThreadPool pool; // last: its end waits for work that uses the rest

private:
    Result<QByteArray> load() const;
    Result<Done> save(const QByteArray &file) const;
    Result<std::shared_ptr<QLockFile>> lockFile() const;
};

Result<QByteArray> VaultWork::load() const
{
    QFile file(path);
    if (!file.exists())
        return failed(u"not-created"_s, path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"unreadable"_s, file.errorString());
    return file.readAll();
}

Result<Done> VaultWork::save(const QByteArray &content) const
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(content) == content.size() && file.commit();
    if (!written)
        return failed(u"unwritable"_s, file.errorString());
    syncFolder(QFileInfo(path).absolutePath());
    return Done{};
}

Result<std::shared_ptr<QLockFile>> VaultWork::lockFile() const
{
    auto lock = std::make_shared<QLockFile>(path + ".lock"_L1);
    if (lock->tryLock(lockPatience))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return failed(u"hanging"_s, u"another process keeps the vault"_s);
    return failed(u"unwritable"_s, u"no lock beside the vault"_s);
}

Result<Done> VaultWork::create(const Secret &password)
{
    if (password.isEmpty())
        return failed(u"empty"_s, u"an empty password"_s);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(u"unwritable"_s, u"no folder for the vault"_s);
    auto fresh = vaultfile::newKey(password, cost);
    if (!fresh.ok())
        return fresh.error();
    auto lock = lockFile();
    if (!lock.ok())
        return lock.error();
    if (QFileInfo::exists(path))
        return failed(u"exists"_s, path);
    auto saved = save(vaultfile::seal({}, *fresh));
    if (saved.ok())
        key = std::move(*fresh);
    return saved;
}

Result<Done> VaultWork::open(const Secret &password)
{
    auto file = load();
    if (!file.ok())
        return file.error();
    auto found = vaultfile::keyOf(*file, password);
    if (!found.ok())
        return found.error();
    key = std::move(*found);
    return Done{};
}

Result<Done> VaultWork::changePassword(const Secret &oldPassword, const Secret &newPassword)
{
    if (newPassword.isEmpty())
        return failed(u"empty"_s, u"an empty password"_s);
    auto file = load();
    if (!file.ok())
        return file.error();
    auto before = vaultfile::keyOf(*file, oldPassword);
    if (!before.ok())
        return before.error();
    auto after = vaultfile::newKey(newPassword, cost);
    if (!after.ok())
        return after.error();
    // Read again under the lock: hashing took its time, and another process may have written.
    auto lock = lockFile();
    if (!lock.ok())
        return lock.error();
    auto latest = load();
    if (!latest.ok())
        return latest.error();
    auto kept = vaultfile::open(*latest, *before);
    if (!kept.ok())
        return kept.error();
    auto saved = save(vaultfile::seal(*kept, *after));
    if (saved.ok())
        key = std::move(*after);
    return saved;
}

Result<vaultfile::Entries> VaultWork::entries()
{
    auto file = load();
    if (!file.ok())
        return file.error();
    if (!key)
        return failed(u"locked"_s, u"the vault is not open"_s);
    auto found = vaultfile::open(*file, *key);
    if (!found.ok() && found.error().reason() == "wrong-password"_L1) {
        key.reset();
        return failed(u"locked"_s, u"another process changed the password"_s);
    }
    return found;
}

Result<Done> VaultWork::change(const std::function<void(vaultfile::Entries &)> &edit)
{
    if (!QFileInfo::exists(path))
        return failed(u"not-created"_s, path);
    auto lock = lockFile();
    if (!lock.ok())
        return lock.error();
    auto found = entries();
    if (!found.ok())
        return found.error();
    edit(*found);
    return save(vaultfile::seal(*found, *key));
}

KeychainStatus VaultWork::status() const
{
    const QString name = u"Keyway vault"_s;
    const auto file = load();
    if (!file.ok()) {
        const bool absent = file.error().reason() == "not-created"_L1;
        return {absent ? KeychainState::NotCreated : KeychainState::Unavailable, name,
                file.error().detail()};
    }
    const vaultfile::Key none;
    const auto found = vaultfile::open(*file, key ? *key : none);
    if (found.ok())
        return {KeychainState::Ready, name, {}};
    if (found.error().reason() == "damaged"_L1)
        return {KeychainState::Unavailable, name, "damaged: "_L1 + found.error().detail()};
    return {KeychainState::Locked, name, {}};
}

namespace {

using Work = std::shared_ptr<VaultWork>;

/// Does `job` on the vault's thread. The password's hash takes a good part of a second there.
template <class Value>
QCoro::Task<Value> onVaultThread(Work work, std::function<Value(VaultWork &)> job)
{
    auto box = std::make_shared<std::optional<Value>>();
    auto wait = Wait::until(QDeadlineTimer(QDeadlineTimer::Forever));
    auto *vault = work.get();
    work->pool.start([box, wait, vault, job] {
        box->emplace(job(*vault));
        QMetaObject::invokeMethod(wait.get(), &Wait::finish, Qt::QueuedConnection);
    });
    auto event = wait->awaitable();
    co_await event;
    co_return std::move(**box);
}

} // namespace

VaultStore::VaultStore(QString path, VaultCost cost)
    : m_work(std::make_shared<VaultWork>(std::move(path), cost))
{
}

VaultStore::~VaultStore()
{
    m_work->pool.waitForDone();
}

Task<Done> VaultStore::create(Secret password)
{
    auto shared = std::make_shared<Secret>(std::move(password));
    return onVaultThread<Result<Done>>(
        m_work, [shared](VaultWork &vault) { return vault.create(*shared); });
}

Task<Done> VaultStore::open(Secret password)
{
    auto shared = std::make_shared<Secret>(std::move(password));
    return onVaultThread<Result<Done>>(m_work,
                                       [shared](VaultWork &vault) { return vault.open(*shared); });
}

Task<Done> VaultStore::lock()
{
    return onVaultThread<Result<Done>>(m_work, [](VaultWork &vault) -> Result<Done> {
        vault.key.reset();
        return Done{};
    });
}

Task<Done> VaultStore::changePassword(Secret oldPassword, Secret newPassword)
{
    auto before = std::make_shared<Secret>(std::move(oldPassword));
    auto after = std::make_shared<Secret>(std::move(newPassword));
    return onVaultThread<Result<Done>>(m_work, [before, after](VaultWork &vault) {
        return vault.changePassword(*before, *after);
    });
}

Task<Secret> VaultStore::read(QString key)
{
    return onVaultThread<Result<Secret>>(m_work, [key](VaultWork &vault) -> Result<Secret> {
        auto entries = vault.entries();
        if (!entries.ok())
            return entries.error();
        const auto found = entries->find(key);
        if (found == entries->end())
            return failed(u"missing-key"_s, u"no such entry"_s);
        return std::move(found->second);
    });
}

Task<Done> VaultStore::write(QString key, Secret secret)
{
    auto shared = std::make_shared<Secret>(std::move(secret));
    return onVaultThread<Result<Done>>(m_work, [key, shared](VaultWork &vault) -> Result<Done> {
        if (shared->isEmpty())
            return failed(u"empty"_s, u"nothing to keep"_s);
        if (shared->size() > Secret::maximumSize)
            return failed(u"too-large"_s, u"%1 bytes"_s.arg(shared->size()));
        auto written = vault.change(
            [&](vaultfile::Entries &entries) { entries.insert_or_assign(key, shared->clone()); });
        if (!written.ok())
            return written;
        auto entries = vault.entries();
        if (!entries.ok())
            return entries.error();
        const auto kept = entries->find(key);
        if (kept == entries->end() || !kept->second.equals(*shared))
            return failed(u"not-kept"_s, u"read back something else"_s);
        return Done{};
    });
}

Task<Done> VaultStore::remove(QString key)
{
    return onVaultThread<Result<Done>>(m_work, [key](VaultWork &vault) {
        return vault.change([&](vaultfile::Entries &entries) { entries.erase(key); });
    });
}

QCoro::Task<KeychainStatus> VaultStore::status()
{
    return onVaultThread<KeychainStatus>(m_work, [](VaultWork &vault) { return vault.status(); });
}

Task<Done> VaultStore::unlock()
{
    return onVaultThread<Result<Done>>(m_work, [](VaultWork &vault) -> Result<Done> {
        const auto status = vault.status();
        if (status.state == KeychainState::Ready)
            return Done{};
        if (status.state == KeychainState::NotCreated)
            return failed(u"not-created"_s, vault.path);
        if (status.state == KeychainState::Unavailable)
            return failed(u"damaged"_s, status.detail);
        return failed(u"password-needed"_s, u"the vault opens by its password"_s);
    });
}

} // namespace keyway
