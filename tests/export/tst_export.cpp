// Records written out, and read again by a reader that is not ours.

#include "core/base/csvline.h"
#include "core/export/exportrun.h"
#include "core/money/dollars.h"
#include "core/storage/billingzone.h"
#include "core/storage/feeplans.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QStandardPaths>
#include <QtTest/QSignalSpy>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QLocale german(QLocale::German, QLocale::Germany);
const QString nastyModel = u"=HYPERLINK(\"http://x\");\nmodell, \"größer\""_s;

} // namespace

class TestExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lines_data();
    void lines();
    void amounts_data();
    void amounts();
    void readByPython_data();
    void readByPython();
    void timesAndDecimals();
    void spreadsheets();
    void focusColumns();
    void focusMistakesAreFound_data();
    void focusMistakesAreFound();
    void monthlyFeesAreRowsOfFocus();
    void filtersHold();
    void sameBytesTwice_data();
    void sameBytesTwice();
    void cancelledLeavesNothing();
    void fullDiskIsTold();
    void oldFileStaysOnError();
    void onAThreadOfItsOwn();

private:
    QString fileIn(const QString &name) const { return m_dir.filePath(name); }
    Result<ExportReport> write(const ExportOrder &order, const QString &path,
                               const ExportProgress &progress = {}, const CancelToken &cancel = {})
    {
        return exportToFile(*m_records->database, order, path, cancel, progress);
    }
    /// What Python finds in it; fails the test where that cannot read it.
    QJsonObject readBack(const QString &reader, const QString &path, const QStringList &more = {});
    qint64 sum(const QString &what, const QString &where = u"outcome <> 'started'"_s)
    {
        return number(*m_records->database,
                      u"SELECT IFNULL(SUM(%1), 0) FROM attempt WHERE %2"_s.arg(what, where));
    }

    static constexpr int records = 2500;
    TemporaryDataDir m_dir;
    FakeClock m_clock{QDateTime(QDate(2026, 9, 20), QTime(23, 30), Qt::UTC)};
    std::unique_ptr<Records> m_records;
    static QString focusRules()
    {
        return qEnvironmentVariable("KEYWAY_TEST_DATA") + "/focus/columns-1.2.csv"_L1;
    }

    QString m_python;
};

void TestExport::initTestCase()
{
    m_python = QStandardPaths::findExecutable(u"python3"_s);
    m_records = std::make_unique<Records>(m_dir.path(), m_clock);
    VERIFY_RESULT(setBillingZone(*m_records->database, "America/New_York"_ba));
    const Integration plain = m_records->addIntegration(u"Work"_s);
    const Integration nasty
        = m_records->addIntegration(u"Comma, \"quote\" and line · Ünïcode 🔑"_s, u"anthropic"_s);
    QRandomGenerator random(7);
    VERIFY_RESULT(m_records->database->write([&]() -> Result<Done> {
        for (int i = 0; i < records; ++i) {
            m_clock.advance(std::chrono::milliseconds(random.bounded(3'600'000)));
            Integration one = i % 3 == 0 ? nasty : plain;
            if (i % 7 == 0)
                one.model = nastyModel;
            const auto started = m_records->start(one, Money::fromNano(1));
            if (!started)
                return started.error();
            if (i % 100 == 50)
                continue; // still runs: not written out
            const Money cost = Money::fromNano(random.bounded(5'000'000'000LL));
            UsageRecord end = Records::completed(*started, cost, cost.scaled(5, 100));
            if (i % 50 == 7) {
                end.outcome = Outcome::Unknown;
                end.costState = CostState::Unknown;
                end.platformCost = end.platformFee = {};
            }
            if (i % 11 == 0)
                end.serviceRequestId = u"req\t\x01\\\"é"_s;
            if (i % 4 == 0)
                end.statedCost = cost;
            if (auto settled = m_records->ledger.settle(end); !settled)
                return settled;
        }
        return Done();
    }));
}

QJsonObject TestExport::readBack(const QString &reader, const QString &path,
                                 const QStringList &more)
{
    QProcess python;
    const QString script
        = qEnvironmentVariable("KEYWAY_SOURCE_DIR") + "/tests/export/readback.py"_L1;
    python.start(m_python, QStringList{script, reader, path} + more);
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        QTest::qFail(python.readAllStandardError().constData(), __FILE__, __LINE__);
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

void TestExport::lines_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << u"abc"_s << "abc"_ba;
    QTest::newRow("empty") << QString() << ""_ba;
    QTest::newRow("separator") << u"a;b"_s << "\"a;b\""_ba;
    QTest::newRow("other separator") << u"a,b"_s << "a,b"_ba;
    QTest::newRow("quotes") << u"say \"x\""_s << "\"say \"\"x\"\"\""_ba;
    QTest::newRow("lines") << u"a\nb"_s << "\"a\nb\""_ba;
    QTest::newRow("not ASCII") << u"größer"_s
                               << "gr\xC3\xB6\xC3\x9F"
                                  "er"_ba;
}

void TestExport::lines()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QByteArray bytes;
    CsvLine line(bytes, ';');
    line.text(cell);
    line.number(-7);
    line.end();
    line.text(u"next"_s);
    QCOMPARE(bytes, written + ";-7\r\nnext");
}

void TestExport::amounts_data()
{
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("nothing") << 0LL << "0.000000000"_ba;
    QTest::newRow("smallest") << 1LL << "0.000000001"_ba;
    QTest::newRow("below nothing") << -12'000'000'001LL << "-12.000000001"_ba;
    QTest::newRow("less than a dollar back") << -5LL << "-0.000000005"_ba;
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << "9223372036.854775807"_ba;
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << "-9223372036.854775808"_ba;
}

void TestExport::amounts()
{
    QFETCH(qint64, nano);
    QFETCH(QByteArray, written);
    QByteArray bytes;
    appendDollars(bytes, Money::fromNano(nano));
    QCOMPARE(bytes, written);
}

void TestExport::readByPython_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("csv") << u"csv"_s;
    QTest::newRow("jsonl") << u"jsonl"_s;
}

void TestExport::readByPython()
{
    if (m_python.isEmpty())
        QSKIP("python3 is not installed: NOTHING WAS READ BACK by an independent reader");
    QFETCH(QString, name);
    ExportOrder order;
    order.format = *exportFormatFromName(name);
    const QString path = fileIn(u"all."_s + suffixOf(order.format));
    const auto report = write(order, path);
    VERIFY_RESULT(report);
    QCOMPARE(report->bytes, QFileInfo(path).size());

    const QJsonObject found = readBack(name, path);
    const qint64 ended = number(*m_records->database,
                                u"SELECT COUNT(*) FROM attempt WHERE outcome <> 'started'"_s);
    QCOMPARE(ended, records - records / 100); // a hundredth still runs
    QCOMPARE(found[u"rows"_s].toInteger(), ended);
    QCOMPARE(report->records, ended);
    QCOMPARE(found[u"cost"_s].toInteger(), sum(u"platform_cost_nano"_s));
    QCOMPARE(found[u"fee"_s].toInteger(), sum(u"platform_fee_nano"_s));
    QCOMPARE(found[u"unknown"_s].toInteger(), sum(u"cost_state = 'unknown'"_s));
    QCOMPARE(found[u"models"_s].toArray(), (QJsonArray{nastyModel, u"model-a"_s}));
    QVERIFY(found[u"names"_s].toArray().contains(u"Comma, \"quote\" and line · Ünïcode 🔑"_s));

    // Nor do the sums that it is held against come from us: Python reads the records, too.
    const QJsonObject kept = readBack(u"database"_s, fileIn(u"keyway.db"_s));
    for (const QString &field :
         {u"rows"_s, u"cost"_s, u"fee"_s, u"unknown"_s, u"names"_s, u"models"_s})
        QCOMPARE(found[field], kept[field]);
}

void TestExport::timesAndDecimals()
{
    QBuffer csv;
    csv.open(QIODevice::WriteOnly);
    ExportOrder order;
    order.filter.month = QDate(2026, 9, 1);
    VERIFY_RESULT(exportRecords(*m_records->database, order, csv, {}));
    const QByteArray first = csv.data().split('\n').at(1);
    LedgerReader reader(*m_records->database);
    RecordFilter filter;
    filter.month = order.filter.month;
    filter.limit = 10'000;
    const auto kept = reader.records(filter);
    VERIFY_RESULT(kept);
    const UsageRecord &oldest = kept->last();
    // The time is UTC, the billing day that of the account's zone.
    const QString start = oldest.startedAt.toString(Qt::ISODateWithMs) + u','
        + oldest.billingDay.toString(Qt::ISODate) + u',' + oldest.recordId.toString();
    QVERIFY2(first.startsWith(start.toUtf8()), first.constData());
    QVERIFY(oldest.startedAt.toString(Qt::ISODateWithMs).endsWith(u'Z'));
}

void TestExport::spreadsheets()
{
    if (m_python.isEmpty())
        QSKIP("python3 is not installed: NOTHING WAS READ BACK by an independent reader");
    ExportOrder order;
    order.format = ExportFormat::Spreadsheet;
    order.country = german;
    const QString path = fileIn(u"german.csv"_s);
    VERIFY_RESULT(write(order, path));
    const QJsonObject found = readBack(u"spreadsheet"_s, path);
    QCOMPARE(found[u"cost"_s].toInteger(), sum(u"platform_cost_nano"_s));
    // What a spreadsheet would run is text.
    QCOMPARE(found[u"models"_s].toArray(), (QJsonArray{u'\'' + nastyModel, u"model-a"_s}));
    QVERIFY(found[u"first"_s][u"platform_cost_usd"_s].toString().contains(u','));

    order.country = QLocale(QLocale::English, QLocale::UnitedStates);
    QBuffer american;
    american.open(QIODevice::WriteOnly);
    VERIFY_RESULT(exportRecords(*m_records->database, order, american, {}));
    QVERIFY(american.data().startsWith("\xEF\xBB\xBFstarted_at,billing_day,"));
}

void TestExport::focusColumns()
{
    if (m_python.isEmpty())
        QSKIP("python3 is not installed: NOTHING WAS READ BACK by an independent reader");
    ExportOrder order;
    order.format = ExportFormat::Focus;
    order.serviceNames = {{u"openai"_s, u"OpenAI"_s}, {u"anthropic"_s, u"Anthropic"_s}};
    const QString path = fileIn(u"focus.csv"_s);
    VERIFY_RESULT(write(order, path));
    const QJsonObject found = readBack(u"focus"_s, path, {focusRules()});
    QCOMPARE(found[u"problems"_s].toArray(), QJsonArray());
    QCOMPARE(
        found[u"rows"_s].toInteger(),
        number(*m_records->database, u"SELECT COUNT(*) FROM attempt WHERE outcome <> 'started'"_s));
    QCOMPARE(found[u"feeRows"_s].toInteger(), sum(u"platform_fee_nano <> 0"_s));
    QCOMPARE(found[u"cost"_s].toInteger(), sum(u"platform_cost_nano"_s));
    QCOMPARE(found[u"fee"_s].toInteger(), sum(u"platform_fee_nano"_s));
    QCOMPARE(found[u"first"_s][u"ProviderName"_s].toString(), u"Anthropic"_s);
    // Midnight in New York, in September.
    QCOMPARE(found[u"first"_s][u"BillingPeriodStart"_s].toString(), u"2026-09-01T04:00:00Z"_s);
}

void TestExport::focusMistakesAreFound_data()
{
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QString>("told");
    QTest::newRow("a column is missing") << "ListCost"_ba
                                         << "x_ListCost"_ba << u"missing column ListCost"_s;
    QTest::newRow("a column is not published") << "SkuId"_ba
                                               << "Sku"_ba << u"unknown column Sku"_s;
    QTest::newRow("category") << ",Usage,"_ba
                              << ",Consumption,"_ba << u"ChargeCategory is Consumption"_s;
    QTest::newRow("frequency") << ",Usage-Based,"_ba
                               << ",Monthly,"_ba << u"ChargeFrequency is Monthly"_s;
    QTest::newRow("pricing") << ",Standard,"_ba
                             << ",,"_ba << u"PricingCategory is empty"_s;
    QTest::newRow("service") << ",Generative AI,"_ba
                             << ",Chat,"_ba << u"ServiceSubcategory is Chat"_s;
    QTest::newRow("currency") << ",USD,"_ba
                              << ",,"_ba << u"BillingCurrency is empty"_s;
    QTest::newRow("time") << "T04:00:00Z"_ba
                          << "T04:00:00"_ba << u"BillingPeriodStart: 2026-09-01T04:00:00"_s;
}

void TestExport::focusMistakesAreFound()
{
    if (m_python.isEmpty())
        QSKIP("python3 is not installed: NOTHING WAS READ BACK by an independent reader");
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, wrong);
    QFETCH(QString, told);
    ExportOrder order;
    order.format = ExportFormat::Focus;
    order.filter.month = QDate(2026, 9, 1);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    VERIFY_RESULT(exportRecords(*m_records->database, order, buffer, {}));
    QVERIFY(bytes.contains(right));
    const QString path = fileIn(u"mistaken.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes.replace(right, wrong)) > 0);
    file.close();
    const QJsonArray problems = readBack(u"focus"_s, path, {focusRules()})[u"problems"_s].toArray();
    QVERIFY2(problems.contains(told), QJsonDocument(problems).toJson().constData());
}

void TestExport::monthlyFeesAreRowsOfFocus()
{
    if (m_python.isEmpty())
        QSKIP("python3 is not installed: NOTHING WAS READ BACK by an independent reader");
    FeePlans plans(*m_records->database);
    FeePolicy monthly;
    monthly.plan = FeePlan::Monthly;
    VERIFY_RESULT(plans.chooseOwn(monthly));
    ExportOrder order;
    order.format = ExportFormat::Focus;
    order.filter.month = QDate(2026, 10, 1);
    const QString path = fileIn(u"october.csv"_s);
    VERIFY_RESULT(write(order, path));
    QJsonObject found = readBack(u"focus"_s, path, {focusRules()});
    QCOMPARE(found[u"problems"_s].toArray(), QJsonArray());
    const QString october = u"outcome <> 'started' AND billing_day LIKE '2026-10-%'"_s;
    QCOMPARE(found[u"fee"_s].toInteger(),
             sum(u"platform_fee_nano"_s, october) + monthly.monthly.nano());
    QCOMPARE(found[u"last"_s][u"ChargeCategory"_s].toString(), u"Purchase"_s);
    QCOMPARE(found[u"last"_s][u"ChargePeriodEnd"_s].toString(), u"2026-11-01T04:00:00Z"_s);

    order.filter.usage.service = u"openai"_s; // the fee belongs to no service
    VERIFY_RESULT(write(order, path));
    found = readBack(u"focus"_s, path, {focusRules()});
    QCOMPARE(found[u"last"_s][u"ChargeCategory"_s].toString(), u"Usage"_s);
    VERIFY_RESULT(plans.chooseOwn(FeePolicy()));
}

void TestExport::filtersHold()
{
    ExportOrder order;
    order.filter.month = QDate(2026, 10, 1);
    order.filter.usage.service = u"anthropic"_s;
    order.filter.text = u"MODEL-A"_s;
    const auto report = write(order, fileIn(u"some.csv"_s));
    VERIFY_RESULT(report);
    QVERIFY(report->records > 0);
    QCOMPARE(report->records,
             sum(u"1"_s,
                 u"outcome <> 'started' AND billing_day LIKE '2026-10-%' AND service = 'anthropic' "
                 "AND model = 'model-a'"_s));
    order.filter.text = u"no such model"_s;
    const auto none = write(order, fileIn(u"none.csv"_s));
    VERIFY_RESULT(none);
    QCOMPARE(none->records, 0);
    QVERIFY(none->bytes > 0); // the head is there
}

void TestExport::sameBytesTwice_data()
{
    QTest::addColumn<int>("format");
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Spreadsheet,
                                      ExportFormat::JsonLines, ExportFormat::Focus})
        QTest::newRow(qPrintable(nameOf(format))) << static_cast<int>(format);
}

void TestExport::sameBytesTwice()
{
    QFETCH(int, format);
    ExportOrder order;
    order.format = static_cast<ExportFormat>(format);
    QByteArray bytes[2];
    for (QByteArray &one : bytes) {
        QBuffer buffer(&one);
        buffer.open(QIODevice::WriteOnly);
        VERIFY_RESULT(exportRecords(*m_records->database, order, buffer, {}));
    }
    QVERIFY(bytes[0].size() > 100'000);
    QVERIFY(bytes[0] == bytes[1]);
}

void TestExport::cancelledLeavesNothing()
{
    const QString path = fileIn(u"cancelled.csv"_s);
    CancelSource stop;
    const auto report = write(
        {}, path, [&stop](qint64) { stop.cancel(); }, stop.token());
    QVERIFY(!report);
    QCOMPARE(report.error().kind(), Error::Kind::Cancelled);
    QCOMPARE(QDir(m_dir.path()).entryList({u"cancelled*"_s}, QDir::Files | QDir::Hidden),
             QStringList());
}

void TestExport::fullDiskIsTold()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly))
        QSKIP("there is no /dev/full here");
    const auto report = exportRecords(*m_records->database, {}, full, {});
    QVERIFY(!report);
    QCOMPARE(report.error().reason(), u"cannot-write"_s);
}

void TestExport::oldFileStaysOnError()
{
    const QString path = fileIn(u"kept.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    CancelSource stop;
    stop.cancel();
    QVERIFY(!write({}, path, {}, stop.token()));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "old"_ba);
    QVERIFY(!write({}, fileIn(u"no/such/folder.csv"_s)));
}

void TestExport::onAThreadOfItsOwn()
{
    const QString path = fileIn(u"thread.csv"_s);
    Qt::HANDLE thread = nullptr;
    ExportRun run(fileIn(u"keyway.db"_s),
                  [&](Database &database, const CancelToken &cancel, const ExportProgress &told) {
                      thread = QThread::currentThreadId();
                      return exportToFile(database, {}, path, cancel, told);
                  });
    QSignalSpy ended(&run, &ExportRun::ended);
    QSignalSpy progressed(&run, &ExportRun::progressed);
    run.start();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(thread && thread != QThread::currentThreadId());
    VERIFY_RESULT(run.result());
    QCOMPARE(progressed.size(), 2);
    QVERIFY(QFile::exists(path));

    // Going away stops it: neither a crash nor a file.
    const QString gone = fileIn(u"gone.csv"_s);
    {
        ExportRun early(
            fileIn(u"keyway.db"_s),
            [&](Database &database, const CancelToken &cancel, const ExportProgress &told) {
                while (!cancel.isCancelled())
                    QThread::msleep(1);
                return exportToFile(database, {}, gone, cancel, told);
            });
        early.start();
    }
    QVERIFY(!QFile::exists(gone));

    ExportRun nowhere(fileIn(u"none.db"_s), {});
    QSignalSpy failed(&nowhere, &ExportRun::ended);
    nowhere.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(nowhere.result().error().reason(), u"cannot-open"_s);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
