#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway::words {

/// What a person can do about a situation. The order in a Message is the order of the buttons.
enum class Action {
    TryAgain,
    AskAgain,
    Wait,
    ReplaceKey,
    OpenKeyPage,
    OpenBillingPage,
    OpenStatusPage,
    ChooseModel,
    Disable,
    UseAnotherService,
    UnlockKeychain,
    OpenVault,
    CreateVault,
    UseEnvironment,
    EnterKeyAgain,
    RemoveIntegration,
    RaiseLimit,
    EnterPrice,
    ChangePrompt,
    GoOn,
    ChangeAddress,
    SaveWithoutTesting,
    AddIntegration,
    OpenDataFolder,
    Details,
};
/// The words on its button: "Replace key".
QString actionText(Action action);

/// What happened, what it means, what can be done.
struct Message {
    QString title; ///< one sentence with its full stop
    QString text; ///< what it means; may be empty
    QList<Action> actions;
    /// Codes for "Details" and "Copy the details": never a key, never a prompt.
    QString details;

    /// Title and text in one line, for terminals and screen readers.
    QString sentence() const;
};

} // namespace keyway::words
