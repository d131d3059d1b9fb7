#pragma once

#include "core/secrets/secretstore.h"

#include <QtCore/QDeadlineTimer>

#include <memory>

namespace keyway {

/// What can be learnt about a key without asking for it.
struct Sighting {
    enum class Place { Unknown /*this system cannot tell*/, Open, Locked, Nowhere };
    KeychainState state
        = KeychainState::Unavailable; ///< Ready: `place` is known as far as it can be
    Place place = Place::Unknown;
    QString detail;
};

/// Tells what QtKeychain cannot: whether the keychain is locked, absent or silent. Everything here
/// leaves the keychain as it is, except unlock(). Lives on the store's thread.
class KeychainInspector {
public:
    virtual ~KeychainInspector() = default;

    virtual QCoro::Task<KeychainStatus> status(QDeadlineTimer deadline) = 0;
    /// Where an item is. A locked keychain where it is not visible counts as Place::Locked.
    virtual QCoro::Task<Sighting> find(QString service, QString key, QDeadlineTimer deadline) = 0;
    /// Lets the system ask the person, whose answer may take until `prompt`.
    virtual Task<Done> unlock(QString service, QDeadlineTimer deadline, QDeadlineTimer prompt) = 0;
};

/// The inspector of this system: the Secret Service where there is D-Bus, a plain one elsewhere.
std::unique_ptr<KeychainInspector> makeKeychainInspector();

/// The error of a keychain in `state`, for every state but Ready.
Error keychainError(KeychainState state, QString detail);

} // namespace keyway
