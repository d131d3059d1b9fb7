#include "core/engine/comparing.h"
#include "tests/engine/workspacefixture.h"

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using routing::Vote;
using simulator::Behaviour;
using simulator::Fault;

namespace {

const QString firstModel = u"gpt-6-luna"_s;
const QString secondModel = u"claude-haiku-5-5"_s;

Behaviour saying(const QString &answer)
{
    Behaviour behaviour;
    behaviour.answer = answer;
    return behaviour;
}

/// Never comes while a test runs.
Behaviour silent()
{
    Behaviour behaviour;
    behaviour.headersDelay = std::chrono::minutes(5);
    return behaviour;
}

/// One side as it goes on its way.
struct Asking {
    std::shared_ptr<TurnKept> kept = std::make_shared<TurnKept>();
    CancelSource cancel;
    Task<Answer> task;

    Answer end()
    {
        const auto answer = await(std::move(task), std::chrono::seconds(60));
        return answer ? *answer : Answer();
    }
};

} // namespace

/// Two models asked the same at once, over sockets, and what the choice between them leaves behind.
class TestComparing : public QObject {
    Q_OBJECT

    std::unique_ptr<WorkspaceFixture> m_fixture;

    Workspace &workspace() { return *m_fixture->workspace; }
    ComparedSide side(int place)
    {
        const Integration integration = m_fixture->named(place == 0 ? u"First"_s : u"Second"_s);
        return {place, integration.id, integration.name, integration.service, integration.model,
                false};
    }
    Asking ask(int place, std::optional<Id> conversation, bool promptIsKept,
               const std::optional<Id> &beside = {})
    {
        ConversationTurn turn;
        turn.conversation = conversation;
        turn.promptIsKept = promptIsKept;
        if (!promptIsKept)
            turn.request.messages = {{Message::Role::User, u"Which is better?"_s}};
        turn.options = side(place).options();
        turn.details = beside ? side(place).beside(*beside) : side(place).in({});
        auto kept = std::make_shared<TurnKept>();
        CancelSource cancel;
        auto task = workspace().askIn(
            turn, [kept](const TurnKept &told) { *kept = told; }, [](const AnswerEvent &) {},
            cancel.token());
        return {kept, cancel, std::move(task)};
    }
    std::vector<Asking> askBoth()
    {
        std::vector<Asking> both;
        both.push_back(ask(0, {}, false));
        both.push_back(ask(1, both[0].kept->conversation, true));
        return both;
    }
    QList<Vote> votes()
    {
        const auto all = engine::votes(workspace());
        return all ? *all : QList<Vote>();
    }
    /// What the first service is told of a conversation that goes on.
    QByteArray sentNext(const Id &conversation)
    {
        ConversationTurn next;
        next.conversation = conversation;
        next.request.messages = {{Message::Role::User, u"Go on."_s}};
        next.options = side(0).options();
        auto going = workspace().askIn(
            next, [](const TurnKept &) {}, [](const AnswerEvent &) {}, {});
        const auto answer = await(std::move(going));
        return answer ? m_fixture->first.requests().last().body : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
        m_fixture->first.setBehaviour(firstModel, saying(u"The first one."_s));
        m_fixture->second.setBehaviour(secondModel, saying(u"The second one."_s));
    }
    void cleanup() { m_fixture.reset(); }

    void bothAnswersAreKept()
    {
        auto both = askBoth();
        QCOMPARE(both[0].end().text, u"The first one."_s);
        QCOMPARE(both[1].end().text, u"The second one."_s);
        const Id conversation = both[0].kept->conversation;
        QCOMPARE(both[1].kept->conversation, conversation);
        const auto messages = workspace().messages(conversation);
        QVERIFY(messages.ok());
        QCOMPARE(messages->size(), 3);
        QCOMPARE(messages->at(0).text, u"Which is better?"_s);
        for (int place = 0; place < 2; ++place) {
            const StoredMessage &answer = messages->at(place + 1);
            QCOMPARE(ComparedSide::of(answer), side(place));
            QCOMPARE(answer.state, StoredMessage::State::Complete);
            RecordFilter filter;
            filter.requestId = *answer.requestId;
            const auto records = workspace().records(filter);
            QVERIFY(records.ok());
            QCOMPARE(records->size(), 1);
            QCOMPARE(records->first().integrationId, side(place).integration);
        }
        QVERIFY(!ComparedSide::of(messages->at(0)));
        QVERIFY(votes().isEmpty());
    }

    void bothAreAskedAtOnceAndStopAlone()
    {
        m_fixture->first.setBehaviour(firstModel, silent());
        m_fixture->second.setBehaviour(secondModel, silent());
        m_fixture->first.clear();
        m_fixture->second.clear();
        auto both = askBoth();
        // Neither answers before both were asked.
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->first.requests().size(), 1, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->second.requests().size(), 1, 60'000);
        QVERIFY(!both[0].task.isReady());
        QVERIFY(!both[1].task.isReady());
        both[1].cancel.cancel();
        QCOMPARE(both[1].end().outcome, Outcome::Cancelled);
        QVERIFY(!both[0].task.isReady());
        both[0].cancel.cancel();
        QCOMPARE(both[0].end().outcome, Outcome::Cancelled);
    }

    void oneFailsAndTheOtherAnswers()
    {
        Behaviour down;
        down.fault = Fault::answers(503);
        m_fixture->second.setBehaviour(secondModel, down);
        auto both = askBoth();
        QCOMPARE(both[0].end().outcome, Outcome::Completed);
        const Answer failed = both[1].end();
        QCOMPARE(failed.outcome, Outcome::Failed);
        // Nobody else stands in for it.
        for (const AttemptReport &attempt : failed.attempts)
            QCOMPARE(attempt.record.integrationName, u"Second"_s);
        const auto kept = keepAnswer(workspace(), both[0].kept->conversation, both[0].kept->answer);
        QVERIFY(kept.ok());
        QVERIFY(kept->isEmpty());
        QVERIFY(votes().isEmpty());
    }

    void theLimitOfOneHoldsForIt()
    {
        Integration second = m_fixture->named(u"Second"_s);
        second.monthlyLimit = Money::fromNano(1);
        QVERIFY(workspace().updateIntegration(second).ok());
        auto both = askBoth();
        QCOMPARE(both[0].end().outcome, Outcome::Completed);
        const Answer limited = both[1].end();
        QVERIFY(limited.attempts.isEmpty());
        const auto out = std::find_if(limited.plan.excluded.cbegin(), limited.plan.excluded.cend(),
                                      [](const routing::Excluded &excluded) {
                                          return excluded.integrationName == "Second"_L1;
                                      });
        QVERIFY(out != limited.plan.excluded.cend());
        QCOMPARE(out->reason.code, routing::ReasonCode::OverBudget);
    }

    void theChoiceIsAVoteAndTheWayOn()
    {
        auto both = askBoth();
        const Answer first = both[0].end();
        const Answer second = both[1].end();
        const Id conversation = both[0].kept->conversation;
        const auto kept = keepAnswer(workspace(), conversation, both[0].kept->answer);
        QVERIFY(kept.ok());
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().winner, u"openai/gpt-6-luna"_s);
        QCOMPARE(kept->first().loser, u"anthropic/claude-haiku-5-5"_s);
        QCOMPARE(kept->first().winnerRequest, first.requestId);
        QCOMPARE(kept->first().loserRequest, second.requestId);
        QCOMPARE(votes(), *kept);
        auto messages = workspace().messages(conversation);
        QVERIFY(ComparedSide::of(messages->at(1))->kept);
        QVERIFY(!ComparedSide::of(messages->at(2))->kept);
        QCOMPARE(messages->at(2).text, u"The second one."_s);

        // The next turn tells of the kept answer alone, although it is not the last one.
        const QByteArray sent = sentNext(conversation);
        QVERIFY(sent.contains("The first one."));
        QVERIFY(!sent.contains("The second one."));

        // Another choice takes the place of the first.
        const auto other = keepAnswer(workspace(), conversation, both[1].kept->answer);
        QVERIFY(other.ok());
        QCOMPARE(votes(), *other);
        QCOMPARE(votes().first().winner, u"anthropic/claude-haiku-5-5"_s);
        messages = workspace().messages(conversation);
        QVERIFY(!ComparedSide::of(messages->at(1))->kept);
        QVERIFY(ComparedSide::of(messages->at(2))->kept);

        const auto unknown = keepAnswer(workspace(), conversation, messages->at(0).id);
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().reason(), u"no-such-answer"_s);
    }

    void aChoiceOfOneThatIsStillWrittenStays()
    {
        m_fixture->second.setBehaviour(secondModel, silent());
        auto both = askBoth();
        QCOMPARE(both[0].end().outcome, Outcome::Completed);
        const Id conversation = both[0].kept->conversation;
        QVERIFY(keepAnswer(workspace(), conversation, both[1].kept->answer).ok());
        both[1].cancel.cancel();
        QCOMPARE(both[1].end().outcome, Outcome::Cancelled);
        const auto messages = workspace().messages(conversation);
        QVERIFY(messages.ok());
        QCOMPARE(messages->at(2).state, StoredMessage::State::Stopped);
        QVERIFY(ComparedSide::of(messages->at(2))->kept);
    }

    void aLaterOneAtThePlaceHoldsEvenWithoutText()
    {
        auto both = askBoth();
        both[0].end();
        both[1].end();
        Behaviour down;
        down.fault = Fault::answers(503);
        m_fixture->second.setBehaviour(secondModel, down);
        const Id conversation = both[0].kept->conversation;
        Asking again = ask(1, conversation, true, both[1].kept->answer);
        QCOMPARE(again.end().outcome, Outcome::Failed);
        QCOMPARE(workspace().messages(conversation)->size(), 4);
        QCOMPARE(workspace().messages(conversation)->last().details, side(1).in({}));
        const QByteArray sent = sentNext(conversation);
        QVERIFY(sent.contains("The first one."));
        QVERIFY2(!sent.contains("The second one."), sent.constData());
    }

    void nobodyIsAskedBesideAnAnswerToAnEarlierPrompt()
    {
        auto both = askBoth();
        both[0].end();
        both[1].end();
        const Id conversation = both[0].kept->conversation;
        QVERIFY(!sentNext(conversation).isEmpty());
        const auto messages = workspace().messages(conversation)->size();
        const auto requests = m_fixture->second.requests().size();
        Asking late = ask(1, conversation, true, both[1].kept->answer);
        const auto refused = await(std::move(late.task));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().reason(), u"no-such-answer"_s);
        QCOMPARE(m_fixture->second.requests().size(), requests);
        QCOMPARE(workspace().messages(conversation)->size(), messages);
    }

    void votesShiftTheQualityThatIsExplained()
    {
        const auto quality = [this] {
            PromptRequest request;
            request.messages = {{Message::Role::User, u"Hello"_s}};
            AskOptions options;
            options.strategy = Strategy::BestQuality;
            const auto plan = workspace().explain(request, options);
            QMap<QString, routing::Candidate> byName;
            for (const routing::Candidate &candidate : plan->candidates)
                byName.insert(candidate.integrationName, candidate);
            return byName;
        };
        const auto before = quality();
        QVERIFY(!before[u"First"_s].votes && !before[u"Second"_s].votes);
        for (int i = 0; i < 6; ++i) {
            auto both = askBoth();
            both[0].end();
            both[1].end();
            QVERIFY(keepAnswer(workspace(), both[0].kept->conversation, both[0].kept->answer).ok());
        }
        m_fixture->reopen();
        const auto after = quality();
        QCOMPARE(*after[u"First"_s].votes, (routing::VoteShift{6, 6}));
        QCOMPARE(*after[u"First"_s].quality, *before[u"First"_s].quality + 6);
        QCOMPARE(*after[u"Second"_s].votes, (routing::VoteShift{-6, 6}));
        QCOMPARE(*after[u"Second"_s].quality, *before[u"Second"_s].quality - 6);
        const auto shifts = voteShifts(workspace(), RequestType::Text);
        QVERIFY(shifts.ok());
        QCOMPARE(shifts->value(u"openai/gpt-6-luna"_s), (routing::VoteShift{6, 6}));

        const auto forgotten = forgetVotes(workspace());
        QVERIFY(forgotten.ok());
        QCOMPARE(forgotten->size(), 6);
        QCOMPARE(*quality()[u"First"_s].quality, *before[u"First"_s].quality);
        QVERIFY(restoreVotes(workspace(), *forgotten).ok());
        QCOMPARE(*quality()[u"First"_s].votes, (routing::VoteShift{6, 6}));
    }

    void votesOfRequestsAlone()
    {
        const Answer first = m_fixture->ask(side(0).options());
        const Answer again = m_fixture->ask(side(0).options());
        const Answer second = m_fixture->ask(side(1).options());
        const auto reason
            = [](const Result<Vote> &vote) { return vote ? QString() : vote.error().reason(); };
        QCOMPARE(reason(voteFor(workspace(), second.requestId, first.requestId)), QString());
        QCOMPARE(votes().size(), 1);
        QCOMPARE(votes().first().loser, u"openai/gpt-6-luna"_s);
        QCOMPARE(reason(voteFor(workspace(), first.requestId, again.requestId)), u"same-model"_s);
        QCOMPARE(reason(voteFor(workspace(), first.requestId, Id::create(QDateTime()))),
                 u"no-such-request"_s);
        Behaviour down;
        down.fault = Fault::answers(503);
        m_fixture->second.setBehaviour(secondModel, down);
        const Answer failed = m_fixture->ask(side(1).options());
        QCOMPARE(reason(voteFor(workspace(), first.requestId, failed.requestId)),
                 u"incomplete-answer"_s);
        QCOMPARE(votes().size(), 1);
    }

    void aVoteTakesThePlaceOfOneBetweenTheSameTwoAlone()
    {
        const Id first = m_fixture->ask(side(0).options()).requestId;
        const Id again = m_fixture->ask(side(0).options()).requestId;
        const Id second = m_fixture->ask(side(1).options()).requestId;
        QVERIFY(voteFor(workspace(), first, second).ok());
        QVERIFY(voteFor(workspace(), again, second).ok());
        QCOMPARE(votes().size(), 2);
        QVERIFY(voteFor(workspace(), second, first).ok());
        QHash<Id, Id> losers;
        for (const Vote &vote : votes())
            losers.insert(vote.winnerRequest, vote.loserRequest);
        QCOMPARE(losers, (QHash<Id, Id>{{again, second}, {second, first}}));
    }
};

QTEST_GUILESS_MAIN(TestComparing)
#include "tst_comparing.moc"
