#include "core/async/spawn.h"
#include "core/async/wait.h"
#include "core/engine/corethread.h"
#include "core/storage/database.h"
#include "core/storage/row.h"
#include "tests/engine/workspacefixture.h"

#include <QtCore/QSemaphore>
#include <QtTest/QSignalSpy>

#include <thread>
#include <vector>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

using Waits = std::shared_ptr<std::vector<std::shared_ptr<Wait>>>;

/// A keychain that answers a read when the test is over.
class SilentStore final : public SecretStore {
public:
    explicit SilentStore(Waits waits)
        : m_waits(std::move(waits))
    {
    }

    Task<Secret> read(QString) override
    {
        auto wait = Wait::until(QDeadlineTimer(seconds(20)));
        m_waits->push_back(wait);
        auto event = wait->awaitable();
        co_await event;
        co_return Error(Error::Kind::Keychain).withReason(u"hanging"_s);
    }
    Task<Done> write(QString, Secret) override { co_return Done{}; }
    Task<Done> remove(QString) override { co_return Done{}; }
    QCoro::Task<KeychainStatus> status() override
    {
        co_return KeychainStatus{KeychainState::Ready, u"silent"_s, {}};
    }
    Task<Done> unlock() override { co_return Done{}; }

private:
    Waits m_waits;
};

Behaviour hanging()
{
    Behaviour behaviour;
    behaviour.fault = Fault::of(Fault::Kind::Hang);
    return behaviour;
}

PromptRequest hello()
{
    PromptRequest request;
    request.messages = {{Message::Role::User, u"Hello there"_s}};
    return request;
}

} // namespace

/// Requests that end in the middle: cancelled, late, without a disk, or with their workspace gone.
class TestEndings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void cancellingDoesNotWaitForTheKeychain_data()
    {
        QTest::addColumn<bool>("byDeadline");
        QTest::newRow("user") << false;
        QTest::newRow("deadline") << true;
    }
    void cancellingDoesNotWaitForTheKeychain()
    {
        QFETCH(bool, byDeadline);
        auto waits = std::make_shared<Waits::element_type>();
        reopenWith([waits] { return std::make_unique<SilentStore>(waits); });
        AskOptions options;
        CancelSource stop;
        if (byDeadline)
            options.deadline = milliseconds(50);
        QElapsedTimer time;
        time.start();
        const Answer answer = m_fixture->ask(
            options, u"Hello"_s,
            [&](const AnswerEvent &event) {
                if (!byDeadline && std::holds_alternative<AttemptStarted>(event))
                    QTimer::singleShot(20, this, [stop] { stop.cancel(); });
            },
            stop.token());
        QVERIFY2(time.elapsed() < 5000, "waited for the keychain");
        QCOMPARE(answer.attempts.size(), 1);
        const UsageRecord &record = answer.attempts[0].record;
        QCOMPARE(record.outcome, byDeadline ? Outcome::Failed : Outcome::Cancelled);
        QCOMPARE(answer.error->kind(), byDeadline ? Error::Kind::Timeout : Error::Kind::Cancelled);
        QCOMPARE(record.costState, CostState::Exact);
        QCOMPARE(record.platformCost, Money());
        QCOMPARE(rows(u"outcome = 'started'"_s), 0);
        QCOMPARE(sum(u"SELECT SUM(reserved_nano) FROM budget"_s), 0);

        // The keychain answers at last, when nobody waits and the workspace is gone.
        m_fixture->workspace.reset();
        QCOMPARE(waits->size(), std::size_t(1));
        const std::weak_ptr<Wait> last = waits->front();
        waits->front()->finish();
        waits->clear();
        QTRY_VERIFY(last.expired());
    }

    void cancellingBetweenReservingAndSendingSendsNothing()
    {
        const qsizetype before = m_fixture->first.requests().size();
        CancelSource stop;
        const Answer answer = m_fixture->ask(
            {}, u"Hello"_s,
            [stop](const AnswerEvent &event) {
                if (std::holds_alternative<AttemptStarted>(event))
                    stop.cancel();
            },
            stop.token());
        QCOMPARE(answer.outcome, Outcome::Cancelled);
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.attempts[0].record.costState, CostState::Exact);
        QCOMPARE(answer.attempts[0].record.platformCost, Money());
        QCOMPARE(m_fixture->first.requests().size(), before);
        QCOMPARE(sum(u"SELECT SUM(reserved_nano) FROM budget"_s), 0);
    }

    void aCancelThatComesTooLateChangesNothing()
    {
        Behaviour refusing;
        refusing.finish = Behaviour::Finish::Refusal;
        m_fixture->first.setDefaultBehaviour(refusing);
        CancelSource stop;
        const Answer answer = m_fixture->ask(
            {}, u"Hello"_s,
            [stop](const AnswerEvent &event) {
                if (std::holds_alternative<AttemptEnded>(event))
                    stop.cancel();
            },
            stop.token());
        QCOMPARE(answer.attempts[0].record.outcome, Outcome::Refused);
        QCOMPARE(answer.outcome, Outcome::Refused);
    }

    void withoutItsRowNothingIsSent()
    {
        const qsizetype before = m_fixture->first.requests().size();
        Writer writer(m_fixture->dir.path());
        const Answer answer = m_fixture->ask();
        writer.letGo();
        QVERIFY(answer.error.has_value());
        QCOMPARE(answer.error->kind(), Error::Kind::Storage);
        QCOMPARE(answer.error->reason(), u"busy"_s);
        QVERIFY(answer.attempts.isEmpty());
        QCOMPARE(m_fixture->first.requests().size(), before);
        QCOMPARE(sum(u"SELECT COUNT(*) FROM request"_s), 0);
        QCOMPARE(m_fixture->ask().outcome, Outcome::Completed);
    }

    void whatCouldNotBeSettledIsSettledLater()
    {
        std::optional<Writer> writer;
        const Answer answer = m_fixture->ask({}, u"Hello"_s, [&](const AnswerEvent &event) {
            if (std::holds_alternative<AttemptStarted>(event))
                writer.emplace(m_fixture->dir.path());
        });
        QVERIFY(!answer.text.isEmpty()); // the text is the user's all the same
        QCOMPARE(answer.attempts.size(), 1);
        QCOMPARE(answer.attempts[0].error->kind(), Error::Kind::Storage);
        QCOMPARE(rows(u"outcome = 'started'"_s), 1);
        writer->letGo();

        auto closing = m_fixture->workspace->close();
        QVERIFY(await(std::move(closing)));
        QCOMPARE(rows(u"outcome = 'started'"_s), 0);
        QCOMPARE(sum(u"SELECT platform_cost_nano FROM attempt"_s),
                 answer.attempts[0].record.platformCost.nano());
        QCOMPARE(sum(u"SELECT SUM(reserved_nano) FROM budget"_s), 0);
    }

    void closingEndsEveryTask()
    {
        m_fixture->first.setDefaultBehaviour(hanging());
        m_fixture->first.setBehaviour(u"/v1/models"_s, hanging());
        const Id id = m_fixture->named(u"First"_s).id;
        Workspace &workspace = *m_fixture->workspace;
        int ended = 0;
        const auto count = [&ended](const auto &) { ++ended; };
        spawn(
            this, [&] { return workspace.testIntegration(id, {}); }, this, count);
        spawn(
            this,
            [&] { return workspace.replaceKey(id, Secret::take("sk-new-key-1"_ba), true, {}); },
            this, count);
        spawn(
            this,
            [&] {
                NewIntegration wanted;
                wanted.service = u"openai"_s;
                wanted.baseUrl = m_fixture->first.url(u"/v1"_s).toString();
                return workspace.addIntegration(wanted, Secret::take("sk-new-key-2"_ba), {});
            },
            this, count);
        spawn(
            this,
            [&] {
                ConversationTurn turn;
                turn.request = hello();
                return workspace.askIn(
                    turn, [](TurnKept) {}, [](const AnswerEvent &) {}, {});
            },
            this, count);
        QTRY_VERIFY(m_fixture->first.connectionCount() > 3);
        QCOMPARE(ended, 0);

        QElapsedTimer time;
        time.start();
        auto closing = workspace.close();
        QVERIFY(await(std::move(closing)));
        QVERIFY(time.elapsed() < 2500);
        m_fixture->workspace.reset();
        QTRY_COMPARE(ended, 4);
        QCOMPARE(rows(u"outcome = 'started'"_s), 0);
    }

    void theCoreThreadEndsInTheMiddleOfEverything()
    {
        m_fixture->workspace.reset();
        Behaviour slow;
        slow.chunkDelay = milliseconds(20);
        m_fixture->first.setDefaultBehaviour(slow);
        m_fixture->first.setBehaviour(u"/v1/models"_s, hanging());
        int texts = 0;
        int ended = 0;
        {
            CoreThread core;
            Workspace *workspace = nullptr;
            WorkspaceOptions options;
            options.dataDir = m_fixture->dir.path();
            options.makeKeychain = []() -> std::unique_ptr<SecretStore> {
                auto keys = std::make_unique<MemoryStore>();
                return keys;
            };
            core.open(options, this, [&workspace](const Result<Workspace *> &opened) {
                workspace = opened ? *opened : nullptr;
            });
            QTRY_VERIFY(workspace != nullptr);
            const QString url = m_fixture->first.url(u"/v1"_s).toString();
            spawn(
                workspace,
                [workspace, url] {
                    NewIntegration wanted;
                    wanted.service = u"openai"_s;
                    wanted.name = u"Third"_s;
                    wanted.baseUrl = url;
                    wanted.test = false;
                    return workspace->addIntegration(wanted, Secret::take("sk-third-1"_ba), {});
                },
                this, [&ended](const Result<Integration> &added) { ended += added ? 1 : 0; });
            QTRY_COMPARE(ended, 1);
            QSemaphore seen;
            for (int i = 0; i < 4; ++i) {
                spawn(
                    workspace,
                    [workspace, &seen] {
                        AskOptions third;
                        third.integration = workspace->integrationByName(u"Third"_s)->id;
                        return workspace->ask(hello(), third,
                                              [&seen](const AnswerEvent &event) {
                                                  if (std::holds_alternative<TextArrived>(event))
                                                      seen.release();
                                              },
                                              {});
                    },
                    this, [&ended](const Answer &) { ++ended; });
            }
            spawn(
                workspace,
                [workspace, url] {
                    return workspace->tryKey(u"openai"_s, url, {}, Secret::take("sk-fourth"_ba),
                                             {});
                },
                this, [&ended](const Result<KeyCheck> &) { ++ended; });
            QVERIFY(seen.tryAcquire(4, 10'000));
            texts = 4;
        }
        QCOMPARE(texts, 4);
        QTRY_COMPARE(ended, 6);
        QCOMPARE(rows(u"outcome = 'started'"_s), 0);
        QCOMPARE(rows(u"outcome = 'cancelled'"_s), 4);
    }

    void aWaitEndsWhenItIsCancelled()
    {
        CancelSource before;
        before.cancel();
        auto cancelled = waitFor(seconds(30), before.token());
        QElapsedTimer time;
        time.start();
        finished(std::move(cancelled));
        QVERIFY(time.elapsed() < 1000);

        // From another thread, at any moment.
        for (int i = 0; i < 200; ++i) {
            CancelSource source;
            std::thread other([source] { source.cancel(); });
            auto waiting = waitFor(seconds(30), source.token());
            finished(std::move(waiting));
            other.join();
        }
        QVERIFY2(time.elapsed() < 20'000, "a wait slept through its cancellation");
    }

private:
    /// Another program that has begun to write, and does not end.
    class Writer {
    public:
        explicit Writer(const QString &folder)
            : m_database(std::move(
                *Database::open(folder + "/keyway.db"_L1, Database::Access::ReadWrite, m_clock)))
        {
            if (!m_database->execute(u"BEGIN IMMEDIATE"_s))
                qFatal("cannot take the write lock");
        }
        void letGo()
        {
            if (!m_database->execute(u"ROLLBACK"_s))
                qFatal("cannot let go");
        }

    private:
        SystemClock m_clock;
        std::unique_ptr<Database> m_database;
    };

    static QCoro::Task<bool> asBool(QCoro::Task<> task)
    {
        co_await task;
        co_return true;
    }
    static void finished(QCoro::Task<> task) { await(asBool(std::move(task)), seconds(60)); }

    void reopenWith(std::function<std::unique_ptr<SecretStore>()> makeKeychain)
    {
        m_fixture->workspace.reset();
        WorkspaceOptions options;
        options.dataDir = m_fixture->dir.path();
        options.makeKeychain = std::move(makeKeychain);
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(options);
        QVERIFY(opened.ok());
        m_fixture->workspace = std::move(*opened);
    }

    qint64 sum(const QString &sql)
    {
        SystemClock clock;
        const auto database = Database::open(m_fixture->dir.filePath(u"keyway.db"_s),
                                             Database::Access::ReadOnly, clock);
        qint64 value = -1;
        const Result<Done> read = (*database)->query(sql, {}, [&value](const Row &row) {
            value = row.number(0);
            return false;
        });
        return read ? value : -1;
    }
    qint64 rows(const QString &condition)
    {
        return sum("SELECT COUNT(*) FROM attempt WHERE "_L1 + condition);
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestEndings)
#include "tst_endings.moc"
