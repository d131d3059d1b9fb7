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
        const CliRun run = exported({u"--format"_s, u"focus"_s, u"--output"_s, path, u"--json"_s});
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

    void intoAnotherFolderAndBack()
    {
        const QString lines = m_cli.dir.filePath(u"all.jsonl"_s);
        QCOMPARE(exported({u"--format"_s, u"jsonl"_s, u"--output"_s, lines}).exit, 0);
        const TemporaryDataDir other;
        const QStringList there{u"--data-dir"_s, other.path(), u"--json"_s};
        for (const bool again : {false, true}) {
            const CliRun taken = m_cli.run(QStringList{u"usage"_s, u"import"_s, lines} + there);
            QVERIFY2(taken.exit == 0, taken.err.constData());
            QCOMPARE(taken.json()[u"added"_s].toInt(), again ? 0 : 3);
            QCOMPARE(taken.json()[u"known"_s].toInt(), again ? 3 : 0);
        }
        const QJsonObject usage = m_cli.run(QStringList{u"usage"_s} + there).json();
        QCOMPARE(usage[u"platform_cost_nano"_s], m_cli.usage()[u"platform_cost_nano"_s]);
        QCOMPARE(m_cli.run(QStringList{u"audit"_s, u"verify"_s} + there).exit, 0);

        const QString nothing = m_cli.dir.filePath(u"nothing.jsonl"_s);
        const CliRun missing = m_cli.run(QStringList{u"usage"_s, u"import"_s, nothing});
        QCOMPARE(missing.exit, 1);
        QVERIFY(missing.told().contains(u"could not be read"_s));
    }

    void backUpAndRestore()
    {
        const QString copy = m_cli.dir.filePath(u"copy.db"_s);
        const CliRun saved = m_cli.run({u"backup"_s, copy, u"--json"_s});
        QVERIFY2(saved.exit == 0, saved.err.constData());
        QCOMPARE(saved.json()[u"records"_s].toInt(), 3);

        const TemporaryDataDir other;
        const QStringList there{u"--data-dir"_s, other.path()};
        const CliRun asked = m_cli.run(QStringList{u"restore"_s, copy} + there);
        QCOMPARE(asked.exit, 1); // nobody said yes
        QVERIFY(!QFile::exists(other.filePath(u"keyway.db"_s)));
        const CliRun restored = m_cli.run(QStringList{u"restore"_s, copy, u"--yes"_s} + there);
        QVERIFY2(restored.exit == 0, restored.err.constData());
        const QJsonObject usage = m_cli.run(QStringList{u"usage"_s, u"--json"_s} + there).json();
        QCOMPARE(usage[u"platform_cost_nano"_s], m_cli.usage()[u"platform_cost_nano"_s]);
        QCOMPARE(m_cli.run(QStringList{u"audit"_s, u"verify"_s} + there).exit, 0);
    }

    void damagedRecordsCanBeRestored()
    {
        const QString copy = m_cli.dir.filePath(u"good.db"_s);
        QCOMPARE(m_cli.run({u"backup"_s, copy}).exit, 0);
        const TemporaryDataDir other;
        QFile broken(other.filePath(u"keyway.db"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("not a database at all") > 0);
        broken.close();
        const QStringList there{u"--data-dir"_s, other.path()};
        QCOMPARE(m_cli.run(QStringList{u"usage"_s} + there).exit, 1);
        const CliRun restored = m_cli.run(QStringList{u"restore"_s, copy, u"--yes"_s} + there);
        QVERIFY2(restored.exit == 0, restored.err.constData());
        QCOMPARE(m_cli.run(QStringList{u"usage"_s} + there).exit, 0);
    }

    /// The words on paper are those of the month, with its amounts; on the paper of the country.
    void aMonthOnPaper_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("size");
        QTest::newRow("Letter") << u"en_US.UTF-8"_s << u"612 x 792"_s;
        QTest::newRow("A4") << u"C.UTF-8"_s << u"595 x 842"_s;
    }

    void aMonthOnPaper()
    {
        QFETCH(QString, locale);
        QFETCH(QString, size);
        const QString path = m_cli.dir.filePath(u"month.pdf"_s);
        const QString before = m_cli.environment.value(u"LC_ALL"_s);
        m_cli.environment.insert(u"LC_ALL"_s, locale);
        const CliRun run = exported({u"--format"_s, u"pdf"_s, u"--output"_s, path});
        const CliRun shown = m_cli.run({u"usage"_s});
        m_cli.environment.insert(u"LC_ALL"_s, before);
        QVERIFY2(run.exit == 0, run.err.constData());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));

        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        if (!reader.waitForFinished(20'000) || reader.exitCode() != 0)
            QSKIP("pdftotext is not installed: NOTHING WAS READ BACK from the paper");
        const QString paper = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
        // Costs, fee and total, as the terminal says them.
        const QStringList lines = shown.text().trimmed().split(u'\n');
        QVERIFY(lines.size() >= 5);
        for (const QString &line : lines.mid(lines.size() - 3))
            QVERIFY2(paper.contains(line.simplified()),
                     qPrintable(line.simplified() + u" | "_s + paper));
        for (const QString &words :
             {u"By service"_s, u"By day"_s, u"By model"_s, u"OpenAI, gpt-6-luna"_s})
            QVERIFY2(paper.contains(words), qPrintable(words + u" | "_s + paper));
        reader.start(u"pdfinfo"_s, {path});
        QVERIFY(reader.waitForFinished(20'000));
        const QString facts = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY2(facts.contains(size), qPrintable(facts));
    }

    void theRunningMonthIsNeverThinned()
    {
        for (const bool dry : {true, false}) {
            QStringList words{u"usage"_s,   u"thin"_s,   u"--before"_s,
                              u"2100-01"_s, u"--json"_s, u"--yes"_s};
            if (dry)
                words.append(u"--dry-run"_s);
            const CliRun run = m_cli.run(words);
            QVERIFY2(run.exit == 0, run.err.constData());
            QCOMPARE(run.json()[u"thinned"_s].toBool(true), false);
            QCOMPARE(run.json()[u"months"_s].toArray().size(), 0);
        }
        QCOMPARE(m_cli.usage()[u"records"_s].toArray().size(), 3);
        QCOMPARE(m_cli.run({u"usage"_s, u"thin"_s}).exit, 2);
        QCOMPARE(m_cli.run({u"usage"_s, u"thin"_s, u"--before"_s, u"May"_s}).exit, 2);
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::newRow("no format") << QStringList{} << 2;
        QTest::newRow("another format") << QStringList{u"--format"_s, u"xml"_s} << 2;
        QTest::newRow("no month") << QStringList{u"--format"_s, u"csv"_s, u"--month"_s, u"May"_s}
                                  << 2;
        QTest::newRow("paper into the terminal") << QStringList{u"--format"_s, u"pdf"_s} << 2;
        QTest::newRow("paper without a folder")
            << QStringList{u"--format"_s, u"pdf"_s, u"--output"_s, u"no/such/file.pdf"_s} << 1;
        QTest::newRow("no folder")
            << QStringList{u"--format"_s, u"csv"_s, u"--output"_s, u"no/such/file.csv"_s} << 1;
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
