#include "tests/ui/accessibility.h"
#include "tests/ui/activity/fakeactivity.h"
#include "tests/ui/placing.h"
#include "ui/desktop/activity/activitycontroller.h"
#include "ui/desktop/activity/activitydetails.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/activity/activitytable.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// A window with the page in it, and what plays the engine.
struct Bench {
    explicit Bench(int entries = 40, QSize size = {1068, 738})
    {
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
        controller
            = std::make_unique<ActivityController>(page, &backend, &QDateTime::currentDateTimeUtc);
        controller->setDelay(0);
        controller->start();
    }
    int rows() const { return page->model()->rowCount(); }
    QString cell(int row, ActivityModel::Column column) const
    {
        return page->model()->index(row, column).data().toString();
    }

    FakeActivity backend;
    QWidget window;
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
        bench.page->groups()->setCurrentIndex(3); // limits
        QTRY_COMPARE(bench.rows(), 6);
        bench.page->groups()->setCurrentIndex(0);
        QTRY_COMPARE(bench.rows(), 40);
        bench.page->search()->setText(u"openai"_s);
        QTRY_VERIFY(bench.rows() < 20 && bench.rows() > 0);
        bench.page->search()->setText(u"no such service"_s);
        QTRY_COMPARE(bench.rows(), 0);
        QVERIFY(!bench.page->table()->isVisible());
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
        QTest::addColumn<int>("problem");
        QTest::addColumn<bool>("anchored");
        QTest::addColumn<QString>("says");
        using Problem = AuditCheck::Problem;
        QTest::newRow("whole") << int(Problem::None) << true << u"Nothing has been changed."_s;
        QTest::newRow("no note") << int(Problem::None) << false << u"note beside the record"_s;
        QTest::newRow("changed") << int(Problem::Changed) << true << u"Entry 8,771 does not fit"_s;
        QTest::newRow("missing") << int(Problem::Missing) << true << u"Entry 8,771 is missing"_s;
        QTest::newRow("cut off") << int(Problem::CutOff) << true << u"ends before entry 8,771"_s;
    }
    void tellsWhetherItIsWhole()
    {
        QFETCH(int, problem);
        QFETCH(bool, anchored);
        QFETCH(QString, says);
        Bench bench;
        QTRY_VERIFY(bench.page->table()->isWhole()); // the first check has ended
        bench.backend.found.problem = static_cast<AuditCheck::Problem>(problem);
        bench.backend.found.firstBad = 8771;
        bench.backend.found.anchored = anchored;
        Q_EMIT bench.page->checkRequested();
        QCOMPARE(bench.backend.checks, 2);
        QTRY_VERIFY2(bench.page->record()->spokenText().contains(says),
                     qPrintable(bench.page->record()->spokenText()));
        QCOMPARE(bench.page->table()->isWhole(), problem == 0);
    }

    void exportsWhatIsShown()
    {
        Bench bench(2'345);
        QTRY_COMPARE(bench.rows(), 2'345);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"record.jsonl"_s);
        QSignalSpy done(bench.controller.get(), &ActivityController::exported);
        Q_EMIT bench.page->exportRequested(path);
        QTRY_COMPARE(done.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines.takeLast().isEmpty());
        QCOMPARE(lines.size(), 2'345);
        QSet<qint64> numbers;
        for (const QByteArray &line : std::as_const(lines))
            numbers.insert(QJsonDocument::fromJson(line).object().value("entry"_L1).toInteger());
        QCOMPARE(numbers.size(), 2'345);
        Q_EMIT bench.page->exportRequested(folder.filePath(u"no/such/folder/record.jsonl"_s));
        QTRY_COMPARE(bench.page->findChildren<Banner *>().first()->isVisible(), true);
        QCOMPARE(done.size(), 1);
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
