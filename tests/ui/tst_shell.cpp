#include "tests/ui/accessibility.h"
#include "ui/desktop/questiondialog.h"
#include "ui/desktop/shell/mainwindow.h"
#include "ui/desktop/shell/noticearea.h"
#include "ui/desktop/shell/windowmemory.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/focusregions.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/undomessage.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

class Memory : public WindowMemory {
public:
    std::optional<WindowState> load(const QString &) const override { return state; }
    void save(const QString &, const WindowState &saved) override { state = saved; }
    std::optional<WindowState> state;
};

class SamplePage : public Page {
public:
    SamplePage(const QString &title, QWidget *parent)
        : Page(parent)
        , newAction(new QAction(u"New thing"_s, this))
        , field(new QLineEdit)
    {
        auto *header = new PageHeader(title, this);
        header->addSearch(u"Find"_s);
        primary = header->setPrimary(u"New thing"_s, u"plus"_s);
        newAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
        addMenuAction(Menu::Service, newAction);
        auto *content = new QWidget(this);
        auto *column = new QVBoxLayout(content);
        field->setAccessibleName(u"Name"_s);
        column->addWidget(field);
        setParts(header, content);
    }
    QWidget *firstFocus() const override { return field; }

    QAction *newAction;
    QLineEdit *field;
    QPushButton *primary;
};

Notice notice(const QString &id, Notice::Rank rank)
{
    Notice n;
    n.id = id;
    n.rank = rank;
    n.title = id;
    return n;
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreMadeOnFirstUse();
    void titleNamesThePage();
    void numbersOpenPages();
    void sidebarOpensPages();
    void groupsHaveHeadings();
    void railBelowAThousand();
    void sidebarByKeyboard();
    void regionsCycle();
    void regionsRemember();
    void pageActionsFollowThePage();
    void unofferedCommandsAreHidden();
    void everyShortcutIsInAMenu();
    void noShortcutTwice();
    void mostImportantNoticeFirst();
    void noticeTakesThePrimaryButton();
    void noticeFollowsThePage();
    void statusIsOneStop();
    void statusSpeaks();
    void undoByKeyboard();
    void themeFromTheMenu();
    void everyPartFollowsTheTheme();
    void menuBarByKeyboard();
    void shortcutsDialogAndEscape();
    void remembersItself();
    void asksBeforeLeavingWork();
    void theQuestionStaysByDefault();
    void smallestSize();
    void everythingHasAName_data();
    void everythingHasAName();

private:
    SamplePage *current()
    {
        return static_cast<SamplePage *>(m_window->page(m_window->currentPageId()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_window.get(), key, modifiers);
    }

    Memory m_memory;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_made;
};

void TestShell::init()
{
    m_memory.state.reset();
    m_made.clear();
    m_window = std::make_unique<MainWindow>(&m_memory);
    for (const auto &[id, title, group] :
         {std::tuple{u"integrations"_s, u"My Integrations"_s, QString()},
          std::tuple{u"usage"_s, u"Usage & Costs"_s, u"Money"_s},
          std::tuple{u"prompts"_s, u"Prompts"_s, QString()}}) {
        m_window->addPage({id, title, id, group, [this, id = id, title = title](QWidget *parent) {
                               m_made += id;
                               return new SamplePage(title, parent);
                           }});
    }
    StatusLine line;
    line.keychain = StatusLine::Keychain::Locked;
    line.services = 4;
    line.ready = 1;
    line.today = u"$1.18"_s;
    line.month = u"November"_s;
    line.cost = u"$20.64"_s;
    line.fee = u"$1.03"_s;
    line.total = u"$21.67"_s;
    line.spoken = u"November 20 dollars 64, fee 1 dollar 3, total 21 dollars 67"_s;
    m_window->setStatus(line);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestShell::cleanup()
{
    m_window.reset();
}

void TestShell::pagesAreMadeOnFirstUse()
{
    QCOMPARE(m_made, QStringList{u"integrations"_s});
    m_window->showPage(u"prompts"_s);
    m_window->showPage(u"integrations"_s);
    m_window->showPage(u"prompts"_s);
    QCOMPARE(m_made, (QStringList{u"integrations"_s, u"prompts"_s}));
    m_window->showPage(u"no such page"_s);
    QCOMPARE(m_window->currentPageId(), u"prompts"_s);
}

void TestShell::titleNamesThePage()
{
    QCOMPARE(m_window->windowTitle(), u"My Integrations – Keyway"_s);
    m_window->showPage(u"usage"_s);
    QCOMPARE(m_window->windowTitle(), u"Usage & Costs – Keyway"_s);
}

void TestShell::numbersOpenPages()
{
    QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
    press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->currentPageId(), u"prompts"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPageId(), u"usage"_s);
    QCOMPARE(shown.count(), 2);
}

void TestShell::sidebarOpensPages()
{
    auto *list = m_window->findChild<Sidebar *>()->list();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(m_window->currentPageId(), u"prompts"_s);
    // The arrows stay in the list, so that the next one goes on.
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(m_window->currentPageId(), u"usage"_s);
}

void TestShell::groupsHaveHeadings()
{
    auto *list = m_window->findChild<Sidebar *>()->list();
    QStringList rows;
    for (int i = 0; i < list->count(); ++i) {
        rows += list->item(i)->text();
    }
    QCOMPARE(rows,
             (QStringList{u"My Integrations"_s, u"Prompts"_s, u"Money"_s, u"Usage & Costs"_s}));
    QVERIFY(!(list->item(2)->flags() & Qt::ItemIsSelectable));
}

void TestShell::railBelowAThousand()
{
    QVERIFY(!m_window->isRail());
    m_window->resize(999, 700);
    QVERIFY(m_window->isRail());
    QCOMPARE(m_window->findChild<Sidebar *>()->width(), 56);
    m_window->resize(1000, 700);
    QVERIFY(!m_window->isRail());
    QCOMPARE(m_window->findChild<Sidebar *>()->width(), 212);
}

void TestShell::sidebarByKeyboard()
{
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(m_window->isRail());
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!m_window->isRail());
    m_window->resize(900, 640);
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!m_window->isRail());
}

void TestShell::regionsCycle()
{
    m_window->notices().post([] {
        Notice n = notice(u"keychain"_s, Notice::Rank::KeychainLocked);
        n.buttons = {{u"unlock"_s, u"Unlock keychain"_s, ButtonKind::Primary}};
        return n;
    }());
    QCoreApplication::processEvents();
    QTRY_VERIFY(current()->field->hasFocus());
    const auto in = [](const QWidget *part) {
        const QWidget *focus = QApplication::focusWidget();
        return focus && (focus == part || part->isAncestorOf(focus));
    };
    const QList<QWidget *> order{
        m_window->findChild<StatusStrip *>(), m_window->findChild<Sidebar *>(),
        current()->findChild<PageHeader *>(), &m_window->notices(), current()->field};
    for (const QWidget *part : order) {
        press(Qt::Key_F6);
        QVERIFY2(in(part), part->metaObject()->className());
    }
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(in(&m_window->notices()));
}

void TestShell::regionsRemember()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *one = new QWidget, *two = new QWidget;
    row->addWidget(one);
    row->addWidget(two);
    QList<QLineEdit *> fields;
    for (QWidget *part : {one, two}) {
        auto *column = new QVBoxLayout(part);
        for (int i = 0; i < 2; ++i) {
            fields += new QLineEdit;
            column->addWidget(fields.last());
        }
    }
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    fields[1]->setFocus();
    QVERIFY(moveToNextRegion({one, two}, true));
    QVERIFY(fields[2]->hasFocus());
    QVERIFY(moveToNextRegion({one, two}, true));
    QVERIFY(fields[1]->hasFocus());
    two->hide();
    QVERIFY(moveToNextRegion({one, two}, true));
    QVERIFY(fields[1]->hasFocus());
    QVERIFY(!moveToNextRegion({two}, true));
}

void TestShell::pageActionsFollowThePage()
{
    SamplePage *first = current();
    QSignalSpy onFirst(first->newAction, &QAction::triggered);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(onFirst.count(), 1);
    QMenu *service = m_window->menus().menus().value(3);
    QVERIFY(service->actions().contains(first->newAction));
    m_window->showPage(u"prompts"_s);
    QSignalSpy onSecond(current()->newAction, &QAction::triggered);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(onFirst.count(), 1);
    QCOMPARE(onSecond.count(), 1);
    QVERIFY(!service->actions().contains(first->newAction));
    QVERIFY(service->actions().contains(current()->newAction));
}

void TestShell::unofferedCommandsAreHidden()
{
    QAction *lock = m_window->menus().action(Command::Lock);
    QSignalSpy triggered(lock, &QAction::triggered);
    QVERIFY(!lock->isVisible());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(triggered.count(), 0);
    QCOMPARE(m_window->offer(Command::Lock), lock);
    QVERIFY(lock->isVisible());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(triggered.count(), 1);
}

void TestShell::everyShortcutIsInAMenu()
{
    QSet<QAction *> inMenus;
    for (const QMenu *menu : m_window->menus().menus()) {
        for (QAction *action : menu->actions()) {
            inMenus.insert(action);
        }
    }
    for (QAction *action : m_window->actions() + current()->actions()) {
        if (!action->shortcut().isEmpty()) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        }
    }
}

void TestShell::noShortcutTwice()
{
    QHash<QString, QString> owner;
    for (const QMenu *menu : m_window->menus().menus()) {
        for (const QAction *action : menu->actions()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                const QString text = keys.toString();
                QVERIFY2(!owner.contains(text), qPrintable(text));
                owner.insert(text, action->text());
            }
        }
    }
    QVERIFY(owner.size() > 12);
}

void TestShell::mostImportantNoticeFirst()
{
    NoticeArea &area = m_window->notices();
    QVERIFY(!area.isVisible());
    area.post(notice(u"demo"_s, Notice::Rank::Demo));
    area.post(notice(u"locked"_s, Notice::Rank::KeychainLocked));
    area.post(notice(u"stopped"_s, Notice::Rank::SpendingStopped));
    area.post(notice(u"down"_s, Notice::Rank::ServiceDown));
    QStringList order;
    for (const Notice &n : area.notices()) {
        order += n.id;
    }
    QCOMPARE(order, (QStringList{u"stopped"_s, u"locked"_s, u"down"_s, u"demo"_s}));
    const auto shown = [&] {
        QStringList names;
        for (const Banner *banner : area.findChildren<Banner *>()) {
            if (banner->isVisible()) {
                names += banner->spokenText().trimmed();
            }
        }
        return names;
    };
    QCOMPARE(shown(), QStringList{u"stopped"_s});
    const auto more = [&]() -> QPushButton * {
        for (QPushButton *button : area.findChildren<QPushButton *>()) {
            if (button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    };
    QTest::mouseClick(more(), Qt::LeftButton);
    QCOMPARE(shown().size(), 4);
    QTest::mouseClick(more(), Qt::LeftButton);
    QCOMPARE(shown(), QStringList{u"stopped"_s});
    area.remove(u"stopped"_s);
    QCOMPARE(shown(), QStringList{u"locked"_s});
    area.post(notice(u"locked"_s, Notice::Rank::KeychainLocked));
    QCOMPARE(area.notices().size(), 3);
}

void TestShell::noticeTakesThePrimaryButton()
{
    QCOMPARE(kindOf(current()->primary), ButtonKind::Primary);
    Notice n = notice(u"keychain"_s, Notice::Rank::KeychainLocked);
    n.buttons = {{u"unlock"_s, u"Unlock keychain"_s, ButtonKind::Primary}};
    m_window->notices().post(n);
    QCOMPARE(kindOf(current()->primary), ButtonKind::Secondary);
    m_window->showPage(u"prompts"_s);
    QCOMPARE(kindOf(current()->primary), ButtonKind::Secondary);
    QSignalSpy clicked(&m_window->notices(), &NoticeArea::buttonClicked);
    QTest::mouseClick(m_window->notices().findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(clicked.value(0), (QVariantList{u"keychain"_s, u"unlock"_s}));
    m_window->notices().remove(u"keychain"_s);
    QCOMPARE(kindOf(current()->primary), ButtonKind::Primary);
}

void TestShell::noticeFollowsThePage()
{
    m_window->notices().post(notice(u"demo"_s, Notice::Rank::Demo));
    QVERIFY(m_window->notices().isVisible());
    QVERIFY(current()->isAncestorOf(&m_window->notices()));
    m_window->showPage(u"prompts"_s);
    QVERIFY(m_window->notices().isVisible());
    QVERIFY(current()->isAncestorOf(&m_window->notices()));
}

void TestShell::statusIsOneStop()
{
    auto *strip = m_window->findChild<StatusStrip *>();
    QSignalSpy activated(m_window.get(), &MainWindow::statusActivated);
    int stops = 0;
    for (const QAbstractButton *entry : strip->findChildren<QAbstractButton *>()) {
        stops += entry->focusPolicy() != Qt::NoFocus ? 1 : 0;
    }
    QCOMPARE(stops, 1);
    while (!strip->isAncestorOf(QApplication::focusWidget())) {
        press(Qt::Key_F6);
    }
    press(Qt::Key_Space);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    QCOMPARE(activated.count(), 3);
    QCOMPARE(activated[0][0].value<StatusPart>(), StatusPart::Keychain);
    QCOMPARE(activated[1][0].value<StatusPart>(), StatusPart::Services);
    QCOMPARE(activated[2][0].value<StatusPart>(), StatusPart::Money);
}

void TestShell::statusSpeaks()
{
    const auto names = [this] {
        QStringList all;
        for (QAbstractButton *entry :
             m_window->findChild<StatusStrip *>()->findChildren<QAbstractButton *>()) {
            if (entry->isVisible()) {
                all += QAccessible::queryAccessibleInterface(entry)->text(QAccessible::Name);
            }
        }
        return all;
    };
    QCOMPARE(names().size(), 4);
    QVERIFY(names().contains(u"Keychain locked"_s));
    QVERIFY(names().contains(u"November 20 dollars 64, fee 1 dollar 3, total 21 dollars 67"_s));
    m_window->resize(900, 640);
    QCOMPARE(names().size(), 3);
    QVERIFY(names().contains(u"Locked"_s));
    m_window->setStatus({});
    QVERIFY(names().isEmpty());
}

void TestShell::undoByKeyboard()
{
    int undone = 0;
    QAction *undo = m_window->menus().action(Command::Undo);
    QVERIFY(!undo->isEnabled());
    m_window->undoMessage().offer(u"Gone."_s, this, [&] { ++undone; });
    QVERIFY(undo->isEnabled());
    m_window->findChild<Sidebar *>()->list()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
    QVERIFY(!undo->isEnabled());
}

void TestShell::themeFromTheMenu()
{
    QSignalSpy chosen(m_window.get(), &MainWindow::themeModeChosen);
    const QList<QAction *> modes = m_window->menus().themeModes()->actions();
    QCOMPARE(modes.size(), 3);
    modes[2]->trigger();
    QVERIFY(themeOf(m_window.get()).isDark());
    QCOMPARE(chosen.value(0).value(0).value<Theme::Mode>(), Theme::Mode::Dark);
    m_window->setThemeMode(Theme::Mode::Light);
    QVERIFY(!themeOf(m_window.get()).isDark());
    QVERIFY(modes[1]->isChecked());
    QCOMPARE(chosen.count(), 1);
}

void TestShell::everyPartFollowsTheTheme()
{
    const Theme &theme = themeOf(m_window.get());
    for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        m_window->setThemeMode(mode);
        QCoreApplication::processEvents();
        const QImage picture = m_window->grab().toImage();
        const int bottom = m_window->height() - 4, middle = m_window->height() / 2;
        QCOMPARE(picture.pixelColor(30, middle), theme.color(Token::BgSidebar));
        QCOMPARE(picture.pixelColor(640, bottom), theme.color(Token::BgSidebar));
        QCOMPARE(picture.pixelColor(900, 70), theme.color(Token::BgWindow));
        const QPoint field = current()->field->mapTo(m_window.get(), QPoint(300, 15));
        QCOMPARE(picture.pixelColor(field), theme.color(Token::BgSurface));
    }
}

void TestShell::menuBarByKeyboard()
{
    QVERIFY(!m_window->menuBar()->isVisible());
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(m_window->menuBar()->isVisible());
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!m_window->menuBar()->isVisible());
}

void TestShell::shortcutsDialogAndEscape()
{
    press(Qt::Key_F1);
    auto *dialog = m_window->findChild<Dialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(unnamedWidgets(dialog), QStringList());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestShell::asksBeforeLeavingWork()
{
    QSignalSpy quits(m_window.get(), &MainWindow::quitRequested);
    m_window->setQuitQuestion({u"Quit? 3 jobs are running."_s, u"They finish anyway."_s, {}, {}});

    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    auto *question = m_window->findChild<QuestionDialog *>(u"quitQuestion"_s);
    QVERIFY(question);
    QVERIFY(!m_window->close()); // asked once is enough
    QCOMPARE(m_window->findChildren<QuestionDialog *>().size(), 1);
    for (QPushButton *button : question->findChildren<QPushButton *>()) {
        if (button->text() == u"Quit"_s)
            button->click();
    }
    QVERIFY(!m_window->isVisible());
    QCOMPARE(quits.size(), 1);
}

void TestShell::theQuestionStaysByDefault()
{
    QSignalSpy quits(m_window.get(), &MainWindow::quitRequested);
    m_window->setQuitQuestion({u"Quit? 1 job is running."_s, u"It finishes anyway."_s, {}, {}});
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    auto *question = m_window->findChild<QuestionDialog *>(u"quitQuestion"_s);
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(m_window->isVisible());
    QCOMPARE(quits.size(), 0);

    m_window->setQuitQuestion({}); // the job ended
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quits.size(), 1);
    QVERIFY(m_window->close());
}

void TestShell::remembersItself()
{
    m_window->resize(1100, 700);
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_M, Qt::ControlModifier);
    int carried = 0;
    m_window->undoMessage().offer(
        u"Gone."_s, this, [] {}, [&] { ++carried; });
    m_window->close();
    QCOMPARE(carried, 1);
    QVERIFY(m_memory.state.has_value());
    MainWindow again(&m_memory);
    QCOMPARE(again.size(), QSize(1100, 700));
    QVERIFY(again.isRail());
    QVERIFY(!again.menuBar()->isHidden());
}

void TestShell::smallestSize()
{
    QCOMPARE(m_window->minimumSize(), QSize(820, 560));
    m_window->resize(820, 560);
    QCOMPARE(m_window->size(), QSize(820, 560));
}

void TestShell::everythingHasAName_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(900, 640);
}

void TestShell::everythingHasAName()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    Notice n = notice(u"keychain"_s, Notice::Rank::KeychainLocked);
    n.closable = true;
    m_window->notices().post(n);
    m_window->undoMessage().offer(u"Gone."_s, this, [] {});
    QCoreApplication::processEvents();
    const QStringList unnamed = unnamedWidgets(m_window.get());
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    KeywayStyle::install(app)->theme().setMode(Theme::Mode::Light);
    TestShell test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shell.moc"
