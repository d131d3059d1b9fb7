#include "core/storage/healthstore.h"
#include "tests/storage/storagefixture.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace keyway;
using namespace Qt::StringLiterals;
using routing::AttemptNews;
using routing::Circuit;
using routing::ModelHealth;

namespace {

constexpr routing::HealthPolicy policy;

AttemptNews failure(const QDateTime &at)
{
    AttemptNews news;
    news.kind = AttemptNews::Kind::Failure;
    news.error = Error::Kind::Overloaded;
    news.startedAt = at.addMSecs(-700);
    news.endedAt = at;
    return news;
}

} // namespace

class TestHealthStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<TemporaryDataDir>(); }

    void everythingSurvivesARestart()
    {
        Id id;
        ModelHealth before;
        {
            Records records(m_dir->path(), m_clock);
            HealthStore store(*records.database);
            id = records.addIntegration(u"One"_s).id;
            QCOMPARE(*store.of(id, u"m"_s), ModelHealth());
            AttemptNews answer;
            answer.kind = AttemptNews::Kind::Answer;
            answer.startedAt = m_clock.now().addSecs(-2);
            answer.endedAt = m_clock.now();
            answer.firstTokenMs = 400;
            answer.durationMs = 1400;
            answer.outputTokens = 100;
            answer.rest = std::chrono::seconds(20);
            VERIFY_RESULT(store.note(id, u"m"_s, answer, policy));
            for (int i = 0; i < 3; ++i)
                VERIFY_RESULT(store.note(id, u"m"_s, failure(m_clock.now()), policy));
            before = *store.of(id, u"m"_s);
            QCOMPARE(routing::circuitOf(before, m_clock.now()), Circuit::Open);
        }
        Records records(m_dir->path(), m_clock);
        HealthStore store(*records.database);
        QCOMPARE(*store.of(id, u"m"_s), before);
        QCOMPARE(store.all()->value(id).value(u"m"_s), before);
        QCOMPARE(number(*records.database, u"SELECT COUNT(*) FROM model_health"_s), 1);
    }

    void eachModelOnItsOwn()
    {
        Records records(m_dir->path(), m_clock);
        HealthStore store(*records.database);
        const Id id = records.addIntegration(u"One"_s).id;
        for (int i = 0; i < 3; ++i)
            VERIFY_RESULT(store.note(id, u"m"_s, failure(m_clock.now()), policy));
        QCOMPARE(routing::circuitOf(*store.of(id, u"other"_s), m_clock.now()), Circuit::Closed);
        VERIFY_RESULT(store.noteTest(id));
        QCOMPARE(routing::circuitOf(*store.of(id, u"m"_s), m_clock.now()), Circuit::Closed);
    }

    void aFailedTransactionNotesNothing()
    {
        Records records(m_dir->path(), m_clock);
        HealthStore store(*records.database);
        const Id id = records.addIntegration(u"One"_s).id;
        const auto failed = records.database->write([&]() -> Result<Done> {
            if (auto noted = store.note(id, u"m"_s, failure(m_clock.now()), policy); !noted)
                return noted;
            return Error(Error::Kind::Storage);
        });
        QVERIFY(!failed);
        QCOMPARE(*store.of(id, u"m"_s), ModelHealth());
    }

    /// Many threads with a connection each, as processes have: one of them may try.
    void oneProbeForAll()
    {
        Records records(m_dir->path(), m_clock);
        HealthStore store(*records.database);
        const Id id = records.addIntegration(u"One"_s).id;
        for (int round = 0; round < 5; ++round) {
            while (routing::circuitOf(*store.of(id, u"m"_s), m_clock.now()) != Circuit::Open)
                VERIFY_RESULT(store.note(id, u"m"_s, failure(m_clock.now()), policy));
            QVERIFY(!*store.takeProbe(id, u"m"_s, m_clock.now(), policy)); // still open
            m_clock.advance(policy.longestPause);

            std::atomic<int> taken{0};
            std::vector<std::thread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    const auto own = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock);
                    HealthStore mine(*own);
                    for (int again = 0; again < 3; ++again) {
                        const Result<bool> got = mine.takeProbe(id, u"m"_s, m_clock.now(), policy);
                        taken += got && *got ? 1 : 0;
                    }
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            QCOMPARE(taken.load(), 1);
            // It was not sent: the next one may.
            VERIFY_RESULT(store.giveProbeBack(id, u"m"_s));
            QVERIFY(*store.takeProbe(id, u"m"_s, m_clock.now(), policy));
            QVERIFY(!*store.takeProbe(id, u"m"_s, m_clock.now(), policy));
            // Its process is gone: after a while somebody else may.
            m_clock.advance(policy.longestProbe);
            QVERIFY(*store.takeProbe(id, u"m"_s, m_clock.now(), policy));
            VERIFY_RESULT(store.note(id, u"m"_s, failure(m_clock.now()), policy));
            QVERIFY(!*store.takeProbe(id, u"m"_s, m_clock.now(), policy)); // open again
        }
    }

private:
    std::unique_ptr<TemporaryDataDir> m_dir;
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestHealthStore)
#include "tst_healthstore.moc"
