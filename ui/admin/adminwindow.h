#pragma once

#include "ui/admin/adminbackend.h"
#include "ui/theme/theme.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <chrono>
#include <functional>

class QMenu;
class QStackedWidget;

namespace keyway {

class AdminFoot;
class AdminPage;
class AdminStatus;
class Banner;
class Sidebar;
class SignInPanel;

/// What the administrators' window remembers; nothing of it is secret.
class AdminMemory {
public:
    virtual ~AdminMemory() = default;
    virtual QString text(const QString &name) const = 0;
    virtual void setText(const QString &name, const QString &text) = 0;
};

/// The frame of Keyway Admin: sign-in, or the pages that the role may open. When the session ends,
/// what was shown is dropped and the sign-in covers the window. GUI thread.
class AdminWindow : public QMainWindow {
    Q_OBJECT
public:
    /// A page is made when it is first shown; all of them go when somebody else signs in.
    struct Entry {
        QString id;
        QString title;
        QString icon; ///< of resources/icons
        QString group; ///< heading in the sidebar
        QString permission; ///< the role needs it; others are not offered the page
        std::function<AdminPage *(const AdminIdentity &, QWidget *parent)> make;
    };
    struct Idle {
        std::chrono::milliseconds warning = std::chrono::minutes(28);
        std::chrono::milliseconds end = std::chrono::minutes(30);
    };

    /// Both outlive the window.
    AdminWindow(AdminBackend *backend, AdminMemory *memory, QWidget *parent = nullptr);

    void addPage(const Entry &entry);
    /// Goes on with the session that was kept, or asks to sign in.
    void start();
    /// As the server counts; tests shorten it.
    void setIdle(const Idle &idle);

    bool isSignedIn() const { return m_signedIn; }
    void showPage(const QString &id);
    QString currentPageId() const { return m_current; }
    AdminPage *page(const QString &id) const { return m_pages.value(id); }
    QStringList offeredPages() const;
    SignInPanel *signInPanel() const { return m_signIn; }
    Banner *idleBanner() const { return m_idleBanner; }
    void signOut();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFrame();
    void makeMenu();
    void signIn(const QUrl &server, const QString &email, const QString &code);
    void enter(const AdminIdentity &identity);
    void leave(const QString &reason);
    void noteAnswer();
    void lookAtTime();
    void goToRegion(bool forward);
    void setThemeMode(Theme::Mode mode);

    AdminBackend *m_backend;
    AdminMemory *m_memory;
    QList<Entry> m_entries;
    QHash<QString, AdminPage *> m_pages;
    QString m_current;
    AdminIdentity m_identity;
    bool m_signedIn = false;
    QUrl m_server;
    QStackedWidget *m_top;
    SignInPanel *m_signIn;
    QWidget *m_frame = nullptr;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_stack = nullptr;
    AdminFoot *m_foot = nullptr;
    AdminStatus *m_status = nullptr;
    Banner *m_idleBanner = nullptr;
    QMenu *m_menu;
    QMenu *m_pageMenu = nullptr;
    Idle m_idle;
    QElapsedTimer m_sinceAnswer;
    QTimer m_clock; ///< runs while somebody is signed in
};

} // namespace keyway
