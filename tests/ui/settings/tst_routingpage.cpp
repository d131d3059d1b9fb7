#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "tests/ui/settings/fakerouting.h"
#include "ui/desktop/settings/routingcontroller.h"
#include "ui/desktop/settings/routingpage.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/settingspage.h"
#include "ui/desktop/settings/strategycards.h"
#include "ui/desktop/strategybox.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/undomessage.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// Settings in a window, with Routing on a backend in memory and another section beside it.
struct Bench {
    explicit Bench(const RoutingValue &value = sample::routing(), QSize size = {1068, 738})
        : undo(&window)
    {
        backend.now = value;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        settings = new SettingsPage(&window);
        settings->addSection(u"routing"_s, u"Routing"_s, u"fallback"_s,
                             [](QWidget *parent) { return new RoutingPage(parent); });
        settings->addSection(u"other"_s, u"Other"_s, u"cloud"_s,
                             [](QWidget *parent) { return new Page(parent); });
        row->addWidget(settings);
        page = static_cast<RoutingPage *>(settings->section(u"routing"_s));
        controller = std::make_unique<RoutingController>(page, &backend, &undo);
        controller->start();
        window.resize(size);
        window.show();
        window.activateWindow();
    }
    const engine::RoutingSettings &kept() const { return backend.now.settings; }
    template <class Control> Control *inRow(const QString &title) const
    {
        for (SettingGroup *group : {page->services(), page->others()}) {
            for (SettingRow *row : group->rows()) {
                if (row->title() == title && row->isVisible())
                    return row->findChild<Control *>();
            }
        }
        return nullptr;
    }

    FakeRouting backend;
    QWidget window;
    UndoMessage undo;
    SettingsPage *settings;
    RoutingPage *page;
    std::unique_ptr<RoutingController> controller;
};

} // namespace

class TestRoutingPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new KeywayStyle);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void showsTheFirstSectionAndTheOneThatIsChosen()
    {
        Bench bench;
        QCOMPARE(bench.settings->currentSection(), u"routing"_s);
        QVERIFY(bench.page->isVisible());
        bench.settings->list()->setFocus();
        QTest::keyClick(bench.settings->list(), Qt::Key_Down);
        QCOMPARE(bench.settings->currentSection(), u"other"_s);
        QVERIFY(!bench.page->isVisible());
        bench.settings->showSection(u"routing"_s);
        QVERIFY(bench.page->isVisible());
    }

    void choosesAStrategyByKeyboard()
    {
        Bench bench;
        QTRY_VERIFY(bench.inRow<QComboBox>(u"Google Gemini"_s));
        QRadioButton *order = bench.page->strategies()->card(Strategy::MyOrder);
        QVERIFY(order->isChecked());
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Left);
        QTRY_COMPARE(bench.kept().strategy, Strategy::Balanced);
        QCOMPARE(bench.page->strategies()->strategy(), Strategy::Balanced);
    }

    void keepsEachWishAtOnce()
    {
        Bench bench;
        QTRY_VERIFY(bench.inRow<QComboBox>(u"Google Gemini"_s));
        bench.inRow<QComboBox>(u"Google Gemini"_s)->setCurrentIndex(2);
        QTRY_COMPARE(bench.kept().wishes.ignore, QStringList{u"Google Gemini"_s});
        bench.inRow<QComboBox>(u"Google Gemini"_s)->setCurrentIndex(1);
        QTRY_COMPARE(bench.kept().wishes.only, QStringList{u"Google Gemini"_s});
        QVERIFY(bench.kept().wishes.ignore.isEmpty());
        bench.inRow<QComboBox>(u"Google Gemini"_s)->setCurrentIndex(0);
        QTRY_VERIFY(bench.kept().wishes.only.isEmpty());

        auto *score = bench.inRow<QSpinBox>(u"OpenAI (GPT-4)"_s);
        QCOMPARE(score->text(), u"88 by the list"_s);
        score->setValue(95);
        QTRY_COMPARE(bench.kept().wishes.quality.value(u"openai/gpt-4.1"_s), 95);
        bench.inRow<QSpinBox>(u"OpenAI (GPT-4)"_s)->setValue(-1);
        QTRY_VERIFY(bench.kept().wishes.quality.isEmpty());

        QTest::mouseClick(bench.page->localOnly(), Qt::LeftButton);
        QTRY_VERIFY(bench.kept().wishes.localOnly);
        bench.page->pause()->setValue(90);
        QTRY_COMPARE(bench.kept().pause, std::chrono::seconds(90));
    }

    void takesAHighestPrice()
    {
        Bench bench;
        QTRY_VERIFY(bench.inRow<QComboBox>(u"Google Gemini"_s));
        QVERIFY(!bench.page->price()->isEnabled());
        QTest::mouseClick(bench.page->priceSwitch(), Qt::LeftButton);
        QTRY_COMPARE(bench.kept().wishes.maxPrice, Money::fromCents(10));
        bench.page->price()->setFocus();
        bench.page->price()->selectAll();
        QTest::keyClicks(bench.page->price(), u"dear"_s);
        QTest::keyClick(bench.page->price(), Qt::Key_Return);
        QCOMPARE(bench.kept().wishes.maxPrice, Money::fromCents(10));
        bench.page->price()->selectAll();
        QTest::keyClicks(bench.page->price(), u"0.005"_s);
        QTest::keyClick(bench.page->price(), Qt::Key_Return);
        QTRY_COMPARE(bench.kept().wishes.maxPrice, Money::fromNano(5'000'000));
        QTest::mouseClick(bench.page->priceSwitch(), Qt::LeftButton);
        QTRY_VERIFY(!bench.kept().wishes.maxPrice);
    }

    void showsAndTakesBackOtherWishes()
    {
        Bench bench(sample::wishes());
        QTRY_VERIFY(bench.inRow<QPushButton>(u"mistral"_s));
        QTest::mouseClick(bench.inRow<QPushButton>(u"mistral"_s), Qt::LeftButton);
        QTRY_COMPARE(bench.kept().wishes.ignore, QStringList{u"Anthropic"_s});
        QVERIFY(!bench.inRow<QPushButton>(u"mistral"_s));
        QTRY_VERIFY(bench.inRow<QPushButton>(u"xai/grok-5"_s));
        QTest::mouseClick(bench.inRow<QPushButton>(u"xai/grok-5"_s), Qt::LeftButton);
        QTRY_COMPARE(bench.kept().wishes.quality.size(), 1);
        QVERIFY(!bench.page->others()->isVisible());
    }

    void comparisonsAreForgottenAndBroughtBack()
    {
        Bench bench;
        QTRY_VERIFY(bench.inRow<QSpinBox>(u"Google Gemini"_s));
        QVERIFY(!bench.page->forgetButton()->isEnabled());
        QVERIFY(bench.page->votes()->explanation().startsWith(u"None yet."_s));
        routing::Vote vote;
        vote.winner = u"gemini/gemini-2.5-flash"_s;
        vote.loser = u"openai/gpt-4.1"_s;
        vote.at = QDateTime::currentDateTimeUtc();
        bench.backend.setVotes(QList<routing::Vote>(6, vote));
        const auto score = [&bench](const QString &name) {
            const auto *box = bench.inRow<QSpinBox>(name); // rows are made anew
            return box ? box->text() : QString();
        };
        QTRY_COMPARE(score(u"Google Gemini"_s), u"78 by votes"_s);
        QTRY_COMPARE(score(u"OpenAI (GPT-4)"_s), u"82 by votes"_s);
        QTRY_COMPARE(score(u"Ollama (this computer)"_s), u"not rated"_s);
        QVERIFY(bench.inRow<QSpinBox>(u"Google Gemini"_s)
                    ->toolTip()
                    .contains(u"72 of the catalogue, +6 from your 6 comparison"_s));
        QVERIFY(bench.page->votes()->explanation().contains(u"up to 15 points"_s));

        bench.page->forgetButton()->setFocus();
        QTest::keyClick(bench.page->forgetButton(), Qt::Key_Space);
        QTRY_COMPARE(score(u"Google Gemini"_s), u"72 by the list"_s);
        QVERIFY(bench.undo.isOffering());
        bench.undo.undo();
        QTRY_COMPARE(score(u"Google Gemini"_s), u"78 by votes"_s);

        bench.backend.refuse = Error(Error::Kind::Storage).withReason(u"disk-full"_s);
        bench.page->forgetButton()->click();
        QTRY_VERIFY(bench.page->findChild<Banner *>()->isVisible());
        QCOMPARE(score(u"Google Gemini"_s), u"78 by votes"_s);
    }

    void resetsAndTakesBack()
    {
        Bench bench(sample::wishes());
        QTRY_VERIFY(bench.page->resetButton()->isEnabled());
        QTRY_VERIFY(bench.inRow<QPushButton>(u"mistral"_s));
        QTest::mouseClick(bench.page->resetButton(), Qt::LeftButton);
        QTRY_COMPARE(bench.kept(), engine::RoutingSettings());
        QTRY_VERIFY(!bench.page->resetButton()->isEnabled());
        bench.undo.undo();
        QTRY_COMPARE(bench.kept(), sample::wishes().settings);
    }

    void saysWhatCouldNotBeKept()
    {
        Bench bench;
        QTRY_VERIFY(bench.inRow<QComboBox>(u"Google Gemini"_s));
        bench.backend.refuse = Error(Error::Kind::Storage).withReason(u"disk-full"_s);
        bench.page->strategies()->card(Strategy::Cheapest)->click();
        QTRY_VERIFY(bench.page->findChild<Banner *>()->isVisible());
        QTRY_COMPARE(bench.page->strategies()->strategy(), Strategy::MyOrder);
        QCOMPARE(bench.backend.kept, 1);
    }

    void fits_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1068, 738);
        QTest::newRow("narrow") << QSize(844, 560);
        QTest::newRow("smallest") << QSize(764, 500);
    }
    void fits()
    {
        QFETCH(QSize, size);
        Bench bench(sample::wishes(), size);
        QTRY_VERIFY(bench.inRow<QPushButton>(u"mistral"_s));
        QTest::qWait(30);
        QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
        QCOMPARE(misplaced(&bench.window).join(u'\n'), QString());
        QCOMPARE(clipped(&bench.window).join(u'\n'), QString());
    }

    void theBoxOfPromptsFollowsTheSettings()
    {
        StrategyBox box;
        QVERIFY(!box.chosen());
        box.setUsual(Strategy::Cheapest);
        QCOMPARE(box.strategy(), Strategy::Cheapest);
        QVERIFY(!box.chosen());
        box.setStrategy(Strategy::Fastest);
        QCOMPARE(box.chosen(), Strategy::Fastest);
        box.setUsual(Strategy::Balanced); // whoever chose stays with it
        QCOMPARE(box.strategy(), Strategy::Fastest);
        box.setChosen({});
        QCOMPARE(box.strategy(), Strategy::Balanced);
    }
};

QTEST_MAIN(TestRoutingPage)
#include "tst_routingpage.moc"
