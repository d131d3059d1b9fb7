#pragma once

#include "ui/desktop/shell/menutree.h"
#include "ui/desktop/shell/statusstrip.h"
#include "ui/theme/theme.h"
#include "ui/words/message.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QMainWindow>

#include <functional>

class QStackedWidget;

namespace keyway {

class NoticeArea;
class Sidebar;
class UndoMessage;
class WindowMemory;

/// What the sidebar needs to know of a page before the page exists.
struct PageEntry {
    QString id;
    QString title;
    QString icon; ///< of resources/icons
    QString group; ///< heading in the sidebar; empty for the first pages
    std::function<Page *(QWidget *parent)> make;
    bool atFoot = false; ///< at the lower end of the sidebar, without a group
    QKeySequence keys = {}; ///< instead of Ctrl and its number
};

/// The frame around the pages: sidebar, banners, status bar, menus, shortcuts. It knows no data of
/// Keyway; what it shows comes in as values, what the user wants goes out as signals.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `memory` outlives the window.
    explicit MainWindow(WindowMemory *memory, QWidget *parent = nullptr);

    /// The first page added is the one shown. A page is made when it is first shown.
    void addPage(const PageEntry &entry);
    void showPage(const QString &id);
    QString currentPageId() const { return m_current; }
    /// The page, made if need be; null for an id that was not added.
    Page *page(const QString &id);
    void setBadge(const QString &id, int count);
    /// What is said and asked before the window closes or the application quits; with an empty one
    /// both happen at once. Nothing is asked when the session of the computer ends.
    void setQuitQuestion(const words::Message &question);

    NoticeArea &notices() { return *m_notices; }
    UndoMessage &undoMessage() { return *m_undo; }
    /// Puts a command of the window into its menu; connect to the action's triggered().
    QAction *offer(Command command);
    MenuTree &menus() { return *m_menus; }

    void setStatus(const StatusLine &line) { m_status->setLine(line); }
    /// The mark at View > Theme; choosing there sets the theme and tells.
    void setThemeMode(Theme::Mode mode);
    bool isRail() const;

Q_SIGNALS:
    void pageShown(const QString &id);
    void statusActivated(StatusPart part);
    void themeModeChosen(Theme::Mode mode);
    void quitRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        PageEntry entry;
        Page *page = nullptr;
        QAction *action = nullptr;
    };
    void connectCommands();
    void restore();
    void arrange();
    void openMenu();
    void goToRegion(bool forward);
    void about();
    void quit();
    bool mayLeave();
    Entry *find(const QString &id);

    WindowMemory *m_memory;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    StatusStrip *m_status;
    NoticeArea *m_notices;
    UndoMessage *m_undo;
    MenuTree *m_menus;
    QList<Entry> m_pages;
    QString m_current;
    words::Message m_quitQuestion;
    bool m_leaving = false; ///< the question was answered with Quit
    bool m_rail = false; ///< the user's choice for a wide window
    bool m_openInNarrow = false; ///< opened with Ctrl+B in a narrow one
};

} // namespace keyway
