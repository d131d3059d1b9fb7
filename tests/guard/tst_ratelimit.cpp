#include "core/guard/ratelimit.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>
#include <vector>

using namespace keyway::guard;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

int rounds()
{
    return std::max(1000, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
}

/// A computer whose clocks do what they do: the monotonic one starts from zero with it, the wall
/// clock jumps. Only the true time is true.
class Computer {
public:
    explicit Computer(QRandomGenerator &random)
        : m_random(random)
    {
    }
    microseconds truth() const { return m_truth; }
    microseconds monotonic() const { return m_truth - m_started; }
    void pass(microseconds time) { m_truth += time; }
    void restart()
    {
        pass(microseconds(m_random.bounded(3'000'000)));
        m_started = m_truth;
        // Some take long until Keyway runs again.
        pass(microseconds(m_random.bounded(m_random.bounded(2) == 0 ? 1'000 : 9'000'000)));
    }

private:
    QRandomGenerator &m_random;
    microseconds m_truth{0};
    microseconds m_started{0};
};

/// The most that were admitted in any window beyond what is allowed: over all pairs of admissions
/// the count between them less the rate's share of the time; at most the burst.
bool holds(const std::vector<microseconds> &admitted, const Rate &rate)
{
    // Admission i to j: (j - i + 1) <= burst + (t_j - t_i) / interval. With v_k = k * interval -
    // t_k: v_j - min(v_i for i <= j) <= (burst - 1) * interval.
    microseconds lowest = microseconds::max();
    for (std::size_t k = 0; k < admitted.size(); ++k) {
        const microseconds v = rate.interval() * static_cast<qint64>(k) - admitted[k];
        lowest = std::min(lowest, v);
        if (v - lowest > rate.interval() * (rate.burst - 1))
            return false;
    }
    return true;
}

} // namespace

class TestRateLimit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBurstAndThenEvenly()
    {
        const Rate rate = Rate{60, 1min, 3};
        microseconds due{0};
        microseconds now = 5s;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!admit(rate, due, now));
        QCOMPARE(admit(rate, due, now), std::optional<microseconds>(1s));
        QCOMPARE(admit(rate, due, now + 400ms), std::optional<microseconds>(600ms));
        QVERIFY(!admit(rate, due, now + 1s));
        QVERIFY(admit(rate, due, now + 1s));
        // Long after, a burst again, and no more.
        now += 1h;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!admit(rate, due, now));
        QVERIFY(admit(rate, due, now));
    }

    void aRateThatDoesNotDivideTheTime()
    {
        QCOMPARE((Rate{7, 1s, 1}).interval(), microseconds(142'858));
    }

    /// Never more than burst + rate x T in any window of true time, over restarts of the program
    /// and of the computer.
    void neverMoreThanItSays_data()
    {
        QTest::addColumn<int>("perMinute");
        QTest::addColumn<int>("burst");
        QTest::newRow("one by one") << 600 << 1;
        QTest::newRow("usual") << 60 << 10;
        QTest::newRow("fast") << 60'000 << 200;
    }
    void neverMoreThanItSays()
    {
        QFETCH(int, perMinute);
        QFETCH(int, burst);
        QRandomGenerator random(static_cast<quint32>(perMinute));
        const Rate rate = Rate{perMinute, 1min, burst};
        Computer computer(random);
        RateRule rule;
        rule.rate = rate;
        QMap<QString, RateState> kept;
        RateGate gate({rule});
        std::vector<microseconds> admitted;
        int restarts = 0;
        for (int i = 0; i < rounds(); ++i) {
            // Far too many, far too few, and much at once.
            const quint32 usual = static_cast<quint32>(rate.interval().count());
            const int mood = random.bounded(20);
            if (mood == 0)
                computer.pass(microseconds(random.bounded(usual * 20)));
            else if (mood < 12)
                computer.pass(microseconds(random.bounded(usual)));
            if (random.bounded(2000) == 0) {
                if (random.bounded(2) == 0)
                    computer.restart();
                // The program ends, however it does; what it kept is all that the next one knows.
                gate = RateGate({rule});
                gate.resume(kept, computer.monotonic());
                ++restarts;
            }
            const RateSubject me{u"openai"_s, u"cli"_s};
            if (!gate.admit(me, computer.monotonic())) {
                admitted.push_back(computer.truth());
                kept = gate.states();
                gate.end(me);
            }
        }
        QVERIFY(restarts > rounds() / 4000);
        QVERIFY(admitted.size() > static_cast<std::size_t>(rounds() / 10));
        QVERIFY(holds(admitted, rate));
        // The check would find one too many.
        admitted.insert(admitted.begin() + 5, static_cast<std::size_t>(burst), admitted[5]);
        QVERIFY(!holds(admitted, rate));
    }

    /// As much as it says, too: whoever waits as long as told is admitted.
    void theWaitIsEnough()
    {
        QRandomGenerator random(11);
        const Rate rate = Rate{100, 1s, 4};
        microseconds due{0};
        microseconds now{0};
        for (int i = 0; i < rounds(); ++i) {
            now += microseconds(random.bounded(12'000));
            if (const auto wait = admit(rate, due, now)) {
                microseconds early = due;
                QVERIFY(admit(rate, early, now + *wait - 1us));
                now += *wait;
                QVERIFY(!admit(rate, due, now));
            }
        }
    }

    void aRestartForgetsNothingAndInventsNothing()
    {
        const RateState kept{10s, 4s};
        QCOMPARE(resumed(kept, 7s).due, microseconds(10s)); // the same start of the computer
        QCOMPARE(resumed(kept, 1s).due, microseconds(7s)); // another: six seconds are owed still
        QCOMPARE(resumed(kept, 1s).keptAt, microseconds(1s));
        QCOMPARE(resumed({3s, 4s}, 1s).due, microseconds(1s)); // nothing was owed
    }

    void allLimitsOrNone()
    {
        RateRule user;
        user.rate = Rate{1, 1h, 5};
        RateRule app;
        app.scope = RateRule::Scope::App;
        app.name = u"zed"_s;
        app.rate = Rate{1, 1h, 2};
        RateGate gate({user, app});
        const RateSubject zed{u"openai"_s, u"zed"_s};
        const RateSubject cli{u"openai"_s, u"cli"_s};
        QVERIFY(!gate.admit(zed, 1s));
        QVERIFY(!gate.admit(zed, 1s));
        const auto refused = gate.admit(zed, 1s);
        QVERIFY(refused);
        QCOMPARE(refused->rule.name, u"zed"_s);
        QCOMPARE(refused->wait, milliseconds(1h));
        // The refused one took nothing of the user's five.
        for (int i = 0; i < 3; ++i)
            QVERIFY(!gate.admit(cli, 1s));
        QVERIFY(gate.admit(cli, 1s));
    }

    void eachOnItsOwn()
    {
        RateRule rule;
        rule.scope = RateRule::Scope::Integration;
        rule.rate = Rate{1, 1h, 1};
        RateGate gate({rule});
        QVERIFY(!gate.admit({u"a"_s, {}}, 1s));
        QVERIFY(!gate.admit({u"b"_s, {}}, 1s));
        QVERIFY(gate.admit({u"a"_s, {}}, 1s));
    }

    void aSecondAttemptCountsForItsIntegrationAlone()
    {
        RateRule user;
        user.rate = Rate{1, 1h, 1};
        RateRule integration = user;
        integration.scope = RateRule::Scope::Integration;
        RateGate gate({user, integration});
        QVERIFY(!gate.admit({u"a"_s, {}}, 1s));
        QVERIFY(gate.admit({u"b"_s, {}}, 1s));
        QVERIFY(!gate.admit({u"b"_s, {}, true}, 1s));
        const auto refused = gate.admit({u"b"_s, {}, true}, 1s);
        QVERIFY(refused);
        QCOMPARE(refused->rule.scope, RateRule::Scope::Integration);
    }

    void whatRunsElsewhereCounts()
    {
        RateRule rule;
        rule.atOnce = 3;
        RateGate gate({rule});
        gate.begin({u"a"_s, u"window"_s}, 2);
        QVERIFY(!gate.admit({u"b"_s, u"cli"_s}, 1s));
        QVERIFY(gate.admit({u"b"_s, u"cli"_s}, 1s));
    }

    void soManyAtOnce()
    {
        RateRule rule;
        rule.scope = RateRule::Scope::Integration;
        rule.atOnce = 2;
        RateGate gate({rule});
        const RateSubject a{u"a"_s, {}};
        QVERIFY(!gate.admit(a, 1s));
        QVERIFY(!gate.admit(a, 1s));
        const auto refused = gate.admit(a, 1s);
        QVERIFY(refused);
        QCOMPARE(refused->wait, milliseconds(0));
        QVERIFY(!gate.admit({u"b"_s, {}}, 1s));
        gate.end(a);
        QVERIFY(!gate.admit(a, 1s));
        QVERIFY(gate.admit(a, 1s));
        gate.end(a);
        gate.end(a);
        gate.end(a); // one too many ends nothing
        QVERIFY(!gate.admit(a, 1s));
    }
};

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
