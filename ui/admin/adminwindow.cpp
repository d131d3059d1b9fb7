#include "adminwindow.h"

#include "ui/admin/adminframe.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/signinpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/focusregions.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/sidebar.h"
#include "ui/words/admin.h"
#include "ui/words/dates.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usual(1360, 860), smallest(1024, 680);
constexpr int narrowWindow = 1000;
constexpr std::chrono::seconds lookEvery(10);

const auto serverEntry = u"server"_s;
const auto emailEntry = u"email"_s;
const auto themeEntry = u"theme"_s;
const auto geometryEntry = u"geometry"_s;

} // namespace

AdminWindow::AdminWindow(AdminBackend *backend, AdminMemory *memory, QWidget *parent)
    : QMainWindow(parent)
    , m_backend(backend)
    , m_memory(memory)
    , m_top(new QStackedWidget(this))
    , m_signIn(new SignInPanel(m_top))
    , m_menu(new QMenu(this))
{
    m_top->addWidget(m_signIn);
    setCentralWidget(m_top);
    setWindowTitle(tr("Keyway Admin"));
    setMinimumSize(smallest);
    resize(usual.boundedTo(screen()->availableSize() - QSize(8, 40)));
    restoreGeometry(QByteArray::fromBase64(m_memory->text(geometryEntry).toLatin1()));
    m_signIn->setRemembered(m_memory->text(serverEntry), m_memory->text(emailEntry));
    connect(m_signIn, &SignInPanel::signInRequested, this, &AdminWindow::signIn);
    connect(m_backend, &AdminBackend::answered, this, &AdminWindow::noteAnswer);
    connect(m_backend, &AdminBackend::sessionEnded, this,
            [this] { leave(tr("The session has ended. Sign in again.")); });
    connect(&m_clock, &QTimer::timeout, this, &AdminWindow::lookAtTime);
    setIdle({});
    makeMenu();
}

void AdminWindow::addPage(const Entry &entry)
{
    m_entries.append(entry);
}

void AdminWindow::setIdle(const Idle &idle)
{
    m_idle = idle;
    m_clock.setInterval(std::min<std::chrono::milliseconds>(lookEvery, idle.end / 20));
}

void AdminWindow::start()
{
    const QUrl server(m_memory->text(serverEntry));
    m_signIn->focusFirst();
    if (server.isEmpty())
        return;
    m_signIn->setBusy(true, tr("Looking for your last session…"));
    m_backend->resume(server, this, [this, server](const Result<AdminIdentity> &identity) {
        m_signIn->setBusy(false);
        m_signIn->focusFirst();
        if (!identity)
            return; // nothing was promised: it asks to sign in
        m_server = server;
        enter(*identity);
    });
}

void AdminWindow::signIn(const QUrl &server, const QString &email, const QString &code)
{
    m_backend->signIn(server, email, m_signIn->password()->secret(), code, this,
                      [this, server, email](const Result<AdminIdentity> &identity) {
                          if (!identity)
                              return m_signIn->showProblem(identity.error());
                          m_memory->setText(serverEntry, server.toString());
                          m_memory->setText(emailEntry, email);
                          m_server = server;
                          m_signIn->setBusy(false);
                          enter(*identity);
                      });
}

void AdminWindow::makeFrame()
{
    m_frame = new QWidget(m_top);
    m_sidebar = new Sidebar(m_frame);
    m_sidebar->setInk(new BrassBadge(tr("Admin"), m_sidebar));
    m_foot = new AdminFoot(m_sidebar);
    m_sidebar->setFoot(m_foot);
    m_stack = new QStackedWidget(m_frame);
    m_status = new AdminStatus(m_frame);
    m_idleBanner = new Banner(Banner::Level::Warning, m_frame);
    m_idleBanner->setMessage(tr("You will be signed out soon."),
                             tr("Nothing was asked for a while."));
    connect(m_idleBanner->addButton(tr("Stay signed in")), &QPushButton::clicked, this,
            [this] { m_backend->stay(this, [](const Result<AdminIdentity> &) {}); });
    m_idleBanner->hide();
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    auto *right = new QVBoxLayout;
    auto *place = new QVBoxLayout;
    place->setContentsMargins(24, 8, 24, 0);
    place->addWidget(m_idleBanner);
    right->setSpacing(0);
    right->addLayout(place);
    right->addWidget(m_stack, 1);
    row->addLayout(right, 1);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    m_top->addWidget(m_frame);
    connect(m_sidebar, &Sidebar::pageChosen, this, &AdminWindow::showPage);
    connect(m_sidebar, &Sidebar::menuRequested, this, [this] {
        const QWidget *anchor = m_sidebar->menuAnchor();
        m_menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
    });
}

void AdminWindow::makeMenu()
{
    const auto add = [this](QMenu *menu, const QString &text, const QKeySequence &keys, auto act) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        return action;
    };
    m_pageMenu = m_menu->addMenu(tr("&Page"));
    QMenu *themes = m_menu->addMenu(tr("&Theme"));
    auto *modes = new QActionGroup(this);
    const auto addMode = [&](const QString &text, Theme::Mode mode, const QString &name) {
        QAction *action = add(themes, text, {}, [this, mode, name] {
            setThemeMode(mode);
            m_memory->setText(themeEntry, name);
        });
        action->setCheckable(true);
        modes->addAction(action);
        const bool now = m_memory->text(themeEntry) == name;
        action->setChecked(now);
        if (now)
            setThemeMode(mode);
    };
    addMode(tr("As the system"), Theme::Mode::System, u"system"_s);
    addMode(tr("Light"), Theme::Mode::Light, u"light"_s);
    addMode(tr("Dark"), Theme::Mode::Dark, u"dark"_s);
    m_menu->addSeparator();
    add(m_menu, tr("Sign &out"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
        [this] { signOut(); });
    add(m_menu, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
    for (const bool forward : {true, false}) {
        auto *move = new QAction(forward ? tr("Next part") : tr("Previous part"), this);
        move->setShortcut(forward ? QKeySequence(Qt::Key_F6)
                                  : QKeySequence(Qt::SHIFT | Qt::Key_F6));
        connect(move, &QAction::triggered, this, [this, forward] { goToRegion(forward); });
        addAction(move);
    }
    auto *open = new QAction(tr("Menu"), this);
    open->setShortcut(QKeySequence(Qt::Key_F10));
    connect(open, &QAction::triggered, this, [this] {
        if (m_sidebar)
            Q_EMIT m_sidebar->menuRequested();
    });
    addAction(open);
}

void AdminWindow::setThemeMode(Theme::Mode mode)
{
    themeOf(this).setMode(mode);
}

QStringList AdminWindow::offeredPages() const
{
    QStringList offered;
    for (const Entry &entry : m_entries) {
        if (m_signedIn && m_identity.may(entry.permission))
            offered.append(entry.id);
    }
    return offered;
}

void AdminWindow::enter(const AdminIdentity &identity)
{
    m_identity = identity;
    m_signedIn = true;
    m_signIn->clearSecrets();
    // Another person has another frame: nothing of the one before is left in it.
    delete std::exchange(m_frame, nullptr);
    m_pages.clear();
    m_current.clear();
    makeFrame();
    int number = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!identity.may(entry.permission))
            continue;
        m_sidebar->addPage(entry.id, entry.title, entry.icon, entry.group);
        auto *go = new QAction(entry.title, m_frame);
        go->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number++)));
        connect(go, &QAction::triggered, this, [this, id = entry.id] { showPage(id); });
        m_frame->addAction(go);
    }
    m_foot->setPerson(identity.email,
                      tr("%1, since %2", "role, time")
                          .arg(words::adminRoleName(identity.role),
                               words::timeOfDay(QDateTime::currentDateTime())));
    m_status->setServer(m_server.host());
    m_sidebar->setRail(width() < narrowWindow);
    noteAnswer();
    m_clock.start();
    m_top->setCurrentWidget(m_frame);
    if (const QString first = offeredPages().value(0); !first.isEmpty())
        showPage(first);
}

void AdminWindow::showPage(const QString &id)
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const Entry &one) { return one.id == id; });
    if (entry == m_entries.cend() || id == m_current || !m_signedIn
        || !m_identity.may(entry->permission))
        return;
    AdminPage *&page = m_pages[id];
    const bool first = !page;
    if (first) {
        page = entry->make(m_identity, m_stack);
        m_stack->addWidget(page);
        page->reload();
    }
    m_current = id;
    m_stack->setCurrentWidget(page);
    m_sidebar->setCurrent(id);
    setWindowTitle(tr("%1 – Keyway Admin").arg(entry->title));
    m_pageMenu->clear();
    m_pageMenu->addActions(page->menuActions());
    if (QWidget *focus = page->firstFocus(); first && focus && !m_sidebar->list()->hasFocus())
        focus->setFocus(Qt::OtherFocusReason);
}

void AdminWindow::leave(const QString &reason)
{
    if (!m_signedIn)
        return;
    m_signedIn = false;
    m_clock.stop();
    // What was shown is not kept behind the sign-in.
    for (AdminPage *page : std::as_const(m_pages))
        page->clear();
    m_top->setCurrentWidget(m_signIn);
    m_pageMenu->clear();
    setWindowTitle(tr("Keyway Admin"));
    m_signIn->clearSecrets();
    m_signIn->setReason(reason);
    m_signIn->focusFirst();
}

void AdminWindow::signOut()
{
    if (!m_signedIn)
        return;
    m_backend->signOut(this, [](const Result<Done> &) {}); // it is over here either way
    leave(tr("You are signed out."));
}

void AdminWindow::noteAnswer()
{
    m_sinceAnswer.start();
    if (!m_frame || !m_signedIn)
        return;
    m_status->setData(tr("Data up to %1").arg(words::timeOfDay(QDateTime::currentDateTime())));
    lookAtTime();
}

void AdminWindow::lookAtTime()
{
    const std::chrono::milliseconds idle(m_sinceAnswer.elapsed());
    if (idle >= m_idle.end) {
        m_backend->signOut(this, [](const Result<Done> &) {});
        return leave(tr("Signed out after 30 minutes without work."));
    }
    const auto left = std::chrono::ceil<std::chrono::minutes>(m_idle.end - idle).count();
    m_status->setSession(tr("Session ends in %n minute(s)", nullptr, int(left)));
    m_idleBanner->setVisible(idle >= m_idle.warning);
}

void AdminWindow::goToRegion(bool forward)
{
    if (!m_signedIn || !m_frame)
        return;
    QList<QWidget *> regions{m_sidebar->list(), m_idleBanner};
    if (const AdminPage *page = m_pages.value(m_current))
        regions += page->regions();
    moveToNextRegion(regions, forward);
}

void AdminWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_sidebar && m_frame) {
        m_sidebar->setRail(width() < narrowWindow);
        m_foot->setRail(m_sidebar->isRail());
    }
}

void AdminWindow::closeEvent(QCloseEvent *event)
{
    m_memory->setText(geometryEntry, QString::fromLatin1(saveGeometry().toBase64()));
    QMainWindow::closeEvent(event);
}

} // namespace keyway
