#pragma once

#include "core/async/task.h"
#include "core/base/id.h"
#include "core/base/secret.h"

#include <QtCore/QString>

namespace keyway {

enum class KeychainState {
    Ready,
    Locked, ///< it is there and wants its password first
    Unavailable, ///< no bus, no service, no backend
    Hanging, ///< it is there and does not answer in time
    Refused, ///< the person or the system said no
    NotCreated ///< the vault only: nobody has made one yet
};

struct KeychainStatus {
    KeychainState state = KeychainState::Unavailable;
    QString backend; ///< a name for people: "GNOME Keyring", "KWallet", "macOS Keychain", "Keyway
                     ///< vault", ...
    QString detail; ///< for the log: never shown, never secret
};

/// Where keys are kept. Lives on the core thread, and all functions are called there; none blocks
/// it. Operations on one key are done in the order of the calls. Every failure is
/// Error::Kind::Keychain with one of the reasons below.
///
/// | reason | meaning |
/// | --- | --- |
/// | locked | wants unlock() first |
/// | missing-key | it has no such key (read only) |
/// | no-variable | the environment has no such key (read only) |
/// | unavailable | no keychain on this computer, or it went away |
/// | hanging | no answer in time; a late one is dropped |
/// | refused | the person or the system said no |
/// | unreadable | the key is there and could not be read |
/// | too-large | over Secret::maximumSize (write only) |
/// | empty | an empty secret cannot be kept (write only) |
/// | not-kept | written without complaint, yet not read back the same (write only) |
/// | read-only | this store takes no keys (write and remove) |
/// | password-needed | the vault opens by VaultStore::open() only (unlock only) |
/// | wrong-password, damaged, not-created, exists, unwritable | the vault only |
class SecretStore {
public:
    virtual ~SecretStore();

    virtual Task<Secret> read(QString key) = 0;
    /// Done means: it was read back and is the same.
    virtual Task<Done> write(QString key, Secret secret) = 0;
    /// Removing what is not there is a success.
    virtual Task<Done> remove(QString key) = 0;
    virtual QCoro::Task<KeychainStatus> status() = 0;
    /// Asks the operating system to ask the person; may take as long as a person takes.
    virtual Task<Done> unlock() = 0;
};

/// The name of an integration's key in any store: `org.keyway/integration/<uuid>`. Unique on the
/// whole computer, since Windows ignores the service name.
QString keychainEntry(const Id &integration);
/// The same for its admin key, which reads bills and never asks: `.../admin`.
QString adminKeychainEntry(const Id &integration);

/// The lower-case name that `--json` and the log use, such as `notcreated`.
QString keychainStateName(KeychainState state);

} // namespace keyway
