#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"
#include "core/secrets/vaultstore.h"

#include <QtCore/QFile>

#include <utility>

namespace keyway::engine {

QCoro::Task<KeychainStatus> Workspace::keychainStatus()
{
    const Working working(*m_parts);
    auto asking = m_parts->keys->keychain().status();
    const KeychainStatus status = co_await asking;
    const bool moved
        = status.state != m_parts->keychain.state || status.backend != m_parts->keychain.backend;
    m_parts->keychain = status;
    if (moved)
        Q_EMIT keychainChanged(status);
    co_return status;
}

Task<Done> Workspace::unlockKeychain()
{
    const Working working(*m_parts);
    auto unlocking = m_parts->keys->keychain().unlock();
    const Result<Done> unlocked = co_await unlocking;
    auto asking = keychainStatus();
    co_await asking;
    Q_EMIT changed();
    co_return unlocked;
}

bool Workspace::hasVault() const
{
    return QFile::exists(vaultPath(dataDir()));
}

QCoro::Task<KeychainStatus> Workspace::vaultStatus()
{
    const Working working(*m_parts);
    auto asking = m_parts->keys->vault().status();
    const KeychainStatus status = co_await asking;
    co_return status;
}

bool Workspace::isVaultOpen() const
{
    return m_parts->vaultOpen;
}

Task<Done> Workspace::createVault(Secret password)
{
    const Working working(*m_parts);
    auto creating = m_parts->keys->vault().create(std::move(password));
    const Result<Done> created = co_await creating;
    m_parts->vaultOpen = created.ok();
    Q_EMIT changed();
    co_return created;
}

Task<Done> Workspace::openVault(Secret password)
{
    const Working working(*m_parts);
    auto opening = m_parts->keys->vault().open(std::move(password));
    const Result<Done> opened = co_await opening;
    m_parts->vaultOpen = opened.ok();
    Q_EMIT changed();
    co_return opened;
}

} // namespace keyway::engine
