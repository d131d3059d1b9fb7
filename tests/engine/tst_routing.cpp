#include "tests/engine/workspacefixture.h"

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;

namespace {

const QString firstModel = u"gpt-6-luna"_s;
const QString secondModel = u"claude-haiku-5-5"_s;

Behaviour failing(Fault fault, int times = 0)
{
    Behaviour behaviour;
    behaviour.fault = std::move(fault);
    behaviour.faultTimes = times;
    return behaviour;
}

Behaviour writing(std::chrono::milliseconds firstByte)
{
    Behaviour behaviour;
    behaviour.answer = QString(u"word "_s).repeated(30);
    behaviour.firstByteDelay = firstByte;
    behaviour.chunkDelay = std::chrono::milliseconds(3);
    return behaviour;
}

} // namespace

/// What routing learns from real attempts, over sockets and a real database.
class TestRouting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void theFastestIsMeasuredAndRemembered()
    {
        m_fixture->first.setBehaviour(firstModel, writing(std::chrono::milliseconds(150)));
        m_fixture->second.setBehaviour(secondModel, writing(std::chrono::milliseconds(0)));
        AskOptions options;
        options.strategy = Strategy::Fastest;
        QCOMPARE(m_fixture->ask(options).attempts[0].record.integrationName, u"First"_s);
        AskOptions second;
        second.integration = m_fixture->named(u"Second"_s).id;
        m_fixture->ask(second);

        const Answer answer = m_fixture->ask(options);
        QCOMPARE(answer.attempts[0].record.integrationName, u"Second"_s);
        QCOMPARE(answer.plan.strategy, Strategy::Fastest);
        QCOMPARE(answer.plan.candidates[0].reason.code, routing::ReasonCode::Fastest);
        QVERIFY(*answer.plan.candidates[1].firstTokenMs >= 100);
        QVERIFY(*answer.plan.candidates[0].expectedMs < *answer.plan.candidates[1].expectedMs);
        m_fixture->reopen();
        const auto plan = explained(options);
        QCOMPARE(plan.candidates[0].integrationName, u"Second"_s);
        QCOMPARE(plan.candidates[0].reason.code, routing::ReasonCode::Fastest);
        // The page shows what was measured.
        const Result<Overview> view = m_fixture->workspace->overview();
        QVERIFY(view.ok());
        QVERIFY(view->integrations[0].typicalFirstToken.has_value());
    }

    void aDeadServiceIsAskedLastUntilItsPauseIsOver()
    {
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(503)));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_fixture->ask().outcome, Outcome::Completed);
        const auto sent = m_fixture->first.requests().size();
        for (int i = 0; i < 5; ++i) {
            const Answer answer = m_fixture->ask();
            QCOMPARE(answer.attempts.size(), 1);
            QCOMPARE(answer.attempts[0].record.integrationName, u"Second"_s);
            QCOMPARE(answer.plan.candidates[1].reason.code, routing::ReasonCode::DownLast);
        }
        QCOMPARE(m_fixture->first.requests().size(), sent);
        QCOMPARE(healthOf(u"First"_s), Health::Down);
        // Also for the next start of the program.
        m_fixture->open();
        QCOMPARE(explained().candidates[1].reason.code, routing::ReasonCode::DownLast);
    }

    void oneProbeFindsOutThatItIsBack()
    {
        setPause(std::chrono::seconds(1));
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(503), 4));
        for (int i = 0; i < 3; ++i)
            m_fixture->ask();
        QTest::qWait(1100);
        // The probe fails: the next one answers, and the pause is longer.
        const Answer probe = m_fixture->ask();
        QCOMPARE(probe.attempts.size(), 2);
        QCOMPARE(probe.attempts[0].record.integrationName, u"First"_s);
        QTest::qWait(1100);
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"Second"_s);
        QTest::qWait(1000);
        const Answer back = m_fixture->ask();
        QCOMPARE(back.attempts.size(), 1);
        QCOMPARE(back.attempts[0].record.integrationName, u"First"_s);
        QCOMPARE(healthOf(u"First"_s), Health::Degraded); // four of its last ten failed
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"First"_s);
    }

    void whoComesDuringAProbeAsksTheNext()
    {
        setPause(std::chrono::seconds(1));
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(503)));
        for (int i = 0; i < 3; ++i)
            m_fixture->ask();
        QTest::qWait(1100);
        m_fixture->first.setBehaviour(firstModel, writing(std::chrono::milliseconds(400)));
        m_fixture->first.clear();
        QList<Answer> answers;
        for (int i = 0; i < 4; ++i)
            startAsking(&answers);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 4, 10'000);
        int byFirst = 0;
        for (const Answer &answer : std::as_const(answers)) {
            QCOMPARE(answer.outcome, Outcome::Completed);
            byFirst += answer.attempts.last().record.integrationName == u"First"_s;
        }
        QCOMPARE(byFirst, 1);
        QCOMPARE(m_fixture->first.requests().size(), 1);
    }

    void theOnlyServiceIsAskedThoughItIsDown()
    {
        QVERIFY(m_fixture->workspace->setEnabled(m_fixture->named(u"Second"_s).id, false).ok());
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(503), 3));
        QCOMPARE(m_fixture->ask().attempts.size(), 3);
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.plan.candidates[0].reason.code, routing::ReasonCode::DownLast);
        QCOMPARE(healthOf(u"First"_s), Health::Degraded);
    }

    void aTestOfTheKeyClosesIt()
    {
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(503), 3));
        for (int i = 0; i < 3; ++i)
            m_fixture->ask();
        QCOMPARE(healthOf(u"First"_s), Health::Down);
        auto testing = m_fixture->workspace->testIntegration(m_fixture->named(u"First"_s).id, {});
        QVERIFY(await(std::move(testing)).ok());
        QCOMPARE(healthOf(u"First"_s), Health::Active);
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"First"_s);
    }

    void aBusyServiceIsLeftAloneAsLongAsItAsks()
    {
        using simulator::RetryAfter;
        const RetryAfter wait{RetryAfter::Form::Seconds, std::chrono::seconds(2)};
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(429, {}, wait), 1));
        m_fixture->ask();
        const Answer meanwhile = m_fixture->ask();
        QCOMPARE(meanwhile.attempts.size(), 1);
        QCOMPARE(meanwhile.attempts[0].record.integrationName, u"Second"_s);
        QCOMPARE(meanwhile.plan.candidates[1].reason.code, routing::ReasonCode::RestingLast);
        QCOMPARE(healthOf(u"First"_s), Health::Degraded);
        QTest::qWait(2100);
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"First"_s);
    }

    void theOnlyServiceIsWaitedFor()
    {
        using simulator::RetryAfter;
        QVERIFY(m_fixture->workspace->setEnabled(m_fixture->named(u"Second"_s).id, false).ok());
        const RetryAfter wait{RetryAfter::Form::Seconds, std::chrono::seconds(2)};
        AskOptions once;
        once.attemptBudget = 1;
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(429, {}, wait), 1));
        QCOMPARE(m_fixture->ask(once).outcome, Outcome::Failed);
        QElapsedTimer time;
        time.start();
        bool told = false;
        const Answer answer = m_fixture->ask({}, u"Hello"_s, [&](const AnswerEvent &event) {
            told = told || std::holds_alternative<Waiting>(event);
        });
        QCOMPARE(answer.outcome, Outcome::Completed);
        QVERIFY(told);
        QVERIFY(time.elapsed() >= 1500);
    }

    void nobodyWaitsAnHour()
    {
        using simulator::RetryAfter;
        QVERIFY(m_fixture->workspace->setEnabled(m_fixture->named(u"Second"_s).id, false).ok());
        const RetryAfter wait{RetryAfter::Form::Seconds, std::chrono::hours(1)};
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(429, {}, wait), 1));
        QCOMPARE(m_fixture->ask().attempts.size(), 1);
        const auto sent = m_fixture->first.requests().size();
        const Answer answer = m_fixture->ask();
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(answer.plan.excluded.first().reason.code, routing::ReasonCode::Resting);
        QCOMPARE(m_fixture->first.requests().size(), sent);
    }

    void nothingLeftAfterAnAnswerIsARestToo()
    {
        Behaviour last = writing(std::chrono::milliseconds(0));
        // In another service's words: the simulator says OpenAI's own by itself.
        const QString reset
            = QDateTime::currentDateTimeUtc().addSecs(20).toString(Qt::ISODateWithMs);
        last.headers = {{"anthropic-ratelimit-requests-remaining", "0"},
                        {"anthropic-ratelimit-requests-reset", reset.toLatin1()}};
        m_fixture->first.setBehaviour(firstModel, last);
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"First"_s);
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"Second"_s);
    }

    void aDearerOneIsNotAskedInSilence()
    {
        setOwnPrice(u"Second"_s, secondModel, u"900"_s);
        m_fixture->first.setBehaviour(firstModel, failing(Fault::answers(503)));
        const Answer stopped = m_fixture->ask();
        QCOMPARE(stopped.outcome, Outcome::Failed);
        QCOMPARE(stopped.stoppedBefore, StoppedBefore::DearerService);
        QCOMPARE(stopped.notAsked.size(), 1);
        QCOMPARE(stopped.notAsked[0].integrationName, u"Second"_s);
        QCOMPARE(m_fixture->second.requests().size(), 1); // the key check

        AskOptions allowed;
        allowed.allowDearer = true;
        const Answer went = m_fixture->ask(allowed);
        QCOMPARE(went.outcome, Outcome::Completed);
        QCOMPARE(went.stoppedBefore, StoppedBefore::Nothing);
        // Whoever is first by the user's own order is asked, whatever it costs.
        QVERIFY(m_fixture->workspace
                    ->reorder({m_fixture->named(u"Second"_s).id, m_fixture->named(u"First"_s).id})
                    .ok());
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"Second"_s);
    }

    void wishesOfTheUserAndOfTheRequest()
    {
        RoutingSettings settings;
        settings.wishes.ignore = QStringList{u"first"_s};
        settings.strategy = Strategy::Balanced;
        QVERIFY(m_fixture->workspace->setRouteSettings(settings).ok());
        m_fixture->reopen();
        QCOMPARE(m_fixture->workspace->routeSettings(), settings);
        QCOMPARE(m_fixture->ask().plan.excluded[0].reason.code, routing::ReasonCode::Ignored);
        AskOptions options;
        options.wishes.localOnly = true;
        // The simulators are on this computer.
        QCOMPARE(explained(options).candidates.size(), 1);
        options.wishes.maxPrice = Money();
        QCOMPARE(explained(options).excluded.size(), 2);
    }

private:
    routing::RoutePlan explained(const AskOptions &options = {})
    {
        PromptRequest request;
        request.messages = {{Message::Role::User, u"Hello there"_s}};
        const auto plan = m_fixture->workspace->explain(request, options);
        return plan ? *plan : routing::RoutePlan();
    }

    Health healthOf(const QString &name)
    {
        const Result<Overview> view = m_fixture->workspace->overview();
        if (view) {
            for (const IntegrationSummary &summary : view->integrations) {
                if (summary.integration.name == name)
                    return summary.health;
            }
        }
        return Health::Disabled;
    }

    void setPause(std::chrono::seconds pause)
    {
        RoutingSettings settings;
        settings.pause = pause;
        QVERIFY(m_fixture->workspace->setRouteSettings(settings).ok());
    }

    void setOwnPrice(const QString &name, const QString &model, const QString &perMillion)
    {
        Integration one = m_fixture->named(name);
        DatedPrice price;
        price.from = QDate(2020, 1, 1);
        const Price each = *Price::perMillion(perMillion);
        price.tiers = {{0, {{Counter::InUncached, each}, {Counter::OutText, each}}}};
        one.terms.setPrice(model, price);
        QVERIFY(m_fixture->workspace->updateIntegration(one).ok());
    }

    void startAsking(QList<Answer> *answers)
    {
        PromptRequest request;
        request.messages = {{Message::Role::User, u"Hello there"_s}};
        auto asking = m_fixture->workspace->ask(
            request, {}, [](const AnswerEvent &) {}, CancelToken());
        keep(std::move(asking), answers);
    }

    static QCoro::Task<> keep(QCoro::Task<Answer> asking, QList<Answer> *answers)
    {
        Answer answer = co_await asking;
        answers->append(std::move(answer));
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
