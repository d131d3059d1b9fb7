#include "core/providers/attempt.h"
#include "core/providers/keycheckcalls.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

QByteArray json(const char *body, const char *status = "200 OK")
{
    return RawServer::response(status, "application/json", body);
}

Secret testKey()
{
    return Secret::take(QByteArray("sk-test-0123456789abcdef"));
}

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"m"_s;
    return endpoint;
}

Result<KeyCheck> checked(Endpoint endpoint)
{
    HttpExchange http;
    KeyCheckCalls calls{requestTo(endpoint, u"models"_s), std::nullopt};
    return await(checkKeyBy(http, calls, endpoint, testKey(), CancelToken()));
}

} // namespace

class TestKeyCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsABalance_data();
    void readsABalance();
    void provesAKeyByAnotherCall();
    void takesTheBalanceFromTheSameReply();
    void asksForTheBalanceBeside();
    void needsNoBalanceToProveAKey();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestKeyCheck::readsABalance_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("nanoPerUnit");
    QTest::addColumn<QString>("expected");
    const qint64 dollar = 1'000'000'000;
    const qint64 cent = 10'000'000;
    const QString openRouter = u"/data/limit_remaining"_s;
    QTest::newRow("OpenRouter") << R"({"data":{"limit":10,"limit_remaining":7.25}})"_ba
                                << openRouter << QString() << dollar << u"7250000000"_s;
    QTest::newRow("no limit") << R"({"data":{"limit":null,"limit_remaining":null}})"_ba
                              << openRouter << QString() << dollar << u"none"_s;
    QTest::newRow("something else")
        << R"({"data":{"label":"x"}})"_ba << openRouter << QString() << dollar << u"?"_s;
    QTest::newRow("words") << R"({"data":{"limit_remaining":"many"}})"_ba << openRouter << QString()
                           << dollar << u"?"_s;
    QTest::newRow("page") << "<html></html>"_ba << openRouter << QString() << dollar << u"?"_s;
    QTest::newRow("cents") << R"({"credit_balance":123.4})"_ba << u"/credit_balance"_s << QString()
                           << cent << u"1234000000"_s;
    const QString amounts = u"/balance_infos/*/total_balance"_s;
    const QString currencies = u"/balance_infos/*/currency"_s;
    QTest::newRow("DeepSeek")
        << R"({"is_available":true,"balance_infos":[{"currency":"CNY","total_balance":"70.00"},{"currency":"USD","total_balance":"1.50"}]})"_ba
        << amounts << currencies << dollar << u"1500000000"_s;
    QTest::newRow("other money")
        << R"({"balance_infos":[{"currency":"CNY","total_balance":"70.00"}]})"_ba << amounts
        << currencies << dollar << u"none"_s;
    QTest::newRow("no accounts") << R"({"balance_infos":[]})"_ba << amounts << currencies << dollar
                                 << u"none"_s;
    QTest::newRow("no list") << R"({"balance":1})"_ba << amounts << currencies << dollar << u"?"_s;
    QTest::newRow("by number") << R"({"a":[{"b":1},{"b":2}]})"_ba << u"/a/1/b"_s << QString()
                               << dollar << u"2000000000"_s;
}

void TestKeyCheck::readsABalance()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, pointer);
    QFETCH(QString, currency);
    QFETCH(qint64, nanoPerUnit);
    QFETCH(QString, expected);
    const BalanceReading reading = balanceIn(body, {u"x"_s, pointer, nanoPerUnit, currency});
    QCOMPARE(reading.amount           ? QString::number(reading.amount->nano())
                 : reading.understood ? u"none"_s
                                      : u"?"_s,
             expected);
}

void TestKeyCheck::provesAKeyByAnotherCall()
{
    RawServer server({{json(R"({"data":{"label":"k"}})")}});
    server.addScript({{json(R"({"data":[{"id":"a/b"}]})")}});
    Endpoint endpoint = endpointAt(server.url(u"/api/v1"_s));
    endpoint.service.keyCheckPath = u"key"_s;
    const auto check = checked(endpoint);
    QVERIFY(check.ok());
    QCOMPARE(check->models, QStringList{u"a/b"_s});
    QVERIFY(!check->balance);
    QVERIFY(server.received().startsWith("GET /api/v1/key HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("GET /api/v1/models HTTP/1.1\r\n"));
    QCOMPARE(server.received().count("Bearer sk-test-0123456789abcdef"), 2);
}

void TestKeyCheck::takesTheBalanceFromTheSameReply()
{
    RawServer server({{json(R"({"data":{"limit_remaining":2.5}})")}});
    server.addScript({{json("{}", "500 No")}});
    Endpoint endpoint = endpointAt(server.url(u"/v1"_s));
    endpoint.service.keyCheckPath = u"key"_s;
    endpoint.service.balance
        = BalanceCall{u"key"_s, u"/data/limit_remaining"_s, 1'000'000'000, QString()};
    const auto check = checked(endpoint);
    QVERIFY(check.ok());
    QCOMPARE(check->balance->nano(), qint64(2'500'000'000));
    QVERIFY(check->models.isEmpty());
    QCOMPARE(server.requests(), 2);
}

void TestKeyCheck::asksForTheBalanceBeside()
{
    RawServer server({{json(R"({"data":[{"id":"m"}]})")}});
    server.addScript({{json(R"({"left":3})")}});
    Endpoint endpoint = endpointAt(server.url());
    endpoint.service.balance = BalanceCall{u"user/balance"_s, u"/left"_s, 1'000'000'000, QString()};
    const auto check = checked(endpoint);
    QVERIFY(check.ok());
    QCOMPARE(check->models, QStringList{u"m"_s});
    QCOMPARE(check->balance->nano(), qint64(3'000'000'000));
    QVERIFY(server.received().contains("GET /user/balance HTTP/1.1\r\n"));
}

void TestKeyCheck::needsNoBalanceToProveAKey()
{
    RawServer server({{json(R"({"data":[]})")}});
    server.addScript({{json("{}", "403 No")}});
    Endpoint endpoint = endpointAt(server.url());
    endpoint.service.balance = BalanceCall{u"credits"_s, u"/left"_s, 1'000'000'000, QString()};
    const auto check = checked(endpoint);
    QVERIFY(check.ok());
    QVERIFY(!check->balance);
}

void TestKeyCheck::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bad key") << json("{}", "401 No") << u"auth/key"_s;
    // Only a list of models may be out of reach of a good key.
    QTest::newRow("forbidden") << json("{}", "403 No") << u"auth/forbidden"_s;
    QTest::newRow("no such path") << json(R"({"error":"x"})", "404 No")
                                  << u"protocol/wrong-address"_s;
    QTest::newRow("page") << RawServer::response("200 OK", "text/html", "<html></html>")
                          << u"protocol/wrong-address"_s;
    QTest::newRow("nonsense") << json("[]") << u"protocol/bad-json"_s;
    QTest::newRow("another object") << json("{}") << u"protocol/bad-json"_s;
    QTest::newRow("overloaded") << json("{}", "503 No") << u"overloaded/"_s;
}

void TestKeyCheck::saysWhatIsWrong()
{
    QFETCH(QByteArray, response);
    QFETCH(QString, expected);
    RawServer server({{response}});
    Endpoint endpoint = endpointAt(server.url());
    endpoint.service.keyCheckPath = u"organization"_s;
    endpoint.service.balance
        = BalanceCall{u"organization"_s, u"/creditBalance"_s, 10'000'000, QString()};
    const auto check = checked(endpoint);
    QVERIFY(!check.ok());
    QCOMPARE(Error::kindName(check.error().kind()) + u'/' + check.error().reason(), expected);
    QCOMPARE(server.requests(), 1);
}

QTEST_GUILESS_MAIN(TestKeyCheck)
#include "tst_keycheck.moc"
