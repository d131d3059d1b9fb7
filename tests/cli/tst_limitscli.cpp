// Limits in money and the record of what was done, from the command line.

#include "tests/cli/clifixture.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

using namespace Qt::StringLiterals;
using namespace keyway;

class LimitsCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    CliRun run(const QStringList &arguments) const { return m_cli->run(arguments); }
    QJsonArray limits() const
    {
        return run({u"limits"_s, u"list"_s, u"--json"_s}).json().value("limits"_L1).toArray();
    }

    /// As a window would, after an hour that cost too much.
    QString raise(const QString &kind, qint64 at)
    {
        const QString id = u"019a9876-%1-7abc-8def-0123456789ab"_s.arg(at % 10'000, 4, 10, QChar(u'0'));
        {
            QSqlDatabase records = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"alerts"_s);
            records.setDatabaseName(m_cli->dir.filePath(u"keyway.db"_s));
            QSqlQuery query(records);
            if (!records.open()
                || !query.exec(
                    u"INSERT INTO alert VALUES ('%1', '%2', '%3', %3, %3, 6200000000, 400000000, "
                    "30, 'gateway', NULL, NULL)"_s.arg(id, kind)
                        .arg(at)))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"alerts"_s);
        return id;
    }
    QJsonArray alerts() const { return run({u"alerts"_s, u"--json"_s}).list(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
    }
    void cleanupTestCase() { m_cli.reset(); }

    void setsListsAndRemoves()
    {
        QVERIFY(run({u"limits"_s, u"list"_s}).out.startsWith("No limits yet."));
        VERIFY_EXIT(run({u"limits"_s, u"set"_s, u"everything"_s, u"--month"_s, u"20"_s, u"--day"_s,
                         u"2.5"_s}),
                    0);
        VERIFY_EXIT(run({u"limits"_s, u"set"_s, u"image"_s, u"--week"_s, u"3"_s, u"--then"_s,
                         u"fall-back"_s}),
                    0);
        VERIFY_EXIT(
            run({u"limits"_s, u"set"_s, u"first"_s, u"--month"_s, u"5"_s, u"--then"_s, u"warn"_s}),
            0);
        const QJsonArray all = limits();
        QCOMPARE(all.size(), 4);
        const QJsonObject own = all[0].toObject();
        QCOMPARE(own.value("scope"_L1), u"integration"_s);
        QCOMPARE(own.value("name"_L1), u"First"_s);
        QCOMPARE(own.value("reached"_L1), u"warn"_s);
        QCOMPARE(own.value("limit_nano"_L1).toInteger(), 5'000'000'000);
        const CliRun table = run({u"limits"_s, u"list"_s});
        QVERIFY2(table.text().contains(u"Images, all services"_s), table.out.constData());
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"everything"_s, u"--day"_s}), 0);
        QCOMPARE(limits().size(), 3);
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"image"_s}), 0);
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"image"_s}), 1);
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"everything"_s}), 0);
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"First"_s}), 0);
        QVERIFY(limits().isEmpty());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::newRow("no amount") << QStringList{u"everything"_s} << 2;
        QTest::newRow("no number") << QStringList{u"everything"_s, u"--day"_s, u"much"_s} << 2;
        QTest::newRow("no action")
            << QStringList{u"everything"_s, u"--day"_s, u"1"_s, u"--then"_s, u"explode"_s} << 2;
        QTest::newRow("no share") << QStringList{u"everything"_s, u"--day"_s, u"1"_s,
                                                 u"--warn-at"_s, u"0"_s}
                                  << 2;
        QTest::newRow("no program") << QStringList{u"app:nobody"_s, u"--day"_s, u"1"_s} << 1;
        QTest::newRow("nobody") << QStringList{u"nobody"_s, u"--day"_s, u"1"_s} << 1;
        QTest::newRow("no service") << QStringList{u"service:nobody"_s, u"--day"_s, u"1"_s} << 1;
    }
    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const CliRun used = run(QStringList{u"limits"_s, u"set"_s} + arguments);
        VERIFY_EXIT(used, exit);
        QVERIFY(!used.err.isEmpty());
        QVERIFY(limits().isEmpty());
    }

    void aLimitRefusesAndStopStops()
    {
        VERIFY_EXIT(run({u"limits"_s, u"set"_s, u"everything"_s, u"--day"_s, u"0"_s}), 0);
        const CliRun refused = run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(refused, 3);
        QVERIFY2(refused.told().contains(u"limit of $0.00 a day"_s), refused.err.constData());
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"everything"_s}), 0);
        VERIFY_EXIT(run({u"stop"_s}), 0);
        const CliRun stopped = run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(stopped, 3);
        QVERIFY2(stopped.told().contains(u"stopped all spending"_s), stopped.err.constData());
        VERIFY_EXIT(run({u"resume"_s}), 0);
        VERIFY_EXIT(run({u"ask"_s, u"Hello there"_s}), 0);
    }

    void aLimitThatAsks()
    {
        VERIFY_EXIT(
            run({u"limits"_s, u"set"_s, u"text"_s, u"--week"_s, u"0"_s, u"--then"_s, u"ask"_s}), 0);
        const CliRun explained = run({u"routing"_s, u"explain"_s, u"Hello there"_s});
        VERIFY_EXIT(explained, 0);
        QVERIFY2(explained.out.contains("which asks first"), explained.out.constData());
        const CliRun stopped = run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(stopped, 3);
        QVERIFY2(stopped.told().contains(u"--pass-limits"_s), stopped.err.constData());
        VERIFY_EXIT(run({u"ask"_s, u"--pass-limits"_s, u"Hello there"_s}), 0);
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"text"_s}), 0);
    }

    void aLimitOfAProgram()
    {
        VERIFY_EXIT(run({u"limits"_s, u"set"_s, u"app:window"_s, u"--day"_s, u"0"_s}), 0);
        VERIFY_EXIT(run({u"ask"_s, u"Hello there"_s}), 0);
        VERIFY_EXIT(run({u"limits"_s, u"set"_s, u"app:cli"_s, u"--day"_s, u"0"_s}), 0);
        const CliRun refused = run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(refused, 3);
        QVERIFY2(refused.told().contains(u"limit of $0.00 a day for this program"_s),
                 refused.err.constData());
        QVERIFY(run({u"limits"_s, u"list"_s}).out.contains("Command line, all services"));
        for (const QString &app : {u"app:window"_s, u"app:cli"_s})
            VERIFY_EXIT(run({u"limits"_s, u"remove"_s, app}), 0);
        VERIFY_EXIT(run({u"ask"_s, u"Hello there"_s}), 0);
    }

    void requestsAreLimited()
    {
        QVERIFY(run({u"rates"_s, u"list"_s}).out.startsWith("Requests are not limited."));
        VERIFY_EXIT(run({u"rates"_s, u"set"_s, u"first"_s, u"--requests"_s, u"60/minute"_s,
                         u"--burst"_s, u"10"_s, u"--at-once"_s, u"4"_s}),
                    0);
        VERIFY_EXIT(run({u"rates"_s, u"set"_s, u"app:cli"_s, u"--requests"_s, u"1/day"_s}), 0);
        const CliRun table = run({u"rates"_s, u"list"_s});
        QVERIFY2(table.text().contains(u"60 a minute, 10 in a burst, 4 at once"_s),
                 table.out.constData());
        const QJsonArray rates
            = run({u"rates"_s, u"list"_s, u"--json"_s}).json().value("rates"_L1).toArray();
        QCOMPARE(rates.size(), 2);
        QCOMPARE(rates[1].toObject().value("name"_L1), u"First"_s);
        QCOMPARE(rates[1].toObject().value("requests"_L1), 60);
        VERIFY_EXIT(run({u"ask"_s, u"Hello there"_s}), 0);
        const CliRun early = run({u"ask"_s, u"Hello there"_s});
        VERIFY_EXIT(early, 3);
        QVERIFY2(early.told().contains(u"requests no faster"_s), early.err.constData());
        VERIFY_EXIT(run({u"rates"_s, u"remove"_s, u"app:cli"_s}), 0);
        VERIFY_EXIT(run({u"rates"_s, u"remove"_s, u"app:cli"_s}), 1);
        VERIFY_EXIT(run({u"rates"_s, u"remove"_s, u"First"_s}), 0);
        for (const QString &wrong : {u"60"_s, u"x/minute"_s, u"0/minute"_s, u"5/week"_s})
            VERIFY_EXIT(run({u"rates"_s, u"set"_s, u"everything"_s, u"--requests"_s, wrong}), 2);
        VERIFY_EXIT(run({u"rates"_s, u"set"_s, u"everything"_s}), 2);
        VERIFY_EXIT(run({u"rates"_s, u"set"_s, u"app:zed"_s, u"--at-once"_s, u"1"_s}), 1);
    }

    void alertsAreListedAndAnswered()
    {
        QVERIFY(run({u"alerts"_s}).text().startsWith(u"Nothing unusual."_s));
        QVERIFY(alerts().isEmpty());
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const QString hour = raise(u"unusual-hour"_s, now);
        const QString prompt = raise(u"repeated-prompt"_s, now + 1);
        VERIFY_EXIT(run({u"limits"_s, u"set"_s, u"video"_s, u"--day"_s, u"0"_s}), 0);
        const CliRun listed = run({u"alerts"_s, u"list"_s});
        VERIFY_EXIT(listed, 0);
        for (const QString &part :
             {u"Videos, all services reached its limit"_s, u"An hour costs more than usual"_s,
              u"$6.20 between"_s, u"An app at the Local Gateway sends the same prompt"_s,
              hour.right(12), u"new"_s})
            QVERIFY2(listed.text().contains(part), listed.out.constData());
        QCOMPARE(alerts().size(), 2);
        const QJsonObject newest = alerts()[0].toObject();
        QCOMPARE(newest.value("id"_L1), prompt);
        QCOMPARE(newest.value("kind"_L1), u"repeated-prompt"_s);
        QCOMPARE(newest.value("times"_L1), 30);
        QVERIFY(newest.value("spent_nano"_L1).isNull());
        QCOMPARE(alerts()[1].toObject().value("spent_nano"_L1).toInteger(), 6'200'000'000);

        VERIFY_EXIT(run({u"alerts"_s, u"ack"_s, u"nothing-like-this"_s}), 1);
        VERIFY_EXIT(run({u"alerts"_s, u"ack"_s}), 2);
        VERIFY_EXIT(run({u"alerts"_s, u"seen"_s}), 0);
        QVERIFY(!alerts()[0].toObject().value("seen_at"_L1).isNull());
        QVERIFY(alerts()[0].toObject().value("acknowledged_at"_L1).isNull());
        VERIFY_EXIT(run({u"alerts"_s, u"ack"_s, prompt}), 0);
        QVERIFY(!alerts()[0].toObject().value("acknowledged_at"_L1).isNull());
        QVERIFY(alerts()[1].toObject().value("acknowledged_at"_L1).isNull());
        VERIFY_EXIT(run({u"alerts"_s, u"ack"_s, u"all"_s}), 0);
        QVERIFY(!alerts()[1].toObject().value("acknowledged_at"_L1).isNull());
        const QJsonArray answered
            = run({u"activity"_s, u"--group"_s, u"alert"_s, u"--json"_s}).list();
        QCOMPARE(answered.size(), 2);
        QCOMPARE(answered[0].toObject().value("subject"_L1), hour);
        VERIFY_EXIT(run({u"limits"_s, u"remove"_s, u"video"_s}), 0);
    }

    void theRecordTellsIt()
    {
        const QJsonArray stops
            = run({u"activity"_s, u"--group"_s, u"spending"_s, u"--json"_s}).list();
        QCOMPARE(stops.size(), 2);
        QCOMPARE(stops[0].toObject().value("name"_L1), u"spending.resumed"_s);
        QCOMPARE(stops[0].toObject().value("mark"_L1).toString().size(), 64);
        const CliRun answered
            = run({u"activity"_s, u"--group"_s, u"attempt"_s, u"--limit"_s, u"1"_s});
        VERIFY_EXIT(answered, 0);
        QVERIFY2(answered.text().contains(u"First · gpt-6-luna"_s), answered.out.constData());
        QVERIFY2(!answered.text().contains(u"Hello there"_s), answered.out.constData());
        const CliRun nothing = run({u"activity"_s, u"--match"_s, u"no such thing"_s});
        VERIFY_EXIT(nothing, 0);
        VERIFY_EXIT(run({u"audit"_s, u"verify"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(LimitsCliTest)
#include "tst_limitscli.moc"
