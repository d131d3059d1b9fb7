#pragma once

#include "core/secrets/secretstore.h"
#include "core/secrets/vaultfile.h"

#include <memory>

namespace keyway {

/// Keys in one encrypted file behind a master password, for computers without a keychain. It exists
/// only where create() made it. Locked after construction; open, it holds the derived key alone,
/// and reads the file for every call, so that several processes may share one vault.
///
/// All work is done on a thread of its own, in the order of the calls. The file is written beside
/// the old one, synced and renamed: a crash leaves the old or the new one. A damaged file is never
/// written. Beyond SecretStore's reasons: `not-created`, `exists`, `wrong-password`, `damaged`,
/// `unwritable`.
class VaultStore final : public SecretStore {
public:
    /// `path` is the file, `vault.keyway` in the data folder. `cost` is for create() and
    /// changePassword(); tests take a smaller one.
    explicit VaultStore(QString path, VaultCost cost = {});
    /// Waits for what is at work.
    ~VaultStore() override;
    Q_DISABLE_COPY_MOVE(VaultStore)

    /// Makes an empty vault and leaves it open.
    Task<Done> create(Secret password);
    Task<Done> open(Secret password);
    /// Forgets the key. Done when no call before it is at work any more.
    Task<Done> lock();
    /// Seals the vault anew; every other process that has it open finds it locked.
    Task<Done> changePassword(Secret oldPassword, Secret newPassword);

    Task<Secret> read(QString key) override;
    Task<Done> write(QString key, Secret secret) override;
    Task<Done> remove(QString key) override;
    QCoro::Task<KeychainStatus> status() override;
    /// Done where it is open; `password-needed` otherwise, see open().
    Task<Done> unlock() override;

private:
    std::shared_ptr<class VaultWork> m_work;
};

} // namespace keyway
