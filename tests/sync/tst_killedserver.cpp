#include "tests/server/serverprocess.h"
#include "tests/support/faultproxy.h"
#include "tests/sync/syncfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

/// The server is killed while records come in, again and again; what it acknowledged it still has,
/// and nothing is there twice.
class TestKilledServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void losesNothingAndDoublesNothing()
    {
        TemporaryDataDir dir;
        ServerProcess server(dir.path());
        const QString email = u"ada@example.org"_s;
        QCOMPARE(call(server.port, "POST", "/v1/accounts", {},
                      textOf({{u"email"_s, email},
                              {u"password"_s, QString::fromLatin1(ServerFixture::password)},
                              {u"zone"_s, u"UTC"_s}}))
                     .status,
                 202);
        const QString code = server.lastCode();
        QCOMPARE(call(server.port, "POST", "/v1/accounts/verify", {}, textOf({{u"token"_s, code}}))
                     .status,
                 204);

        FaultProxy proxy(server.port, 10, 7);
        const FakeClock clock(QDateTime::currentDateTimeUtc().addSecs(1)); // after signing up
        const Catalogue catalogue = Catalogue::load(u":/catalogue"_s).value();
        Computer computer(clock, catalogue, proxy.port);
        Result<Done> in = computer.signIn(email);
        for (int tries = 0; !in && tries < 20; ++tries)
            in = computer.signIn(email);
        VERIFY_RESULT(in);

        QRandomGenerator random(7);
        QSet<Id> recorded;
        Money cost;
        constexpr int kills = 8;
        for (int round = 0; round < kills; ++round) {
            for (int i = 0; i < 250; ++i) { // 2,000 in all
                const UsageRecord record = computer.ask(round * 250 + i);
                recorded.insert(record.recordId);
                cost += record.platformCost;
            }
            // While a batch is on its way, at one moment or another.
            std::thread killer([&, wait = random.bounded(60)] {
                std::this_thread::sleep_for(std::chrono::milliseconds(wait));
                m_killing = true;
            });
            QTimer watch;
            connect(&watch, &QTimer::timeout, this, [&] {
                if (m_killing.exchange(false))
                    server.kill();
            });
            watch.start(1);
            const auto cut = computer.drain();
            Q_UNUSED(cut);
            killer.join();
            watch.stop();
            m_killing = false;
            server.kill();
            server.start();
            proxy.setTarget(server.port);
        }
        for (int tries = 0; tries < 50 && computer.waiting() > 0; ++tries)
            computer.drain().ok();
        QCOMPARE(computer.waiting(), 0);

        ServerClient client(QUrl(u"http://127.0.0.1:%1"_s.arg(server.port)));
        const auto token = await(computer.link.token(**computer.link.account()));
        VERIFY_RESULT(token);
        QSet<Id> kept;
        qint64 rows = 0;
        Money sum;
        qint64 next = 0;
        for (bool more = true; more;) {
            const auto page = await(client.pull(token->clone(), next, {}));
            VERIFY_RESULT(page);
            for (const UsageMessage &record : page->records) {
                kept.insert(record.recordId);
                sum += record.platformCost;
                ++rows;
            }
            next = page->next;
            more = page->more;
        }
        QCOMPARE(rows, recorded.size());
        QVERIFY(kept == recorded);
        QVERIFY(sum == cost);
    }

private:
    std::atomic<bool> m_killing = false;
};

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killedserver.moc"
