#include "menutree.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QKeySequence>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>

namespace keyway {

MenuTree::MenuTree(QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_root(new QMenu(window))
    , m_file(m_root->addMenu(tr("&File")))
    , m_edit(m_root->addMenu(tr("&Edit")))
    , m_view(m_root->addMenu(tr("&View")))
    , m_service(m_root->addMenu(tr("&Service")))
    , m_help(m_root->addMenu(tr("&Help")))
    , m_menus{m_file, m_edit, m_view, m_service, m_help}
    , m_pages(new QActionGroup(this))
    , m_themes(new QActionGroup(this))
{
    m_root->setAccessibleName(tr("Menu"));
    m_file->addAction(add(Command::NewPicture, tr("New picture or video"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)));
    m_places[Page::Menu::File] = m_file->addSeparator();
    m_file->addAction(
        add(Command::CloseWindow, tr("Close window"), QKeySequence(Qt::CTRL | Qt::Key_W)));
    m_file->addAction(add(Command::Quit, tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q)));
    action(Command::Quit)->setMenuRole(QAction::QuitRole);

    m_edit->addAction(add(Command::Undo, tr("Undo"), QKeySequence::Undo));
    m_edit->addSeparator();
    addEditing(tr("Cut"), QKeySequence::Cut, "cut");
    addEditing(tr("Copy"), QKeySequence::Copy, "copy");
    addEditing(tr("Paste"), QKeySequence::Paste, "paste");
    addEditing(tr("Select all"), QKeySequence::SelectAll, "selectAll");
    m_places[Page::Menu::Edit] = m_edit->addSeparator();

    buildView();

    m_service->addAction(add(Command::AddIntegration, tr("Add an integration…"),
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)));
    m_places[Page::Menu::Service] = m_service->addSeparator();
    m_service->addAction(add(Command::StopSpending, tr("Stop all spending"),
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Period)));
    m_service->addAction(
        add(Command::Lock, tr("Lock keys"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)));
    for (const Command command :
         {Command::AddIntegration, Command::NewPicture, Command::StopSpending, Command::Lock}) {
        action(command)->setVisible(false);
        action(command)->setEnabled(false);
    }

    QAction *shortcuts = add(Command::Shortcuts, tr("Keyboard shortcuts"));
    shortcuts->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_F1)});
    m_help->addAction(shortcuts);
    m_help->addAction(
        add(Command::NextRegion, tr("Go to the next part"), QKeySequence(Qt::Key_F6)));
    m_help->addAction(add(Command::PreviousRegion, tr("Go to the previous part"),
                          QKeySequence(Qt::SHIFT | Qt::Key_F6)));
    m_help->addAction(add(Command::OpenMenu, tr("Open this menu"), QKeySequence(Qt::Key_F10)));
    m_help->addSeparator();
    m_help->addAction(add(Command::About, tr("About Keyway")));
    action(Command::About)->setMenuRole(QAction::AboutRole);
    showPage(nullptr);
}

void MenuTree::buildView()
{
    m_pagesEnd = m_view->addSeparator();
    m_places[Page::Menu::View] = m_pagesEnd;
    QAction *rail
        = add(Command::NarrowSidebar, tr("Narrow sidebar"), QKeySequence(Qt::CTRL | Qt::Key_B));
    QAction *bar = add(Command::MenuBar, tr("Show menu bar"), QKeySequence(Qt::CTRL | Qt::Key_M));
    QAction *full = add(Command::FullScreen, tr("Full screen"), QKeySequence(Qt::Key_F11));
    for (QAction *checkable : {rail, bar, full}) {
        checkable->setCheckable(true);
        m_view->addAction(checkable);
    }
#ifdef Q_OS_MACOS
    bar->setVisible(false);
#endif
    QMenu *themes = m_view->addMenu(tr("Theme"));
    const std::pair<QString, Theme::Mode> modes[] = {{tr("As the system"), Theme::Mode::System},
                                                     {tr("Light"), Theme::Mode::Light},
                                                     {tr("Dark"), Theme::Mode::Dark}};
    for (const auto &[text, mode] : modes) {
        QAction *choice = themes->addAction(text);
        choice->setCheckable(true);
        choice->setData(QVariant::fromValue(mode));
        m_themes->addAction(choice);
    }
}

QAction *MenuTree::add(Command command, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    m_actions.insert(command, action);
    // Menus that are not in a visible bar do not make shortcuts work; the window does.
    m_window->addAction(action);
    return action;
}

void MenuTree::addEditing(const QString &text, const QKeySequence &keys, const char *slot)
{
    QAction *action = m_edit->addAction(text);
    action->setShortcut(keys);
    // Shown only: a text field has these keys itself, and elsewhere they belong to the page.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [slot] {
        QWidget *focused = QApplication::focusWidget();
        if (focused && focused->metaObject()->indexOfSlot(QByteArray(slot) + "()") >= 0) {
            QMetaObject::invokeMethod(focused, slot);
        }
    });
}

QAction *MenuTree::offer(Command command)
{
    action(command)->setVisible(true);
    action(command)->setEnabled(true);
    return action(command);
}

QAction *MenuTree::addPage(const QString &title, const QKeySequence &keys)
{
    QString text = title;
    auto *action = new QAction(text.replace(u'&', QStringLiteral("&&")), this);
    const bool first = m_pages->actions().isEmpty();
    if (!keys.isEmpty())
        action->setShortcut(keys);
    else if (++m_pageCount <= 9)
        action->setShortcut(QKeySequence(int(Qt::CTRL) | (Qt::Key_0 + m_pageCount)));
    action->setCheckable(true);
    m_pages->addAction(action);
    m_window->addAction(action);
    m_view->insertAction(first ? m_view->actions().value(0) : m_pagesEnd, action);
    return action;
}

void MenuTree::showPage(const Page *page)
{
    for (const auto &[menu, action] : std::as_const(m_pageActions)) {
        menu->removeAction(action);
    }
    m_pageActions.clear();
    const std::pair<Page::Menu, QMenu *> menus[] = {{Page::Menu::File, m_file},
                                                    {Page::Menu::Edit, m_edit},
                                                    {Page::Menu::View, m_view},
                                                    {Page::Menu::Service, m_service}};
    for (const auto &[place, menu] : menus) {
        QAction *end = m_places.value(place);
        for (QAction *action : page ? page->menuActions(place) : QList<QAction *>()) {
            if (place == Page::Menu::Edit) {
                menu->addAction(action);
            } else {
                menu->insertAction(place == Page::Menu::View ? m_pagesEnd : end, action);
            }
            m_pageActions.append({menu, action});
        }
    }
    // A menu without anything in it is no menu.
    bool anything = false;
    for (const QAction *action : m_service->actions()) {
        anything = anything || (action->isVisible() && !action->isSeparator());
    }
    m_service->menuAction()->setVisible(anything);
}

void MenuTree::setThemeMode(Theme::Mode mode)
{
    for (QAction *choice : m_themes->actions()) {
        choice->setChecked(choice->data().value<Theme::Mode>() == mode);
    }
}

} // namespace keyway
