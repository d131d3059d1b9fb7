#include "core/fees/planhistory.h"
#include "core/storage/database.h"
#include "core/storage/settingsstore.h"
#include "tests/engine/workspacefixture.h"

#include <QtTest/QSignalSpy>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;

/// One data folder: integrations, their keys, conversations, and what another process sees.
class TestWorkspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void aRefusedKeyIsNotKept()
    {
        simulator::Script script;
        script.refusedKeys = {u"sk-wrong-key-1234"_s};
        m_fixture->first.setScript(script);
        NewIntegration wanted;
        wanted.service = u"openai"_s;
        wanted.name = u"Third"_s;
        wanted.baseUrl = m_fixture->first.url(u"/v1"_s).toString();
        const qsizetype before = qsizetype(m_fixture->keys->keys.size());
        auto adding = m_fixture->workspace->addIntegration(
            wanted, Secret::take("sk-wrong-key-1234"_ba), {});
        const Result<Integration> added = await(std::move(adding));
        QVERIFY(!added);
        QCOMPARE(added.error().kind(), Error::Kind::Auth);
        QCOMPARE(qsizetype(m_fixture->keys->keys.size()), before);
        QCOMPARE(m_fixture->workspace->overview()->integrations.size(), 2);
    }

    void aKeychainThatRefusesLeavesNothingBehind()
    {
        m_fixture->keys->failure = Error(Error::Kind::Keychain).withReason(u"locked"_s);
        NewIntegration wanted;
        wanted.service = u"openai"_s;
        wanted.baseUrl = m_fixture->first.url(u"/v1"_s).toString();
        auto adding
            = m_fixture->workspace->addIntegration(wanted, Secret::take("sk-good-key-123"_ba), {});
        const Result<Integration> added = await(std::move(adding));
        QVERIFY(!added);
        QCOMPARE(added.error().reason(), u"locked"_s);
        QCOMPARE(m_fixture->workspace->overview()->integrations.size(), 2);
    }

    void badInputIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("reason");
        const QByteArray key("sk-good-key-123");
        QTest::newRow("service") << u"nobody"_s << u""_s << key << u"unknown-service"_s;
        QTest::newRow("plain http")
            << u"openai"_s << u"http://api.example.org/v1"_s << key << u"insecure-url"_s;
        QTest::newRow("no url") << u"openai"_s << u"not a url"_s << key << u"bad-url"_s;
        QTest::newRow("credentials")
            << u"openai"_s << u"https://a:b@example.org"_s << key << u"url-with-credentials"_s;
        QTest::newRow("no key") << u"openai"_s << u""_s << QByteArray() << u"key-missing"_s;
        QTest::newRow("long key") << u"openai"_s << u""_s << QByteArray(2001, 'k')
                                  << u"too-large"_s;
        QTest::newRow("no address") << u"custom"_s << u""_s << key << u"url-missing"_s;
    }
    void badInputIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, service);
        QFETCH(QString, url);
        QFETCH(QByteArray, key);
        QFETCH(QString, reason);
        NewIntegration wanted;
        wanted.service = service;
        wanted.baseUrl = url;
        auto adding
            = m_fixture->workspace->addIntegration(wanted, Secret::take(std::move(key)), {});
        const Result<Integration> added = await(std::move(adding));
        QVERIFY(!added);
        QCOMPARE(added.error().reason(), reason);
    }

    void namesAreNumberedWhereTheyAreTaken()
    {
        for (const QString &expected : {u"OpenAI"_s, u"OpenAI 2"_s}) {
            NewIntegration wanted;
            wanted.service = u"openai"_s;
            wanted.baseUrl = m_fixture->first.url(u"/v1"_s).toString();
            auto adding = m_fixture->workspace->addIntegration(
                wanted, Secret::take("sk-good-key-123"_ba), {});
            QCOMPARE(await(std::move(adding))->name, expected);
        }
        NewIntegration wanted;
        wanted.service = u"openai"_s;
        wanted.name = u"FIRST"_s;
        wanted.baseUrl = m_fixture->first.url(u"/v1"_s).toString();
        auto adding
            = m_fixture->workspace->addIntegration(wanted, Secret::take("sk-good-key-123"_ba), {});
        QCOMPARE(await(std::move(adding)).error().reason(), u"name-taken"_s);
    }

    void aBadKeyIsHeldUntilItIsReplaced()
    {
        simulator::Script script;
        script.refusedKeys = {QString::fromUtf8(WorkspaceFixture::keyOf(u"First"_s))};
        m_fixture->first.setScript(script);
        const Id id = m_fixture->named(u"First"_s).id;
        auto testing = m_fixture->workspace->testIntegration(id, {});
        QCOMPARE(await(std::move(testing)).error().kind(), Error::Kind::Auth);
        QVERIFY(m_fixture->named(u"First"_s).hold.has_value());
        QCOMPARE(health(u"First"_s), Health::Held);

        auto refusing = m_fixture->workspace->replaceKey(
            id, Secret::take(WorkspaceFixture::keyOf(u"First"_s)), true, {});
        QVERIFY(!await(std::move(refusing)).ok());
        QVERIFY(m_fixture->named(u"First"_s).hold.has_value());

        auto replacing
            = m_fixture->workspace->replaceKey(id, Secret::take("sk-fresh-key-WXYZ"_ba), true, {});
        QVERIFY(await(std::move(replacing)).ok());
        QVERIFY(!m_fixture->named(u"First"_s).hold);
        QCOMPARE(m_fixture->named(u"First"_s).keyTail, u"WXYZ"_s);
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"First"_s);
        QCOMPARE(m_fixture->first.requests().last().key, "sk-fresh-key-WXYZ"_ba);
    }

    void aKeyIsBoundToItsAddress()
    {
        Integration changed = m_fixture->named(u"First"_s);
        changed.baseUrl = m_fixture->second.url(u"/v1"_s);
        const Result<Done> moved = m_fixture->workspace->updateIntegration(changed);
        QVERIFY(!moved);
        QCOMPARE(moved.error().reason(), u"key-needed-for-new-address"_s);
        changed.baseUrl = m_fixture->first.url(u"/other/v1"_s); // the same origin
        QVERIFY(m_fixture->workspace->updateIntegration(changed).ok());
    }

    void theMonthlyLimitStopsAndShortens()
    {
        Integration limited = m_fixture->named(u"First"_s);
        limited.monthlyLimit = Money::fromNano(1);
        QVERIFY(m_fixture->workspace->updateIntegration(limited).ok());
        const Answer answer = m_fixture->ask();
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.attempts[0].record.integrationName, u"Second"_s);
        QCOMPARE(answer.plan.excluded[0].reason.code, routing::ReasonCode::OverBudget);

        // Enough for some hundred tokens: the answer is shortened instead of refused.
        limited.monthlyLimit = Money::fromNano(100'000);
        QVERIFY(m_fixture->workspace->updateIntegration(limited).ok());
        const Answer shortened = m_fixture->ask();
        QCOMPARE(shortened.attempts[0].record.integrationName, u"First"_s);
        QVERIFY(shortened.plan.candidates[0].maxOutputTokens < 300);
        QVERIFY(*shortened.plan.candidates[0].worstCost <= *limited.monthlyLimit);
    }

    void conversationsAreKeptAndTold()
    {
        std::optional<TurnKept> kept;
        ConversationTurn turn;
        turn.request.messages = {{Message::Role::User, u"What is the capital of Peru?"_s}};
        auto asking = m_fixture->workspace->askIn(
            turn, [&kept](TurnKept where) { kept = where; }, [](const AnswerEvent &) {}, {});
        const Result<Answer> first = await(std::move(asking));
        QVERIFY(first.ok());
        QVERIFY(kept.has_value());

        ConversationTurn next;
        next.conversation = kept->conversation;
        next.request.messages = {{Message::Role::User, u"And of Chile?"_s}};
        auto again = m_fixture->workspace->askIn(
            next, [](TurnKept) {}, [](const AnswerEvent &) {}, {});
        QVERIFY(await(std::move(again)).ok());
        const QJsonObject sent
            = QJsonDocument::fromJson(m_fixture->first.requests().last().body).object();
        QCOMPARE(sent.value(u"messages"_s).toArray().size(), 3);

        const auto messages = m_fixture->workspace->messages(kept->conversation);
        QVERIFY(messages.ok());
        QCOMPARE(messages->size(), 4);
        QCOMPARE(messages->at(1).text, first->text);
        QCOMPARE(messages->at(1).requestId, first->requestId);
        const auto found = m_fixture->workspace->searchConversations(u"chile"_s);
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().conversation.title, u"What is the capital of Peru?"_s);
    }

    void whatWasRemovedIsSweptAtTheNextStart()
    {
        const Integration first = m_fixture->named(u"First"_s);
        QVERIFY(m_fixture->workspace->removeIntegration(first.id).ok());
        QVERIFY(m_fixture->keys->keys.contains(keychainEntry(first.id)));
        QVERIFY(m_fixture->workspace->restoreIntegration(first.id).ok());
        QCOMPARE(m_fixture->ask().attempts[0].record.integrationName, u"First"_s);

        QVERIFY(m_fixture->workspace->removeIntegration(first.id).ok());
        auto sweeping = m_fixture->workspace->sweep();
        QVERIFY(await(std::move(sweeping)).ok());
        QVERIFY(!m_fixture->keys->keys.contains(keychainEntry(first.id)));
        QCOMPARE(m_fixture->keys->keys.size(), std::size_t(1));
        QCOMPARE(m_fixture->workspace->verifyAudit()->problem, AuditCheck::Problem::None);
    }

    void anotherProcessIsHeard()
    {
        WorkspaceOptions options;
        options.dataDir = m_fixture->dir.path();
        options.makeKeychain = [] { return std::make_unique<MemoryStore>(); };
        const Result<std::unique_ptr<Workspace>> other = Workspace::open(options);
        QVERIFY(other.ok());
        QSignalSpy heard(other->get(), &Workspace::changed);
        QVERIFY(m_fixture->ask().outcome == Outcome::Completed);
        QTRY_VERIFY(heard.count() > 0);
        QCOMPARE((*other)->overview()->monthCost, m_fixture->workspace->overview()->monthCost);
    }

    void earlierMonthsKeepTheirPlan()
    {
        const QDate today = m_fixture->workspace->today();
        FeePolicy early;
        early.plan = FeePlan::Percent;
        early.basisPoints = 700;
        PlanHistory plans(early, today.addMonths(-2));
        FeePolicy late = early;
        late.basisPoints = 900;
        plans.choose(late, today.addMonths(-1)); // from this month on
        {
            SystemClock clock;
            const auto database = Database::open(m_fixture->dir.filePath(u"keyway.db"_s),
                                                 Database::Access::ReadWrite, clock);
            QVERIFY(database.ok());
            QVERIFY((*database)->run(u"INSERT INTO billing (account_id, plans) VALUES ('a', ?)"_s,
                                     {QString::fromUtf8(QJsonDocument(plans.toJson()).toJson())}));
            QVERIFY(SettingsStore(**database)
                        .set(u"account"_s, QJsonObject{{u"account_id"_s, u"a"_s}}));
        }
        m_fixture->reopen();
        const Workspace &workspace = *m_fixture->workspace;
        QCOMPARE(workspace.feePolicy().basisPoints, 900);
        QCOMPARE(workspace.feePolicyOn(today).basisPoints, 900);
        QCOMPARE(workspace.feePolicyOn(today.addMonths(-1)).basisPoints, 700);
    }

    void keysAreNowhereInTheDataFolder()
    {
        m_fixture->ask();
        const QByteArray key = WorkspaceFixture::keyOf(u"First"_s);
        for (const QByteArray &form : {key, key.toBase64(), key.toHex()})
            QCOMPARE(m_fixture->dir.filesContaining(form), QStringList());
        // The same search finds what is there.
        QVERIFY(!m_fixture->dir.filesContaining("First").isEmpty());
        int seen = 0;
        for (const simulator::RecordedRequest &request : m_fixture->first.requests())
            seen += request.key == key ? 1 : 0;
        QVERIFY(seen > 0);
    }

private:
    Health health(const QString &name)
    {
        const Result<Overview> view = m_fixture->workspace->overview();
        for (const IntegrationSummary &summary : view->integrations) {
            if (summary.integration.name == name)
                return summary.health;
        }
        return Health::Disabled;
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
