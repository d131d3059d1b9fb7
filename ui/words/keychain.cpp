#include "ui/words/keychain.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {
struct KeychainWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Keychain)
};
} // namespace

bool isVault(const KeychainStatus &status)
{
    return status.backend.contains("vault"_L1, Qt::CaseInsensitive);
}

QString keychainName(const KeychainStatus &status)
{
    return status.backend.isEmpty() ? KeychainWords::tr("keychain") : status.backend;
}

QString keychainWord(const KeychainStatus &status)
{
    const bool vault = isVault(status);
    switch (status.state) {
    case KeychainState::Ready:
        return vault ? KeychainWords::tr("Vault open") : KeychainWords::tr("Keychain unlocked");
    case KeychainState::Locked:
        return vault ? KeychainWords::tr("Vault closed") : KeychainWords::tr("Keychain locked");
    case KeychainState::Unavailable:
    case KeychainState::NotCreated:
        return KeychainWords::tr("No keychain");
    case KeychainState::Hanging:
        return KeychainWords::tr("Keychain does not answer");
    case KeychainState::Refused:
        return KeychainWords::tr("Keychain refused");
    }
    return {};
}

Message keychainMessage(const KeychainStatus &status, bool hasVault)
{
    const QString name = keychainName(status);
    switch (status.state) {
    case KeychainState::Ready:
        return {};
    case KeychainState::Locked:
        if (isVault(status))
            return {
                KeychainWords::tr("Your vault is closed."),
                KeychainWords::tr("The keys are safe in it, but Keyway cannot use them until you "
                                  "enter its password. Costs and history stay readable."),
                {Action::OpenVault},
                {}};
        return {KeychainWords::tr("Your keychain is locked."),
                KeychainWords::tr("The keys are safe in %1, but Keyway cannot use them until you "
                                  "unlock it. Costs and history stay readable.")
                    .arg(name),
                {Action::UnlockKeychain},
                {}};
    case KeychainState::Unavailable:
    case KeychainState::NotCreated:
        if (hasVault)
            return {KeychainWords::tr("This computer has no keychain that Keyway can use."),
                    KeychainWords::tr("Your keys are in Keyway's vault. Enter its password to use "
                                      "them."),
                    {Action::OpenVault, Action::TryAgain},
                    {}};
        return {KeychainWords::tr("This computer has no keychain that Keyway can use."),
                KeychainWords::tr("Create a vault: an encrypted file that opens with a password of "
                                  "yours. Or install a keychain, or give keys by environment "
                                  "variable for one session."),
                {Action::CreateVault, Action::TryAgain},
                {}};
    case KeychainState::Hanging:
        return {
            KeychainWords::tr("%1 does not answer.").arg(name),
            KeychainWords::tr("It may be waiting for you in another window. Costs and history stay "
                              "readable."),
            {Action::TryAgain},
            {}};
    case KeychainState::Refused:
        return {KeychainWords::tr("Keyway was not allowed to open %1.").arg(name),
                KeychainWords::tr("The system asked and the answer was no. Costs and history stay "
                                  "readable."),
                {Action::AskAgain},
                {}};
    }
    return {};
}

QString whereItIsKept(const KeychainStatus &status, const QString &host)
{
    const bool none
        = status.state == KeychainState::Unavailable || status.state == KeychainState::NotCreated;
    if (none)
        return KeychainWords::tr(
            "This computer has no keychain that Keyway can use. Create a vault "
            "first: Keyway never writes a key into a plain file.");
    if (isVault(status))
        return KeychainWords::tr(
                   "In Keyway's vault, encrypted with your password. Never on Keyway's "
                   "servers. Keyway sends it to %1 only.")
            .arg(host);
    return KeychainWords::tr(
               "In your %1. Not in a file, and never on Keyway's servers. Keyway sends "
               "it to %2 only.")
        .arg(keychainName(status), host);
}

} // namespace keyway::words
