// `keyway export`: what was recorded, for other programs.

#include "tests/cli/clifixture.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace keyway;

class ExportCliTest : public QObject {
    Q_OBJECT

    CliFixture m_cli;

    CliRun exported(const QStringList &more) { return m_cli.run(QStringList{u"export"_s} + more); }

private Q_SLOTS:
    void initTestCase()
    {
        m_cli.addBoth();
        for (const QString &name : {u"First"_s, u"Second"_s, u"First"_s}) {
            const CliRun asked = m_cli.run({u"ask"_s, u"Hello"_s, u"--integration"_s, name});
            QVERIFY2(asked.exit == 0, asked.err.constData());
        }
    }

    void linesOnStandardOutput()
    {
        const CliRun run = exported({u"--format"_s, u"csv"_s});
        QVERIFY2(run.exit == 0, run.err.constData());
        const QList<QByteArray> lines = run.out.split('\n');
        QCOMPARE(lines.size(), 5); // head, three attempts, the end
        QVERIFY(lines.first().startsWith("started_at,billing_day,record_id,"));
        QVERIFY(lines.at(1).contains(",First,openai,"));
        QVERIFY(lines.at(2).contains(",Second,anthropic,"));
        QVERIFY(!run.out.contains("Hello"));
    }

    void sumsAreThoseOfUsage()
    {
        const CliRun run = exported({u"--format"_s, u"jsonl"_s});
        QCOMPARE(run.exit, 0);
        qint64 cost = 0, fee = 0;
        for (const QByteArray &line : run.out.trimmed().split('\n')) {
            const QJsonObject record = QJsonDocument::fromJson(line).object();
            QCOMPARE(record[u"schema"_s].toInt(), 1);
            cost += record[u"platform_cost_nano"_s].toInteger();
            fee += record[u"platform_fee_nano"_s].toInteger();
        }
        const QJsonObject usage = m_cli.usage();
        QVERIFY(cost > 0);
        QCOMPARE(cost, usage[u"platform_cost_nano"_s].toInteger());
        QCOMPARE(fee, usage[u"platform_fee_nano"_s].toInteger());
    }

    void intoAFile()
    {
        const QString path = m_cli.dir.filePath(u"focus.csv"_s);
        const CliRun run = exported({u"--format"_s, u"focus"_s, u"--out"_s, path, u"--json"_s});
        QVERIFY2(run.exit == 0, run.err.constData());
        QCOMPARE(run.json()[u"records"_s].toInt(), 3);
        QCOMPARE(run.json()[u"bytes"_s].toInteger(), QFileInfo(path).size());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("BilledCost,BillingAccountId,"));
        QVERIFY(text.contains(",OpenAI,AI and Machine Learning,"));
        QCOMPARE(text.count(",platform-fee,"), 3);
    }

    void oneMonth()
    {
        const CliRun run = exported({u"--format"_s, u"csv"_s, u"--month"_s, u"2020-01"_s});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.out.count('\n'), 1);
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::newRow("no format") << QStringList{} << 2;
        QTest::newRow("another format") << QStringList{u"--format"_s, u"xml"_s} << 2;
        QTest::newRow("no month") << QStringList{u"--format"_s, u"csv"_s, u"--month"_s, u"May"_s}
                                  << 2;
        QTest::newRow("no folder")
            << QStringList{u"--format"_s, u"csv"_s, u"--out"_s, u"no/such/file.csv"_s} << 1;
    }

    void wrongUse()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        const CliRun run = exported(words);
        QCOMPARE(run.exit, exit);
        QVERIFY(!run.err.isEmpty());
        QCOMPARE(run.out, QByteArray());
    }
};

QTEST_GUILESS_MAIN(ExportCliTest)
#include "tst_exportcli.moc"
