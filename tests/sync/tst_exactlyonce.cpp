#include "tests/support/faultproxy.h"
#include "tests/sync/syncfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

/// Two computers of one account, a network that loses 30 % in every way, and a server that goes and
/// comes back: what is stored equals what was recorded, to the nano-dollar. On both engines.
class TestExactlyOnce : public QObject {
    Q_OBJECT

    TestStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void survivesFaults()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        auto server = std::make_unique<ServerFixture>(*store);
        const ServerFixture::User ada = server->user(u"ada@example.org"_s);
        FaultProxy proxy(server->port, 30, 20261122);
        Computer one(*server, proxy.port);
        Computer two(*server, proxy.port);
        for (Computer *computer : {&one, &two}) {
            Result<Done> in = computer->signIn(ada.email);
            for (int tries = 0; !in && tries < 20; ++tries)
                in = computer->signIn(ada.email);
            VERIFY_RESULT(in);
        }

        ServerSums recorded;
        int number = 0;
        constexpr int rounds = 40;
        constexpr int perRound = 25; // 2,000 records in all
        int failures = 0;
        for (int round = 0; round < rounds; ++round) {
            for (Computer *computer : {&one, &two}) {
                for (int i = 0; i < perRound; ++i) {
                    const UsageRecord record = computer->ask(++number);
                    ++recorded.attempts;
                    recorded.cost += record.platformCost;
                    recorded.fee += record.platformFee;
                }
                failures += computer->drain().ok() ? 0 : 1;
            }
        }
        for (Computer *computer : {&one, &two}) {
            for (int tries = 0; tries < 50 && computer->waiting() > 0; ++tries)
                failures += computer->drain().ok() ? 0 : 1;
            QCOMPARE(computer->waiting(), 0);
            QCOMPARE(keyway::number(*computer->records.database,
                                    u"SELECT COUNT(*) FROM audit WHERE name "
                                    "LIKE 'sync.%' AND name <> 'sync.sent'"_s),
                     0);
        }
        QCOMPARE(recorded.attempts, 2 * rounds * perRound);
        QVERIFY2(failures > 5, QByteArray::number(failures)); // the network did its worst
        QVERIFY(sumsAt(*server, ada.token) == recorded);
        qInfo("%d requests, %d runs cut short", proxy.requests.load(), failures);
    }
};

QTEST_GUILESS_MAIN(TestExactlyOnce)
#include "tst_exactlyonce.moc"
