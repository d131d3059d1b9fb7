// The rows of the page that are always the same.

#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/switch.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace keyway {

QPushButton *AccountPage::addButton(SettingRow *row, const QString &text,
                                    void (AccountPage::*wanted)())
{
    auto *button = new QPushButton(text, row);
    connect(button, &QPushButton::clicked, this, wanted);
    row->addControl(button);
    return button;
}

void AccountPage::makeAccount()
{
    m_who = m_account->addRow({});
    m_signUp = addButton(m_who, tr("Make an account"), &AccountPage::signUpRequested);
    m_signIn = addButton(m_who, tr("Sign in"), &AccountPage::signInRequested);
    setKind(m_signIn, ButtonKind::Primary);
    m_everywhere
        = addButton(m_who, tr("Sign out everywhere"), &AccountPage::signOutEverywhereRequested);
    m_signOut = addButton(m_who, tr("Sign out"), &AccountPage::signOutRequested);
    m_passwordRow = m_account->addRow(tr("Password"));
    addButton(m_passwordRow, tr("Change…"), &AccountPage::passwordChangeRequested)
        ->setAccessibleName(tr("Change the password"));
    m_serverRow = m_account->addRow(tr("Server"));
    m_server = new QLineEdit(m_serverRow);
    m_server->setAccessibleName(tr("Address of the server"));
    m_server->setPlaceholderText(QStringLiteral("https://keyway.example.org"));
    m_server->setMinimumWidth(forText(240));
    m_serverRow->addControl(m_server);
    m_saveServer = new QPushButton(tr("Save"), m_serverRow);
    m_saveServer->setAccessibleName(tr("Save the address of the server"));
    m_serverRow->addControl(m_saveServer);
    const auto save = [this] {
        if (m_saveServer->isEnabled())
            Q_EMIT serverChosen(m_server->text().trimmed());
    };
    connect(m_saveServer, &QPushButton::clicked, this, save);
    connect(m_server, &QLineEdit::returnPressed, this, save);
    connect(m_server, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_serverRow->setProblem({});
        m_saveServer->setEnabled(!text.trimmed().isEmpty()
                                 && text.trimmed() != m_status.server.value_or(QUrl()).toString());
    });
}

void AccountPage::makeSync()
{
    SettingRow *on = m_sync->addRow(tr("Send what was used"));
    on->setExplanation(tr("Counts, costs and the names of services and models, by itself and in "
                          "the background. Never sent: prompts, answers, files, keys."));
    m_syncs = new Switch(on);
    m_syncs->setAccessibleName(tr("Send what was used"));
    on->addControl(m_syncs);
    connect(m_syncs, &QCheckBox::clicked, this, &AccountPage::syncsChosen);
    m_state = m_sync->addRow({});
    m_now = addButton(m_state, tr("Sync now"), &AccountPage::sendNowRequested);
    m_earlier = m_sync->addRow({});
    m_earlier->setExplanation(tr("They stay on this computer unless you send them, too. What was "
                                 "used before you made the account is never billed."));
    addButton(m_earlier, tr("Send them, too…"), &AccountPage::sendEarlierRequested);
    m_notTaken = m_sync->addRow({});
    m_notTaken->setExplanation(tr("They stay on this computer and are not billed."));
    addButton(m_notTaken, tr("Show"), &AccountPage::notTakenRequested)
        ->setAccessibleName(tr("Show the records that were not taken"));
    m_record = m_sync->addRow(tr("What is sent"));
    m_record->setExplanation(tr("Exactly this was sent of your last request."));
    addButton(m_record, tr("Show the last record"), &AccountPage::lastRecordRequested);
    SettingRow *health = m_sync->addRow(tr("Tell how services answer"));
    health->setExplanation(tr("How many attempts each service answered in an hour, and how fast, "
                              "without your account: everybody sees sooner when one is down."));
    m_tellsHealth = new Switch(health);
    m_tellsHealth->setAccessibleName(health->title());
    health->addControl(m_tellsHealth);
    connect(m_tellsHealth, &QCheckBox::clicked, this, &AccountPage::tellsHealthChosen);
    m_devicesRow = m_computers->addRow(tr("The list is at the server"));
}

void AccountPage::makeData()
{
    SettingRow *save = m_data->addRow(tr("Everything that the server keeps of you"));
    save->setExplanation(tr("A file in JSON, with every record."));
    addButton(save, tr("Save as file…"), &AccountPage::exportRequested);
    SettingRow *remove = m_data->addRow(tr("Delete the account"));
    remove->setExplanation(
        tr("On the server, for every computer. What is on this computer stays."));
    setKind(addButton(remove, tr("Delete…"), &AccountPage::deleteRequested),
            ButtonKind::DangerText);
}

} // namespace keyway
