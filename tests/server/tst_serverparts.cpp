#include "core/server/metrics.h"
#include "core/server/passwords.h"
#include "core/server/ratelimit.h"
#include "core/server/token.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Small parts of the server, each by itself.
class TestServerParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void limitsRates()
    {
        server::RateLimit limit(60, 1min, 3); // one a second, three at once
        std::chrono::milliseconds now = 1h;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!limit.admit("a", now));
        QCOMPARE(limit.admit("a", now), std::optional(1000ms));
        QVERIFY(!limit.admit("b", now)); // somebody else
        now += 999ms;
        QCOMPARE(limit.admit("a", now), std::optional(1ms));
        now += 1ms;
        QVERIFY(!limit.admit("a", now));
        QVERIFY(limit.admit("a", now));
        now += 1h;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!limit.admit("a", now));
        QVERIFY(limit.admit("a", now)); // waiting long does not save up more
    }

    void limitsRatesOfAFlood()
    {
        server::RateLimit limit(1, 1h, 1);
        for (int i = 0; i < 100'000; ++i)
            limit.admit("k" + QByteArray::number(i), 1h);
        QVERIFY(limit.admit("one more", 1h)); // no room to remember it
        QVERIFY(!limit.admit("one more", 3h)); // the others are forgotten
    }

    void makesTokensThatNameTheirAccount()
    {
        const Id account = Id::create(QDateTime::currentDateTimeUtc());
        const server::Token token = server::Token::create(account);
        QCOMPARE(token.text.size(), 80);
        const auto parsed = server::Token::parse(token.text);
        QVERIFY(parsed);
        QCOMPARE(parsed->account, account);
        QCOMPARE(parsed->hash, token.hash);
        QVERIFY(server::Token::create(account).text != token.text);
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("kw1_"), token.text.chopped(1), token.text + "a",
              "kw2_" + token.text.mid(4), QByteArray(token.text).replace(10, 1, "x"),
              QByteArray(80, '_')})
            QVERIFY2(!server::Token::parse(bad), bad);
    }

    void hashesPasswords()
    {
        server::Passwords passwords;
        const Secret right = Secret::take("correct horse"_ba);
        const Secret wrong = Secret::take("correct house"_ba);
        const QString hash = passwords.hash(right).value();
        QVERIFY(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"_L1));
        QVERIFY(passwords.hash(right).value() != hash);
        QVERIFY(passwords.matches(hash, right).value());
        QVERIFY(!passwords.matches(hash, wrong).value());
        QVERIFY(!passwords.matches({}, right).value());
        QVERIFY(!passwords.matches({}, Secret::take("nobody's password"_ba)).value());
    }

    void countsForPrometheus()
    {
        server::Metrics metrics;
        metrics.answered("POST", "/v1/usage", 200, 3ms);
        metrics.answered("POST", "/v1/usage", 200, 20s);
        metrics.answered({}, {}, 404, 10us);
        metrics.ingested({{{}, UsageState::Stored, {}, {}}, {{}, UsageState::Conflict, {}, {}}});
        metrics.setGauges({7, 2});
        const QByteArray text = metrics.text();
        for (const char *line :
             {"keyway_http_requests_total{route=\"POST /v1/usage\",status=\"200\"} 2\n",
              "keyway_http_requests_total{route=\"none\",status=\"404\"} 1\n",
              "keyway_http_request_seconds_bucket{route=\"POST /v1/usage\",le=\"0.002500\"} 0\n",
              "keyway_http_request_seconds_bucket{route=\"POST /v1/usage\",le=\"0.005000\"} 1\n",
              "keyway_http_request_seconds_bucket{route=\"POST /v1/usage\",le=\"+Inf\"} 2\n",
              "keyway_http_request_seconds_sum{route=\"POST /v1/usage\"} 20.003000\n",
              "keyway_usage_records_total{state=\"conflict\"} 1\n", "keyway_http_connections 7\n",
              "keyway_jobs_waiting 2\n"})
            QVERIFY2(text.contains(line), line);
    }
};

QTEST_GUILESS_MAIN(TestServerParts)
#include "tst_serverparts.moc"
