#include "tests/engine/workspacefixture.h"

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;

namespace {
Behaviour failing(Fault fault, int times = 0)
{
    Behaviour behaviour;
    behaviour.fault = std::move(fault);
    behaviour.faultTimes = times;
    return behaviour;
}
} // namespace

Q_DECLARE_METATYPE(keyway::simulator::Fault)
Q_DECLARE_METATYPE(keyway::Error::Kind)
Q_DECLARE_METATYPE(keyway::routing::ReasonCode)

/// Two services on real sockets: what happens when the first one fails.
class TestFallback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void theFirstInOrderAnswers()
    {
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.attempts[0].record.integrationName, u"First"_s);
        QCOMPARE(answer.attempts[0].record.costState, CostState::Exact);
        QVERIFY(answer.platformCost() > Money());
        QVERIFY(!answer.text.isEmpty());
        QCOMPARE(answer.plan.candidates.size(), 2);
    }

    void surelyNotBilledAsksTheNext_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("held");
        using K = Error::Kind;
        QTest::newRow("429 rate") << Fault::answers(429) << K::RateLimited << false;
        QTest::newRow("500") << Fault::answers(500) << K::Overloaded << false;
        QTest::newRow("502") << Fault::answers(502) << K::Overloaded << false;
        QTest::newRow("503") << Fault::answers(503) << K::Overloaded << false;
        QTest::newRow("529") << Fault::answers(529) << K::Overloaded << false;
        QTest::newRow("bad key") << Fault::answers(401) << K::Auth << true;
        QTest::newRow("out of money")
            << Fault::answers(429, u"insufficient_quota"_s) << K::Quota << true;
        QTest::newRow("402") << Fault::answers(402) << K::Quota << true;
        QTest::newRow("model gone") << Fault::answers(404, u"model_not_found"_s) << K::Gone << true;
        QTest::newRow("redirect") << Fault::redirects(307, "http://127.0.0.1:9/elsewhere")
                                  << K::Untrusted << true;
    }
    void surelyNotBilledAsksTheNext()
    {
        QFETCH(Fault, fault);
        QFETCH(Error::Kind, kind);
        QFETCH(bool, held);
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(fault));
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.attempts.size(), 2);
        const UsageRecord &failed = answer.attempts[0].record;
        QCOMPARE(failed.outcome, Outcome::Failed);
        QCOMPARE(failed.errorKind, kind);
        QCOMPARE(failed.platformCost, Money());
        QCOMPARE(failed.costState, CostState::Exact);
        QCOMPARE(answer.attempts[1].record.integrationName, u"Second"_s);
        QCOMPARE(m_fixture->named(u"First"_s).hold.has_value(), held);
        if (held) {
            // Left out from now on, with this reason, until it was tested again.
            const Answer again = m_fixture->ask();
            QCOMPARE(again.attempts.size(), 1);
            QCOMPARE(again.plan.excluded.size(), 1);
            QCOMPARE(again.plan.excluded[0].reason.code, routing::ReasonCode::Held);
        }
        checkLedger();
    }

    void aStoppedServerAsksTheNext()
    {
        m_fixture->first.stop();
        // Long enough to hear that the idle connection is closed: a request that was written to it
        // would leave a doubt.
        QTest::qWait(300);
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.attempts.size(), 2);
        QCOMPARE(answer.attempts[0].record.errorKind, Error::Kind::Network);
        QCOMPARE(answer.attempts[0].record.outcome, Outcome::Failed);
        checkLedger();
    }

    void theSameOneIsAskedAgainOnlyWhenNoOtherIsLeft()
    {
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(Fault::answers(503), 1));
        // Asks for a longer wait than the first one's, which is shortened by chance.
        const simulator::RetryAfter longer{simulator::RetryAfter::Form::Seconds,
                                           std::chrono::seconds(5)};
        m_fixture->second.setBehaviour(u"claude-haiku-5-5"_s,
                                       failing(Fault::answers(529, {}, longer)));
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.attempts.size(), 3);
        QCOMPARE(answer.attempts[1].record.integrationName, u"Second"_s);
        QCOMPARE(answer.attempts[2].record.integrationName, u"First"_s);
        checkLedger();
    }

    void eachIsAskedAtMostThreeTimes()
    {
        using simulator::RetryAfter;
        RetryAfter soon{RetryAfter::Form::Milliseconds, std::chrono::milliseconds(20)};
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(Fault::answers(429, {}, soon)));
        m_fixture->second.setBehaviour(u"claude-haiku-5-5"_s, failing(Fault::answers(529)));
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Failed);
        QCOMPARE(answer.attempts.size(), 6);
        QVERIFY(answer.error.has_value());
        QCOMPARE(answer.platformCost(), Money());
        checkLedger();
    }

    void possiblyBilledStopsUnlessAllowed_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("closed after sending") << Fault::of(Fault::Kind::Close);
        QTest::newRow("not understood") << Fault::of(Fault::Kind::Html);
        QTest::newRow("bad json") << Fault::of(Fault::Kind::BadJson, 0);
    }
    void possiblyBilledStopsUnlessAllowed()
    {
        QFETCH(Fault, fault);
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(fault));
        const Answer stopped = m_fixture->ask();
        QCOMPARE(stopped.outcome, Outcome::Unknown);
        QCOMPARE(stopped.attempts.size(), 1);
        QCOMPARE(stopped.attempts[0].record.costState, CostState::Unknown);
        QCOMPARE(stopped.notAsked.size(), 1);

        AskOptions allowed;
        allowed.doubleBill = DoubleBill::Allow;
        const Answer went = m_fixture->ask(allowed);
        QCOMPARE(went.outcome, Outcome::Completed);
        QCOMPARE(went.attempts.size(), 2);
        QCOMPARE(went.attempts[0].record.outcome, Outcome::Unknown);
        checkLedger();
    }

    void aSilentServerIsUnknownAfterItsTime()
    {
        Integration patient = m_fixture->named(u"First"_s);
        patient.firstByteTimeout = std::chrono::seconds(1);
        QVERIFY(m_fixture->workspace->updateIntegration(patient).ok());
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(Fault::of(Fault::Kind::Hang)));
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Unknown);
        QCOMPARE(answer.attempts[0].record.errorKind, Error::Kind::Timeout);
        checkLedger();
    }

    void shownTextIsKeptWithItsCost_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("cut") << Fault::of(Fault::Kind::CutAfterWords, 3);
        QTest::newRow("error event") << Fault::of(Fault::Kind::ErrorAfterWords, 3);
    }
    void shownTextIsKeptWithItsCost()
    {
        QFETCH(Fault, fault);
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(fault));
        AskOptions allowed;
        allowed.doubleBill = DoubleBill::Allow;
        const Answer answer = m_fixture->ask(allowed);
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.outcome, Outcome::Failed);
        QVERIFY(answer.text.startsWith(u"The provider"_s));
        QCOMPARE(answer.attempts[0].record.costState, CostState::Estimated);
        QVERIFY(answer.platformCost() > Money());
        checkLedger();
    }

    void aBadRequestEndsWithTheServicesWords()
    {
        Fault fault = Fault::answers(400);
        fault.message = u"messages: too strange"_s;
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(fault));
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.outcome, Outcome::Failed);
        QCOMPARE(answer.error->kind(), Error::Kind::Rejected);
        QCOMPARE(answer.error->reply().words, u"messages: too strange"_s);
        QVERIFY(!m_fixture->named(u"First"_s).hold);
    }

    void aRefusalIsAnAnswer()
    {
        Behaviour refusing;
        refusing.finish = Behaviour::Finish::Refusal;
        m_fixture->second.setBehaviour(u"claude-haiku-5-5"_s, refusing);
        AskOptions options;
        options.integration = m_fixture->named(u"Second"_s).id;
        const Answer answer = m_fixture->ask(options);
        QCOMPARE(answer.outcome, Outcome::Refused);
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.attempts[0].record.costState, CostState::Exact);
    }

    void aMissingKeyAsksTheNextLoudly()
    {
        m_fixture->keys->keys.clear();
        const Integration second = m_fixture->named(u"Second"_s);
        m_fixture->keys->keys.insert_or_assign(keychainEntry(second.id),
                                               Secret::take(WorkspaceFixture::keyOf(u"Second"_s)));
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.attempts.size(), 2);
        QCOMPARE(answer.attempts[0].record.errorKind, Error::Kind::Keychain);
        QCOMPARE(m_fixture->first.requests().size(), 1); // the key check, nothing else
        checkLedger();
    }

    void stopsAtOnceWhenCancelled()
    {
        Behaviour slow;
        slow.answer = QString(u"word "_s).repeated(200);
        slow.chunkDelay = std::chrono::milliseconds(20);
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, slow);
        const CancelSource stop;
        QElapsedTimer sinceStop;
        int words = 0;
        const AnswerSink sink = [&](const AnswerEvent &event) {
            if (std::get_if<TextArrived>(&event) && ++words == 5) {
                sinceStop.start();
                stop.cancel();
            }
        };
        const Answer answer = m_fixture->ask({}, u"Hello"_s, sink, stop.token());
        QVERIFY(sinceStop.elapsed() < 2000);
        QCOMPARE(answer.outcome, Outcome::Cancelled);
        QCOMPARE(answer.attempts.size(), 1);
        QVERIFY(answer.text.startsWith(u"word word"_s));
        QCOMPARE(answer.attempts[0].record.costState, CostState::Estimated);
        QVERIFY(answer.platformCost() > Money());
        checkLedger();
    }

    void theDeadlineHoldsForTheWholeRequest()
    {
        m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(Fault::of(Fault::Kind::Hang)));
        AskOptions options;
        options.deadline = std::chrono::milliseconds(300);
        const Answer answer = m_fixture->ask(options);
        QCOMPARE(answer.error->kind(), Error::Kind::Timeout);
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.attempts[0].record.outcome, Outcome::Unknown);
        checkLedger();
    }

    void whoCannotBeAskedWhenItsTurnComesIsLeftOut_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("change");
        QTest::addColumn<routing::ReasonCode>("reason");
        using Code = routing::ReasonCode;
        for (const auto &who : {u"First"_s, u"Second"_s}) {
            QTest::addRow("%s removed", qPrintable(who)) << who << u"remove"_s << Code::Removed;
            QTest::addRow("%s disabled", qPrintable(who)) << who << u"disable"_s << Code::Disabled;
            QTest::addRow("%s at its limit", qPrintable(who))
                << who << u"limit"_s << Code::OverBudget;
        }
    }
    void whoCannotBeAskedWhenItsTurnComesIsLeftOut()
    {
        QFETCH(QString, who);
        QFETCH(QString, change);
        QFETCH(routing::ReasonCode, reason);
        const bool isFirst = who == u"First"_s;
        // The second one's turn comes when the first one has failed; then that one is asked again.
        if (!isFirst)
            m_fixture->first.setBehaviour(u"gpt-6-luna"_s, failing(Fault::answers(503), 1));
        bool changed = false;
        const AnswerSink sink = [&](const AnswerEvent &event) {
            const bool now = isFirst ? std::holds_alternative<Planned>(event)
                                     : std::holds_alternative<AttemptEnded>(event);
            if (now && !std::exchange(changed, true))
                QVERIFY(makeUnaskable(who, change));
        };
        const auto &victim = isFirst ? m_fixture->first : m_fixture->second;
        const auto sentBefore = victim.requests().size();

        const Answer answer = m_fixture->ask({}, u"Hello"_s, sink);
        QVERIFY(changed);
        QCOMPARE(answer.outcome, Outcome::Completed);
        QCOMPARE(answer.attempts.size(), isFirst ? 1 : 2);
        for (int i = 0; i < answer.attempts.size(); ++i) {
            QCOMPARE(answer.attempts[i].record.attempt, i + 1);
            QVERIFY(answer.attempts[i].record.integrationName != who);
        }
        if (isFirst)
            QCOMPARE(victim.requests().size(), sentBefore);
        const auto stored = m_fixture->workspace->planOf(answer.requestId);
        QVERIFY(stored.ok() && stored->has_value());
        for (const routing::RoutePlan &plan : {answer.plan, **stored}) {
            QCOMPARE(plan.candidates.size(), 1);
            QCOMPARE(plan.excluded.size(), 1);
            QCOMPARE(plan.excluded[0].integrationName, who);
            QCOMPARE(plan.excluded[0].reason.code, reason);
        }
        const Result<QList<UsageRecord>> rows = m_fixture->workspace->records({});
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), answer.attempts.size());
        checkLedger();
    }

    void whenAllAreLeftOutNobodyWasAsked()
    {
        const AnswerSink sink = [&](const AnswerEvent &event) {
            if (std::holds_alternative<Planned>(event)) {
                QVERIFY(makeUnaskable(u"First"_s, u"limit"_s));
                QVERIFY(makeUnaskable(u"Second"_s, u"remove"_s));
            }
        };
        const Answer answer = m_fixture->ask({}, u"Hello"_s, sink);
        QCOMPARE(answer.outcome, Outcome::Failed);
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(answer.error->reason(), u"no-service"_s);
        QVERIFY(answer.plan.candidates.isEmpty());
        QCOMPARE(answer.plan.excluded.size(), 2);
        const QJsonObject facts = answer.plan.excluded[0].reason.values;
        QCOMPARE(facts.value(u"limit_nano"_s).toInteger(), 1);
        QVERIFY(facts.value(u"needed_nano"_s).toInteger() > 1);
        const auto stored = m_fixture->workspace->planOf(answer.requestId);
        QVERIFY(stored.ok() && stored->has_value());
        QCOMPARE((*stored)->excluded.size(), 2);
        QVERIFY(m_fixture->workspace->records({})->isEmpty());
    }

    void theCapIsAlwaysSent()
    {
        m_fixture->ask();
        PromptRequest request;
        request.messages = {{Message::Role::User, u"Hello"_s}};
        request.maxOutputTokens = 33;
        AskOptions options;
        options.integration = m_fixture->named(u"Second"_s).id;
        auto asking = m_fixture->workspace->ask(request, options, [](const AnswerEvent &) {}, {});
        await(std::move(asking));
        const auto body = [](const simulator::RecordedRequest &sent) {
            return QJsonDocument::fromJson(sent.body).object();
        };
        QVERIFY(
            body(m_fixture->first.requests().last()).value(u"max_completion_tokens"_s).toInteger()
            > 0);
        QCOMPARE(body(m_fixture->second.requests().last()).value(u"max_tokens"_s).toInteger(), 33);
    }

    void nobodyToAskIsSaidSo()
    {
        for (const QString &name : {u"First"_s, u"Second"_s})
            QVERIFY(m_fixture->workspace->setEnabled(m_fixture->named(name).id, false).ok());
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.outcome, Outcome::Failed);
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(answer.error->reason(), u"no-service"_s);
        QCOMPARE(answer.plan.excluded.size(), 2);
    }

    void badPromptsAreRefusedBeforeAnybodyIsAsked()
    {
        QCOMPARE(m_fixture->ask({}, u"  \n"_s).error->reason(), u"empty-prompt"_s);
        const QString large(10 * 1024 * 1024, u'x');
        QCOMPARE(m_fixture->ask({}, large).error->reason(), u"prompt-too-large"_s);
        QCOMPARE(m_fixture->first.requests().size(), 1);
    }

private:
    bool makeUnaskable(const QString &who, const QString &change)
    {
        Integration one = m_fixture->named(who);
        if (change == u"remove"_s)
            return m_fixture->workspace->removeIntegration(one.id).ok();
        if (change == u"disable"_s)
            return m_fixture->workspace->setEnabled(one.id, false).ok();
        one.monthlyLimit = Money::fromNano(1);
        return m_fixture->workspace->updateIntegration(one).ok();
    }

    /// After any request: one row an attempt, none running, sums equal to the nano-dollar, chain
    /// whole.
    void checkLedger()
    {
        RecordFilter filter;
        filter.limit = 1000;
        const Result<QList<UsageRecord>> rows = m_fixture->workspace->records(filter);
        QVERIFY(rows.ok());
        Money cost;
        Money fee;
        for (const UsageRecord &row : *rows) {
            QVERIFY(row.outcome != Outcome::Started);
            cost += row.platformCost;
            fee += row.platformFee;
        }
        const Result<Overview> view = m_fixture->workspace->overview();
        QVERIFY(view.ok());
        QCOMPARE(view->monthCost, cost);
        QCOMPARE(view->monthFee, fee);
        for (const IntegrationSummary &summary : view->integrations)
            QCOMPARE(summary.running, 0);
        const Result<AuditCheck> audit = m_fixture->workspace->verifyAudit();
        QVERIFY(audit.ok());
        QCOMPARE(audit->problem, AuditCheck::Problem::None);
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestFallback)
#include "tst_fallback.moc"
