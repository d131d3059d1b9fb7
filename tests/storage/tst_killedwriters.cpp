#include "core/storage/billingzone.h"
#include "core/storage/limitstore.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>

#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

constexpr int leastReserved = 50; // cents
constexpr int mostReserved = 300;

/// `--settle FOLDER INTEGRATION`: starts and settles attempts, and names each one on standard
/// output only after settle() returned. Runs until it is killed.
int settleForEver(const QString &folder, const QString &integration)
{
    SystemClock clock;
    Records records(folder, clock);
    if (!records.ledger.resolveAbandoned())
        return 2;
    const auto one = records.integrations.byName(integration);
    if (!one)
        return 3;
    for (qint64 n = 1;; ++n) {
        const auto started = records.start(*one, Money::fromNano(1000));
        if (!started)
            return 4;
        if (!records.ledger.settle(
                Records::completed(*started, Money::fromNano(n), Money::fromNano(1))))
            return 5;
        std::printf("%s\n", qPrintable(started->recordId.toString()));
        std::fflush(stdout);
    }
}

/// `--reserve FOLDER INTEGRATION`: 200 reservations of one cent against a cap of ten dollars, or
/// with `--reserve-limited` against the limits that are stored. Prints how many it got.
int reserve(const QString &folder, const QString &integration, const QString &refusal,
            const std::optional<Money> &cap)
{
    SystemClock clock;
    Records records(folder, clock);
    const auto one = records.integrations.byName(integration);
    if (!one)
        return 3;
    RequestEntry request;
    request.startedAt = clock.now();
    request.id = Id::create(request.startedAt);
    if (const auto begun = records.ledger.beginRequest(request); !begun) {
        std::fprintf(stderr, "%s\n", problemOf(begun).constData());
        return 4;
    }
    int got = 0;
    for (int i = 1; i <= 200; ++i) {
        UsageRecord record = records.newRecord(*one);
        record.requestId = request.id;
        record.attempt = i;
        const auto started = records.ledger.startAttempt(record, Money::fromCents(1), cap);
        if (started)
            ++got;
        else if (started.error().reason() != refusal) {
            std::fprintf(stderr, "%s\n", problemOf(started).constData());
            return 5;
        }
    }
    std::printf("%d\n", got);
    return 0;
}

/// Reserves and settles amounts by chance until a limit refuses one.
int spendUntilRefused(const QString &folder, const QString &integration)
{
    SystemClock clock;
    Records records(folder, clock);
    const auto one = records.integrations.byName(integration);
    if (!one)
        return 3;
    QRandomGenerator *chance = QRandomGenerator::global();
    for (;;) {
        const int most = chance->bounded(leastReserved, mostReserved + 1);
        const auto started = records.start(*one, Money::fromCents(most));
        if (!started)
            return started.error().reason() == "over-limit"_L1 ? 0 : 4;
        const Money cost = Money::fromCents(chance->bounded(most + 1));
        if (!records.ledger.settle(Records::completed(*started, cost)))
            return 5;
    }
}

/// `--spend FOLDER INTEGRATION`: the same on two threads, as a window and a job of it would.
int spendOnTwoThreads(const QString &folder, const QString &integration)
{
    int other = -1;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { other = spendUntilRefused(folder, integration); }));
    thread->start();
    const int own = spendUntilRefused(folder, integration);
    thread->wait();
    return own != 0 ? own : other;
}

} // namespace

class TestKilledWriters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedRecordIsLost()
    {
        const int rounds = qMax(1, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
        TemporaryDataDir dir;
        SystemClock clock;
        {
            Records records(dir.path(), clock);
            VERIFY_RESULT(setBillingZone(*records.database, "UTC"_ba));
            records.addIntegration(u"A"_s);
        }
        QList<QByteArray> acknowledged;
        qint64 abandoned = 0;
        for (int round = 0; round < rounds; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(),
                         {u"--settle"_s, dir.path(), u"A"_s});
            QVERIFY(writer.waitForStarted());
            // One round in four may end before the database is open, the others among the records.
            if (round % 4 != 0)
                writer.waitForReadyRead(10'000);
            QTest::qSleep(QRandomGenerator::global()->bounded(1, 60));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            for (const QByteArray &line : writer.readAllStandardOutput().split('\n')) {
                if (line.size() == 36)
                    acknowledged.append(line);
            }
            if (round % 10 == 9 || round == rounds - 1) {
                Records records(dir.path(), clock);
                const auto resolved = records.ledger.resolveAbandoned();
                VERIFY_RESULT(resolved);
                abandoned += resolved->size();
                QCOMPARE(number(*records.database,
                                u"SELECT COUNT(*) FROM attempt WHERE outcome = 'started'"_s),
                         0);
                QCOMPARE(differences(*records.database), QString());
                const auto check = AuditTrail(*records.database).verify();
                VERIFY_RESULT(check);
                QCOMPARE(check->problem, AuditCheck::Problem::None);
            }
        }
        Records records(dir.path(), clock);
        VERIFY_RESULT(records.database->check());
        QSet<QByteArray> settled;
        VERIFY_RESULT(
            records.database->query(u"SELECT record_id FROM attempt WHERE outcome = 'completed'"_s,
                                    {}, [&settled](const Row &row) {
                                        settled.insert(row.text(0).toUtf8());
                                        return true;
                                    }));
        qint64 lost = 0;
        for (const QByteArray &id : std::as_const(acknowledged))
            lost += settled.contains(id) ? 0 : 1;
        QCOMPARE(lost, 0);
        QVERIFY(acknowledged.size() > rounds);
        const qint64 unknown = number(*records.database,
                                      u"SELECT COUNT(*) FROM attempt WHERE outcome = 'unknown'"_s);
        QVERIFY2(unknown > 0, "no kill hit a running attempt: this test would see nothing");
        qInfo("%d rounds: %lld records acknowledged, %lld settled, %lld abandoned and resolved, 0 "
              "lost",
              rounds, qint64(acknowledged.size()), qint64(settled.size()), unknown);
    }

    void aBudgetIsNeverOverspent()
    {
        TemporaryDataDir dir;
        SystemClock clock;
        Records records(dir.path(), clock);
        VERIFY_RESULT(setBillingZone(*records.database, "UTC"_ba));
        records.addIntegration(u"A"_s);
        const int granted = grantedTo(8, dir.path(), {u"A"_s}, u"--reserve"_s);
        QCOMPARE(granted, 1000); // of 1,600: all that fits, and not one more
        QCOMPARE(number(*records.database, u"SELECT reserved_nano FROM budget"_s),
                 Money::fromCents(1000).nano());
        QVERIFY2(longestWait(*records.database) < 150, "somebody was overtaken all the time");
        const auto resolved = records.ledger.resolveAbandoned();
        VERIFY_RESULT(resolved);
        QCOMPARE(resolved->size(), 1000);
        QCOMPARE(differences(*records.database), QString());
    }

    void limitsOverManyIntegrationsAreNeverOverspent()
    {
        TemporaryDataDir dir;
        SystemClock clock;
        Records records(dir.path(), clock);
        VERIFY_RESULT(setBillingZone(*records.database, "UTC"_ba));
        const Integration first = records.addIntegration(u"A"_s);
        records.addIntegration(u"B"_s, u"anthropic"_s);
        LimitStore limits(*records.database);
        guard::SpendingLimit all;
        all.most = Money::fromCents(600);
        VERIFY_RESULT(limits.set(all));
        guard::SpendingLimit one = all;
        one.scope = {guard::LimitScope::Kind::Service, u"openai"_s};
        one.period = guard::LimitPeriod::Day;
        one.most = Money::fromCents(250);
        VERIFY_RESULT(limits.set(one));
        // Part of it is spent already, and one attempt runs.
        const auto spent = records.start(first, Money::fromCents(50));
        VERIFY_RESULT(spent);
        VERIFY_RESULT(records.ledger.settle(Records::completed(*spent, Money::fromCents(40))));
        VERIFY_RESULT(records.start(first, Money::fromCents(10)));

        const int granted = grantedTo(8, dir.path(), {u"A"_s, u"B"_s}, u"--reserve-limited"_s);
        QCOMPARE(granted, 550); // of 1,600
        const QString reserved
            = u"SELECT SUM(reserved_nano) FROM attempt WHERE outcome = 'started' AND service = ?"_s;
        QVERIFY(number(*records.database, reserved, {u"openai"_s}) <= Money::fromCents(210).nano());
        const QDate today = billingDay(clock.now(), QTimeZone::utc());
        const auto state = limits.state(today);
        VERIFY_RESULT(state);
        QCOMPARE(state->limits.first().used(), Money::fromCents(600));
        // Who was killed leaves nothing reserved.
        VERIFY_RESULT(records.ledger.resolveAbandoned());
        const auto after = limits.state(today);
        VERIFY_RESULT(after);
        QCOMPARE(after->limits.first().used(), Money::fromCents(50));
    }

    void aLimitHoldsWhileSpendersAreKilled()
    {
        const int processes = qMax(2, qEnvironmentVariableIntValue("KEYWAY_TEST_PROCESSES"));
        const Money most = Money::fromCents(100'000);
        TemporaryDataDir dir;
        SystemClock clock;
        Records records(dir.path(), clock);
        VERIFY_RESULT(setBillingZone(*records.database, "UTC"_ba));
        records.addIntegration(u"A"_s);
        LimitStore limits(*records.database);
        guard::SpendingLimit all;
        all.most = most;
        VERIFY_RESULT(limits.set(all));
        const auto used = [&] {
            return limits.state(billingDay(clock.now(), QTimeZone::utc()))->limits.first();
        };

        std::vector<std::unique_ptr<QProcess>> spenders;
        const auto start = [&](std::unique_ptr<QProcess> &place) {
            place = std::make_unique<QProcess>();
            place->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            place->start(QCoreApplication::applicationFilePath(),
                         {u"--spend"_s, dir.path(), u"A"_s});
        };
        for (int i = 0; i < processes; ++i)
            start(spenders.emplace_back());
        int killed = 0;
        qint64 abandoned = 0;
        Money highest;
        const auto runs = [](const auto &one) { return one->state() != QProcess::NotRunning; };
        while (std::any_of(spenders.begin(), spenders.end(), runs)) {
            QTest::qWait(40);
            const guard::LimitUse now = used();
            highest = std::max(highest, now.used());
            QVERIFY2(now.used() <= most, qPrintable(QString::number(now.used().nano())));
            auto &victim = spenders.at(QRandomGenerator::global()->bounded(processes));
            if (killed < 2 * processes && runs(victim)) {
                victim->kill();
                QVERIFY(victim->waitForFinished());
                ++killed;
                start(victim);
            }
            if (killed % 8 == 7) {
                // As every running program does it each five minutes.
                const auto resolved = records.ledger.resolveAbandoned();
                VERIFY_RESULT(resolved);
                abandoned += resolved->size();
            }
        }
        for (const auto &spender : spenders) {
            QCOMPARE(spender->exitStatus(), QProcess::NormalExit);
            QCOMPARE(spender->exitCode(), 0);
        }
        const auto last = records.ledger.resolveAbandoned();
        VERIFY_RESULT(last);
        abandoned += last->size();
        QVERIFY2(killed > 0 && abandoned > 0, "no kill hit a running attempt: nothing was seen");
        QCOMPARE(used().reserved, Money());
        QVERIFY(used().spent <= most);
        // It was used up, but for what one more could not have had.
        QVERIFY(highest > most - Money::fromCents(mostReserved));
        QCOMPARE(differences(*records.database), QString());
        qInfo("%d processes of two threads, %d killed, %lld attempts abandoned and resolved: at "
              "most %lld of 100,000 cents",
              processes, killed, abandoned, highest.nano() / Money::fromCents(1).nano());
    }

private:
    /// What so many processes got at once, the integrations in turn; -1 where one of them failed.
    static int grantedTo(int count, const QString &folder, const QStringList &integrations,
                         const QString &how)
    {
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < count; ++i) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            processes.back()->start(QCoreApplication::applicationFilePath(),
                                    {how, folder, integrations.at(i % integrations.size())});
        }
        int granted = 0;
        for (const auto &process : processes) {
            if (!process->waitForFinished(100'000) || process->exitCode() != 0)
                return -1;
            granted += process->readAllStandardOutput().trimmed().toInt();
        }
        return granted;
    }

    /// How many rows others wrote between two rows of the one who waited longest. Each has a
    /// request of its own.
    static int longestWait(Database &database)
    {
        int row = 0;
        int longest = 0;
        QHash<QString, int> last;
        const auto read = database.query(u"SELECT request_id FROM attempt ORDER BY rowid"_s, {},
                                         [&](const Row &one) {
                                             const QString who = one.text(0);
                                             const int wait = row - last.value(who, row);
                                             longest = qMax(longest, wait);
                                             last[who] = ++row;
                                             return true;
                                         });
        if (!read)
            return std::numeric_limits<int>::max();
        qInfo("longest wait: %d rows of %d", longest, row);
        return longest;
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--settle"_s)
        return settleForEver(arguments.at(2), arguments.at(3));
    if (arguments.size() == 4 && arguments.at(1) == u"--reserve"_s)
        return reserve(arguments.at(2), arguments.at(3), u"over-budget"_s, Money::fromCents(1000));
    if (arguments.size() == 4 && arguments.at(1) == u"--reserve-limited"_s)
        return reserve(arguments.at(2), arguments.at(3), u"over-limit"_s, {});
    if (arguments.size() == 4 && arguments.at(1) == u"--spend"_s)
        return spendOnTwoThreads(arguments.at(2), arguments.at(3));
    TestKilledWriters test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedwriters.moc"
