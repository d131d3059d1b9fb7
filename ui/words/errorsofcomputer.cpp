#include "ui/words/errorparts.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using Kind = keyway::Error::Kind;

namespace keyway::words {
namespace {
struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Errors)
};

Message keychainWords(const Error &error, const ErrorFacts &facts)
{
    const QString &reason = error.reason();
    const QString keychain
        = facts.keychainName.isEmpty() ? ErrorWords::tr("the keychain") : facts.keychainName;
    const QString key = facts.integrationName.isEmpty()
        ? ErrorWords::tr("the key")
        : ErrorWords::tr("the key of %1").arg(facts.integrationName);
    if (reason == "locked"_L1)
        return {ErrorWords::tr("Your keychain is locked."),
                ErrorWords::tr(
                    "The keys are safe in %1, but Keyway cannot use them until you unlock it. "
                    "Costs and history stay readable.")
                    .arg(keychain),
                {Action::UnlockKeychain},
                {}};
    if (reason == "missing-key"_L1)
        return {facts.integrationName.isEmpty()
                    ? ErrorWords::tr("The key is not in the keychain any more.")
                    : ErrorWords::tr("The key of %1 is not in the keychain any more.")
                          .arg(facts.integrationName),
                ErrorWords::tr("Another program may have deleted it."),
                {Action::EnterKeyAgain, Action::RemoveIntegration},
                {}};
    if (reason == "no-variable"_L1)
        return {facts.integrationName.isEmpty()
                    ? ErrorWords::tr("The environment variable with the key is not set.")
                    : ErrorWords::tr("The environment variable with the key of %1 is not set.")
                          .arg(facts.integrationName),
                ErrorWords::tr("Set it and start Keyway again."),
                {Action::TryAgain},
                {}};
    if (reason == "unavailable"_L1)
        return {ErrorWords::tr("This computer has no keychain that Keyway can use."),
                ErrorWords::tr(
                    "Keyway does not store keys in plain files. Create a vault with a password "
                    "of yours, install a keychain, or give keys by environment variable."),
                {Action::CreateVault, Action::TryAgain},
                {}};
    if (reason == "hanging"_L1)
        return {ErrorWords::tr("Your keychain does not answer."),
                ErrorWords::tr("It may be waiting for you in another window."),
                {Action::TryAgain},
                {}};
    if (reason == "refused"_L1)
        return {ErrorWords::tr("Keyway was not allowed to use %1.").arg(key),
                ErrorWords::tr("The system asked and the answer was no."),
                {Action::AskAgain},
                {}};
    if (reason == "too-large"_L1)
        return {ErrorWords::tr("This key is too long."),
                ErrorWords::tr(
                    "A keychain takes at most 2,000 characters. Something else may have been "
                    "copied with it."),
                {},
                {}};
    if (reason == "empty"_L1)
        return {ErrorWords::tr("There is no key."), ErrorWords::tr("Paste it first."), {}, {}};
    if (reason == "not-kept"_L1)
        return {ErrorWords::tr("The keychain did not keep the key."),
                ErrorWords::tr("It said nothing and gave back something else. Nothing was saved."),
                {Action::TryAgain},
                {}};
    if (reason == "read-only"_L1)
        return {ErrorWords::tr("Keys cannot be saved here."),
                ErrorWords::tr("They come from environment variables for this session."),
                {},
                {}};
    if (reason == "password-needed"_L1)
        return {ErrorWords::tr("Your vault is closed."),
                ErrorWords::tr("Enter its password to use the keys in it."),
                {Action::OpenVault},
                {}};
    if (reason == "wrong-password"_L1)
        return {ErrorWords::tr("This password does not open the vault."),
                ErrorWords::tr("Nothing was changed. There is no way around a lost password."),
                {Action::OpenVault},
                {}};
    if (reason == "damaged"_L1)
        return {ErrorWords::tr("Keyway's vault is damaged."),
                ErrorWords::tr(
                    "It was not changed. Bring back a copy from a backup, or move it away and "
                    "enter the keys again."),
                {Action::OpenDataFolder, Action::Details},
                {}};
    if (reason == "not-created"_L1)
        return {ErrorWords::tr("There is no vault yet."),
                ErrorWords::tr("Create one with a password of yours."),
                {Action::CreateVault},
                {}};
    if (reason == "exists"_L1)
        return {ErrorWords::tr("There is a vault already."),
                ErrorWords::tr("Open it with its password."),
                {Action::OpenVault},
                {}};
    if (reason == "unwritable"_L1)
        return {ErrorWords::tr("Keyway's vault could not be written."),
                ErrorWords::tr("It was not changed. Check the disk and the data folder."),
                {Action::TryAgain, Action::OpenDataFolder},
                {}};
    return {ErrorWords::tr("Keyway could not read %1.").arg(key),
            ErrorWords::tr("It is in %1 and could not be read.").arg(keychain),
            {Action::TryAgain, Action::EnterKeyAgain},
            {}};
}

Message storageWords(const Error &error)
{
    const QString &reason = error.reason();
    if (reason == "disk-full"_L1)
        return {ErrorWords::tr("The disk is full."),
                ErrorWords::tr(
                    "Keyway could not write its records. Nothing was lost. Free some space and "
                    "try again."),
                {Action::TryAgain, Action::OpenDataFolder},
                {}};
    if (reason == "read-only"_L1)
        return {
            ErrorWords::tr("Keyway may not write to its data folder."),
            ErrorWords::tr("Costs and history can be read. New prompts need a folder that can be "
                           "written, because each cost is recorded first."),
            {Action::TryAgain, Action::OpenDataFolder},
            {}};
    if (reason == "newer-database"_L1)
        return {ErrorWords::tr("These records were made by a newer Keyway."),
                ErrorWords::tr("They were not changed. Install the newer Keyway to open them."),
                {Action::OpenDataFolder},
                {}};
    if (reason == "older-database"_L1)
        return {ErrorWords::tr("These records were made by an older Keyway."),
                ErrorWords::tr("They have to be brought up to date, and the data folder cannot be "
                               "written. Make it writable and start again."),
                {Action::OpenDataFolder},
                {}};
    if (reason == "corrupt"_L1)
        return {ErrorWords::tr("Keyway's records could not be opened."),
                ErrorWords::tr("The file is damaged. Nothing was deleted: a copy was put aside."),
                {Action::OpenDataFolder, Action::Details},
                {}};
    if (reason == "not-keyway"_L1)
        return {ErrorWords::tr("The records in this folder belong to another program."),
                ErrorWords::tr("They were not changed. Choose another data folder."),
                {Action::OpenDataFolder},
                {}};
    if (reason == "cannot-open"_L1)
        return {
            ErrorWords::tr("Keyway may not open its data folder."),
            ErrorWords::tr("It is not there, or belongs to somebody else. Check the folder and its "
                           "rights."),
            {Action::TryAgain, Action::OpenDataFolder},
            {}};
    if (reason == "busy"_L1)
        return {ErrorWords::tr("Another program is writing to Keyway's records just now."),
                ErrorWords::tr("Nothing was changed. Try again in a moment."),
                {Action::TryAgain},
                {}};
    if (reason == "io-error"_L1)
        return {ErrorWords::tr("The disk could not be read or written."),
                ErrorWords::tr("Nothing was deleted. Check the disk."),
                {Action::TryAgain, Action::OpenDataFolder},
                {}};
    if (reason == "bad-catalogue"_L1)
        return {ErrorWords::tr("Keyway's list of services is damaged."),
                ErrorWords::tr("Install Keyway again. Your keys and records are not touched."),
                {Action::Details},
                {}};
    if (reason == "cannot-write"_L1)
        return {ErrorWords::tr("The file could not be written."),
                ErrorWords::tr("Check the folder, its rights and the space on its disk."),
                {Action::TryAgain},
                {}};
    return {ErrorWords::tr("Keyway could not use its records."),
            ErrorWords::tr("Nothing was deleted. Check the disk and the data folder."),
            {Action::TryAgain, Action::OpenDataFolder},
            {}};
}
} // namespace

Message computerErrorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    Q_UNUSED(locale)
    switch (error.kind()) {
    case Kind::Keychain:
        return keychainWords(error, facts);
    case Kind::Storage:
        return storageWords(error);
    default:
        if (error.reason() == "not-hardened"_L1)
            return {ErrorWords::tr("Keyway could not shield its memory from other programs."),
                    ErrorWords::tr("It works, without this protection."),
                    {Action::Details},
                    {}};
        return {ErrorWords::tr("Something went wrong inside Keyway."),
                ErrorWords::tr("Nothing was lost. Details help to find the cause."),
                {Action::TryAgain, Action::Details},
                {}};
    }
}

} // namespace keyway::words
