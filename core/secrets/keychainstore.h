#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>
#include <memory>

namespace keyway {

/// Keys in the operating system's keychain, through QtKeychain, never in a file of its own. Needs a
/// thread with an event loop; in the whole process only one thread may use it (QtKeychain has one
/// queue). A locked keychain is answered with `locked` and not with a dialog: only unlock() asks
/// the person.
///
/// A job that does not answer in time ends as `hanging` and is left to end by itself (QtKeychain
/// crashes when one is deleted early); until then later calls wait for their turn. A write that
/// hung may still take effect.
class KeychainStore final : public SecretStore {
public:
    struct Patience {
        std::chrono::milliseconds answer = std::chrono::seconds(10); ///< for one call
        std::chrono::milliseconds prompt = std::chrono::minutes(5); ///< for a person, in unlock()
    };

    KeychainStore();
    explicit KeychainStore(Patience patience);
    ~KeychainStore() override;
    Q_DISABLE_COPY_MOVE(KeychainStore)

    Task<Secret> read(QString key) override;
    Task<Done> write(QString key, Secret secret) override;
    Task<Done> remove(QString key) override;
    QCoro::Task<KeychainStatus> status() override;
    Task<Done> unlock() override;

private:
    std::shared_ptr<class KeychainWork> m_work;
};

} // namespace keyway
