#include "core/routing/health.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::routing;
using std::chrono::milliseconds;

namespace {

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

QDateTime at(qint64 seconds)
{
    return noon.addSecs(seconds);
}

AttemptNews news(AttemptNews::Kind kind, qint64 seconds)
{
    AttemptNews result;
    result.kind = kind;
    result.startedAt = at(seconds - 1);
    result.endedAt = at(seconds);
    if (kind == AttemptNews::Kind::Failure)
        result.error = Error::Kind::Overloaded;
    return result;
}

AttemptNews answer(qint64 seconds, qint64 firstTokenMs = 400, qint64 tokens = 100)
{
    AttemptNews result = news(AttemptNews::Kind::Answer, seconds);
    result.firstTokenMs = firstTokenMs;
    result.durationMs = firstTokenMs + 1000;
    result.outputTokens = tokens;
    return result;
}

ModelHealth failed(int times, qint64 until = 0)
{
    ModelHealth health;
    for (int i = times - 1; i >= 0; --i)
        health = afterAttempt(health, news(AttemptNews::Kind::Failure, until - i));
    return health;
}

} // namespace

/// The circuit breaker and what is measured, as pure functions of time.
class TestModelHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeFailuresInARowOpenIt()
    {
        QCOMPARE(circuitOf(failed(2), at(1)), Circuit::Closed);
        const ModelHealth health = failed(3);
        QCOMPARE(circuitOf(health, at(1)), Circuit::Open);
        QCOMPARE(health.failingSince, at(-3));
        QCOMPARE(health.lastFailure, Error::Kind::Overloaded);
        QCOMPARE(circuitOf(health, at(59)), Circuit::Open);
        QCOMPARE(circuitOf(health, at(60)), Circuit::HalfOpen);
    }

    void anAnswerBetweenStartsAgain()
    {
        ModelHealth health = afterAttempt(failed(2), answer(1));
        health = afterAttempt(health, news(AttemptNews::Kind::Failure, 2));
        QCOMPARE(health.failuresInARow, 1);
        QCOMPARE(circuitOf(health, at(3)), Circuit::Closed);
    }

    void eachFailedProbeDoublesThePause()
    {
        ModelHealth health = failed(3);
        qint64 now = 0;
        for (const int pause : {60, 120, 240, 300, 300, 300}) {
            QCOMPARE(circuitOf(health, at(now + pause - 1)), Circuit::Open);
            QCOMPARE(circuitOf(health, at(now + pause)), Circuit::HalfOpen);
            now += pause;
            health.probeUntil = at(now + 10);
            QVERIFY(isProbed(health, at(now)));
            health = afterAttempt(health, news(AttemptNews::Kind::Failure, now));
            QVERIFY(!isProbed(health, at(now)));
        }
        QCOMPARE(health.failingSince, at(-3));
        health = afterAttempt(health, answer(now + 300));
        QCOMPARE(circuitOf(health, at(now + 300)), Circuit::Closed);
        QVERIFY(!health.failingSince);
        health = afterAttempt(health, news(AttemptNews::Kind::Failure, now + 301));
        health = afterAttempt(health, news(AttemptNews::Kind::Failure, now + 302));
        health = afterAttempt(health, news(AttemptNews::Kind::Failure, now + 303));
        QCOMPARE(circuitOf(health, at(now + 303 + 60)), Circuit::HalfOpen); // the first pause again
    }

    void whatWasSentBeforeItOpenedMakesNoPauseLonger()
    {
        ModelHealth health = failed(3);
        const std::optional<QDateTime> until = health.openUntil;
        for (int i = 1; i < 30; ++i)
            health = afterAttempt(health, news(AttemptNews::Kind::Failure, i));
        QCOMPARE(health.openUntil, until);
        QCOMPARE(health.timesOpened, 1);
        // An answer that was on its way closes it.
        QCOMPARE(circuitOf(afterAttempt(health, answer(31)), at(31)), Circuit::Closed);
    }

    void onlyTheServiceIsBlamed_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("kind");
        using K = Error::Kind;
        using N = AttemptNews::Kind;
        const auto row = [](const char *name, Outcome outcome, K error, N kind) {
            QTest::newRow(name) << int(outcome) << int(error) << int(kind);
        };
        row("overloaded", Outcome::Failed, K::Overloaded, N::Failure);
        row("network", Outcome::Failed, K::Network, N::Failure);
        row("no answer in time", Outcome::Unknown, K::Timeout, N::Failure);
        row("not understood", Outcome::Unknown, K::Protocol, N::Failure);
        row("certificate", Outcome::Failed, K::Untrusted, N::Failure);
        row("too fast", Outcome::Failed, K::RateLimited, N::Busy);
        row("bad key", Outcome::Failed, K::Auth, N::Nothing);
        row("out of money", Outcome::Failed, K::Quota, N::Nothing);
        row("model gone", Outcome::Failed, K::Gone, N::Nothing);
        row("bad request", Outcome::Failed, K::Rejected, N::Nothing);
        row("our limit", Outcome::Failed, K::Budget, N::Nothing);
        row("our keychain", Outcome::Failed, K::Keychain, N::Nothing);
        row("cancelled", Outcome::Cancelled, K::Cancelled, N::Nothing);
    }
    void onlyTheServiceIsBlamed()
    {
        QFETCH(int, outcome);
        QFETCH(int, error);
        QFETCH(int, kind);
        UsageRecord record;
        record.outcome = Outcome(outcome);
        record.errorKind = Error::Kind(error);
        record.firstTokenMs = 100; // of an attempt that did not answer: no measurement
        const AttemptNews told = newsOf(record, noon, std::nullopt);
        QCOMPARE(int(told.kind), kind);
        QVERIFY(!told.firstTokenMs);
        record.errorKind.reset(); // left behind by a crash of ours
        QCOMPARE(newsOf(record, noon, std::nullopt).kind, AttemptNews::Kind::Nothing);
    }

    void aRefusalIsAnAnswerWithoutASpeed()
    {
        UsageRecord record;
        record.outcome = Outcome::Refused;
        record.firstTokenMs = 100;
        const AttemptNews told = newsOf(record, noon, std::nullopt);
        QCOMPARE(told.kind, AttemptNews::Kind::Answer);
        QVERIFY(!told.firstTokenMs);
    }

    void aBusyOneRestsAsLongAsItAsks()
    {
        AttemptNews busy = news(AttemptNews::Kind::Busy, 0);
        QCOMPARE(restOf(afterAttempt({}, busy), at(0)), milliseconds(5000));
        busy.rest = milliseconds(22'000);
        ModelHealth health = afterAttempt({}, busy);
        QCOMPARE(restOf(health, at(2)), milliseconds(20'000));
        QCOMPARE(restOf(health, at(22)), milliseconds(0));
        QCOMPARE(circuitOf(health, at(2)), Circuit::Closed);
        busy.rest = milliseconds(1000); // a shorter one later takes nothing back
        health = afterAttempt(health, busy);
        QCOMPARE(restOf(health, at(2)), milliseconds(20'000));
        // Not for ever, whatever a service or a clock says.
        busy.rest = milliseconds(std::chrono::hours(24 * 365));
        QCOMPARE(restOf(afterAttempt({}, busy), at(0)), std::chrono::hours(24));
        QCOMPARE(restOf(afterAttempt({}, busy), noon.addDays(-3)), milliseconds(0));
        // It works: a row of failures ends, and a probe has succeeded.
        QCOMPARE(afterAttempt(failed(3), busy).failuresInARow, 0);
    }

    void nothingLeftOfTheRateAfterAnAnswer()
    {
        AttemptNews told = answer(0);
        told.rest = milliseconds(9000);
        QCOMPARE(restOf(afterAttempt({}, told), at(0)), milliseconds(9000));
        told.rest = milliseconds(-5);
        QCOMPARE(restOf(afterAttempt({}, told), at(0)), milliseconds(0));
    }

    void threeOfTenAreDegraded()
    {
        ModelHealth health;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!health.isDegraded());
            health = afterAttempt(health, news(AttemptNews::Kind::Failure, i * 10));
            health = afterAttempt(health, answer(i * 10 + 5));
        }
        QVERIFY(health.isDegraded());
        for (int i = 0; i < 5; ++i)
            health = afterAttempt(health, answer(100 + i));
        QVERIFY(!health.isDegraded()); // the first trouble is the eleventh
        const ModelHealth before = health;
        QCOMPARE(afterAttempt(health, news(AttemptNews::Kind::Nothing, 200)), before);
    }

    void newMeasurementsCountAFifth()
    {
        ModelHealth health = afterAttempt({}, answer(0, 1000, 100));
        QCOMPARE(*health.speed, (Speed{1000, 100'000, at(0)}));
        health = afterAttempt(health, answer(60, 2000, 200));
        QCOMPARE(*health.speed, (Speed{1200, 120'000, at(60)}));
        health = afterAttempt(health, answer(120, 1200, 3)); // too short for a pace
        QCOMPARE(*health.speed, (Speed{1200, 120'000, at(120)}));
        for (int i = 0; i < 60; ++i)
            health = afterAttempt(health, answer(180 + i, 300, 50));
        QVERIFY(health.speed->firstTokenMs <= 305);
        QVERIFY(health.speed->milliTokensPerSecond <= 50'005);
        QCOMPARE(speedAt(health, at(0)), health.speed); // a clock that was set back
    }

    void afterAWeekItStartsAnew()
    {
        ModelHealth health = afterAttempt({}, answer(0, 1000, 100));
        health = afterAttempt(health, answer(8 * 24 * 3600, 200, 400));
        QCOMPARE(health.speed->firstTokenMs, 200);
        QCOMPARE(health.speed->milliTokensPerSecond, 400'000);
        QVERIFY(speedAt(health, at(30 * 24 * 3600)));
        QVERIFY(!speedAt(health, at(39 * 24 * 3600)));
        QVERIFY(!speedAt({}, at(0)));
    }

    void theUsualLength()
    {
        ModelHealth health = afterAttempt({}, answer(0, 400, 1000));
        health = afterAttempt(health, answer(1, 400, 500));
        QCOMPARE(health.answers, 2);
        QCOMPARE(health.outputTokens, 900);
    }

    void aTestForgetsTroubleAndKeepsWhatWasMeasured()
    {
        ModelHealth health = afterAttempt({}, answer(-10));
        for (int i = 0; i < 3; ++i)
            health = afterAttempt(health, news(AttemptNews::Kind::Failure, i));
        AttemptNews busy = news(AttemptNews::Kind::Nothing, 3);
        busy.rest = milliseconds(30'000);
        health = afterTest(afterAttempt(health, busy));
        QCOMPARE(circuitOf(health, at(4)), Circuit::Closed);
        QCOMPARE(restOf(health, at(4)), milliseconds(0));
        QVERIFY(!health.isDegraded());
        QVERIFY(health.speed.has_value());
        QCOMPARE(health.answers, 1);
    }

    /// Whatever comes, at whatever time, in whatever order.
    void neverStuck()
    {
        QRandomGenerator random(5);
        ModelHealth health;
        const HealthPolicy policy;
        qint64 now = 0;
        for (int i = 0; i < 100'000; ++i) {
            now += random.bounded(100) - (random.bounded(50) == 0 ? 5000 : 0);
            AttemptNews told = news(AttemptNews::Kind(random.bounded(4)), now);
            if (random.bounded(3) == 0)
                told.rest = milliseconds(random.bounded(200'000));
            health = afterAttempt(health, told, policy);
            QVERIFY(health.recentTrouble >= 0 && health.recentTrouble < 1024);
            // After the longest pause it may be tried, and after the longest rest asked.
            const QDateTime later = at(now).addMSecs(policy.longestPause.count());
            QVERIFY(circuitOf(health, later, policy) != Circuit::Open);
            QVERIFY(!isProbed(health, later, policy));
            QCOMPARE(restOf(health, at(now).addDays(1), policy).count(), 0);
            const bool answered = told.kind == AttemptNews::Kind::Answer;
            if (answered)
                QCOMPARE(circuitOf(health, at(now), policy), Circuit::Closed);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelHealth)
#include "tst_modelhealth.moc"
