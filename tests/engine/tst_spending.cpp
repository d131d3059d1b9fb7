#include "core/engine/forecasts.h"
#include "tests/engine/workspacefixture.h"
#include "tests/storage/storagefixture.h"

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using guard::LimitPeriod;
using guard::LimitScope;
using guard::SpendingLimit;

class SpendingTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WorkspaceFixture> m_fixture;

    Workspace &workspace() { return *m_fixture->workspace; }
    static SpendingLimit limit(LimitScope scope, LimitPeriod period, qint64 nano,
                               LimitAction reached = LimitAction::Stop)
    {
        return {{}, std::move(scope), period, Money::fromNano(nano), reached, 80};
    }
    /// Asks while `change` happens between the plan and the first attempt.
    Answer askWhile(const std::function<void()> &change)
    {
        return m_fixture->ask({}, u"Hello there"_s, [&change](const AnswerEvent &event) {
            if (std::holds_alternative<Planned>(event))
                change();
        });
    }
    static QStringList reasons(const Answer &answer)
    {
        QStringList names;
        for (const routing::Excluded &out : answer.plan.excluded)
            names += out.integrationName + u' ' + nameOf(out.reason.code);
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    /// Seven weeks of a dollar a day: each day that is left will cost another one.
    void limitsOfAMonthKnowWhatIsExpected()
    {
        const QDate today = workspace().today();
        FakeClock clock(QDateTime(today.addDays(-49), QTime(10, 0), Qt::UTC));
        Records records(m_fixture->dir.path(), clock);
        const Integration used = records.addIntegration(u"Used"_s, u"mistral"_s);
        for (QDate day = today.addDays(-49); day <= today; day = day.addDays(1)) {
            const auto started = records.start(used);
            VERIFY_RESULT(started);
            const UsageRecord record = Records::completed(*started, Money::fromCents(100));
            VERIFY_RESULT(records.ledger.settle(record));
            clock.advance(std::chrono::hours(24));
        }
        const Money spent = Money::fromCents(100 * today.day());
        const Money expected = Money::fromCents(100 * today.daysInMonth());
        const QList<LimitScope> scopes{{},
                                       {LimitScope::Kind::Service, u"mistral"_s},
                                       {LimitScope::Kind::Integration, used.id.toString()},
                                       {LimitScope::Kind::Service, u"openai"_s}};
        const Money most = Money::fromCents(2000);
        for (const LimitScope &scope : scopes)
            QVERIFY(workspace().setLimit(limit(scope, LimitPeriod::Month, most.nano())).ok());
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Week, most.nano())).ok());

        const auto state = foreseenSpending(workspace());
        VERIFY_RESULT(state);
        QCOMPARE(state->limits.size(), 5);
        for (const guard::LimitUse &use : state->limits) {
            const bool isOfUsed = use.limit.scope.name != u"openai"_s;
            const bool isMonth = use.limit.period == LimitPeriod::Month;
            QCOMPARE(use.expected, isOfUsed && isMonth ? std::optional(expected) : std::nullopt);
            if (isMonth)
                QCOMPARE(guard::atThisPace(use, today), isOfUsed ? expected : Money());
        }
        const auto overview = workspace().overview();
        VERIFY_RESULT(overview);
        QCOMPARE(overview->monthCost, spent);
        QCOMPARE(overview->forecast, std::optional(Forecast{expected, expected, expected}));
        QCOMPARE(overview->monthLimit, std::optional(most));
    }

    void whatIsReachedIsNotAsked()
    {
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Month, 0)).ok());
        const Answer answer = m_fixture->ask();
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(reasons(answer), QStringList({u"First over-budget"_s, u"Second over-budget"_s}));
        QCOMPARE(m_fixture->first.requests().size(), 1); // the key check
        // One of a single service leaves the other.
        QVERIFY(workspace().removeLimit(limit({}, LimitPeriod::Month, 0)).ok());
        QVERIFY(workspace()
                    .setLimit(limit({LimitScope::Kind::Service, u"openai"_s}, LimitPeriod::Day, 0))
                    .ok());
        const Answer other = m_fixture->ask();
        QCOMPARE(other.outcome, Outcome::Completed);
        QCOMPARE(other.attempts.first().record.integrationName, u"Second"_s);
    }

    void aLimitThatAsksLetsTheUserDecide()
    {
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Month, 1, LimitAction::Ask)).ok());
        const Answer stopped = m_fixture->ask();
        QVERIFY(stopped.attempts.isEmpty());
        QCOMPARE(stopped.stoppedBefore, StoppedBefore::PassedLimit);
        QCOMPARE(stopped.notAsked.size(), 2);
        QVERIFY(stopped.notAsked.first().asksFirst());
        QCOMPARE(stopped.error->reason(), u"asks-first"_s);
        QVERIFY(stopped.plan.excluded.isEmpty());
        QCOMPARE(m_fixture->first.requests().size(), 1); // the key check
        AskOptions given;
        given.mayPassLimits = true;
        QCOMPARE(m_fixture->ask(given).outcome, Outcome::Completed);
        QVERIFY(workspace().removeLimit(limit({}, LimitPeriod::Month, 1)).ok());
        // Who needs no word is asked before.
        Integration first = m_fixture->named(u"First"_s);
        first.monthlyLimit = Money::fromNano(1);
        first.limitAction = LimitAction::Ask;
        QVERIFY(workspace().updateIntegration(first).ok());
        const Answer other = m_fixture->ask();
        QCOMPARE(other.outcome, Outcome::Completed);
        QCOMPARE(other.plan.candidates.first().integrationName, u"Second"_s);
        QCOMPARE(m_fixture->ask(given).attempts.first().record.integrationName, u"First"_s);
    }

    void aLimitThatAsksLooksAtTheAnswerAsItWillBe()
    {
        Money least = Money::fromCents(100);
        const Answer before = m_fixture->ask();
        for (const routing::Candidate &candidate : before.plan.candidates)
            least = std::min(least, candidate.worstCost.value_or(least));
        const qint64 left = least.nano() - 1 + before.platformCost().nano();
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Month, left, LimitAction::Ask)).ok());
        AskOptions options;
        QCOMPARE(m_fixture->ask(options).stoppedBefore, StoppedBefore::PassedLimit);
        options.wishes.maxPrice = Money::fromNano(least.nano() / 2); // shortens what may be written
        QCOMPARE(m_fixture->ask(options).outcome, Outcome::Completed);
    }

    void aLimitThatAsksHoldsAfterThePlanToo()
    {
        const Answer answer = askWhile([this] {
            QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Week, 1, LimitAction::Ask)).ok());
        });
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(answer.stoppedBefore, StoppedBefore::PassedLimit);
        QCOMPARE(answer.notAsked.size(), 2);
        QCOMPARE(answer.notAsked.first().reason.values.value("period"_L1), u"week"_s);
        QVERIFY(answer.notAsked.first().asksFirst());
    }

    void aLimitThatComesAfterThePlanHolds()
    {
        const Answer answer = askWhile(
            [this] { QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Week, 1)).ok()); });
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(reasons(answer), QStringList({u"First over-budget"_s, u"Second over-budget"_s}));
        const QJsonObject values = answer.plan.excluded.first().reason.values;
        QCOMPARE(values.value("period"_L1), u"week"_s);
        QCOMPARE(m_fixture->first.requests().size(), 1);
        QCOMPARE(m_fixture->second.requests().size(), 1);
    }

    void stoppingHoldsAtOnce()
    {
        const Answer answer
            = askWhile([this] { QVERIFY(workspace().setSpendingStopped(true).ok()); });
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(reasons(answer),
                 QStringList({u"First spending-stopped"_s, u"Second spending-stopped"_s}));
        m_fixture->reopen(); // and after a new start
        QVERIFY(workspace().spending()->stoppedSince.has_value());
        QVERIFY(m_fixture->ask().attempts.isEmpty());
        QVERIFY(workspace().setSpendingStopped(false).ok());
        QCOMPARE(m_fixture->ask().outcome, Outcome::Completed);
    }

    void countsWhatWasSpent()
    {
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Month, 1'000'000'000)).ok());
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        const auto state = workspace().spending();
        QCOMPARE(state->limits.size(), 1);
        QCOMPARE(state->limits.first().spent, answer.platformCost());
        QCOMPARE(state->limits.first().reserved, Money());
        QVERIFY(answer.platformCost() > Money());
    }

    void whatADeadProcessReservedIsGivenBackWhileThisOneRuns()
    {
        m_fixture->tidyEvery = std::chrono::milliseconds(20);
        m_fixture->reopen();
        SystemClock clock;
        auto other = std::make_unique<Records>(m_fixture->dir.path(), clock);
        VERIFY_RESULT(other->start(m_fixture->named(u"First"_s), Money::fromCents(7)));
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Month, 1'000'000'000)).ok());
        const auto reserved = [this] { return workspace().spending()->limits.first().reserved; };
        QCOMPARE(reserved(), Money::fromCents(7));
        QTest::qWait(100);
        QCOMPARE(reserved(), Money::fromCents(7)); // it lives
        other.reset();
        QTRY_COMPARE(reserved(), Money());
        const auto rows = workspace().records({});
        QVERIFY(rows.ok());
        QCOMPARE(rows->first().outcome, Outcome::Unknown);
    }

    void anIntegrationsMonthIsInItsOwnRow()
    {
        const Integration first = m_fixture->named(u"First"_s);
        const LimitScope scope{LimitScope::Kind::Integration, first.id.toString()};
        QVERIFY(
            workspace().setLimit(limit(scope, LimitPeriod::Month, 7, LimitAction::FallBack)).ok());
        QVERIFY(workspace().setLimit(limit(scope, LimitPeriod::Day, 9)).ok());
        QCOMPARE(m_fixture->named(u"First"_s).monthlyLimit, Money::fromNano(7));
        QCOMPARE(m_fixture->named(u"First"_s).limitAction, LimitAction::FallBack);
        const auto state = workspace().spending();
        QCOMPARE(state->limits.size(), 2);
        QCOMPARE(state->limits[0].limit.period, LimitPeriod::Month);
        QCOMPARE(state->limits[1].limit.period, LimitPeriod::Day);
        QVERIFY(workspace().removeLimit(state->limits[0].limit).ok());
        QVERIFY(!m_fixture->named(u"First"_s).monthlyLimit);
        QCOMPARE(workspace().spending()->limits.size(), 1);
        const LimitScope gone{LimitScope::Kind::Integration, u"gone"_s};
        QVERIFY(!workspace().setLimit(limit(gone, LimitPeriod::Month, 1)).ok());
    }

    void theRecordHasItAll()
    {
        QVERIFY(workspace().setLimit(limit({}, LimitPeriod::Month, 1'000'000'000)).ok());
        m_fixture->ask();
        AuditFilter limits;
        limits.groups = {u"limit"_s};
        QCOMPARE(*workspace().countActivity(limits), 1);
        AuditFilter found;
        found.text = u"FIRST"_s;
        const auto entries = workspace().activity(found);
        QVERIFY(entries.ok());
        QCOMPARE(entries->first().event.name, u"attempt.settled"_s);
        QCOMPARE(entries->first().integrationName, u"First"_s);
        QCOMPARE(entries->first().model, u"gpt-6-luna"_s);
        QCOMPARE(entries->size(), *workspace().countActivity(found));
        found.limit = 1;
        found.offset = 1;
        QCOMPARE(workspace().activity(found)->first().sequence, entries->at(1).sequence);
        QCOMPARE(workspace().verifyAudit()->problem, AuditCheck::Problem::None);
    }
};

QTEST_GUILESS_MAIN(SpendingTest)
#include "tst_spending.moc"
