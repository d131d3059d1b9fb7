#include "tests/reliability/askforever.h"
#include "tests/reliability/crashledger.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>

using namespace keyway;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;
using std::chrono::milliseconds;

namespace {

constexpr int roundsInAFolder = 50;

/// How often a kill hit what it was aimed at.
struct Hits {
    qint64 rounds = 0;
    qint64 beforeAnything = 0; ///< the program died before its first attempt
    qint64 beforeSending = 0; ///< row written, no service saw the request
    qint64 waiting = 0; ///< the service saw it, no text yet
    qint64 streaming = 0;
    qint64 settled = 0; ///< in the ledger for good, and killed before it could say so
    qint64 answered = 0; ///< `keyway ask` that ended before its kill
    qint64 promised = 0;
    qint64 rows = 0;
    qint64 fallbacks = 0; ///< rows beyond the first of their request
};

struct Ran {
    int exitCode = -1;
    bool crashed = false;
    QByteArray output;
    QByteArray errors;
};

} // namespace

class TestKilledAsks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        bool given = false;
        const uint seed = qEnvironmentVariable("KEYWAY_TEST_SEED").toUInt(&given);
        const quint32 chosen = given ? seed : QRandomGenerator::global()->generate();
        qInfo("KEYWAY_TEST_SEED=%u", chosen);
        m_random.seed(chosen);
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"KEYWAY_KEY_FIRST"_s, u"sk-test-first"_s);
        m_environment.insert(u"KEYWAY_KEY_SECOND"_s, u"sk-test-second"_s);
        VERIFY_RESULT(m_first.start());
        VERIFY_RESULT(m_second.start());
    }

    void nothingPromisedIsLost()
    {
        const int rounds = qMax(1, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
        QElapsedTimer time;
        time.start();
        for (int round = 0; round < rounds && !QTest::currentTestFailed();)
            round += runFolder(qMin(roundsInAFolder, rounds - round), round);
        if (QTest::currentTestFailed())
            return;
        qInfo(
            "%lld kills in %lld s: %lld records promised, 0 lost or changed; %lld rows, %lld of "
            "them fallbacks. Killed before the first attempt %lld times; attempts in flight: "
            "%lld before sending, %lld waiting for the answer, %lld while streaming; %lld settled "
            "and not told yet. %lld times keyway ask ended first",
            m_hits.rounds, time.elapsed() / 1000, m_hits.promised, m_hits.rows, m_hits.fallbacks,
            m_hits.beforeAnything, m_hits.beforeSending, m_hits.waiting, m_hits.streaming,
            m_hits.settled, m_hits.answered);
        // Fewer would prove little. A busy machine promises fewer than an idle one.
        QVERIFY(m_hits.promised > rounds / 4);
        QVERIFY(m_hits.fallbacks > 0);
        QVERIFY(m_hits.beforeAnything > 0);
        QVERIFY(m_hits.answered > 0);
        QVERIFY(m_hits.answered < rounds / 2);
        QVERIFY(m_hits.waiting > 0);
        QVERIFY(m_hits.streaming > 0);
        if (rounds >= 500) {
            // Windows of a millisecond: a few rounds may miss them.
            QVERIFY(m_hits.beforeSending > 0);
            QVERIFY(m_hits.settled > 0);
        }
    }

private:
    /// One data folder from its first integration to its last kill; the number of rounds.
    int runFolder(int rounds, int firstRound)
    {
        TemporaryDataDir dir;
        CrashLedger told;
        m_first.clear();
        m_second.clear();
        addIntegrations(dir.path());
        measure(dir.path());
        for (int i = 0; i < rounds && !QTest::currentTestFailed(); ++i) {
            misbehave(m_first);
            misbehave(m_second);
            const QString name = QString::number(firstRound + i);
            if (i % 2 == 0)
                killEngine(dir.path(), name, told);
            else
                killCommandLine(dir.path(), name, told);
            ++m_hits.rounds;
            if (!QTest::currentTestFailed())
                inspect(dir.path(), told, i == rounds - 1);
            if (QTest::currentTestFailed())
                qWarning("failed after round %d", firstRound + i);
        }
        return rounds;
    }

    Ran keyway(const QString &folder, const QStringList &arguments, int killAfter = -1)
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(qEnvironmentVariable("KEYWAY_BIN_DIR") + "/keyway"_L1,
                      QStringList{u"--data-dir"_s, folder} + arguments);
        Ran ran;
        if (!process.waitForStarted())
            return ran;
        if (killAfter < 0 || !process.waitForFinished(killAfter)) {
            if (killAfter >= 0)
                process.kill();
            if (!process.waitForFinished(30'000))
                process.kill();
        }
        ran.crashed = process.exitStatus() == QProcess::CrashExit;
        ran.exitCode = process.exitCode();
        ran.output = process.readAllStandardOutput();
        ran.errors = process.readAllStandardError();
        return ran;
    }

    void addIntegrations(const QString &folder)
    {
        const QList<QStringList> wanted{
            {u"openai"_s, u"First"_s, m_first.url(u"/v1"_s).toString(), u"gpt-6-luna"_s},
            {u"anthropic"_s, u"Second"_s, m_second.url().toString(), u"claude-haiku-5-5"_s}};
        for (const QStringList &one : wanted) {
            const Ran added = keyway(folder,
                                     {u"integrations"_s, u"add"_s, one.at(0), u"--name"_s,
                                      one.at(1), u"--base-url"_s, one.at(2), u"--model"_s,
                                      one.at(3), u"--no-test"_s, u"--from-environment"_s});
            QVERIFY2(added.exitCode == 0, added.errors.constData());
        }
    }

    /// How long an answer takes on this machine, so that kills fall before and after its end.
    void measure(const QString &folder)
    {
        m_first.setDefaultBehaviour({});
        QElapsedTimer time;
        time.start();
        const Ran ran = keyway(folder, {u"ask"_s, u"[measured]"_s, u"--json"_s});
        QVERIFY2(ran.exitCode == 0, ran.errors.constData());
        m_usualMs = static_cast<int>(time.elapsed());
    }

    /// Another pace and another trouble for each round, so that kills fall on everything.
    void misbehave(ProviderSimulator &service)
    {
        static const QList<Fault> faults{
            Fault::answers(500),
            Fault::answers(529),
            Fault::answers(429, {}, {simulator::RetryAfter::Form::Milliseconds, milliseconds(30)}),
            Fault::of(Fault::Kind::Close),
            Fault::of(Fault::Kind::CutAfterWords, 3),
            Fault::of(Fault::Kind::ErrorAfterWords, 0),
            Fault::of(Fault::Kind::BadJson, 2),
        };
        Behaviour behaviour;
        behaviour.headersDelay = milliseconds(m_random.bounded(20));
        behaviour.firstByteDelay = milliseconds(m_random.bounded(20));
        behaviour.chunkDelay = milliseconds(m_random.bounded(8));
        if (m_random.bounded(2) == 0) {
            behaviour.fault = faults.at(m_random.bounded(faults.size()));
            behaviour.faultTimes = m_random.bounded(8); // 0: always
        }
        service.setDefaultBehaviour(behaviour);
    }

    void killEngine(const QString &folder, const QString &name, CrashLedger &told)
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {u"--ask"_s, folder, name});
        QVERIFY(process.waitForStarted());
        // One round in five may end while the folder is opened.
        const bool early = m_hits.rounds % 10 == 0;
        if (!early)
            QVERIFY(process.waitForReadyRead(20'000));
        QTest::qSleep(1 + m_random.bounded(early ? 25 : 200));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QByteArray said = process.readAllStandardOutput();
        m_hits.beforeAnything += said.contains("started") ? 0 : 1;
        const qint64 before = told.promised();
        told.hear(said);
        m_hits.promised += told.promised() - before;
    }

    void killCommandLine(const QString &folder, const QString &name, CrashLedger &told)
    {
        const Ran ran
            = keyway(folder, {u"ask"_s, u"[%1]"_s.arg(name), u"--json"_s, u"--allow-double-bill"_s},
                     1 + m_random.bounded(4 * m_usualMs));
        const QJsonObject answer = QJsonDocument::fromJson(ran.output).object();
        if (answer.isEmpty())
            return;
        ++m_hits.answered;
        const qint64 before = told.promised();
        told.hearAnswer(answer);
        m_hits.promised += told.promised() - before;
    }

    /// What a fresh process and a look into the file say after a kill.
    void inspect(const QString &folder, const CrashLedger &told, bool last)
    {
        // The months of the first and of this round: a run may cross midnight.
        QHash<QString, QJsonObject> rows;
        for (const QString &month : monthsSince(m_began)) {
            const Ran ran
                = keyway(folder, {u"usage"_s, u"--records"_s, u"--json"_s, u"--month"_s, month});
            QVERIFY2(ran.exitCode == 0, ran.errors.constData());
            const QJsonObject usage = QJsonDocument::fromJson(ran.output).object();
            QVERIFY(!usage.isEmpty());
            const QString difference = sumsOf(usage, &rows);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        const QString problem = told.compare(rows);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));

        const Ran audit = keyway(folder, {u"audit"_s, u"verify"_s, u"--json"_s});
        QVERIFY2(audit.exitCode == 0, audit.output + audit.errors);
        // Everybody is dead, and the last one tidied up.
        QCOMPARE(QDir(folder + "/sessions"_L1).entryList(QDir::Files | QDir::Hidden),
                 QStringList());

        SystemClock clock;
        const auto database
            = openDatabase(folder + "/keyway.db"_L1, clock, Database::Access::ReadOnly);
        QCOMPARE(differences(*database), QString());
        QCOMPARE(number(*database, u"SELECT IFNULL(SUM(reserved_nano), 0) FROM budget"_s), 0);
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM outbox"_s), rows.size());
        QCOMPARE(number(*database,
                        u"SELECT COUNT(*) FROM conversation c WHERE platform_cost_nano <> (SELECT "
                        "IFNULL(SUM(a.platform_cost_nano), 0) FROM attempt a JOIN request r ON "
                        "r.id = a.request_id WHERE r.conversation_id = c.id)"_s),
                 0);
        // A request is written with its first attempt, or when it was given up while it waited for
        // services of which none would take it.
        QCOMPARE(number(*database,
                        u"SELECT COUNT(*) FROM request WHERE id NOT IN (SELECT request_id FROM "
                        "attempt) AND json_extract(plan, '$.candidates[0].reason') NOT LIKE "
                        "'%-last'"_s),
                 0);
        if (!last)
            return;
        VERIFY_RESULT(database->check());
        count(told, rows);
    }

    static QStringList monthsSince(const QDate &began)
    {
        QStringList months{began.toString(u"yyyy-MM"_s)};
        const QString now = QDateTime::currentDateTimeUtc().date().toString(u"yyyy-MM"_s);
        if (!months.contains(now))
            months.append(now);
        return months;
    }

    /// Adds the rows to `rows`; says where the sums, which come from the rollup, differ from them.
    static QString sumsOf(const QJsonObject &usage, QHash<QString, QJsonObject> *rows)
    {
        QHash<QString, std::pair<qint64, qint64>> services;
        std::pair<qint64, qint64> all{0, 0};
        for (const QJsonValue &value : usage.value("records"_L1).toArray()) {
            const QJsonObject row = value.toObject();
            rows->insert(row.value("record_id"_L1).toString(), row);
            auto &service = services[row.value("service"_L1).toString()];
            for (auto *sum : {&service, &all}) {
                sum->first += row.value("platform_cost_nano"_L1).toInteger();
                sum->second += row.value("platform_fee_nano"_L1).toInteger();
            }
        }
        const auto costOf = [](const QJsonObject &sums) {
            return std::pair(sums.value("platform_cost_nano"_L1).toInteger(),
                             sums.value("platform_fee_nano"_L1).toInteger());
        };
        if (costOf(usage) != all)
            return u"the sums differ from the rows"_s;
        for (const QJsonValue &value : usage.value("by_service"_L1).toArray()) {
            const QJsonObject sums = value.toObject();
            if (costOf(sums) != services.take(sums.value("service"_L1).toString()))
                return u"the sums differ from the rows: "_s + sums.value("service"_L1).toString();
        }
        for (const auto &left : std::as_const(services)) {
            if (left.first != 0 || left.second != 0)
                return u"a service is missing from the sums"_s;
        }
        return {};
    }

    /// Which moments the kills of a folder hit.
    void count(const CrashLedger &told, const QHash<QString, QJsonObject> &rows)
    {
        QHash<QString, QByteArray> seen; // by integration, what its service was asked
        for (const auto &request : m_first.requests())
            seen[u"First"_s] += request.body;
        for (const auto &request : m_second.requests())
            seen[u"Second"_s] += request.body;
        for (auto it = told.attempts().cbegin(); it != told.attempts().cend(); ++it) {
            if (!it->end.isEmpty())
                continue;
            if (rows.value(it.key()).value("outcome"_L1) != "unknown"_L1)
                ++m_hits.settled;
            else if (it->textSeen)
                ++m_hits.streaming;
            else if (seen.value(it->integration).contains(it->prompt))
                ++m_hits.waiting;
            else
                ++m_hits.beforeSending;
        }
        m_hits.rows += rows.size();
        for (const QJsonObject &row : rows)
            m_hits.fallbacks += row.value("attempt"_L1).toInteger() > 1 ? 1 : 0;
    }

    ProviderSimulator m_first;
    ProviderSimulator m_second;
    QProcessEnvironment m_environment;
    QRandomGenerator m_random;
    Hits m_hits;
    const QDate m_began = QDateTime::currentDateTimeUtc().date();
    int m_usualMs = 0; ///< of an answered `keyway ask`
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--ask"_s)
        return askForEver(arguments.at(2), arguments.at(3));
    TestKilledAsks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedasks.moc"
