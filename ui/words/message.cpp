#include "ui/words/message.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {
struct ActionWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Action)
};
} // namespace

QString actionText(Action action)
{
    switch (action) {
    case Action::TryAgain:
        return ActionWords::tr("Try again");
    case Action::AskAgain:
        return ActionWords::tr("Ask again");
    case Action::Wait:
        return ActionWords::tr("Wait");
    case Action::ReplaceKey:
        return ActionWords::tr("Replace key");
    case Action::OpenKeyPage:
        return ActionWords::tr("Open the key page");
    case Action::OpenBillingPage:
        return ActionWords::tr("Open billing page");
    case Action::OpenStatusPage:
        return ActionWords::tr("Their status page");
    case Action::ChooseModel:
        return ActionWords::tr("Choose model");
    case Action::Disable:
        return ActionWords::tr("Disable");
    case Action::UseAnotherService:
        return ActionWords::tr("Use another service");
    case Action::UnlockKeychain:
        return ActionWords::tr("Unlock keychain");
    case Action::OpenVault:
        return ActionWords::tr("Open the vault");
    case Action::CreateVault:
        return ActionWords::tr("Create a vault");
    case Action::UseEnvironment:
        return ActionWords::tr("Use environment");
    case Action::EnterKeyAgain:
        return ActionWords::tr("Enter it again");
    case Action::RemoveIntegration:
        return ActionWords::tr("Remove integration");
    case Action::RaiseLimit:
        return ActionWords::tr("Raise limit");
    case Action::EnterPrice:
        return ActionWords::tr("Enter price");
    case Action::ChangePrompt:
        return ActionWords::tr("Change the prompt");
    case Action::GoOn:
        return ActionWords::tr("Go on from here");
    case Action::ChangeAddress:
        return ActionWords::tr("Change the address");
    case Action::SaveWithoutTesting:
        return ActionWords::tr("Save without testing");
    case Action::AddIntegration:
        return ActionWords::tr("Add New Integration");
    case Action::OpenDataFolder:
        return ActionWords::tr("Show folder");
    case Action::Details:
        return ActionWords::tr("Details");
    }
    return {};
}

QString Message::sentence() const
{
    return text.isEmpty() ? title : title + u' ' + text;
}

} // namespace keyway::words
