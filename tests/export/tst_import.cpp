// Records of another computer, taken in from JSON Lines.

#include "core/export/jsonreader.h"
#include "core/export/recordexport.h"
#include "core/export/recordimporter.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void comesBackTheSame();
    void againChangesNothing();
    void addsToWhatIsThere();
    void nothingOfABadFile_data();
    void nothingOfABadFile();
    void otherFiguresAreRefused();
    void cancelledGoesOn();

private:
    static QByteArray exported(Database &database)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        ExportOrder order;
        order.format = ExportFormat::JsonLines;
        const auto report = exportRecords(database, order, buffer, {});
        if (!report)
            qFatal("%s", problemOf(report).constData());
        return bytes;
    }
    static Result<ImportReport> taken(Database &database, QByteArray bytes,
                                      const CancelToken &cancel = {},
                                      const std::function<void(qint64)> &progress = {})
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return importRecords(database, buffer, cancel, progress);
    }
    /// Sums fit the rows; records of elsewhere are not on their way to an account.
    static void verifySums(Database &database, qint64 imported)
    {
        QCOMPARE(differences(database), imported > 0 ? u"outbox: %1"_s.arg(imported) : QString());
        const auto check = AuditTrail(database).verify();
        VERIFY_RESULT(check);
        QCOMPARE(check->problem, AuditCheck::Problem::None);
    }
    static QByteArray changed(const QByteArray &line, const QString &field, const QJsonValue &value)
    {
        QJsonObject object = QJsonDocument::fromJson(line).object();
        object.insert(field, value);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    static constexpr int attempts = 2600;
    FakeClock m_clock{QDateTime(QDate(2026, 9, 29), QTime(6, 0), Qt::UTC)};
    QByteArray m_lines; ///< of another computer
};

void TestImport::initTestCase()
{
    const TemporaryDataDir dir;
    Records records(dir.path(), m_clock);
    const Integration one = records.addIntegration(u"Their \"work\"\n"_s);
    QRandomGenerator random(11);
    VERIFY_RESULT(records.database->write([&]() -> Result<Done> {
        for (int i = 0; i < attempts; ++i) {
            m_clock.advance(std::chrono::milliseconds(random.bounded(200'000)));
            const auto started = records.start(one);
            if (!started)
                return started.error();
            UsageRecord end
                = Records::completed(*started, Money::fromNano(i * 1000), Money::fromNano(i * 50));
            if (i % 9 == 0) {
                end.outcome = Outcome::Failed;
                end.errorKind = Error::Kind::Overloaded;
                end.platformCost = end.platformFee = {};
                end.serviceCode = u"größer \t\"q\""_s;
                end.firstTokenMs.reset();
            }
            if (i % 13 == 0) {
                end.costState = CostState::Unknown;
                end.platformCost = end.platformFee = {};
            }
            if (i % 5 == 0)
                end.statedCost = end.platformCost;
            if (auto settled = records.ledger.settle(end); !settled)
                return settled;
        }
        return Done();
    }));
    m_lines = exported(*records.database);
    QCOMPARE(m_lines.count('\n'), attempts);
}

void TestImport::comesBackTheSame()
{
    const TemporaryDataDir dir;
    Records here(dir.path(), m_clock);
    const auto report = taken(*here.database, m_lines);
    VERIFY_RESULT(report);
    QCOMPARE(report->added, attempts);
    QCOMPARE(report->known, 0);
    QVERIFY(exported(*here.database) == m_lines);
    verifySums(*here.database, attempts);
    const auto integrations = here.integrations.list();
    VERIFY_RESULT(integrations);
    QVERIFY(integrations->isEmpty()); // not one to be asked
}

void TestImport::againChangesNothing()
{
    const TemporaryDataDir dir;
    Records here(dir.path(), m_clock);
    VERIFY_RESULT(taken(*here.database, m_lines));
    const auto again = taken(*here.database, m_lines);
    VERIFY_RESULT(again);
    QCOMPARE(again->added, 0);
    QCOMPARE(again->known, attempts);
    verifySums(*here.database, attempts);
    QVERIFY(exported(*here.database) == m_lines);
}

void TestImport::addsToWhatIsThere()
{
    const TemporaryDataDir dir;
    Records here(dir.path(), m_clock);
    const Integration own = here.addIntegration(u"Own"_s);
    const auto started = here.start(own, Money::fromCents(3));
    VERIFY_RESULT(started);
    VERIFY_RESULT(here.ledger.settle(Records::completed(*started, Money::fromCents(1))));
    VERIFY_RESULT(here.start(own, Money::fromCents(3))); // one that runs
    VERIFY_RESULT(taken(*here.database, m_lines));
    verifySums(*here.database, attempts);
    // Its own records back into itself are known.
    const auto own2 = taken(*here.database, exported(*here.database));
    VERIFY_RESULT(own2);
    QCOMPARE(own2->known, attempts + 1);
    verifySums(*here.database, attempts);
}

void TestImport::nothingOfABadFile_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray good = m_lines.left(m_lines.indexOf('\n'));
    QTest::newRow("no JSON") << "{\"schema\":1,"_ba;
    QTest::newRow("no object") << "[1]"_ba;
    QTest::newRow("CSV") << "started_at,billing_day"_ba;
    QTest::newRow("a newer schema") << changed(good, u"schema"_s, 2);
    QTest::newRow("a field more") << changed(good, u"prompt"_s, u"text"_s);
    QTest::newRow("a field less") << [&good] {
        QJsonObject object = QJsonDocument::fromJson(good).object();
        object.remove(u"usage"_s);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }();
    QTest::newRow("an id that is none") << changed(good, u"record_id"_s, u"7"_s);
    QTest::newRow("negative money") << changed(good, u"platform_cost_nano"_s, -1);
    QTest::newRow("a fraction") << changed(good, u"platform_cost_nano"_s, 1.5);
    QTest::newRow("money as text") << changed(good, u"platform_fee_nano"_s, u"12"_s);
    QTest::newRow("still running") << changed(good, u"outcome"_s, u"started"_s);
    QTest::newRow("another outcome") << changed(good, u"outcome"_s, u"won"_s);
    QTest::newRow("local time") << changed(good, u"started_at"_s,
                                           u"2026-09-29T06:00:00.000+02:00"_s);
    QTest::newRow("no day") << changed(good, u"billing_day"_s, u"2026-02-30"_s);
    QTest::newRow("a counter that is none")
        << changed(good, u"usage"_s, QJsonObject{{u"in_words"_s, 3}});
}

void TestImport::nothingOfABadFile()
{
    QFETCH(QByteArray, line);
    QVERIFY(!recordFromLine(line));
    const TemporaryDataDir dir;
    Records here(dir.path(), m_clock);
    const auto report = taken(*here.database, m_lines + line + '\n');
    QVERIFY(!report);
    QCOMPARE(report.error().reason(), u"bad-import"_s);
    QVERIFY2(report.error().detail().startsWith(u"line %1: "_s.arg(attempts + 1)),
             qPrintable(report.error().detail()));
    QCOMPARE(number(*here.database, u"SELECT COUNT(*) FROM attempt"_s), 0);
}

void TestImport::otherFiguresAreRefused()
{
    const TemporaryDataDir dir;
    Records here(dir.path(), m_clock);
    VERIFY_RESULT(taken(*here.database, m_lines));
    const QList<QByteArray> lines = m_lines.split('\n');
    const QByteArray other = changed(lines.at(1), u"platform_cost_nano"_s, 123'456'789);
    const auto report = taken(*here.database, other);
    QVERIFY(!report);
    QCOMPARE(report.error().reason(), u"record-differs"_s);
    QVERIFY(exported(*here.database) == m_lines);

    // Nor another record in the same place of a request.
    const QByteArray copy
        = changed(lines.at(1), u"record_id"_s, Id::create(m_clock.now()).toString());
    const auto second = taken(*here.database, copy);
    QVERIFY(!second);
    QCOMPARE(second.error().reason(), u"record-differs"_s);
    verifySums(*here.database, attempts);
}

void TestImport::cancelledGoesOn()
{
    const TemporaryDataDir dir;
    Records here(dir.path(), m_clock);
    CancelSource stop;
    const auto report
        = taken(*here.database, m_lines, stop.token(), [&stop](qint64) { stop.cancel(); });
    QVERIFY(!report);
    QCOMPARE(report.error().kind(), Error::Kind::Cancelled);
    verifySums(*here.database, 1000); // whole thousands
    const auto rest = taken(*here.database, m_lines);
    VERIFY_RESULT(rest);
    QCOMPARE(rest->known, 1000);
    QCOMPARE(rest->added, attempts - 1000);
    verifySums(*here.database, attempts);
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
