#include "tests/ui/accessibility.h"
#include "tests/ui/limits/fakelimits.h"
#include "tests/ui/placing.h"
#include "ui/desktop/limits/alertnotifier.h"
#include "ui/desktop/limits/alertspanel.h"
#include "ui/desktop/limits/limitdialog.h"
#include "ui/desktop/limits/limitscontroller.h"
#include "ui/desktop/limits/limitsmodel.h"
#include "ui/desktop/limits/limitspage.h"
#include "ui/desktop/limits/limitstable.h"
#include "ui/desktop/limits/monthcard.h"
#include "ui/desktop/limits/ratedialog.h"
#include "ui/desktop/limits/ratesmodel.h"
#include "ui/desktop/limits/spendingstop.h"
#include "ui/desktop/shell/noticearea.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/undomessage.h"

#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// A window with the page in it, and what plays the engine.
struct Bench {
    explicit Bench(const LimitsValue &value = sample::november(), QSize size = {1068, 738})
        : undo(&window)
    {
        backend.now = value;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = new LimitsPage(&window);
        row->addWidget(page);
        window.resize(size);
        window.show();
        window.activateWindow();
        controller = std::make_unique<LimitsController>(page, &backend, &undo);
        controller->start();
    }
    LimitDialog *dialog() const { return page->findChild<LimitDialog *>(); }
    QString cell(int row, LimitsModel::Column column) const
    {
        return page->table()->model()->index(row, column).data().toString();
    }
    /// The buttons of the alerts, from above.
    QStringList alertButtons() const
    {
        QStringList names;
        for (const QPushButton *button : page->alerts()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button != page->alerts()->seenButton())
                names += button->accessibleName();
        }
        return names;
    }
    QPushButton *alertButton(const QString &name) const
    {
        for (QPushButton *button : page->alerts()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    void choose(int row) const
    {
        page->table()->setFocus();
        page->table()->setCurrentIndex(page->table()->model()->index(row, 0));
    }

    FakeLimits backend;
    QWidget window;
    UndoMessage undo;
    LimitsPage *page;
    std::unique_ptr<LimitsController> controller;
};

} // namespace

class TestLimitsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new KeywayStyle);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void showsLimitsAsTheyStand()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.page->table()->model());
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
        QCOMPARE(bench.cell(0, LimitsModel::For), u"Everything"_s);
        QCOMPARE(bench.cell(0, LimitsModel::Pace), u"$34.40"_s);
        QCOMPARE(bench.cell(1, LimitsModel::For), u"OpenAI (GPT-4)"_s);
        QCOMPARE(bench.cell(1, LimitsModel::Used), u"$12.43"_s);
        QCOMPARE(bench.cell(3, LimitsModel::Reached), u"Fall back"_s);
        QCOMPARE(bench.cell(3, LimitsModel::Pace), u"–"_s);
        QCOMPARE(bench.cell(5, LimitsModel::Every), u"Request"_s);
        QCOMPARE(bench.cell(5, LimitsModel::Used), u"–"_s);
    }

    void showsSpeedLimits()
    {
        Bench bench;
        QAbstractItemModel *model = bench.page->rates()->model();
        const QAbstractItemModelTester tester(model);
        QTRY_COMPARE(model->rowCount(), 2);
        const auto row = [model](int number) {
            QStringList cells;
            for (int column = 0; column < RatesModel::ColumnCount; ++column)
                cells += model->index(number, column).data().toString();
            return cells.join(u" | "_s);
        };
        QCOMPARE(row(0), u"OpenAI (GPT-4) | 60 a minute | 10 | 4"_s);
        QCOMPARE(row(1), u"Stable Diffusion | any number | – | 2"_s);
        QCOMPARE(model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"OpenAI (GPT-4): 60 a minute, 10 in a burst, 4 at once"_s);
        QCOMPARE(model->index(0, 0).data(ServiceRole).toString(), u"openai"_s);
        bench.backend.now.rates.clear();
        Q_EMIT bench.backend.changed();
        QTRY_VERIFY(!bench.page->rates()->isVisible());
    }

    void speedLimitsByKeyboard()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->rates()->model()->rowCount(), 2);
        bench.page->addRateButton()->setFocus();
        QTest::keyClick(bench.page->addRateButton(), Qt::Key_Space);
        auto *dialog = bench.page->findChild<RateDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        QTRY_VERIFY(dialog->requests()->hasFocus());
        QTest::keyClicks(dialog->requests(), u"5"_s);
        QTest::keyClick(dialog->per(), Qt::Key_Down);
        QTest::keyClick(dialog->goButton(), Qt::Key_Return);
        QTRY_COMPARE(bench.backend.asked, QStringList{u"rate  5 0"_s});
        QTRY_COMPARE(bench.page->rates()->model()->rowCount(), 3);
        QCOMPARE(bench.backend.now.rates.last().rate->per, std::chrono::milliseconds(3'600'000));

        // One that is changed keeps its place; nothing at all is no limit.
        bench.page->rates()->setFocus();
        bench.page->rates()->setCurrentIndex(bench.page->rates()->model()->index(1, 0));
        QTest::keyClick(bench.page->rates(), Qt::Key_F2);
        QTRY_VERIFY((dialog = bench.page->findChild<RateDialog *>()) && dialog->isVisible());
        QVERIFY(!dialog->scope()->isEnabled());
        QCOMPARE(dialog->scope()->currentText(), u"Stable Diffusion"_s);
        QVERIFY(!dialog->burst()->isEnabled());
        dialog->atOnce()->setValue(0);
        QVERIFY(!dialog->goButton()->isEnabled());
        dialog->atOnce()->setValue(3);
        QTest::keyClick(dialog->goButton(), Qt::Key_Return);
        QTRY_COMPARE(bench.backend.asked.last(), u"rate i-stability 0 3"_s);

        QTRY_COMPARE(bench.page->rates()->model()->rowCount(), 3);
        bench.page->rates()->setCurrentIndex(bench.page->rates()->model()->index(0, 0));
        QTest::keyClick(bench.page->rates(), Qt::Key_Delete);
        QTRY_COMPARE(bench.page->rates()->model()->rowCount(), 2);
        QVERIFY(bench.undo.isVisible());
        bench.undo.undo();
        QTRY_COMPARE(bench.page->rates()->model()->rowCount(), 3);
    }

    void alertsTheMostUrgentFirst()
    {
        const QList<LimitAlert> alerts
            = alertsOf(sample::november(), QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(alerts.size(), 2);
        QCOMPARE(alerts[0].title, u"OpenAI reached its limit"_s);
        QCOMPARE(alerts[1].title, u"Stable Diffusion may run out"_s);
        QVERIFY2(alerts[1].text.contains(u"$8.21 of $12.00 a month used"_s),
                 qPrintable(alerts[1].text));
        QVERIFY2(alerts[1].text.contains(u"27"_s), qPrintable(alerts[1].text));
    }

    void answersWhatWasUnusual()
    {
        Bench bench(sample::unusualNovember(), {1068, 1200});
        const QString hour = u"That was me: An hour costs more than usual"_s;
        const QString day = u"That was me: A day costs more than usual"_s;
        const QString prompt = u"That was me: An app at the Local Gateway sends the same prompt "
                               "again and again"_s;
        const QStringList limits{u"Raise limit: OpenAI reached its limit"_s,
                                 u"Change limit: Stable Diffusion may run out"_s};
        // New ones first; the one that was seen can still be answered, the answered one cannot.
        QTRY_COMPARE(bench.alertButtons(), limits + QStringList({prompt, hour, day}));
        bench.alertButton(prompt)->setFocus();
        QTest::keyClick(bench.alertButton(prompt), Qt::Key_Space);
        QTRY_COMPARE(bench.backend.asked, QStringList{u"own 1"_s});
        QTRY_COMPARE(bench.alertButtons(), limits + QStringList({hour, day}));
        QCOMPARE(alertCount(bench.backend.now), 3);
    }

    void marksAllAsSeen()
    {
        Bench bench(sample::unusualNovember());
        QTRY_VERIFY(bench.page->alerts()->seenButton()->isVisible());
        for (QAction *action : bench.page->menuActions(Page::Menu::Edit))
            action->trigger();
        QTRY_COMPARE(bench.backend.asked, QStringList{u"seen 2"_s});
        QTRY_VERIFY(!bench.page->alerts()->seenButton()->isVisible());
        QTRY_VERIFY(bench.undo.isOffering());
        bench.undo.undo();
        QTRY_COMPARE(bench.backend.asked, QStringList({u"seen 2"_s, u"unseen 2"_s}));
        QTRY_VERIFY(bench.page->alerts()->seenButton()->isVisible());
    }

    void tellsTheDesktopWhatIsNew()
    {
        AlertNotifier notifier;
        QSignalSpy told(&notifier, &AlertNotifier::told);
        QSignalSpy quiet(&notifier, &AlertNotifier::quiet);
        LimitsValue value = sample::unusualNovember();
        const QList<guard::Alert> unusual = std::exchange(value.unusual, {});
        notifier.look(value); // what was there before is no news
        notifier.look(value);
        QCOMPARE(told.size(), 0);
        value.unusual = {unusual[1]};
        notifier.look(value);
        notifier.look(value);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), u"An hour costs more than usual"_s);
        QVERIFY2(told[0][1].toString().startsWith(u"$6.20 between"_s),
                 qPrintable(told[0][1].toString()));
        value.unusual = {unusual[3], unusual[0], unusual[1]}; // the first was answered elsewhere
        value.state.limits[0].spent = Money::fromCents(3500);
        notifier.look(value);
        QCOMPARE(told.size(), 2);
        const QString both = told[1][1].toString();
        QVERIFY2(both.contains(u"Everything is at 8"_s) && both.contains(u"same prompt"_s),
                 qPrintable(both));
        QCOMPARE(quiet.size(), 0);
        value.unusual.clear();
        value.state.limits.clear();
        notifier.look(value);
        QCOMPARE(quiet.size(), 1);
        QCOMPARE(told.size(), 2);
    }

    void asksWhetherToTellTheDesktop()
    {
        Bench bench;
        AlertsPanel *panel = bench.page->alerts();
        QVERIFY(!panel->desktopBox()->isVisible()); // this desktop shows none
        panel->setDesktop(true, true);
        QVERIFY(panel->desktopBox()->isVisible());
        QSignalSpy chosen(panel, &AlertsPanel::desktopChosen);
        panel->desktopBox()->setFocus();
        QTest::keyClick(panel->desktopBox(), Qt::Key_Space);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toBool(), false);
    }

    void addsALimitByKeyboard()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
        bench.page->addButton()->setFocus();
        QTest::keyClick(bench.page->addButton(), Qt::Key_Space);
        QTRY_VERIFY(bench.dialog());
        LimitDialog *dialog = bench.dialog();
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        dialog->scope()->setFocus();
        QTest::keyClicks(dialog->scope(), u"Videos"_s);
        dialog->period()->setFocus();
        QTest::keyClicks(dialog->period(), u"Day"_s);
        dialog->amount()->setFocus();
        dialog->amount()->selectAll();
        QTest::keyClicks(dialog->amount(), u"lots"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        dialog->amount()->selectAll();
        QTest::keyClicks(dialog->amount(), u"2.5"_s);
        QTest::keyClick(dialog->amount(), Qt::Key_Return);
        QTRY_COMPARE(bench.backend.asked, QStringList{u"set video day 250 stop"_s});
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 7);
        QTRY_VERIFY(!bench.dialog());
    }

    void changesWhatIsThere()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
        bench.choose(3);
        QTest::keyClick(bench.page->table(), Qt::Key_F2);
        QTRY_VERIFY(bench.dialog());
        QVERIFY(!bench.dialog()->scope()->isEnabled());
        QCOMPARE(bench.dialog()->limit().reached, LimitAction::FallBack);
        QCOMPARE(bench.dialog()->amount()->text(), u"$3.00"_s);
        bench.dialog()->amount()->setText(u"4"_s);
        QTest::keyClick(bench.dialog()->amount(), Qt::Key_Return);
        QTRY_COMPARE(bench.cell(3, LimitsModel::Most), u"$4.00"_s);
        QCOMPARE(bench.page->table()->currentIndex().row(), 3);
    }

    void removesAndTakesBack()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
        bench.choose(4);
        QTest::keyClick(bench.page->table(), Qt::Key_Delete);
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 5);
        QTRY_VERIFY(bench.undo.isOffering());
        bench.undo.undo();
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
    }

    void stopsAndResumes()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
        NoticeArea notices;
        QAction command;
        SpendingStop stop(&bench.backend, &notices, &command);
        stop.start();
        bench.page->stopButton()->setFocus();
        QTest::keyClick(bench.page->stopButton(), Qt::Key_Space);
        QTRY_COMPARE(notices.notices().size(), 1);
        QCOMPARE(notices.notices().first().rank, Notice::Rank::SpendingStopped);
        QCOMPARE(command.text(), u"Resume spending"_s);
        QTRY_COMPARE(bench.page->stopButton()->text(), u"Resume spending"_s);
        Q_EMIT notices.buttonClicked(u"spending-stopped"_s, u"resume"_s);
        QTRY_VERIFY(notices.notices().isEmpty());
        command.trigger();
        QTRY_COMPARE(bench.backend.asked, QStringList({u"stop"_s, u"resume"_s, u"stop"_s}));
    }

    void saysWhatCouldNotBeKept()
    {
        Bench bench;
        QTRY_COMPARE(bench.page->table()->model()->rowCount(), 6);
        bench.backend.refuse = Error(Error::Kind::Storage).withReason(u"disk-full"_s);
        bench.choose(4);
        QTest::keyClick(bench.page->table(), Qt::Key_Delete);
        auto *banner = bench.page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!bench.undo.isOffering());
        QCOMPARE(bench.page->table()->model()->rowCount(), 6);
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
        for (const bool any : {true, false}) {
            LimitsValue value = any ? sample::unusualNovember() : sample::november();
            if (!any)
                value.state.limits.clear();
            Bench bench(value, size);
            QTRY_COMPARE(bench.page->value().state.limits.size(), any ? 6 : 0);
            QTest::qWait(30);
            QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
            QCOMPARE(misplaced(&bench.window).join(u'\n'), QString());
            QCOMPARE(clipped(&bench.window).join(u'\n'), QString());
        }
    }
};

QTEST_MAIN(TestLimitsPage)
#include "tst_limitspage.moc"
