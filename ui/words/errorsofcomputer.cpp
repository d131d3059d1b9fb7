#include "ui/words/errorparts.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using Kind = keyway::Error::Kind;

namespace keyway::words {
namespace {
struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Errors)
public:
    static std::span<const Situation> ofKeychain()
    {
        static const Situation known[] = {
            {{"locked"_L1},
             QT_TR_NOOP("Your keychain is locked."),
             QT_TR_NOOP("The keys are safe in %1, but Keyway cannot use them until you unlock it. "
                        "Costs and history stay readable."),
             {Action::UnlockKeychain},
             &ErrorFacts::keychainName},
            {{"missing-key"_L1},
             QT_TR_NOOP("The key of %1 is not in the keychain any more."),
             QT_TR_NOOP("Another program may have deleted it."),
             {Action::EnterKeyAgain, Action::RemoveIntegration},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("The key is not in the keychain any more.")},
            {{"no-variable"_L1},
             QT_TR_NOOP("The environment variable with the key of %1 is not set."),
             QT_TR_NOOP("Set it and start Keyway again."),
             {Action::TryAgain},
             &ErrorFacts::integrationName,
             QT_TR_NOOP("The environment variable with the key is not set.")},
            {{"unavailable"_L1},
             QT_TR_NOOP("This computer has no keychain that Keyway can use."),
             QT_TR_NOOP("Keyway does not store keys in plain files. Create a vault with a password "
                        "of yours, install a keychain, or give keys by environment variable."),
             {Action::CreateVault, Action::TryAgain}},
            {{"hanging"_L1},
             QT_TR_NOOP("Your keychain does not answer."),
             QT_TR_NOOP("It may be waiting for you in another window."),
             {Action::TryAgain}},
            {{"too-large"_L1},
             QT_TR_NOOP("This key is too long."),
             QT_TR_NOOP("A keychain takes at most 2,000 characters. Something else may have been "
                        "copied with it."),
             {}},
            {{"empty"_L1}, QT_TR_NOOP("There is no key."), QT_TR_NOOP("Paste it first."), {}},
            {{"not-kept"_L1},
             QT_TR_NOOP("The keychain did not keep the key."),
             QT_TR_NOOP("It said nothing and gave back something else. Nothing was saved."),
             {Action::TryAgain}},
            {{"read-only"_L1},
             QT_TR_NOOP("Keys cannot be saved here."),
             QT_TR_NOOP("They come from environment variables for this session."),
             {}},
            {{"password-needed"_L1},
             QT_TR_NOOP("Your vault is closed."),
             QT_TR_NOOP("Enter its password to use the keys in it."),
             {Action::OpenVault}},
            {{"wrong-password"_L1},
             QT_TR_NOOP("This password does not open the vault."),
             QT_TR_NOOP("Nothing was changed. There is no way around a lost password."),
             {Action::OpenVault}},
            {{"damaged"_L1},
             QT_TR_NOOP("Keyway's vault is damaged."),
             QT_TR_NOOP("It was not changed. Bring back a copy from a backup, or move it away and "
                        "enter the keys again."),
             {Action::OpenDataFolder, Action::Details}},
            {{"not-created"_L1},
             QT_TR_NOOP("There is no vault yet."),
             QT_TR_NOOP("Create one with a password of yours."),
             {Action::CreateVault}},
            {{"exists"_L1},
             QT_TR_NOOP("There is a vault already."),
             QT_TR_NOOP("Open it with its password."),
             {Action::OpenVault}},
            {{"unwritable"_L1},
             QT_TR_NOOP("Keyway's vault could not be written."),
             QT_TR_NOOP("It was not changed. Check the disk and the data folder."),
             {Action::TryAgain, Action::OpenDataFolder}},
        };
        return known;
    }

    static std::span<const Situation> ofStorage()
    {
        static const Situation known[] = {
            {{"disk-full"_L1},
             QT_TR_NOOP("The disk is full."),
             QT_TR_NOOP("Keyway could not write its records. Nothing was lost. Free some space and "
                        "try again."),
             {Action::TryAgain, Action::OpenDataFolder}},
            {{"read-only"_L1},
             QT_TR_NOOP("Keyway may not write to its data folder."),
             QT_TR_NOOP("Costs and history can be read. New prompts need a folder that can be "
                        "written, because each cost is recorded first."),
             {Action::TryAgain, Action::OpenDataFolder}},
            {{"newer-database"_L1},
             QT_TR_NOOP("These records were made by a newer Keyway."),
             QT_TR_NOOP("They were not changed. Install the newer Keyway to open them."),
             {Action::OpenDataFolder}},
            {{"older-database"_L1},
             QT_TR_NOOP("These records were made by an older Keyway."),
             QT_TR_NOOP("They have to be brought up to date, and the data folder cannot be "
                        "written. Make it writable and start again."),
             {Action::OpenDataFolder}},
            {{"corrupt"_L1},
             QT_TR_NOOP("Keyway's records could not be opened."),
             QT_TR_NOOP("The file is damaged. Nothing was deleted: a copy was put aside."),
             {Action::OpenDataFolder, Action::Details}},
            {{"not-keyway"_L1},
             QT_TR_NOOP("The records in this folder belong to another program."),
             QT_TR_NOOP("They were not changed. Choose another data folder."),
             {Action::OpenDataFolder}},
            {{"cannot-open"_L1},
             QT_TR_NOOP("Keyway may not open its data folder."),
             QT_TR_NOOP("It is not there, or belongs to somebody else. Check the folder and its "
                        "rights."),
             {Action::TryAgain, Action::OpenDataFolder}},
            {{"busy"_L1},
             QT_TR_NOOP("Another program is writing to Keyway's records just now."),
             QT_TR_NOOP("Nothing was changed. Try again in a moment."),
             {Action::TryAgain}},
            {{"io-error"_L1},
             QT_TR_NOOP("The disk could not be read or written."),
             QT_TR_NOOP("Nothing was deleted. Check the disk."),
             {Action::TryAgain, Action::OpenDataFolder}},
            {{"bad-catalogue"_L1},
             QT_TR_NOOP("Keyway's list of services is damaged."),
             QT_TR_NOOP("Install Keyway again. Your keys and records are not touched."),
             {Action::Details}},
            {{"cannot-write"_L1},
             QT_TR_NOOP("The file could not be written."),
             QT_TR_NOOP("Check the folder, its rights and the space on its disk."),
             {Action::TryAgain}},
            {{"cannot-read"_L1},
             QT_TR_NOOP("The file could not be read."),
             QT_TR_NOOP("Check that it is there and that you may read it."),
             {Action::TryAgain}},
            {{"bad-backup"_L1},
             QT_TR_NOOP("This file is no whole backup of Keyway."),
             QT_TR_NOOP("Nothing was changed. Take another one."),
             {}},
            {{"in-use"_L1},
             QT_TR_NOOP("Keyway is running with these records."),
             QT_TR_NOOP("Nothing was changed. Close its window and everything else that uses them, "
                        "and try again."),
             {Action::TryAgain}},
            {{"cannot-bin"_L1},
             QT_TR_NOOP("A file could not go to the bin."),
             QT_TR_NOOP("It is where it was. Some disks have no bin: delete it in its folder."),
             {}},
            {{"input-gone"_L1},
             QT_TR_NOOP("A file that went with the prompt is not there any more."),
             QT_TR_NOOP("Nothing was sent. Attach it to a new prompt."),
             {}},
        };
        return known;
    }
};

Message keychainWords(const Error &error, ErrorFacts facts)
{
    if (facts.keychainName.isEmpty())
        facts.keychainName = ErrorWords::tr("the keychain");
    if (const auto message = messageAbout(error.reason(), ErrorWords::ofKeychain(), facts))
        return *message;
    const QString key = facts.integrationName.isEmpty()
        ? ErrorWords::tr("the key")
        : ErrorWords::tr("the key of %1").arg(facts.integrationName);
    if (error.reason() == "refused"_L1)
        return {ErrorWords::tr("Keyway was not allowed to use %1.").arg(key),
                ErrorWords::tr("The system asked and the answer was no."),
                {Action::AskAgain},
                {}};
    return {ErrorWords::tr("Keyway could not read %1.").arg(key),
            ErrorWords::tr("It is in %1 and could not be read.").arg(facts.keychainName),
            {Action::TryAgain, Action::EnterKeyAgain},
            {}};
}

Message storageWords(const Error &error)
{
    if (const auto message = messageAbout(error.reason(), ErrorWords::ofStorage(), {}))
        return *message;
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
