#pragma once

#include "core/secrets/secretstore.h"
#include "ui/words/message.h"

namespace keyway::words {

/// For the status bar: "Keychain unlocked".
QString keychainWord(const KeychainStatus &status);
/// The banner of a state that is not Ready; empty for Ready. `hasVault`: a vault file exists
/// already.
Message keychainMessage(const KeychainStatus &status, bool hasVault);
/// Where a key will be kept, as the sentence of the Add dialog; `host` is where it is sent.
QString whereItIsKept(const KeychainStatus &status, const QString &host);
/// Keyway's own encrypted file, which opens with a password of its own.
bool isVault(const KeychainStatus &status);
/// "GNOME Keyring", or "keychain" where the status names none.
QString keychainName(const KeychainStatus &status);

} // namespace keyway::words
