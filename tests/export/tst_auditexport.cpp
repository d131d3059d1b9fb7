// The audit trail as files for other programs, and for support.

#include "core/export/auditexport.h"
#include "core/storage/auditseals.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/filebytes.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestAuditExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_records = std::make_unique<Records>(m_dir.path(), m_clock);
        const Integration work = m_records->addIntegration(u"Work, \"mine\""_s);
        for (int day = 0; day < 4; ++day) {
            const auto started = m_records->start(work);
            VERIFY_RESULT(started);
            VERIFY_RESULT(m_records->ledger.settle(
                Records::completed(*started, Money::fromNano(1000 + day))));
            m_clock.advance(std::chrono::hours(24));
        }
        const auto all = AuditTrail(database()).count({});
        VERIFY_RESULT(all);
        m_entries = *all;
    }

    void linesHoldEverything()
    {
        const auto report = write(ExportFormat::JsonLines, {});
        VERIFY_RESULT(report);
        QCOMPARE(report->records, m_entries);
        const QList<QByteArray> lines = bytesOf(path()).split('\n');
        QCOMPARE(lines.size(), m_entries + 1);
        QCOMPARE(report->bytes, bytesOf(path()).size());
        const auto entries = AuditTrail(database()).entries(int(m_entries));
        VERIFY_RESULT(entries);
        for (qsizetype i = 0; i < entries->size(); ++i)
            QCOMPARE(QJsonDocument::fromJson(lines.at(i)).object(), toJson(entries->at(i)));
    }

    void tablesQuoteWhatTheyMust()
    {
        AuditFilter attempts;
        attempts.groups = {u"attempt"_s};
        VERIFY_RESULT(write(ExportFormat::Csv, attempts));
        const QByteArray text = bytesOf(path());
        QVERIFY(text.startsWith("entry,at,name,subject,integration,model,app,facts,mark\r\n"));
        QCOMPARE(text.count("\r\n"), 5);
        QCOMPARE(text.count(",\"Work, \"\"mine\"\"\",model-a,cli,\"{"), 4);
    }

    void filters_data()
    {
        QTest::addColumn<AuditFilter>("filter");
        QTest::addColumn<qint64>("entries");
        const auto at = [](int day) { return QDateTime(QDate(2026, 11, day), QTime(), Qt::UTC); };
        AuditFilter days;
        days.groups = {u"attempt"_s};
        days.from = at(23);
        QTest::newRow("from") << days << 3LL;
        days.until = at(25);
        QTest::newRow("from and until") << days << 2LL;
        days.from.reset();
        QTest::newRow("until") << days << 3LL;
        AuditFilter by;
        by.groups = {u"attempt"_s};
        for (const QString &who : {u"cli"_s, u"openai"_s, u"Work, \"mine\""_s}) {
            by.by = who;
            QTest::newRow(qPrintable(who)) << by << 4LL;
        }
        for (const QString &who : {u"window"_s, u"sync"_s, u"anthropic"_s}) {
            by.by = who;
            QTest::newRow(qPrintable(who)) << by << 0LL;
        }
    }
    void filters()
    {
        QFETCH(AuditFilter, filter);
        QFETCH(qint64, entries);
        const auto report = write(ExportFormat::JsonLines, filter);
        VERIFY_RESULT(report);
        QCOMPARE(report->records, entries);
        const auto counted = AuditTrail(database()).count(filter);
        VERIFY_RESULT(counted);
        QCOMPARE(*counted, entries);
    }

    void whatIsStoppedLeavesNothing()
    {
        QFile::remove(path());
        CancelSource stop;
        stop.cancel();
        const auto stopped = exportAuditToFile(database(), {}, path(), stop.token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind(), Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(path()));
        const auto refused = exportAuditToFile(database(), {}, m_dir.filePath(u"no/such"_s), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"cannot-write"_s);
    }

    void supportSeesWhatWasFound()
    {
        QByteArray seals = bytesOf(AuditSeals::besidePath(database()));
        QVERIFY(!seals.isEmpty());
        seals[20] = seals[20] == '1' ? '2' : '1';
        writeBytes(AuditSeals::besidePath(database()), seals);
        const auto check = AuditTrail(database()).verify();
        VERIFY_RESULT(check);
        VERIFY_RESULT(exportAuditReport(database(), *check, path()));
        const QJsonObject report = QJsonDocument::fromJson(bytesOf(path())).object();
        const QJsonObject found = report.value("check"_L1).toObject();
        QCOMPARE(found.value("vouched_for"_L1), false);
        QCOMPARE(found.value("seal_files"_L1)[0]["state"_L1].toString(), u"changed"_s);
        QCOMPARE(report.value("entries"_L1).toArray().size(), m_entries);
        QCOMPARE(report.value("head_inside"_L1), report.value("head_beside"_L1));
        QVERIFY(!bytesOf(path()).contains("sk-"));
    }

private:
    Database &database() { return *m_records->database; }
    QString path() const { return m_dir.filePath(u"record"_s); }
    Result<ExportReport> write(ExportFormat format, const AuditFilter &filter)
    {
        return exportAuditToFile(database(), {format, filter}, path(), {});
    }

    TemporaryDataDir m_dir;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC)};
    std::unique_ptr<Records> m_records;
    qint64 m_entries = 0;
};

QTEST_GUILESS_MAIN(TestAuditExport)
#include "tst_auditexport.moc"
