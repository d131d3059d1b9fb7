#include "mainwindow.h"

#include "ui/desktop/questiondialog.h"
#include "ui/desktop/shell/noticearea.h"
#include "ui/desktop/shell/shortcutsdialog.h"
#include "ui/desktop/shell/windowmemory.h"
#include "ui/widgets/focusregions.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/undomessage.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int NarrowWindow = 1000;

QString screenLayout()
{
    QStringList parts;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect r = screen->geometry();
        parts += u"%1x%2+%3+%4"_s.arg(r.width()).arg(r.height()).arg(r.x()).arg(r.y());
    }
    return parts.join(u';');
}

} // namespace

MainWindow::MainWindow(WindowMemory *memory, QWidget *parent)
    : QMainWindow(parent)
    , m_memory(memory)
    , m_sidebar(new Sidebar(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusStrip(this))
    , m_notices(new NoticeArea(this))
    , m_undo(nullptr)
    , m_menus(new MenuTree(this))
{
    auto *frame = new QWidget(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    setCentralWidget(frame);
    m_undo = new UndoMessage(this);
    m_undo->setBottomMargin(m_status->height());

    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPage);
    connect(m_sidebar, &Sidebar::menuRequested, this, &MainWindow::openMenu);
    connect(m_status, &StatusStrip::activated, this, &MainWindow::statusActivated);
    connect(m_notices, &NoticeArea::changed, this, [this] {
        if (Entry *entry = find(m_current); entry && entry->page) {
            entry->page->setPrimaryFilled(!m_notices->showsPrimary());
        }
    });
    connectCommands();
    setThemeMode(themeOf(this).mode());
    setMinimumSize(820, 560);
    setWindowTitle(u"Keyway"_s);
    restore();
}

void MainWindow::connectCommands()
{
    const auto on = [this](Command command, auto slot) {
        connect(m_menus->action(command), &QAction::triggered, this, slot);
    };
    on(Command::CloseWindow, &QWidget::close);
    on(Command::Quit, &MainWindow::quit);
    on(Command::OpenMenu, &MainWindow::openMenu);
    on(Command::About, &MainWindow::about);
    on(Command::NextRegion, [this] { goToRegion(true); });
    on(Command::PreviousRegion, [this] { goToRegion(false); });
    on(Command::Shortcuts, [this] {
        auto *dialog = new ShortcutsDialog(m_menus->menus(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(Command::NarrowSidebar, [this] {
        if (width() < NarrowWindow) {
            m_openInNarrow = !m_openInNarrow;
        } else {
            m_rail = !m_rail;
        }
        arrange();
    });
    on(Command::MenuBar, [this](bool shown) { menuBar()->setVisible(shown); });
    on(Command::FullScreen, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen
                            : windowState() & ~Qt::WindowFullScreen);
    });
    QAction *undo = m_menus->action(Command::Undo);
    undo->setEnabled(false);
    connect(undo, &QAction::triggered, m_undo, &UndoMessage::undo);
    connect(m_undo, &UndoMessage::offeringChanged, undo, &QAction::setEnabled);
    connect(m_menus->themeModes(), &QActionGroup::triggered, this, [this](QAction *choice) {
        const auto mode = choice->data().value<Theme::Mode>();
        themeOf(this).setMode(mode);
        Q_EMIT themeModeChosen(mode);
    });
    for (QMenu *menu : m_menus->menus()) {
        menuBar()->addMenu(menu);
    }
#ifdef Q_OS_MACOS
    m_sidebar->setMenuButtonVisible(false);
#else
    menuBar()->hide();
#endif
}

void MainWindow::restore()
{
    // With its frame on the screen; the system's share of it is not known before it is shown.
    constexpr QSize frame(8, 40);
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - frame));
    if (const std::optional<WindowState> state = m_memory->load(screenLayout())) {
        restoreGeometry(state->geometry);
        m_rail = state->rail;
#ifndef Q_OS_MACOS
        menuBar()->setVisible(state->menuBar);
        m_menus->action(Command::MenuBar)->setChecked(state->menuBar);
#endif
    }
    arrange();
}

MainWindow::Entry *MainWindow::find(const QString &id)
{
    for (Entry &entry : m_pages) {
        if (entry.entry.id == id) {
            return &entry;
        }
    }
    return nullptr;
}

void MainWindow::addPage(const PageEntry &entry)
{
    QAction *action = m_menus->addPage(entry.title, entry.keys);
    connect(action, &QAction::triggered, this, [this, id = entry.id] { showPage(id); });
    m_pages.append({entry, nullptr, action});
    if (entry.atFoot)
        m_sidebar->addFootPage(entry.id, entry.title, entry.icon);
    else
        m_sidebar->addPage(entry.id, entry.title, entry.icon, entry.group);
    if (m_pages.size() == 1) {
        showPage(entry.id);
    }
}

Page *MainWindow::page(const QString &id)
{
    Entry *entry = find(id);
    if (entry && !entry->page) {
        entry->page = entry->entry.make(m_stack);
        m_stack->addWidget(entry->page);
    }
    return entry ? entry->page : nullptr;
}

void MainWindow::showPage(const QString &id)
{
    const Entry *entry = find(id);
    if (!entry || id == m_current) {
        return;
    }
    const bool first = !entry->page;
    Page *shown = page(id);
    m_current = id;
    entry = find(id);
    m_stack->setCurrentWidget(shown);
    if (QLayout *slot = shown->bannerSlot()->layout()) {
        slot->addWidget(m_notices);
        m_notices->setVisible(!m_notices->notices().isEmpty());
    }
    shown->setPrimaryFilled(!m_notices->showsPrimary());
    m_menus->showPage(shown);
    entry->action->setChecked(true);
    m_sidebar->setCurrent(id);
    setWindowTitle(tr("%1 – Keyway").arg(entry->entry.title));
    if (QWidget *focus = first ? shown->firstFocus() : shown->focusWidget();
        focus && !m_sidebar->list()->hasFocus()) {
        focus->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT pageShown(id);
}

void MainWindow::setBadge(const QString &id, int count)
{
    m_sidebar->setBadge(id, count);
}

QAction *MainWindow::offer(Command command)
{
    QAction *action = m_menus->offer(command);
    const Entry *entry = find(m_current);
    m_menus->showPage(entry ? entry->page : nullptr);
    return action;
}

void MainWindow::setThemeMode(Theme::Mode mode)
{
    m_menus->setThemeMode(mode);
    themeOf(this).setMode(mode);
}

bool MainWindow::isRail() const
{
    return m_sidebar->isRail();
}

void MainWindow::arrange()
{
    const bool narrow = width() < NarrowWindow;
    if (!narrow) {
        m_openInNarrow = false;
    }
    const bool rail = narrow ? !m_openInNarrow : m_rail;
    m_sidebar->setRail(rail);
    m_menus->action(Command::NarrowSidebar)->setChecked(rail);
    m_status->setNarrow(narrow);
    m_notices->setSideMargin(narrow ? 20 : 24);
}

void MainWindow::openMenu()
{
    if (menuBar()->isVisible() && !menuBar()->actions().isEmpty()) {
        menuBar()->setActiveAction(menuBar()->actions().constFirst());
        return;
    }
    const QWidget *anchor = m_sidebar->menuAnchor();
    m_menus->root()->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

void MainWindow::goToRegion(bool forward)
{
    QList<QWidget *> regions{m_sidebar->list()};
    if (const Entry *entry = find(m_current); entry && entry->page) {
        QList<QWidget *> parts = entry->page->regions();
        // The banner comes after the header, whatever the page is made of.
        parts.insert(qMin<qsizetype>(1, parts.size()), m_notices);
        regions += parts;
    }
    regions.append(m_status);
    moveToNextRegion(regions, forward);
}

void MainWindow::about()
{
    auto *dialog = new Dialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("About Keyway"));
    dialog->resizeForText({420, 220});
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(
        new TextLabel(tr("Keyway %1").arg(QStringLiteral(KEYWAY_VERSION)), TextStyle::Heading));
    auto *words = new TextLabel(
        tr("Your own keys, straight to the services, with every cost in the open. Free "
           "software under the GNU General Public License, version 3 or later."),
        TextStyle::Body, Token::TextSecondary);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch();
    dialog->setContent(content);
    QPushButton *close = dialog->addButton(tr("Close"));
    dialog->setDefaultButton(close);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->open();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        m_menus->action(Command::FullScreen)->setChecked(isFullScreen());
    }
}

void MainWindow::setQuitQuestion(const words::Message &question)
{
    m_quitQuestion = question;
}

void MainWindow::quit()
{
    if (mayLeave())
        Q_EMIT quitRequested();
}

/// False after asking; the answer goes on from there.
bool MainWindow::mayLeave()
{
    if (m_leaving || m_quitQuestion.title.isEmpty() || qApp->isSavingSession())
        return true;
    if (findChild<QuestionDialog *>(u"quitQuestion"_s))
        return false;
    auto *question = new QuestionDialog(m_quitQuestion.title, this);
    question->setObjectName(u"quitQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->addParagraph(m_quitQuestion.text);
    question->addAnswer(u"stay"_s, tr("Stay"));
    question->addAnswer(u"quit"_s, tr("Quit"), ButtonKind::Primary);
    connect(question, &QuestionDialog::answered, this, [this](const QString &answer) {
        if (answer != "quit"_L1)
            return;
        m_leaving = true;
        close();
        Q_EMIT quitRequested();
    });
    question->open();
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave()) {
        event->ignore();
        return;
    }
    m_undo->carryOut();
    m_memory->save(screenLayout(), {saveGeometry(), m_rail, !menuBar()->isHidden()});
    QMainWindow::closeEvent(event);
}

} // namespace keyway
