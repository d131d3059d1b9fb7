// The record of everything, from the terminal: what it shows, what it writes for others, and that
// nobody changes it unseen.

#include "tests/cli/clifixture.h"
#include "tests/support/filebytes.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestAuditCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cli = std::make_unique<CliFixture>();
        m_cli->environment.insert(u"LD_PRELOAD"_s, QStringLiteral(KEYWAY_SHIFTED_TIME));
        m_cli->environment.insert(u"KEYWAY_TEST_TIME_SHIFT"_s, shiftFile());
        shiftDays(0);
        m_cli->addBoth();
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hello"_s}), 0);
        VERIFY_EXIT(m_cli->run({u"limits"_s, u"set"_s, u"everything"_s, u"--month"_s, u"20"_s}), 0);
    }

    void filters_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("newest");
        QTest::addColumn<int>("entries"); // -1: some
        const auto row
            = [](const char *name, const QStringList &options, const QString &newest,
                 int entries = -1) { QTest::newRow(name) << options << newest << entries; };
        row("all", {}, u"limit.set"_s);
        row("a group", {u"--group"_s, u"attempt"_s}, u"attempt.settled"_s, 1);
        row("two groups", {u"--group"_s, u"attempt"_s, u"--group"_s, u"limit"_s}, u"limit.set"_s,
            2);
        row("a program", {u"--by"_s, u"cli"_s}, u"attempt.settled"_s, 1);
        row("another program", {u"--by"_s, u"window"_s}, {}, 0);
        row("an integration", {u"--by"_s, u"Second"_s}, u"models.refreshed"_s);
        row("a service", {u"--by"_s, u"anthropic"_s}, u"models.refreshed"_s);
        row("from tomorrow on", {u"--since"_s, day(1)}, {}, 0);
        row("until yesterday", {u"--until"_s, day(-1)}, {}, 0);
        row("today", {u"--since"_s, day(0), u"--until"_s, day(0)}, u"limit.set"_s);
        row("the newest", {u"--limit"_s, u"1"_s}, u"limit.set"_s, 1);
    }
    void filters()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, newest);
        QFETCH(int, entries);
        const CliRun run = m_cli->run(QStringList{u"activity"_s, u"--json"_s} + options);
        VERIFY_EXIT(run, 0);
        const QJsonArray list = run.list();
        QCOMPARE(list.at(0).toObject().value("name"_L1).toString(), newest);
        QVERIFY(entries < 0 ? !list.isEmpty() : list.size() == entries);
    }

    void wrongDaysAreTold()
    {
        VERIFY_EXIT(m_cli->run({u"activity"_s, u"--since"_s, u"yesterday"_s}), 2);
        VERIFY_EXIT(m_cli->run({u"activity"_s, u"export"_s, u"--format"_s, u"focus"_s}), 2);
        VERIFY_EXIT(m_cli->run({u"audit"_s, u"seals"_s, u"--copy"_s, u"/no/such/dir/seals"_s}), 2);
    }

    void writesItForOthers()
    {
        const int entries
            = int(m_cli->run({u"activity"_s, u"--json"_s, u"--limit"_s, u"999"_s}).list().size());
        const QString csv = m_cli->dir.filePath(u"record.csv"_s);
        VERIFY_EXIT(m_cli->run({u"activity"_s, u"export"_s, csv}), 0);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("entry,at,name,subject,integration,model,app,facts,mark\r\n"),
                 text.constData());
        QCOMPARE(text.count("\r\n"), entries + 1);
        QVERIFY(text.contains(",gpt-6-luna,cli,"));

        const CliRun lines = m_cli->run({u"activity"_s, u"export"_s, u"--group"_s, u"limit"_s});
        VERIFY_EXIT(lines, 0);
        const QJsonObject only = lines.json(); // one line
        QCOMPARE(only.value("name"_L1).toString(), u"limit.set"_s);
        const QString path = m_cli->dir.filePath(u"record"_s);
        const CliRun told
            = m_cli->run({u"activity"_s, u"export"_s, u"--output"_s, path, u"--json"_s});
        VERIFY_EXIT(told, 0);
        QCOMPARE(told.json().value("format"_L1).toString(), u"jsonl"_s);
        QCOMPARE(told.json().value("records"_L1).toInt(), entries);
        VERIFY_EXIT(m_cli->run({u"activity"_s, u"export"_s, m_cli->dir.path()}), 1);
    }

    void daysAreSealedHereAndThere()
    {
        const QString copy = m_cli->dir.filePath(u"usb stick/keyway.seals"_s);
        QVERIFY(QDir().mkdir(QFileInfo(copy).absolutePath()));
        VERIFY_EXIT(m_cli->run({u"audit"_s, u"seals"_s, u"--copy"_s, copy}), 0);
        for (int days = 1; days <= 3; ++days) {
            shiftDays(days);
            VERIFY_EXIT(m_cli->run({u"limits"_s, u"set"_s, u"everything"_s, u"--month"_s,
                                    QString::number(20 + days)}),
                        0);
        }
        const CliRun fine = m_cli->run({u"audit"_s, u"verify"_s, u"--json"_s});
        VERIFY_EXIT(fine, 0);
        QCOMPARE(fine.json().value("seals"_L1).toInt(), 3);
        QCOMPARE(fine.json().value("vouched_for"_L1), true);
        QCOMPARE(linesOf(copy), 3);
        QCOMPARE(linesOf(beside()), 3);
        QVERIFY(m_cli->run({u"audit"_s, u"verify"_s}).text().contains(u"3 daily seals match"_s));
        QVERIFY(m_cli->run({u"activity"_s}).text().contains(u"Day sealed"_s));

        const QString putAway = m_cli->dir.filePath(u"put away"_s);
        QVERIFY(QFile::copy(copy, putAway));
        const QStringList against{u"audit"_s, u"verify"_s, u"--seals"_s, putAway, u"--json"_s};
        const CliRun held = m_cli->run(against);
        VERIFY_EXIT(held, 0);
        QCOMPARE(held.json().value("seal_files"_L1).toArray().size(), 3);
        QByteArray lines = bytesOf(putAway);
        lines[40] = lines.at(40) == '0' ? '1' : '0';
        writeBytes(putAway, lines);
        VERIFY_EXIT(m_cli->run(against), 1);
        VERIFY_EXIT(m_cli->run({u"audit"_s, u"verify"_s, u"--seals"_s, putAway + u"?"_s}), 1);

        QVERIFY(QFile::rename(beside(), beside() + u".away"_s));
        const CliRun gone = m_cli->run({u"audit"_s, u"verify"_s});
        VERIFY_EXIT(gone, 1);
        QVERIFY2(gone.text().startsWith(u"Seals of the record are gone."_s), gone.out.constData());
        QVERIFY(m_cli->run({u"doctor"_s}).text().contains(u"Seals of the record are gone."_s));
        const QJsonArray files = m_cli->run({u"audit"_s, u"seals"_s, u"--json"_s}).list();
        QCOMPARE(files.at(0).toObject().value("state"_L1).toString(), u"missing"_s);
        QCOMPARE(files.at(1).toObject().value("state"_L1).toString(), u"fits"_s);
        VERIFY_EXIT(m_cli->run({u"audit"_s, u"reseal"_s}), 1); // nobody there to say yes
        VERIFY_EXIT(m_cli->run({u"audit"_s, u"reseal"_s, u"--yes"_s}), 0);
        VERIFY_EXIT(m_cli->run({u"audit"_s, u"verify"_s}), 0);
        QVERIFY(QFile::rename(beside() + u".away"_s, beside() + u".old"_s));
    }

    void changesAreTold()
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forger"_s);
            database.setDatabaseName(m_cli->dir.filePath(u"keyway.db"_s));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"DROP TRIGGER audit_is_final"_s));
            QVERIFY(query.exec(u"UPDATE audit SET facts = '{}' WHERE sequence = 3"_s));
        }
        QSqlDatabase::removeDatabase(u"forger"_s);
        const CliRun found = m_cli->run({u"audit"_s, u"verify"_s});
        VERIFY_EXIT(found, 1);
        QVERIFY2(found.text().startsWith(u"Entry 3 does not fit the one before it."_s),
                 found.out.constData());
        QVERIFY(found.text().contains(u"Entry 2: "_s) && found.text().contains(u"Entry 3: "_s));
        const QJsonObject json = m_cli->run({u"audit"_s, u"verify"_s, u"--json"_s}).json();
        QCOMPARE(json.value("problem"_L1).toString(), u"changed"_s);
        QCOMPARE(json.value("first_bad"_L1).toInt(), 3);
    }

private:
    static QString day(int fromToday)
    {
        return QDate::currentDate().addDays(fromToday).toString(Qt::ISODate);
    }
    QString shiftFile() const { return m_cli->dir.filePath(u"shift"_s); }
    QString beside() const { return m_cli->dir.filePath(u"audit.seals"_s); }

    void shiftDays(int days)
    {
        const qint64 seconds = days * 24LL * 3600;
        QFile file(shiftFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char *>(&seconds), sizeof seconds);
    }

    static int linesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : -1;
    }

    std::unique_ptr<CliFixture> m_cli;
};

QTEST_GUILESS_MAIN(TestAuditCli)
#include "tst_auditcli.moc"
