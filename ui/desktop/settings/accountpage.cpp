#include "accountpage.h"

#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/syncwords.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/switch.h"
#include "ui/words/dates.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {

AccountPage::AccountPage(QWidget *parent)
    : SectionPage(parent)
    , m_banner(new Banner(Banner::Level::Warning, this))
{
    auto *header = new PageHeader(tr("Account & sync"), this);
    setParts(header, makeContent());
    m_computers->hide(); // until they are known
    setStatus({}, QDateTime::currentDateTime());
}

QWidget *AccountPage::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(22);
    column->addWidget(m_banner);
    m_banner->hide();
    m_account = new SettingGroup(tr("Account"), content);
    m_sync = new SettingGroup(tr("Sync"), content);
    m_computers = new SettingGroup(tr("Computers"), content);
    m_data = new SettingGroup(tr("Your data on the server"), content);
    makeAccount();
    makeSync();
    makeData();
    for (SettingGroup *group : {m_account, m_sync, m_computers, m_data})
        column->addWidget(group);
    column->addStretch(1);
    return content;
}

QWidget *AccountPage::firstFocus() const
{
    return m_status.account ? static_cast<QWidget *>(m_syncs) : m_signIn;
}

void AccountPage::setStatus(const SyncStatus &status, const QDateTime &now)
{
    const bool sameServer = m_status.server == status.server;
    const bool same = sameServer && m_status.account == status.account;
    m_status = status;
    m_at = now;
    const bool signedIn = status.account.has_value();
    const QUrl server = status.server.value_or(QUrl());
    m_who->setTitle(signedIn ? status.account->email : tr("Nobody is signed in"));
    m_who->setExplanation(signedIn ? tr("Signed in at %1.").arg(server.host())
                                   : tr("Everything works without an account. With one, what you "
                                        "use is kept on a server, too: for several computers, and "
                                        "for invoices that you can check."));
    for (QPushButton *button : {m_signIn, m_signUp}) {
        button->setVisible(!signedIn);
        button->setEnabled(status.server.has_value());
    }
    for (QPushButton *button : {m_signOut, m_everywhere})
        button->setVisible(signedIn);
    m_passwordRow->setVisible(signedIn);
    m_server->setVisible(!signedIn);
    m_saveServer->setVisible(!signedIn);
    m_serverRow->setExplanation(
        signedIn            ? tr("%1. Sign out to use another one.").arg(server.toString())
            : status.server ? tr("Where your account is kept.")
                            : tr("Enter the address that you were given, then sign in."));
    if (!same) {
        m_server->setText(server.toString());
        m_serverRow->setProblem({});
        m_computers->hide();
    }
    m_saveServer->setEnabled(m_server->text().trimmed() != server.toString());

    m_sync->setVisible(signedIn);
    m_data->setVisible(signedIn);
    if (signedIn) {
        m_syncs->setChecked(status.account->syncs);
        m_tellsHealth->setChecked(status.account->tellsHealth);
        m_tellsHealth->setEnabled(status.account->syncs);
    }
    m_now->setEnabled(signedIn && status.account->syncs && !status.running);
    m_state->setTitle(lastSentWords(status, now));
    m_state->setExplanation(waitingWords(status, now));
    m_earlier->setVisible(signedIn && status.earlier > 0);
    m_earlier->setTitle(
        tr("%n record(s) from before you signed in", nullptr, static_cast<int>(status.earlier)));
    m_notTaken->setVisible(status.notTakenCount > 0);
    m_notTaken->setTitle(tr("%n record(s) were not taken by the server", nullptr,
                            static_cast<int>(status.notTakenCount)));
    m_record->setVisible(status.lastRecord.has_value());
    updateBanner();
}

void AccountPage::updateBanner()
{
    const std::optional<SyncNotice> notice = syncNotice(m_status, m_at);
    if (!notice) {
        m_banner->hide();
        return;
    }
    m_banner->setIcon(notice->icon);
    m_banner->setMessage(notice->title, notice->text);
    m_banner->clearButtons();
    if (notice->help == SyncNotice::Help::SignIn) {
        connect(m_banner->addButton(tr("Sign in"), ButtonKind::Primary), &QPushButton::clicked,
                this, &AccountPage::signInRequested);
    } else {
        QPushButton *again = m_banner->addButton(tr("Try now"));
        again->setEnabled(!m_status.running);
        connect(again, &QPushButton::clicked, this, &AccountPage::sendNowRequested);
        connect(m_banner->addButton(tr("Details"), ButtonKind::Ghost), &QPushButton::clicked, this,
                &AccountPage::problemRequested);
    }
    m_banner->show();
}

void AccountPage::setServerProblem(const QString &words)
{
    m_serverRow->setProblem(words);
}

void AccountPage::setDevicesProblem(const QString &words)
{
    setDevices({}, m_at);
    m_devicesRow->setExplanation(words);
    m_devicesRow->setVisible(!words.isEmpty());
    m_computers->setVisible(!words.isEmpty() && m_status.account);
}

void AccountPage::setDevices(const QList<AccountDevice> &devices, const QDateTime &now)
{
    for (SettingRow *row : std::as_const(m_deviceRows))
        m_computers->removeRow(row);
    m_deviceRows.clear();
    m_devicesRow->hide();
    for (const AccountDevice &device : devices) {
        if (device.revokedAt)
            continue;
        SettingRow *row = m_computers->addRow(
            device.isThisOne ? tr("%1 (this computer)").arg(device.name) : device.name);
        row->setExplanation(device.isThisOne
                                ? tr("Signed in %1.", "when, such as: today at 14:31")
                                      .arg(words::momentInSentence(device.createdAt, now))
                                : tr("Last seen %1.", "when, such as: today at 14:31")
                                      .arg(words::momentInSentence(device.seenAt, now)));
        if (!device.isThisOne) {
            auto *button = new QPushButton(tr("Sign out"), row);
            button->setAccessibleName(tr("Sign out %1").arg(device.name));
            connect(button, &QPushButton::clicked, this,
                    [this, device] { Q_EMIT deviceSignOutRequested(device); });
            row->addControl(button);
        }
        m_deviceRows.append(row);
    }
    m_computers->setVisible(!m_deviceRows.isEmpty());
}

} // namespace keyway
