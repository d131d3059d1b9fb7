#include "core/server/schema.h"
#include "core/server/sqlconnection.h"
#include "tests/server/serverfixture.h"

#include <atomic>
#include <thread>

using namespace keyway;
using namespace Qt::StringLiterals;
using server::SqlConnection;

/// The database layer; on both engines.
class TestSchema : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::optional<server::DatabaseAddress> m_store;
    std::unique_ptr<SqlConnection> m_sql;

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_store = m_stores.create(engine);
        if (!m_store)
            QSKIP(m_stores.why().constData());
        m_sql = SqlConnection::open(*m_store).value();
    }
    void cleanup() { m_sql.reset(); }
    void initTestCase_data() { TestStores::addRows(); }

    void comesToTheNewestFromManySidesAtOnce()
    {
        std::atomic<int> good = 0;
        std::vector<std::thread> servers;
        for (int i = 0; i < 6; ++i) {
            servers.emplace_back([&] {
                const auto sql = SqlConnection::open(*m_store);
                good += sql && server::migrate(**sql).ok() ? 1 : 0;
            });
        }
        for (std::thread &one : servers)
            one.join();
        QCOMPARE(good.load(), 6);
        QCOMPARE(m_sql->number(u"SELECT version FROM schema_version"_s).value(),
                 qint64(server::schemaSteps().size()));
        QVERIFY(server::migrate(*m_sql).ok());
    }

    void leavesANewerOneAlone()
    {
        QVERIFY(server::migrate(*m_sql).ok());
        QVERIFY(m_sql->execute(u"UPDATE schema_version SET version = 99"_s).ok());
        const auto again = server::migrate(*m_sql);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().reason(), u"newer-database"_s);
    }

    void rollsBackWhatFails()
    {
        QVERIFY(m_sql->execute(u"CREATE TABLE t (a BIGINT PRIMARY KEY)"_s).ok());
        const auto failed = m_sql->write([&]() -> Result<qint64> {
            if (auto first = m_sql->run(u"INSERT INTO t VALUES (?)"_s, {1}); !first)
                return first;
            return m_sql->run(u"INSERT INTO t VALUES (?)"_s, {1});
        });
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().reason(), u"conflict"_s);
        QCOMPARE(m_sql->number(u"SELECT COUNT(*) FROM t"_s).value(), 0);
        const auto wrong = m_sql->run(u"SELEC 1"_s);
        QCOMPARE(wrong.error().kind(), Error::Kind::Internal);
        QVERIFY(!wrong.error().detail().isEmpty());
    }

    void sumsStayWhole()
    {
        QVERIFY(m_sql->execute(u"CREATE TABLE t (a BIGINT)"_s).ok());
        const qint64 large = (1LL << 60) + 1;
        QVERIFY(m_sql->run(u"INSERT INTO t VALUES (?), (?), (?)"_s, {large, 1, 1}).ok());
        const QString sum
            = m_sql->engine() == server::Engine::Postgres ? u"SUM(a)::bigint"_s : u"SUM(a)"_s;
        QCOMPARE(m_sql->number(u"SELECT "_s + sum + u" FROM t"_s).value(), large + 2);
    }

    void makesAPartitionForEachMonth()
    {
        if (m_sql->engine() == server::Engine::Sqlite)
            QSKIP("SQLite has no partitions");
        QVERIFY(server::migrate(*m_sql).ok());
        server::Partitions partitions;
        QVERIFY(partitions.prepare(*m_sql, QDate(2026, 12, 31)).ok());
        QVERIFY(partitions.prepare(*m_sql, QDate(2027, 1, 1)).ok());
        server::Partitions others; // of another server
        QVERIFY(others.prepare(*m_sql, QDate(2026, 12, 1)).ok());
        QCOMPARE(m_sql
                     ->number(u"SELECT COUNT(*) FROM pg_inherits WHERE inhparent = "
                              "'usage'::regclass"_s)
                     .value(),
                 2);
    }

    void comesBackWhenTheDatabaseDoes()
    {
        if (m_sql->engine() == server::Engine::Sqlite)
            QSKIP("SQLite is in the process");
        ServerFixture server(*m_store);
        const ServerFixture::User ada = server.user(u"ada@example.org"_s);
        QCOMPARE(server.send(ada.token, {server.record()}).status, 200);
        QVERIFY(m_stores.postgres()->restart());
        int status = 0;
        for (int tries = 0; tries < 20 && status != 200; ++tries)
            status = server.send(ada.token, {server.record()}).status;
        QCOMPARE(status, 200);
        QCOMPARE(server.get("/readyz").status, 200);
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("parts");
        QTest::newRow("all") << u"postgresql://me:p%40ss@db.example:6432/keyway?sslmode=require"_s
                             << u"db.example|6432|keyway|me|p@ss|sslmode=require"_s;
        QTest::newRow("socket") << u"postgres://me@localhost/k?host=/run/pg"_s
                                << u"/run/pg|5432|k|me||"_s;
        QTest::newRow("two options in one")
            << u"postgres://me@h/k?sslmode=require;hostaddr=1.2.3.4"_s << u"h|5432|k|me||"_s;
        QTest::newRow("no name") << u"postgresql://me@db"_s << u"bad"_s;
        QTest::newRow("other") << u"mysql://me@db/k"_s << u"bad"_s;
        QTest::newRow("nothing") << QString() << u"bad"_s;
    }
    void readsAddresses()
    {
        QFETCH(QString, url);
        QFETCH(QString, parts);
        const auto address = server::DatabaseAddress::parse(url);
        QCOMPARE(address
                     ? (QStringList{address->host, QString::number(address->port), address->name,
                                    address->user, address->password, address->options})
                           .join(u'|')
                     : u"bad"_s,
                 parts);
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
