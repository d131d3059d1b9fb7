#include "tests/ui/accessibility.h"
#include "tests/ui/integrations/fakebackend.h"
#include "tests/ui/integrations/sampledata.h"
#include "ui/desktop/integrations/disabledrow.h"
#include "ui/desktop/integrations/firstservices.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/integrationscontroller.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/receipt.h"
#include "ui/desktop/questiondialog.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/undomessage.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// The page in a window of its own with an engine in memory.
struct Desk {
    explicit Desk(engine::Overview overview = sample::overview(), QSize size = {1068, 738})
        : backend(std::move(overview))
    {
        window.resize(size);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        page = new IntegrationsPage;
        layout->addWidget(page);
        undo = new UndoMessage(&window);
        undo->setDuration(std::chrono::milliseconds(80));
        controller = std::make_unique<IntegrationsController>(page, &backend, undo,
                                                              [] { return sample::now(); });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(!page->shownOrder().isEmpty() || backend.data.integrations.isEmpty());
        QTest::qWait(5);
    }

    Id id(int index) const { return backend.data.integrations.at(index).integration.id; }
    QWidget *dialog() const { return QApplication::activeModalWidget(); }

    QWidget window;
    FakeBackend backend;
    IntegrationsPage *page = nullptr;
    UndoMessage *undo = nullptr;
    std::unique_ptr<IntegrationsController> controller;
};

QPushButton *buttonCalled(QWidget *root, const QString &text)
{
    for (auto *button : root->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

QStringList textsOf(QWidget *root)
{
    QStringList texts;
    for (auto *label : root->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    for (auto *label : root->findChildren<MoneyLabel *>()) {
        if (label->isVisible())
            texts += label->amount();
    }
    return texts;
}

} // namespace

/// My Integrations with real keys and clicks.
class TestIntegrationsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void receiptForeseesTheMonth()
    {
        Desk desk;
        QStringList texts = textsOf(desk.page);
        QVERIFY(texts.contains(u"At this pace by 30 Nov"_s));
        QVERIFY(texts.contains(u"$34.40"_s));
        QVERIFY(texts.contains(u"of $40.00"_s));
        auto *bar = desk.page->findChild<Receipt *>()->findChild<UsageBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->permille(), 860);

        // Without a limit what else may come is told; without a history the month goes on evenly.
        engine::Overview overview = sample::overview();
        overview.monthLimit.reset();
        Desk unlimited(overview);
        texts = textsOf(unlimited.page);
        QVERIFY(texts.contains(u"probably $31.10 to $38.25"_s));
        QVERIFY(!unlimited.page->findChild<Receipt *>()->findChild<UsageBar *>()->isVisible());
        overview.forecast.reset();
        overview.monthCost = Money::fromCents(900);
        Desk young(overview);
        texts = textsOf(young.page);
        QVERIFY(texts.contains(u"$15.00"_s));
        QCOMPARE(texts.filter(u"probably"_s), QStringList());
    }

    void receiptShowsTheFigures()
    {
        Desk desk;
        const QStringList texts = textsOf(&desk.window);
        for (const auto &text :
             {u"$20.64"_s, u"$1.03"_s, u"$21.67"_s, u"$34.40"_s, u"$12.43"_s, u"$8.21"_s})
            QVERIFY2(texts.contains(text), qPrintable(text));
        QVERIFY(texts.contains(u"Platform Service Fee (5%):"_s));
        QVERIFY(texts.contains(u"Total Platform Costs This Month:"_s));
    }

    void everythingHasAName_data()
    {
        QTest::addColumn<int>("state");
        for (const auto &[name, state] :
             {std::pair("usual", 0), {"down", 1}, {"locked", 2}, {"empty", 3}})
            QTest::newRow(name) << state;
    }
    void everythingHasAName()
    {
        QFETCH(int, state);
        const engine::Overview overviews[]{sample::overview(), sample::downOverview(),
                                           sample::lockedOverview(), sample::emptyOverview()};
        Desk desk(overviews[state]);
        if (state == 2) {
            desk.backend.place.status.state = KeychainState::Locked;
            desk.controller->refreshKeychain();
            QTest::qWait(5);
        }
        const QStringList unnamed = unnamedWidgets(&desk.window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280 x 800") << QSize(1068, 738);
        QTest::newRow("900 x 640") << QSize(844, 578);
    }
    void nothingIsCut()
    {
        QFETCH(QSize, size);
        Desk desk(sample::downOverview(), size);
        QTest::qWait(50); // layouts settle with the event loop
        for (auto *button : desk.page->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !qobject_cast<QLineEdit *>(button->parent()))
                QVERIFY2(button->width() >= button->sizeHint().width()
                             && button->height() >= button->sizeHint().height(),
                         qPrintable(button->text()));
        }
        for (auto *label : desk.page->findChildren<MoneyLabel *>()) {
            if (label->isVisible())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->amount()));
        }
        for (auto *label : desk.page->findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            const int wanted = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            QVERIFY2(label->height() >= wanted, qPrintable(label->text()));
            if (!label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
    }

    void longNamesAreShortenedNotLost()
    {
        Desk desk(sample::wordyOverview(), {844, 578});
        IntegrationCard *card = desk.page->card(desk.id(0));
        QVERIFY(card->accessibleName().contains(u"Entwicklungsabteilung"_s));
        for (auto *button : card->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY(card->rect().contains(button->geometry()));
        }
    }

    void arrowsMoveBetweenCards()
    {
        Desk desk;
        auto button = [&](int index, IntegrationCard::Button which) {
            return desk.page->card(desk.id(index))->button(which);
        };
        button(0, IntegrationCard::Button::Toggle)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), button(1, IntegrationCard::Button::Toggle));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), button(3, IntegrationCard::Button::Toggle));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(QApplication::focusWidget(), button(2, IntegrationCard::Button::Toggle));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), desk.page->row(desk.id(4))->enableButton());
    }

    void disableIsTakenBack()
    {
        Desk desk;
        const Id id = desk.id(0);
        desk.page->focusCard(id);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(desk.undo->isOffering());
        QCOMPARE(desk.undo->text(), u"OpenAI (GPT-4) is disabled."_s);
        QTRY_VERIFY(desk.page->row(id));
        desk.undo->undo();
        QTRY_VERIFY(desk.page->card(id));
        QCOMPARE(desk.backend.log,
                 (QStringList{u"disable OpenAI (GPT-4)"_s, u"enable OpenAI (GPT-4)"_s}));
    }

    void removeAsksAndForgetsLater()
    {
        Desk desk;
        const Id id = desk.id(0);
        const Id next = desk.id(1);
        desk.page->focusCard(id);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QTRY_VERIFY(desk.dialog());
        QWidget *question = desk.dialog();
        const QString text = textsOf(question).join(u'\n');
        QVERIFY2(text.contains(u"Remove OpenAI (GPT-4)?"_s), qPrintable(text));
        QVERIFY(text.contains(u"The key ending 4xQ7 is deleted from your GNOME Keyring."_s));
        QVERIFY(text.contains(u"$12.43"_s));
        // The safe button has the focus.
        QTRY_COMPARE(QApplication::focusWidget(), buttonCalled(question, u"Cancel"_s));
        QSignalSpy opened(desk.controller.get(), &IntegrationsController::urlRequested);
        QTest::mouseClick(buttonCalled(question, u"Remove"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.undo->isOffering());
        QCOMPARE(opened.size(), 1);
        QTRY_VERIFY(!desk.page->card(id));
        QTRY_COMPARE(desk.window.focusWidget(),
                     desk.page->card(next)->button(IntegrationCard::Button::Configure));
        QCOMPARE(desk.backend.log, QStringList(u"remove OpenAI (GPT-4)"_s));
        QTRY_COMPARE(desk.backend.log.last(), u"forget OpenAI (GPT-4)"_s);
    }

    void removeIsTakenBack()
    {
        Desk desk;
        desk.undo->setDuration(std::chrono::seconds(30));
        const Id id = desk.id(0);
        desk.page->focusCard(id);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QTRY_VERIFY(desk.dialog());
        QTest::mouseClick(buttonCalled(desk.dialog(), u"Remove"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.undo->isOffering());
        desk.undo->undo();
        QTRY_VERIFY(desk.page->card(id));
        QVERIFY(!desk.backend.log.join(u'\n').contains(u"forget"_s));
    }

    void escapeKeepsTheIntegration()
    {
        Desk desk;
        desk.page->focusCard(desk.id(0));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QTRY_VERIFY(desk.dialog());
        QTest::keyClick(desk.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!desk.dialog());
        QVERIFY(desk.backend.log.isEmpty());
    }

    void orderIsChangedAndTakenBack()
    {
        Desk desk;
        const QList<Id> before = desk.page->shownOrder();
        desk.page->focusCard(before.at(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(desk.page->shownOrder().first(), before.at(1));
        // The focus stays with the card that was moved.
        QCOMPARE(QApplication::focusWidget(),
                 desk.page->card(before.at(1))->button(IntegrationCard::Button::Configure));
        QTRY_VERIFY(desk.undo->isOffering());
        desk.undo->undo();
        QTRY_COMPARE(desk.page->shownOrder(), before);
    }

    void sortsAndFinds()
    {
        Desk desk;
        desk.page->setOrder(CardOrder::Name);
        QCOMPARE(desk.page->shownOrder().first(), desk.id(2)); // Google Gemini
        desk.page->setOrder(CardOrder::Cost);
        QCOMPARE(desk.page->shownOrder().first(), desk.id(0));
        QTest::keyClick(&desk.window, Qt::Key_F, Qt::ControlModifier);
        auto *edit = desk.page->findChild<SearchField *>()->edit();
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(edit));
        QTest::keyClicks(edit, u"diffusion"_s);
        QCOMPARE(desk.page->shownOrder(), QList<Id>{desk.id(1)});
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(desk.page->shownOrder().size(), 6);
    }

    void testsOneOrAll()
    {
        Desk desk;
        desk.page->focusCard(desk.id(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        QTRY_COMPARE(desk.backend.log, QStringList(u"test Stable Diffusion"_s));
        desk.backend.log.clear();
        desk.page->findChild<PageHeader *>()->primary()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        QTRY_COMPARE(desk.backend.log.size(), 4);
    }

    void aFailedTestIsSaidAndCanBePutAway()
    {
        Desk desk;
        desk.backend.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Auth));
        desk.page->focusCard(desk.id(0));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        auto *banner = desk.page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QTest::qWait(20);
        QVERIFY(
            banner->spokenText().startsWith(u"OpenAI no longer accepts the key ending 4xQ7."_s));
        QVERIFY(banner->isVisible());
    }

    void copiesACard()
    {
        Desk desk;
        desk.page->focusCard(desk.id(0));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"OpenAI (GPT-4)\t$12.43\tkey ends 4xQ7"_s);
    }

    void lockedKeychainIsUnlocked()
    {
        Desk desk(sample::lockedOverview());
        desk.backend.place.status.state = KeychainState::Locked;
        desk.controller->refreshKeychain();
        auto *banner = desk.page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QTest::mouseClick(buttonCalled(banner, u"Unlock keychain"_s), Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
        QVERIFY(desk.backend.log.contains(u"unlock"_s));
    }

    void overBudgetOffersToRaise()
    {
        Desk desk(sample::downOverview());
        IntegrationCard *card = desk.page->card(desk.id(1));
        QVERIFY(card->button(IntegrationCard::Button::RaiseLimit)->isVisible());
        QSignalSpy asked(desk.page, &IntegrationsPage::raiseLimitRequested);
        QTest::mouseClick(card->button(IntegrationCard::Button::RaiseLimit), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void emptyPageOffersServices()
    {
        Desk desk(sample::emptyOverview());
        QVERIFY(desk.page->firstServices()->isVisible());
        QVERIFY(!desk.page->firstServices()->choices().isEmpty());
        QTest::keyClick(&desk.window, Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(desk.dialog());
        QTest::keyClick(desk.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!desk.dialog());
    }
};

QTEST_MAIN(TestIntegrationsPage)
#include "tst_integrationspage.moc"
