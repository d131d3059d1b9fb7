// The window on real parts: what it shows, and what can be done in it with a keyboard alone.

#include "tests/desktop/windowfixture.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/choosestep.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/integrations/disabledrow.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/receipt.h"
#include "ui/desktop/integrations/removequestion.h"
#include "ui/desktop/integrations/servicegrid.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tiles.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/health.h"
#include "ui/words/money.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray typedKey = "sk-proj-TypedTypedTypedTyped4xQ7";

template <class Window> Window *openDialog(QWidget *root)
{
    for (auto *dialog : root->findChildren<Window *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    IntegrationCard *card(const QString &name) const
    {
        return m_fixture->integrations()->card(m_fixture->idOf(name));
    }
    /// The buttons of the card of `name` take keys.
    void focusCard(const QString &name) const
    {
        WindowFixture::activate(m_fixture->window());
        m_fixture->integrations()->focusCard(m_fixture->idOf(name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        CliFixture &cli = m_fixture->cli;
        cli.addBoth();
        // Three answers at the first service, and one where it failed and the second one answered.
        for (int i = 0; i < 3; ++i)
            VERIFY_EXIT(cli.run({u"ask"_s, u"Say it again, Sam"_s}), 0);
        simulator::Behaviour failure = failing(simulator::Fault::answers(500));
        failure.faultTimes = 1;
        cli.first.setBehaviour(u"gpt-6-luna"_s, failure);
        VERIFY_EXIT(cli.run({u"ask"_s, u"Say it once more"_s}), 0);
        m_fixture->open();
    }

    void cleanupTestCase()
    {
        QVERIFY(m_fixture->close(std::chrono::seconds(4)));
        m_fixture.reset();
    }

    void init() { WindowFixture::activate(m_fixture->window()); }
    void cleanup() { QVERIFY(!QApplication::activeModalWidget()); }

    void showsTheNumbersOfTheLedger()
    {
        const engine::Overview overview = m_fixture->overview();
        Money cost, fee;
        QSet<QString> services;
        QHash<Id, Money> ofIntegration;
        const QList<UsageRecord> rows = m_fixture->records();
        QCOMPARE(rows.size(), 5);
        for (const UsageRecord &row : rows) {
            cost += row.platformCost;
            fee += row.platformFee;
            ofIntegration[row.integrationId] += row.platformCost;
            if (row.outcome == Outcome::Completed)
                services += row.service;
        }
        QCOMPARE(services, (QSet<QString>{u"openai"_s, u"anthropic"_s}));
        QVERIFY(cost > Money());
        QVERIFY(fee > Money());
        QCOMPARE(overview.monthCost, cost);
        QCOMPARE(overview.monthFee, fee);
        QCOMPARE(overview.monthTotal, cost + fee);

        const QStringList shown = words::addedUp({cost, fee}, cost + fee);
        QCOMPARE(m_fixture->receipt(), shown);
        const QStringList bar = m_fixture->statusBar();
        QCOMPARE(bar.at(1), u"2 services ready"_s);
        QCOMPARE(bar.at(2), u"Today "_s + words::money(cost + fee));
        QVERIFY2(
            bar.at(3).endsWith(u"%1 + fee %2 = %3"_s.arg(shown.at(0), shown.at(1), shown.at(2))),
            qPrintable(bar.at(3)));
        QCOMPARE(overview.integrations.size(), 2);
        for (const auto &summary : overview.integrations) {
            const IntegrationCard *shownCard
                = m_fixture->integrations()->card(summary.integration.id);
            QVERIFY(shownCard);
            QCOMPARE(summary.thisMonth, ofIntegration.value(summary.integration.id));
            QCOMPARE(shownCard->findChild<MoneyLabel *>()->amount(),
                     words::money(summary.thisMonth));
            QCOMPARE(shownCard->findChild<StatusPill *>()->spokenText(),
                     u"Status: "_s + words::healthWord(summary.health).toLower());
        }
    }

    void movesWhenAnotherProcessAsks()
    {
        const QStringList before = m_fixture->receipt();
        QProcess other;
        other.setProcessEnvironment(m_fixture->cli.environment);
        other.start(CliFixture::program(), {u"ask"_s, u"And what does this cost?"_s});
        other.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(other.exitCode(), 0);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->receipt() != before, 500);
        qInfo("%lld ms after the other process ended", static_cast<long long>(clock.elapsed()));
        QVERIFY(m_fixture->moneyIsShown());
    }

    void disablesByKeyboardAndTakesItBack()
    {
        const Id id = m_fixture->idOf(u"First"_s);
        focusCard(u"First"_s);
        WindowFixture::press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(m_fixture->integrations()->row(id));
        QVERIFY(!m_fixture->reader->integration(id)->enabled);
        QTRY_COMPARE(m_fixture->statusBar().at(1), u"1 service ready"_s);
        QTRY_COMPARE(m_fixture->window()->undoMessage().text(), u"First is disabled."_s);
        QVERIFY(m_fixture->window()->undoMessage().isOffering());
        WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_fixture->integrations()->card(id));
        QVERIFY(m_fixture->reader->integration(id)->enabled);
        QTRY_COMPARE(m_fixture->statusBar().at(1), u"2 services ready"_s);
    }

    void addsByKeyboardAlone()
    {
        ProviderSimulator service;
        simulator::Script script;
        script.listedModels = {u"gpt-6-luna"_s, u"gpt-6-sol"_s};
        service.setScript(script);
        QVERIFY(service.start().ok());
        WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(openDialog<AddIntegrationDialog>(m_fixture->window()));
        QPointer<AddIntegrationDialog> dialog
            = openDialog<AddIntegrationDialog>(m_fixture->window());
        WindowFixture::activate(dialog);
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        QTRY_COMPARE(QApplication::focusWidget(),
                     static_cast<QWidget *>(dialog->chooseStep()->search()->edit()));
        WindowFixture::type(u"openai"_s);
        QCOMPARE(dialog->chooseStep()->grid()->current(), u"openai"_s);
        WindowFixture::press(Qt::Key_Return);
        ConnectStep *step = dialog->connectStep();
        QVERIFY(step);
        QVERIFY(WindowFixture::tabTo(step->advanced()->button()));
        WindowFixture::press(Qt::Key_Space);
        QVERIFY(step->advanced()->isExpanded());
        QVERIFY(WindowFixture::tabTo(step->baseUrl()));
        WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
        WindowFixture::type(service.url(u"/v1"_s).toString());
        QVERIFY(WindowFixture::tabTo(step->key()->edit()));
        WindowFixture::type(QString::fromLatin1(typedKey));
        QTRY_COMPARE(step->checker()->state(), KeyChecker::State::Works);
        QVERIFY(!service.requests().isEmpty());
        QCOMPARE(service.requests().last().key, typedKey);
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        QCOMPARE(misplaced(dialog).join(u'\n'), QString());
        WindowFixture::press(Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY(card(u"OpenAI"_s));
        const Result<Integration> added = m_fixture->reader->integrationByName(u"OpenAI"_s);
        QVERIFY(added.ok());
        QCOMPARE(added->baseUrl, service.url(u"/v1"_s));
        QCOMPARE(added->keyTail, u"4xQ7"_s);
        QVERIFY(added->testedAt);
        QCOMPARE(WindowFixture::itemsInKeychain(added->id), 1);
        QCOMPARE(m_fixture->cli.dir.filesContaining(typedKey), QStringList());
        // Another process finds the same key there.
        service.clear();
        VERIFY_EXIT(m_fixture->cli.run({u"integrations"_s, u"test"_s, u"OpenAI"_s}), 0);
        QCOMPARE(service.requests().last().key, typedKey);
    }

    void removingKeepsTheKeyWhileItCanBeTakenBack()
    {
        removeByKeyboard();
        const Id id = m_removed;
        WindowFixture::activate(m_fixture->window());
        QVERIFY(m_fixture->opened.isEmpty()); // the box was unticked
        QCOMPARE(WindowFixture::itemsInKeychain(id), 1);
        QVERIFY(m_fixture->window()->undoMessage().isOffering());
        WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_fixture->integrations()->card(id));
        QCOMPARE(WindowFixture::itemsInKeychain(id), 1);
    }

    void removingDeletesTheKeyInTheEnd()
    {
        m_fixture->window()->undoMessage().setDuration(std::chrono::milliseconds(200));
        removeByKeyboard();
        QTRY_VERIFY(!m_fixture->window()->undoMessage().isOffering());
        QTRY_COMPARE(WindowFixture::itemsInKeychain(m_removed), 0);
        QVERIFY(m_fixture->integrations()->card(m_fixture->idOf(u"First"_s)));
        QCOMPARE(WindowFixture::itemsInKeychain(m_fixture->idOf(u"First"_s)), 1);
        m_fixture->window()->undoMessage().setDuration(std::chrono::seconds(10));
    }

    void everythingHasAName()
    {
        MainWindow *window = m_fixture->window();
        QCOMPARE(unnamedWidgets(window).join(u'\n'), QString());

        focusCard(u"Second"_s);
        WindowFixture::press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(openDialog<ConfigureDialog>(window));
        auto *configure = openDialog<ConfigureDialog>(window);
        WindowFixture::activate(configure);
        for (int tab = 0; tab < configure->tabs()->count(); ++tab) {
            configure->tabs()->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            QCOMPARE(unnamedWidgets(configure).join(u'\n'), QString());
            QCOMPARE(misplaced(configure).join(u'\n'), QString());
        }
        WindowFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());

        focusCard(u"Second"_s);
        WindowFixture::press(Qt::Key_Delete);
        QTRY_VERIFY(openDialog<RemoveQuestion>(window));
        WindowFixture::activate(openDialog<RemoveQuestion>(window));
        QCOMPARE(unnamedWidgets(openDialog<RemoveQuestion>(window)).join(u'\n'), QString());
        QCOMPARE(misplaced(openDialog<RemoveQuestion>(window)).join(u'\n'), QString());
        WindowFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());

        WindowFixture::activate(m_fixture->window());
        WindowFixture::press(Qt::Key_F1);
        QTRY_VERIFY(QApplication::activeModalWidget() || openDialog<QDialog>(window));
        auto *shortcuts = openDialog<QDialog>(window);
        QCOMPARE(unnamedWidgets(shortcuts).join(u'\n'), QString());
        QTest::keyClick(shortcuts, Qt::Key_Escape);
        QTRY_VERIFY(!openDialog<QDialog>(window));

        window->menus().action(Command::About)->trigger();
        QTRY_VERIFY(openDialog<QDialog>(window));
        auto *about = openDialog<QDialog>(window);
        WindowFixture::activate(about);
        verifyInOrder(about);
        QCOMPARE(QApplication::focusWidget(),
                 static_cast<QWidget *>(WindowFixture::buttonCalled(about, u"Close"_s)));
        WindowFixture::press(Qt::Key_Return);
        QTRY_VERIFY(!openDialog<QDialog>(window));

        WindowFixture::activate(window);
        QVERIFY(WindowFixture::tabTo(
            WindowFixture::buttonCalled(window, u"How the fee is worked out"_s)));
        WindowFixture::press(Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QWidget *fee = QApplication::activePopupWidget();
        verifyInOrder(fee);
        QVERIFY(window->geometry().contains(fee->geometry()));
        QTest::keyClick(fee, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(820, 560);
        QTest::newRow("900x640") << QSize(900, 640);
        QTest::newRow("1280x800") << QSize(1280, 800);
    }
    void nothingOverlaps()
    {
        QFETCH(QSize, size);
        MainWindow *window = m_fixture->window();
        QVERIFY(window->minimumSize().width() <= 820 && window->minimumSize().height() <= 560);
        window->resize(size);
        QTRY_COMPARE(window->size(), size);
        QTest::qWait(50); // layouts have settled
        QCOMPARE(misplaced(window).join(u'\n'), QString());
        QCOMPARE(unnamedWidgets(window).join(u'\n'), QString());
    }

private:
    static void verifyInOrder(QWidget *shown)
    {
        QCoreApplication::processEvents();
        QCOMPARE(unnamedWidgets(shown).join(u'\n'), QString());
        QCOMPARE(misplaced(shown).join(u'\n'), QString());
        QCOMPARE(clipped(shown).join(u'\n'), QString());
    }
    /// Removes "OpenAI", and does not want the page where its key is revoked.
    void removeByKeyboard()
    {
        m_removed = m_fixture->idOf(u"OpenAI"_s);
        focusCard(u"OpenAI"_s);
        WindowFixture::press(Qt::Key_Delete);
        QTRY_VERIFY(openDialog<RemoveQuestion>(m_fixture->window()));
        auto *question = openDialog<RemoveQuestion>(m_fixture->window());
        WindowFixture::activate(question);
        auto *keyPage = question->findChild<QCheckBox *>();
        QVERIFY(keyPage);
        QVERIFY(WindowFixture::tabTo(keyPage));
        WindowFixture::press(Qt::Key_Space);
        QVERIFY(WindowFixture::tabTo(WindowFixture::buttonCalled(question, u"Remove"_s)));
        WindowFixture::press(Qt::Key_Space);
        QTRY_VERIFY(!m_fixture->integrations()->card(m_removed));
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
    Id m_removed;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
