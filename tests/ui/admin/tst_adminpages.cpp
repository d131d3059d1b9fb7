// The pages of Keyway Admin, with somebody who plays the server.

#include "tests/ui/accessibility.h"
#include "tests/ui/admin/fakeadmin.h"
#include "tests/ui/placing.h"
#include "ui/admin/admintable.h"
#include "ui/admin/analyticspage.h"
#include "ui/admin/auditpage.h"
#include "ui/admin/figurecard.h"
#include "ui/admin/groupbars.h"
#include "ui/admin/healthpage.h"
#include "ui/admin/keydialogs.h"
#include "ui/admin/keyspage.h"
#include "ui/admin/linechart.h"
#include "ui/admin/statisticspage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/resultline.h"
#include "ui/widgets/searchfield.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

AdminPage *makePage(const QString &name, FakeAdmin &admin, QWidget *parent)
{
    if (name == "statistics"_L1) {
        auto *page = new StatisticsPage(&admin, sample::serviceNames(), &sample::adminNow, parent);
        page->setMayAudit(true);
        return page;
    }
    if (name == "health"_L1)
        return new HealthPage(&admin, sample::serviceNames(), &sample::adminNow, parent);
    if (name == "analytics"_L1)
        return new AnalyticsPage(&admin, sample::serviceNames(), &sample::adminNow, parent);
    if (name == "keys"_L1)
        return new KeysPage(&admin, sample::serviceNames(), &sample::adminNow, parent);
    return new AuditPage(&admin, &sample::adminNow, parent);
}

/// A page as large as it is beside the sidebar of a window of this size.
struct Bench {
    explicit Bench(const QString &name, QSize size = {1148, 832})
    {
        sample::fill(admin);
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = makePage(name, admin, &window);
        row->addWidget(page);
        window.resize(size);
    }
    template <class Page> Page *open()
    {
        window.show();
        window.activateWindow();
        page->reload();
        return static_cast<Page *>(page);
    }

    FakeAdmin admin;
    QWidget window;
    AdminPage *page;
};

QStringList column(const QTableWidget *table, int column)
{
    QStringList texts;
    for (int row = 0; row < table->rowCount(); ++row)
        texts.append(table->item(row, column)->text());
    return texts;
}

void type(KeyField *field, const QString &text)
{
    field->edit()->setFocus();
    QTest::keyClicks(field->edit(), text);
}

} // namespace

class TestAdminPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void everyStateIsInOrder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("state");
        for (const QString &name :
             {u"statistics"_s, u"health"_s, u"analytics"_s, u"keys"_s, u"audit"_s}) {
            for (const QString &state :
                 {u"full"_s, u"empty"_s, u"loading"_s, u"away"_s, u"away later"_s})
                QTest::newRow(qPrintable(name + u' ' + state)) << name << state;
        }
    }
    void everyStateIsInOrder()
    {
        QFETCH(QString, name);
        QFETCH(QString, state);
        for (const QSize size : {QSize(1148, 832), QSize(812, 652)}) {
            Bench bench(name, size);
            if (state == "empty"_L1) {
                bench.admin.figures = {};
                bench.admin.figures.from = bench.admin.figures.to = QDate(2026, 11, 1);
                bench.admin.reports = {sample::adminNow().addDays(-1), {}};
                bench.admin.keys.clear();
                bench.admin.peopleFigures = {};
                bench.admin.peopleFigures.month = QDate(2026, 10, 1);
                bench.admin.peopleFigures.fewest = 20;
                bench.admin.entries.clear();
            }
            bench.admin.silent = state == "loading"_L1;
            if (state == "away"_L1)
                bench.admin.refuse = Error(Error::Kind::Network);
            auto *page = bench.open<AdminPage>();
            QTest::qWait(250);
            if (state == "away later"_L1) {
                bench.admin.refuse = Error(Error::Kind::Network);
                page->reload();
                QTest::qWait(250);
                QVERIFY(page->banner()->isVisible());
            }
            const bool shows = state == "full"_L1 || state == "away later"_L1;
            if (shows)
                QVERIFY(page->showsContent());
            else if (state != "empty"_L1)
                QVERIFY(!page->showsContent());
            QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
            QCOMPARE(misplaced(&bench.window).join(u'\n'), QString());
            QCOMPARE(clipped(&bench.window).join(u'\n'), QString());
        }
    }

    void triesAgain()
    {
        Bench bench(u"health"_s);
        bench.admin.refuse = Error(Error::Kind::Network);
        auto *page = bench.open<HealthPage>();
        QTest::qWait(150);
        QVERIFY(!page->showsContent());
        bench.admin.refuse.reset();
        QTest::keyClick(page, Qt::Key_F5);
        QTRY_VERIFY(page->showsContent());
        page->clear();
        QVERIFY(!page->showsContent());
        QCOMPARE(page->table()->rowCount(), 0);
    }

    void showsThePlatform()
    {
        Bench bench(u"statistics"_s);
        auto *page = bench.open<StatisticsPage>();
        QTRY_VERIFY(page->showsContent());
        QCOMPARE(bench.admin.asked.first(), u"statistics 2026-11-01 2026-11-01"_s);
        QCOMPARE(page->card(0)->figure(), u"1,284"_s);
        QCOMPARE(page->card(0)->note(), u"1,022 active in November"_s);
        QCOMPARE(page->card(1)->figure(), u"412,906"_s);
        QCOMPARE(page->card(2)->figure(), u"$18,240.77"_s);
        QCOMPARE(page->card(3)->figure(), u"$1,409.18"_s);
        QCOMPARE(page->card(4)->figure(), u"99.2%"_s);
        QCOMPARE(page->card(4)->note(), u"2.9% after a fallback"_s);
        QCOMPARE(column(page->plans(), 0),
                 (QStringList{u"Freemium"_s, u"Monthly"_s, u"None"_s, u"Per request"_s,
                              u"Percent"_s, u"All"_s}));
        QCOMPARE(column(page->plans(), 3).constLast(), u"$1,409.18"_s);
        QTRY_COMPARE(page->looks(),
                     (QStringList{u"DeepSeek is down. 294 of 336 attempts were answered in 24 "
                                  "hours."_s,
                                  u"Google Gemini is slow. 2,880 of 2,880 attempts were answered "
                                  "in 24 hours."_s}));
        bench.admin.check = {false, 12};
        page->reload();
        QTRY_VERIFY(page->looks().contains(
            u"The audit trail was changed. Entry 12 is not as it was written."_s));
    }

    void comparesPeriodsThatHaveEnded()
    {
        Bench bench(u"statistics"_s);
        auto *page = bench.open<StatisticsPage>();
        QTRY_VERIFY(page->showsContent());
        bench.admin.asked.clear();
        bench.admin.figures.from = bench.admin.figures.to = QDate(2026, 10, 1);
        bench.admin.before.total.requests = 412'906 * 2;
        QTest::keyClick(page, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(page->period()->currentIndex(), 1);
        QTRY_COMPARE(page->card(1)->note(), u"50% less than before"_s);
        QVERIFY(bench.admin.asked.contains(u"statistics 2026-10-01 2026-10-01"_s));
        QVERIFY(bench.admin.asked.contains(u"statistics 2026-09-01 2026-09-01"_s));
        QTest::keyClick(page, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(page->period()->currentIndex(), 0);
    }

    void goesFromDayToDay()
    {
        Bench bench(u"statistics"_s);
        auto *page = bench.open<StatisticsPage>();
        QTRY_VERIFY(page->showsContent());
        page->chart()->setFocus();
        QTest::keyClick(page->chart(), Qt::Key_Home);
        QCOMPARE(page->chart()->spokenText(), u"1 November: 15,200"_s);
        QTest::keyClick(page->chart(), Qt::Key_Right);
        QCOMPARE(page->chart()->spokenText(), u"2 November: 27,080"_s);
        QTest::keyClick(page->chart(), Qt::Key_Escape);
        QVERIFY(page->chart()->spokenText().contains(u"412,906 in all"_s));
    }

    void showsTroubleFirst()
    {
        Bench bench(u"health"_s);
        auto *page = bench.open<HealthPage>();
        QTRY_VERIFY(page->showsContent());
        QCOMPARE(column(page->table(), 0),
                 (QStringList{u"DeepSeek"_s, u"Google Gemini"_s, u"Anthropic"_s, u"Groq"_s,
                              u"OpenAI"_s, u"Mistral AI"_s}));
        QCOMPARE(column(page->table(), 1),
                 (QStringList{u"Down"_s, u"Slow"_s, u"Working"_s, u"Working"_s, u"Working"_s,
                              u"Not asked"_s}));
        QCOMPARE(page->hoursCard()->note(), u"DeepSeek"_s);
        QVERIFY(page->outcomes()->text().contains(u"42 no answer in time"_s));
        page->table()->setFocus();
        QTest::keyClick(page->table(), Qt::Key_Down);
        QCOMPARE(page->hoursCard()->note(), u"Google Gemini"_s);
        page->reload(); // what was chosen stays chosen
        QTest::qWait(150);
        QCOMPARE(page->hoursCard()->note(), u"Google Gemini"_s);
    }

    void countsPeople()
    {
        Bench bench(u"analytics"_s);
        auto *page = bench.open<AnalyticsPage>();
        QTRY_VERIFY(page->showsContent());
        QCOMPARE(bench.admin.asked.first(), u"people 2026-10-01"_s);
        QCOMPARE(page->month()->count(), 12);
        QCOMPARE(page->services()->bars().first().label, u"OpenAI"_s);
        page->services()->setFocus();
        QTest::keyClick(page->services(), Qt::Key_Down);
        QCOMPARE(page->services()->spokenText(), u"OpenAI: 988 people"_s);
        page->hours()->setFocus();
        QCOMPARE(page->hours()->bars().size(), 24);
        QTest::keyClick(page->hours(), Qt::Key_Right);
        QTest::keyClick(page->hours(), Qt::Key_Right);
        QTest::keyClick(page->hours(), Qt::Key_Right);
        QCOMPARE(page->hours()->spokenText(), u"2 o'clock: too few to tell"_s);
        QCOMPARE(column(page->cohorts(), 2),
                 (QStringList{u"70%"_s, u"70%"_s, u"70%"_s, u"70%"_s, u"71%"_s, QString()}));
        QCOMPARE(page->cohorts()->item(2, 4)->text(), u"–"_s); // not told
        bench.admin.asked.clear();
        page->month()->setCurrentIndex(1);
        QTRY_VERIFY(bench.admin.asked.contains(u"people 2026-09-01"_s));
    }

    void addsAKeyThatNobodySeesAgain()
    {
        Bench bench(u"keys"_s);
        auto *page = bench.open<KeysPage>();
        QTRY_VERIFY(page->showsContent());
        QTest::keyClick(page, Qt::Key_N, Qt::ControlModifier);
        auto *dialog = bench.window.findChild<PlatformKeyDialog *>();
        QVERIFY(dialog && !dialog->button()->isEnabled());
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        dialog->service()->setCurrentText(u"Groq"_s);
        QTest::keyClicks(dialog->label(), u"Free tier"_s);
        type(dialog->key(), u"gsk-canary"_s);
        bench.admin.refuseKey = Error(Error::Kind::Rejected).withReason(u"known-key"_s);
        QTest::mouseClick(dialog->button(), Qt::LeftButton);
        QTRY_VERIFY(dialog->result()->spokenText().contains(u"has this key already"_s));
        const auto asked = bench.admin.asked.count(u"keys"_s);
        QTest::mouseClick(dialog->button(), Qt::LeftButton);
        QTRY_COMPARE(bench.admin.asked.count(u"keys"_s), asked + 1);
        QVERIFY(bench.admin.asked.contains(u"add groq Free tier "_s));
        QCOMPARE(bench.admin.keyGiven, QByteArray("gsk-canary"));
        for (const QLabel *label : bench.window.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"canary"_s));
    }

    void replacesAndRetires()
    {
        Bench bench(u"keys"_s);
        auto *page = bench.open<KeysPage>();
        QTRY_VERIFY(page->showsContent());
        const Id id = bench.admin.keys.at(1).id;
        page->table()->setFocus();
        QTest::keyClick(page->table(), Qt::Key_Down);
        QCOMPARE(page->replaceKey()->accessibleName(), u"Replace Free tier"_s);
        QTest::mouseClick(page->replaceKey(), Qt::LeftButton);
        auto *replace = bench.window.findChild<PlatformKeyDialog *>();
        QVERIFY(replace && !replace->service());
        type(replace->key(), u"sk-next"_s);
        QTest::keyClick(replace->key()->edit(), Qt::Key_Return);
        QTRY_VERIFY(bench.admin.asked.contains(u"rotate "_s + id.toString()));
        QTRY_VERIFY(!bench.window.findChild<PlatformKeyDialog *>());

        QTest::mouseClick(page->retireKey(), Qt::LeftButton);
        auto *retire = bench.window.findChild<RetireKeyDialog *>();
        QVERIFY(retire && !retire->button()->isEnabled());
        QTest::keyClicks(retire->typed(), u"Free"_s);
        QVERIFY(!retire->button()->isEnabled());
        QTest::keyClicks(retire->typed(), u" tier"_s);
        QVERIFY(retire->button()->isEnabled());
        QTest::mouseClick(retire->button(), Qt::LeftButton);
        QTRY_VERIFY(bench.admin.asked.contains(u"retire "_s + id.toString()));
        page->table()->setCurrentCell(3, 0); // is retired already
        QVERIFY(!page->replaceKey()->isEnabled() && !page->retireKey()->isEnabled());
    }

    void showsWhatWasDone()
    {
        Bench bench(u"audit"_s);
        bench.admin.entries = sample::entries(30);
        auto *page = bench.open<AuditPage>();
        QTRY_COMPARE(page->table()->rowCount(), 20);
        QCOMPARE(page->table()->item(0, 0)->text(), u"entry 30"_s);
        QTRY_VERIFY(page->checkBanner()->isVisible());
        QVERIFY(page->checkBanner()->spokenText().contains(u"Nothing has been changed."_s));
        QTest::mouseClick(page->older(), Qt::LeftButton);
        QTRY_COMPARE(page->table()->rowCount(), 30);
        QVERIFY(bench.admin.asked.contains(u"audit 11"_s));
        QVERIFY(!page->older()->isVisible());
        page->search()->setText(u"refused"_s);
        QCOMPARE(page->table()->rowCount(), 6);
        page->search()->setText({});
        bench.admin.check = {false, 7};
        page->reload();
        QTRY_VERIFY(page->checkBanner()->spokenText().contains(u"Entry 7 is not as it was"_s));
    }
};

QTEST_MAIN(TestAdminPages)
#include "tst_adminpages.moc"
