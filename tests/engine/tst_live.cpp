// What one process does is seen by another one at once, without asking again and again.

#include "tests/engine/workspacefixture.h"

#include <QtTest/QSignalSpy>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;

namespace {

const QString model = u"gpt-6-luna"_s;

} // namespace

class LiveTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<Workspace> m_other; ///< with a session of its own, as in another process

    IntegrationSummary seenByOther(const QString &name) const
    {
        const Result<Overview> overview = m_other->overview();
        if (!overview)
            return {};
        for (const IntegrationSummary &summary : overview->integrations) {
            if (summary.integration.name == name)
                return summary;
        }
        return {};
    }
    Money monthOfOther() const
    {
        const Result<Overview> overview = m_other->overview();
        return overview ? overview->monthCost : Money::fromNano(-1);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
        WorkspaceOptions options;
        options.dataDir = m_fixture->dir.path();
        options.catalogueDir = m_fixture->catalogueDir;
        options.makeKeychain = [] { return std::make_unique<MemoryStore>(); };
        auto opened = Workspace::open(options);
        QVERIFY(opened.ok());
        m_other = std::move(*opened);
    }
    void cleanup()
    {
        m_other.reset();
        m_fixture.reset();
    }

    void aRequestElsewhereIsSeenWhileItRuns()
    {
        QCOMPARE(seenByOther(u"First"_s).running, 0);
        simulator::Behaviour slow;
        slow.answer = u"Here I am"_s;
        slow.firstByteDelay = std::chrono::milliseconds(700);
        m_fixture->first.setBehaviour(model, slow);
        QSignalSpy told(m_other.get(), &Workspace::changed);
        PromptRequest request;
        request.messages = {{Message::Role::User, u"Are you there?"_s}};
        AskOptions options;
        options.integration = m_fixture->named(u"First"_s).id;
        auto asking = m_fixture->workspace->ask(
            request, options, [](const AnswerEvent &) {}, CancelToken());

        QTRY_VERIFY(told.size() > 0);
        QTRY_COMPARE(seenByOther(u"First"_s).running, 1);
        QCOMPARE(seenByOther(u"Second"_s).running, 0);
        QCOMPARE(monthOfOther(), Money());

        const Answer answer = await(std::move(asking));
        QCOMPARE(answer.outcome, Outcome::Completed);
        const Money cost = answer.attempts.first().record.platformCost;
        QVERIFY(cost > Money());
        told.clear();
        QTRY_VERIFY(told.size() > 0);
        QTRY_COMPARE(seenByOther(u"First"_s).running, 0);
        QCOMPARE(monthOfOther(), cost);
        QCOMPARE(seenByOther(u"First"_s).thisMonth, cost);
    }
};

QTEST_GUILESS_MAIN(LiveTest)
#include "tst_live.moc"
