#pragma once

#include "ui/desktop/shell/page.h"
#include "ui/theme/theme.h"

#include <QtCore/QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace keyway {

/// What can be done everywhere in the window. Those that need somebody to do them are in no menu
/// before MenuTree::offer().
enum class Command {
    AddIntegration,
    NewPicture,
    StopSpending,
    Lock,
    CloseWindow,
    Quit,
    Undo,
    NarrowSidebar,
    MenuBar,
    FullScreen,
    Shortcuts,
    About,
    NextRegion,
    PreviousRegion,
    OpenMenu,
};

/// The menus as one tree: under the menu button, in the classic bar, and (on macOS) at the top of
/// the screen.
class MenuTree : public QObject {
    Q_OBJECT
public:
    explicit MenuTree(QMainWindow *window);

    QAction *action(Command command) const { return m_actions.value(command); }
    /// Puts a command into its menu.
    QAction *offer(Command command);
    /// With Ctrl and the number of those without `keys` of their own.
    QAction *addPage(const QString &title, const QKeySequence &keys = {});
    /// The page's own actions take their places in the menus; null for none.
    void showPage(const Page *page);
    QActionGroup *themeModes() const { return m_themes; }
    void setThemeMode(Theme::Mode mode);

    /// The menus in their order: File, Edit, View, Service, Help.
    const QList<QMenu *> &menus() const { return m_menus; }
    /// One menu with all of them below it.
    QMenu *root() const { return m_root; }

private:
    QAction *add(Command command, const QString &text, const QKeySequence &keys = {});
    void addEditing(const QString &text, const QKeySequence &keys, const char *slot);
    void buildView();

    QMainWindow *m_window;
    QMenu *m_root;
    QMenu *m_file, *m_edit, *m_view, *m_service, *m_help;
    QList<QMenu *> m_menus;
    QMap<Command, QAction *> m_actions;
    QMap<Page::Menu, QAction *> m_places; ///< the separator before which a page's actions go
    QList<QPair<QMenu *, QAction *>> m_pageActions;
    QAction *m_pagesEnd = nullptr;
    int m_pageCount = 0;
    QActionGroup *m_pages;
    QActionGroup *m_themes;
};

} // namespace keyway
