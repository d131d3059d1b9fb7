#include "tests/storage/storagefixture.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/activity/fakeactivity.h"
#include "tests/ui/placing.h"
#include "ui/desktop/activity/activitycontroller.h"
#include "ui/desktop/activity/activitydetails.h"
#include "ui/desktop/activity/activityfilters.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/activity/activitytable.h"
#include "ui/desktop/activity/recordwatch.h"
#include "ui/desktop/fileexport.h"
#include "ui/desktop/questiondialog.h"
#include "ui/desktop/shell/noticearea.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// A window with the page in it, and what plays the engine.
struct Bench {
    explicit Bench(int entries = 40, QSize size = {1068, 738}, const QString &file = {})
    {
        backend.file = file;
        backend.kept = sample::record(entries);
        backend.found.entries = entries;
        backend.found.anchored = true;
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = new ActivityPage(&window);
        row->addWidget(page);
        window.resize(size);
        window.show();
        window.activateWindow();
        page->filters()->setToday([] { return QDate(2026, 11, 18); });
        controller = std::make_unique<ActivityController>(page, &backend, &watch);
        controller->setDelay(0);
        controller->start();
    }
    int rows() const { return page->model()->rowCount(); }
    QString cell(int row, ActivityModel::Column column) const
    {
        return page->model()->index(row, column).data().toString();
    }

    QPushButton *button(const QString &words) const
    {
        for (QPushButton *one : page->findChildren<QPushButton *>()) {
            if (one->text() == words && one->isVisible())
                return one;
        }
        return nullptr;
    }
    QAction *action(const QString &words) const
    {
        for (const auto menu : {Page::Menu::File, Page::Menu::View, Page::Menu::Service}) {
            for (QAction *one : page->menuActions(menu)) {
                if (one->text() == words)
                    return one;
            }
        }
        return nullptr;
    }

    FakeActivity backend;
    QWidget window;
    NoticeArea notices;
    RecordWatch watch{&backend, &notices, &QDateTime::currentDateTimeUtc};
    ActivityPage *page;
    std::unique_ptr<ActivityController> controller;
};

} // namespace

class TestActivityPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new KeywayStyle);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void showsWhatHappened()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.page->model());
        QTRY_COMPARE(bench.rows(), 40);
        QTRY_COMPARE(bench.cell(0, ActivityModel::What), u"Answered"_s);
        QCOMPARE(bench.cell(0, ActivityModel::Details), u"OpenAI (GPT-4) · gpt-4.1 · $0.0063"_s);
        QVERIFY(bench.cell(0, ActivityModel::Time).endsWith(u"14:30:52"_s));
        QCOMPARE(bench.cell(0, ActivityModel::Mark).size(), 7);
        QCOMPARE(bench.cell(3, ActivityModel::What), u"Limit set"_s);
        QCOMPARE(bench.cell(3, ActivityModel::Details), u"Everything · $40.00 a month · Stop"_s);
    }

    void readsOnlyWhatIsLookedAt()
    {
        Bench bench(25'000);
        QTRY_COMPARE(bench.rows(), 25'000);
        QTRY_VERIFY(!bench.cell(0, ActivityModel::What).isEmpty());
        QVERIFY2(bench.backend.windowsRead <= 3,
                 qPrintable(QString::number(bench.backend.windowsRead)));
        bench.page->table()->scrollToBottom();
        QTRY_COMPARE(
            bench.page->model()->entry(24'999) ? bench.page->model()->entry(24'999)->sequence : 0,
            1);
        QVERIFY(bench.backend.windowsRead < 12);
    }

    void newerEntriesComeOnTop()
    {
        Bench bench;
        QTRY_VERIFY(!bench.cell(0, ActivityModel::What).isEmpty());
        bench.page->table()->setCurrentIndex(bench.page->model()->index(4, 0));
        bench.backend.kept = sample::record(42);
        Q_EMIT bench.backend.changed();
        QTRY_COMPARE(bench.rows(), 42);
        QCOMPARE(bench.page->table()->currentIndex().row(), 6);
    }

    void filters()
    {
        Bench bench;
        QTRY_COMPARE(bench.rows(), 40);
        bench.page->filters()->groups()->setCurrentIndex(3); // limits
        QTRY_COMPARE(bench.rows(), 6);
        bench.page->filters()->groups()->setCurrentIndex(0);
        QTRY_COMPARE(bench.rows(), 40);
        bench.page->filters()->search()->setText(u"openai"_s);
        QTRY_VERIFY(bench.rows() < 20 && bench.rows() > 0);
        bench.page->filters()->search()->setText(u"no such service"_s);
        QTRY_COMPARE(bench.rows(), 0);
        QVERIFY(!bench.page->table()->isVisible());
    }

    void filtersByTime_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("until");
        QTest::newRow("all") << u"All time"_s << QDate() << QDate();
        QTest::newRow("today") << u"Today"_s << QDate(2026, 11, 18) << QDate();
        QTest::newRow("week") << u"Last 7 days"_s << QDate(2026, 11, 12) << QDate();
        QTest::newRow("30 days") << u"Last 30 days"_s << QDate(2026, 10, 20) << QDate();
        QTest::newRow("this month")
            << u"November 2026"_s << QDate(2026, 11, 1) << QDate(2026, 12, 1);
        QTest::newRow("a month") << u"December 2025"_s << QDate(2025, 12, 1) << QDate(2026, 1, 1);
    }
    void filtersByTime()
    {
        QFETCH(QString, when);
        QFETCH(QDate, from);
        QFETCH(QDate, until);
        Bench bench(2'000); // 137 s apart: of three days and a bit
        QTRY_COMPARE(bench.rows(), 2'000);
        QComboBox *times = bench.page->filters()->times();
        const int place = times->findText(when);
        QVERIFY(place >= 0);
        times->setCurrentIndex(place);
        const AuditFilter filter = bench.page->filter();
        QCOMPARE(filter.from, from.isValid() ? std::optional(from.startOfDay()) : std::nullopt);
        QCOMPARE(filter.until, until.isValid() ? std::optional(until.startOfDay()) : std::nullopt);
        const auto fits = [&](const AuditEntry &entry) {
            return (!filter.from || entry.at >= *filter.from)
                && (!filter.until || entry.at < *filter.until);
        };
        QTRY_COMPARE(
            bench.rows(),
            int(std::count_if(bench.backend.kept.cbegin(), bench.backend.kept.cend(), fits)));
    }

    void filtersByWhom()
    {
        Bench bench;
        QTRY_COMPARE(bench.rows(), 40);
        bench.page->filters()->people()->setCurrentIndex(2);
        QCOMPARE(bench.page->filter().by, u"cli"_s);
        QTRY_VERIFY(bench.rows() > 0 && bench.rows() < 40);
        QTRY_COMPARE(bench.cell(0, ActivityModel::By), u"Command line"_s);
        bench.page->filters()->people()->setCurrentIndex(0);
        QTRY_COMPARE(bench.rows(), 40);
        // F narrows to the service of the row, Esc widens again.
        QTRY_VERIFY(!bench.cell(1, ActivityModel::What).isEmpty());
        bench.page->table()->setFocus();
        bench.page->table()->setCurrentIndex(bench.page->model()->index(1, 0));
        QCOMPARE(bench.action(u"Only what this one did"_s)->shortcut(), QKeySequence(Qt::Key_F));
        bench.action(u"Only what this one did"_s)->trigger();
        QCOMPARE(bench.page->filter().by, u"Google Gemini"_s);
        QTRY_VERIFY(bench.rows() > 0 && bench.rows() < 40);
        QTest::keyClick(bench.page->table(), Qt::Key_Escape);
        QTRY_COMPARE(bench.rows(), 40);
    }

    void closedDaysHaveFilledBeads()
    {
        Bench bench;
        QTRY_VERIFY(!bench.cell(9, ActivityModel::What).isEmpty());
        QCOMPARE(bench.cell(9, ActivityModel::What), u"Day sealed"_s);
        QCOMPARE(bench.cell(9, ActivityModel::Details), u"17 Nov · 64 entries"_s);
        const auto isSeal = [&bench](int row) {
            return bench.page->model()->index(row, 0).data(ActivityModel::SealRole).toBool();
        };
        QVERIFY(isSeal(9));
        QVERIFY(!isSeal(8));
    }

    void detailsFollowTheRow()
    {
        Bench bench;
        QTRY_VERIFY(!bench.cell(0, ActivityModel::What).isEmpty());
        bench.page->table()->setFocus();
        bench.page->table()->setCurrentIndex(bench.page->model()->index(0, 0));
        QTest::keyClick(bench.page->table(), Qt::Key_Return);
        QVERIFY(bench.page->details()->isVisible());
        QCOMPARE(bench.page->details()->sequence(), 40);
        QTest::keyClick(bench.page->table(), Qt::Key_Down);
        QCOMPARE(bench.page->details()->sequence(), 39);
        QVERIFY(bench.page->details()->text().contains(u"outcome: completed"_s));
        QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
        QTest::keyClick(bench.page->details(), Qt::Key_Escape);
        QVERIFY(!bench.page->details()->isVisible());
    }

    void tellsWhetherItIsWhole_data()
    {
        QTest::addColumn<AuditCheck>("check");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QStringList>("offers");
        using Problem = AuditCheck::Problem;
        using State = SealFile::State;
        const QString again = u"Check again"_s, report = u"Export for support"_s,
                      seal = u"Seal anew…"_s;
        AuditCheck whole;
        whole.anchored = true;
        whole.entries = 9'412;
        whole.since = QDateTime(QDate(2026, 5, 28), QTime(12, 0), Qt::UTC);
        QTest::newRow("whole, no day closed")
            << whole << u"9,412 entries fit one another"_s << QStringList{again};
        whole.seals = 174;
        whole.sealFiles = {{u"/data/audit.seals"_s, State::Fits, {}}};
        QTest::newRow("whole") << whole << u"9,412 entries since 28 May link up and 174 daily"_s
                               << QStringList{again};
        const auto file
            = [&](const char *name, State state, const QString &says, const QStringList &offers) {
                  AuditCheck check = whole;
                  check.sealFiles.first().state = state;
                  check.sealFiles.first().firstBad = QDate(2026, 11, 17);
                  QTest::newRow(name) << check << says << offers;
              };
        file("behind", State::Behind, u"The newest seals are not in"_s, {again});
        file("away", State::Unreachable, u"cannot be reached now"_s, {again});
        file("seals gone", State::Missing, u"Seals of the record are gone."_s,
             {report, seal, again});
        file("seals changed", State::Changed, u"the seal of 17 November 2026 is not"_s,
             {report, seal, again});
        const auto bad = [&](const char *name, Problem problem, bool sealed, const QString &says,
                             const QStringList &offers) {
            AuditCheck check = whole;
            check.problem = problem;
            check.firstBad = 8'771;
            check.around = sample::record(8'771).mid(0, 2);
            std::reverse(check.around.begin(), check.around.end());
            if (sealed) {
                check.seal = AuditSeal{QDate(2026, 11, 17), 8'771, {}, 64};
                check.sealedIn = u"/media/usb/keyway.seals"_s;
                check.lastSealed = 8'700;
            }
            QTest::newRow(name) << check << says << offers;
        };
        bad("changed", Problem::Changed, false, u"Entry 8,771 does not fit the one before"_s,
            {report, again});
        bad("the two entries", Problem::Changed, false, u"Entry 8,770: "_s, {report, again});
        bad("missing", Problem::Missing, false, u"Entry 8,771 is missing"_s, {report, again});
        bad("cut off", Problem::CutOff, false, u"ends before entry 8,771"_s, {report, again});
        bad("cut off, sealed", Problem::CutOff, true, u"older records were put in the place"_s,
            {report, seal, again});
        bad("rewritten", Problem::Rewritten, true, u"from entry 8,701 on"_s, {report, seal, again});
        AuditCheck restored = whole;
        restored.problem = Problem::Rewritten;
        restored.firstBad = 8'771;
        restored.restoredAt = 8'705;
        restored.seal = AuditSeal{QDate(2026, 11, 17), 8'771, {}, 64};
        QTest::newRow("restored") << restored << u"Entry 8,705 tells that a backup"_s
                                  << QStringList{report, seal, again};
        whole.anchored = false;
        QTest::newRow("no note") << whole << u"note beside the record"_s << QStringList{again};
    }
    void tellsWhetherItIsWhole()
    {
        QFETCH(AuditCheck, check);
        QFETCH(QString, says);
        QFETCH(QStringList, offers);
        Bench bench;
        QTRY_VERIFY(bench.page->table()->isWhole()); // the first check has ended
        bench.backend.found = check;
        Q_EMIT bench.page->checkRequested();
        QCOMPARE(bench.backend.checks, 2);
        QTRY_VERIFY2(bench.page->record()->spokenText().contains(says),
                     qPrintable(bench.page->record()->spokenText()));
        QCOMPARE(bench.page->table()->isWhole(), check.isIntact());
        for (const QString &offer : offers)
            QTRY_VERIFY2(bench.button(offer), qPrintable(offer));
        QCOMPARE(bench.button(u"Seal anew…"_s) != nullptr, offers.contains(u"Seal anew…"_s));
        // Wherever the user is.
        QCOMPARE(bench.notices.has(u"record-check"_s), !check.isVouchedFor());
        QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
        bench.backend.found = {};
        Q_EMIT bench.page->checkRequested();
        QTRY_VERIFY(!bench.notices.has(u"record-check"_s));
    }

    void tellsThatItChecks()
    {
        Bench bench;
        QTRY_VERIFY(bench.watch.found());
        bench.backend.holdsChecks = true;
        bench.action(u"Check the record again"_s)->trigger();
        QVERIFY(bench.watch.isChecking());
        QTRY_COMPARE(bench.page->record()->spokenText().trimmed(), u"Checking 40 entries…"_s);
        QVERIFY(!bench.button(u"Check again"_s));
        bench.action(u"Check the record again"_s)->trigger(); // one at a time
        QCOMPARE(bench.backend.checks, 2);
    }

    void checksAgainAndAgain()
    {
        FakeActivity backend;
        NoticeArea notices;
        RecordWatch watch(&backend, &notices, &QDateTime::currentDateTimeUtc);
        watch.setInterval(std::chrono::milliseconds(5));
        QTest::qWait(20);
        QCOMPARE(backend.checks, 0); // not before it is told to begin
        watch.start();
        watch.start();
        QTRY_VERIFY(backend.checks >= 4);
        backend.found.problem = AuditCheck::Problem::CutOff;
        QTRY_VERIFY(notices.has(u"record-check"_s));
        watch.setPageShown(true);
        QVERIFY(!notices.has(u"record-check"_s));
        watch.setPageShown(false);
        QVERIFY(notices.has(u"record-check"_s));
    }

    void theNoticeLeadsToThePage()
    {
        Bench bench;
        bench.backend.found.problem = AuditCheck::Problem::Missing;
        bench.backend.found.firstBad = 7;
        QTRY_VERIFY(bench.watch.found());
        Q_EMIT bench.page->checkRequested();
        QTRY_VERIFY(bench.notices.has(u"record-check"_s));
        const Notice notice = bench.notices.notices().first();
        QCOMPARE(notice.text, u"Entry 7 is missing."_s);
        QCOMPARE(notice.level, Banner::Level::Error);
        QSignalSpy shown(&bench.watch, &RecordWatch::showRequested);
        Q_EMIT bench.notices.buttonClicked(notice.id, notice.buttons.first().id);
        QCOMPARE(shown.size(), 1);
    }

    void sealsAnewOnlyWhenToldTwice()
    {
        Bench bench;
        bench.backend.found.sealFiles = {{u"/data/audit.seals"_s, SealFile::State::Missing, {}}};
        QTRY_VERIFY(bench.watch.found());
        Q_EMIT bench.page->checkRequested();
        QTRY_VERIFY(bench.button(u"Seal anew…"_s));
        bench.button(u"Seal anew…"_s)->click();
        auto *question = bench.page->findChild<QuestionDialog *>();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(bench.backend.renewals, 0);
        bench.button(u"Seal anew…"_s)->click();
        Q_EMIT bench.page->findChildren<QuestionDialog *>().last()->answered(u"seal"_s);
        QCOMPARE(bench.backend.renewals, 1);
        QTRY_VERIFY(bench.backend.checks >= 3); // and looks again
    }

    void keepsACopyOfTheSeals()
    {
        Bench bench;
        bench.action(u"Keep a copy of the seals…"_s)->trigger();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = bench.page->findChild<QFileDialog *>()));
        Q_EMIT dialog->fileSelected(u"/media/usb/keyway.seals"_s);
        dialog->close();
        QCOMPARE(bench.backend.copy, u"/media/usb/keyway.seals"_s);
        bench.action(u"Keep a copy of the seals…"_s)->trigger();
        QuestionDialog *question = nullptr;
        QTRY_VERIFY((question = bench.page->findChild<QuestionDialog *>()));
        Q_EMIT question->answered(u"none"_s);
        QCOMPARE(bench.backend.copy, QString());
    }

    void exportsWhatIsShown_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("lines") << ExportFormat::JsonLines;
        QTest::newRow("csv") << ExportFormat::Csv;
    }
    void exportsWhatIsShown()
    {
        QFETCH(ExportFormat, format);
        const TemporaryDataDir folder;
        FakeClock clock;
        const auto database = openDatabase(folder.filePath(u"keyway.db"_s), clock);
        for (int i = 0; i < 30; ++i) {
            VERIFY_RESULT(database->write([&] {
                return AuditTrail(*database).append(
                    {i % 3 == 0 ? u"limit.set"_s : u"setting.changed"_s, {}, {}});
            }));
        }
        Bench bench(40, {1068, 738}, database->path());
        QTRY_COMPARE(bench.rows(), 40);
        bench.page->filters()->groups()->setCurrentIndex(3); // limits
        QTRY_COMPARE(bench.rows(), 6);
        const QString path = folder.filePath(u"record."_s + suffixOf(format));
        Q_EMIT bench.page->exportRequested(format);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = bench.page->findChild<QFileDialog *>()));
        QCOMPARE(dialog->defaultSuffix(), suffixOf(format));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!bench.controller->exports()->isRunning());
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count("limit.set"), 10);
        QCOMPARE(text.count('\n'), format == ExportFormat::Csv ? 11 : 10);
        QVERIFY(!text.contains("setting.changed"));
        QTRY_VERIFY(bench.button(u"Show in folder"_s));
    }

    void exportsForSupport()
    {
        const TemporaryDataDir folder;
        FakeClock clock;
        const auto database = openDatabase(folder.filePath(u"keyway.db"_s), clock);
        for (int i = 0; i < 60; ++i)
            VERIFY_RESULT(database->write([&] {
                return AuditTrail(*database).append({u"test.event"_s, {}, {}});
            }));
        Bench bench(40, {1068, 738}, database->path());
        bench.backend.found.problem = AuditCheck::Problem::Changed;
        bench.backend.found.firstBad = 7;
        QTRY_VERIFY(bench.watch.found());
        Q_EMIT bench.page->checkRequested();
        QTRY_VERIFY(bench.button(u"Export for support"_s));
        bench.button(u"Export for support"_s)->click();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = bench.page->findChild<QFileDialog *>()));
        const QString path = folder.filePath(u"report.json"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(report.value("check"_L1).toObject().value("first_bad"_L1).toInt(), 7);
        QCOMPARE(report.value("entries"_L1).toArray().size(), 26); // 20 after it and all before
        QCOMPARE(report.value("head_beside"_L1).toObject().value("entry"_L1).toInt(), 60);
    }

    void byKeyboardAlone()
    {
        Bench bench;
        QTRY_COMPARE(bench.rows(), 40);
        QCOMPARE(bench.page->firstFocus(), bench.page->table());
        const std::pair<QString, QKeySequence> keys[]
            = {{u"Export the record…"_s, QKeySequence(Qt::CTRL | Qt::Key_E)},
               {u"Check the record again"_s, QKeySequence(Qt::Key_F5)}};
        for (const auto &[words, sequence] : keys)
            QCOMPARE(bench.action(words)->shortcut(), sequence);
        QMenu *formats = bench.button(u"Export"_s)->menu();
        bench.action(u"Export the record…"_s)->trigger();
        QTRY_VERIFY(formats->isVisible());
        QSignalSpy wanted(bench.page, &ActivityPage::exportRequested);
        QTest::keyClick(formats, Qt::Key_Down);
        QTest::keyClick(formats, Qt::Key_Down);
        QTest::keyClick(formats, Qt::Key_Return);
        QCOMPARE(wanted.first().first().value<ExportFormat>(), ExportFormat::Csv);
    }

    void saysWhatCannotBeRead()
    {
        Bench bench;
        QTRY_COMPARE(bench.rows(), 40);
        bench.backend.fails = Error(Error::Kind::Storage).withReason(u"io-error"_s);
        Q_EMIT bench.backend.changed();
        QTRY_VERIFY(bench.page->findChildren<Banner *>().first()->isVisible());
        QCOMPARE(bench.rows(), 40); // what was there stays
    }

    void aCheckThatCannotBeMadeIsTold()
    {
        Bench bench;
        QTRY_VERIFY(bench.watch.found());
        bench.backend.fails = Error(Error::Kind::Storage).withReason(u"corrupt"_s);
        Q_EMIT bench.page->checkRequested();
        QTRY_VERIFY(!bench.watch.found());
        QTRY_VERIFY(bench.notices.has(u"record-check"_s));
        QCOMPARE(bench.notices.notices().first().title,
                 u"The record of what Keyway did could not be checked."_s);
        QTRY_VERIFY(bench.button(u"Check again"_s));
        // Reading other things goes on, and takes nothing of it away.
        bench.backend.fails.reset();
        Q_EMIT bench.backend.changed();
        QTest::qWait(50);
        QVERIFY(bench.notices.has(u"record-check"_s));
        bench.button(u"Check again"_s)->click();
        QTRY_VERIFY(!bench.notices.has(u"record-check"_s));
        QVERIFY(bench.watch.found());
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
        Bench bench(60, size);
        QTRY_VERIFY(!bench.cell(0, ActivityModel::What).isEmpty());
        bench.page->table()->setCurrentIndex(bench.page->model()->index(0, 0));
        QTest::keyClick(bench.page->table(), Qt::Key_Return);
        QTest::qWait(30);
        QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
        QCOMPARE(misplaced(&bench.window).join(u'\n'), QString());
        QCOMPARE(clipped(&bench.window).join(u'\n'), QString());
    }
};

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
