#pragma once

#include "ui/desktop/settings/accountbackend.h"
#include "ui/desktop/settings/signindialog.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace keyway {

class AccountPage;

/// Connects the page with the account: asks what is asked for, opens dialogs, and keeps the page
/// up to date while it is shown. GUI thread.
class AccountController : public QObject {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;

    AccountController(AccountPage *page, AccountBackend *backend, Now now,
                      QObject *parent = nullptr);
    void start();

private:
    void refresh();
    void readDevices();
    void openSignIn(SignInDialog::Step step);
    void signOut();
    void signOutEverywhere();
    void signOutDevice(const AccountDevice &device);
    void sendEarlier();
    void exportData();
    void setServer(const QString &address);
    /// What could not be done, where no row has a place for it.
    void tell(const QString &words);

    AccountPage *m_page;
    AccountBackend *m_backend;
    Now m_now;
    QTimer m_gather; ///< several changes are one reading
    std::optional<Id> m_device; ///< of the account whose computers were read
};

} // namespace keyway
