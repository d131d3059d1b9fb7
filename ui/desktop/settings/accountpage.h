#pragma once

#include "core/sync/serverclient.h"
#include "core/sync/syncstatus.h"
#include "ui/desktop/settings/sectionpage.h"

#include <QtCore/QDateTime>

class QLineEdit;
class QPushButton;

namespace keyway {

class Banner;
class SettingGroup;
class SettingRow;
class Switch;

/// Settings: who is signed in, what is sent and what waits. It shows values and tells what the user
/// wants.
class AccountPage : public SectionPage {
    Q_OBJECT
public:
    explicit AccountPage(QWidget *parent = nullptr);

    void setStatus(const SyncStatus &status, const QDateTime &now);
    const SyncStatus &status() const { return m_status; }
    /// Nothing: they are not known, and why.
    void setDevices(const QList<AccountDevice> &devices, const QDateTime &now);
    void setDevicesProblem(const QString &words);
    /// Below the address of the server; empty: all is well.
    void setServerProblem(const QString &words);

    QWidget *firstFocus() const override;
    Banner *banner() const { return m_banner; }
    SettingGroup *account() const { return m_account; }
    SettingGroup *sync() const { return m_sync; }
    SettingGroup *computers() const { return m_computers; }
    SettingGroup *data() const { return m_data; }
    QLineEdit *server() const { return m_server; }
    Switch *syncSwitch() const { return m_syncs; }
    Switch *healthSwitch() const { return m_tellsHealth; }
    QPushButton *syncNow() const { return m_now; }

Q_SIGNALS:
    void signInRequested();
    void signUpRequested();
    void signOutRequested();
    void signOutEverywhereRequested();
    void passwordChangeRequested();
    void serverChosen(const QString &address);
    void syncsChosen(bool on);
    void tellsHealthChosen(bool on);
    void sendNowRequested();
    void sendEarlierRequested();
    void lastRecordRequested();
    void notTakenRequested();
    void problemRequested();
    void deviceSignOutRequested(const keyway::AccountDevice &device);
    void exportRequested();
    void deleteRequested();

private:
    QWidget *makeContent();
    void makeAccount();
    void makeSync();
    void makeData();
    void updateBanner();
    QPushButton *addButton(SettingRow *row, const QString &text, void (AccountPage::*wanted)());

    SyncStatus m_status;
    QDateTime m_at;
    Banner *m_banner;
    SettingGroup *m_account, *m_sync, *m_computers, *m_data;
    SettingRow *m_who, *m_passwordRow, *m_serverRow;
    SettingRow *m_state, *m_earlier, *m_notTaken, *m_record;
    SettingRow *m_devicesRow; ///< says why none is shown
    QList<SettingRow *> m_deviceRows;
    QPushButton *m_signIn, *m_signUp, *m_signOut, *m_everywhere, *m_saveServer;
    QPushButton *m_now;
    QLineEdit *m_server;
    Switch *m_syncs, *m_tellsHealth;
};

} // namespace keyway
