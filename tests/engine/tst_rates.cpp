// The user's limits in requests, over real sockets.

#include "tests/engine/workspacefixture.h"

#include <algorithm>

using namespace keyway;
using namespace keyway::engine;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using guard::Rate;
using guard::RateRule;

class TestRates : public QObject {
    Q_OBJECT

    std::unique_ptr<WorkspaceFixture> m_fixture;

    void limit(const RateRule &rule) { QVERIFY(m_fixture->workspace->setRateRule(rule).ok()); }
    RateRule ofFirst(std::optional<Rate> rate, int atOnce = 0)
    {
        return {RateRule::Scope::Integration, m_fixture->named(u"First"_s).id.toString(), rate,
                atOnce};
    }
    static QStringList askedOf(const Answer &answer)
    {
        QStringList names;
        for (const AttemptReport &attempt : answer.attempts)
            names += attempt.record.integrationName;
        return names;
    }
    /// Requests that begin at the same time, in the order in which their last attempts began.
    QList<UsageRecord> askTogether(int requests)
    {
        std::vector<QCoro::Task<>> running;
        QList<UsageRecord> ended;
        for (int i = 0; i < requests; ++i) {
            PromptRequest request;
            request.messages = {{Message::Role::User, u"Together"_s}};
            auto task = m_fixture->workspace->ask(
                request, {}, [](const AnswerEvent &) {}, CancelToken());
            running.push_back(keep(std::move(task), &ended));
        }
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ended.size(), requests, 30'000); }();
        std::sort(ended.begin(), ended.end(),
                  [](const auto &a, const auto &b) { return a.startedAt < b.startedAt; });
        return ended;
    }
    static QCoro::Task<> keep(QCoro::Task<Answer> asking, QList<UsageRecord> *ended)
    {
        const Answer answer = co_await asking;
        ended->append(answer.attempts.isEmpty() ? UsageRecord() : answer.attempts.last().record);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void whoComesTooEarlyIsToldUntilWhen()
    {
        limit({RateRule::Scope::User, {}, Rate{1, 1h, 1}, 0});
        QCOMPARE(m_fixture->ask().outcome, Outcome::Completed);
        const auto refused = [this] {
            const Answer answer = m_fixture->ask();
            QVERIFY(answer.attempts.isEmpty());
            QCOMPARE(answer.plan.excluded.size(), 2);
            for (const routing::Excluded &out : answer.plan.excluded) {
                QCOMPARE(out.reason.code, routing::ReasonCode::OverRate);
                QVERIFY(!out.reason.values.value("until"_L1).toString().isEmpty());
            }
        };
        refused();
        m_fixture->reopen(); // the next program knows it, too
        refused();
        QVERIFY(*m_fixture->workspace->removeRateRule(RateRule::Scope::User, {}));
        QVERIFY(!*m_fixture->workspace->removeRateRule(RateRule::Scope::User, {}));
        QCOMPARE(m_fixture->ask().outcome, Outcome::Completed);
    }

    void othersAreAskedMeanwhile()
    {
        limit(ofFirst(Rate{1, 10s, 1}));
        QCOMPARE(askedOf(m_fixture->ask()), QStringList{u"First"_s});
        QCOMPARE(askedOf(m_fixture->ask()), QStringList{u"Second"_s});
        // Another rule takes the place of the one before.
        limit(ofFirst(Rate{1, 1ms, 1}));
        QCOMPARE(m_fixture->workspace->rateRules()->size(), 1);
    }

    void aRequestThatFallsBackCountsOnce()
    {
        limit({RateRule::Scope::User, {}, Rate{1, 1h, 1}, 0});
        limit({RateRule::Scope::App, u"cli"_s, Rate{1, 1h, 1}, 0});
        simulator::Behaviour broken;
        broken.fault = simulator::Fault::answers(529);
        broken.faultTimes = 1;
        m_fixture->first.setDefaultBehaviour(broken);
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(askedOf(answer), QStringList({u"First"_s, u"Second"_s}));
    }

    void theyWaitInLine()
    {
        limit({RateRule::Scope::User, {}, Rate{5, 1s, 1}, 0});
        const QList<UsageRecord> ended = askTogether(4);
        for (const UsageRecord &record : ended)
            QCOMPARE(record.outcome, Outcome::Completed);
        // Wall times in the rows, monotonic ones in the limit: a millisecond apart at most.
        for (qsizetype i = 1; i < ended.size(); ++i)
            QVERIFY(ended[i - 1].startedAt.msecsTo(ended[i].startedAt) >= 195);
    }

    void soManyAtOnce()
    {
        QVERIFY(m_fixture->workspace->setEnabled(m_fixture->named(u"Second"_s).id, false).ok());
        simulator::Behaviour slow;
        slow.firstByteDelay = 150ms;
        m_fixture->first.setDefaultBehaviour(slow);
        limit(ofFirst(std::nullopt, 1));
        const QList<UsageRecord> ended = askTogether(3);
        for (qsizetype i = 1; i < ended.size(); ++i) {
            QCOMPARE(ended[i].outcome, Outcome::Completed);
            const QDateTime before = ended[i - 1].startedAt.addMSecs(ended[i - 1].durationMs);
            QVERIFY2(before.msecsTo(ended[i].startedAt) >= -5,
                     QByteArray::number(before.msecsTo(ended[i].startedAt)).constData());
        }
    }

    void aLimitLimits()
    {
        const Result<Done> nothing = m_fixture->workspace->setRateRule({});
        QCOMPARE(nothing.error().reason(), u"no-limit"_s);
        limit({RateRule::Scope::User, {}, Rate{7, 1min, 3}, 2});
        limit(ofFirst(Rate{1, 1h, 1}, 4));
        const auto rules = m_fixture->workspace->rateRules();
        QCOMPARE(rules->size(), 2);
        QVERIFY(rules->contains(RateRule{RateRule::Scope::User, {}, Rate{7, 1min, 3}, 2}));
        QVERIFY(rules->contains(ofFirst(Rate{1, 1h, 1}, 4)));
    }
};

QTEST_GUILESS_MAIN(TestRates)
#include "tst_rates.moc"
