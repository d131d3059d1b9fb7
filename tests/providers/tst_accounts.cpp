// What services answer about accounts, as the facts about them describe it, and how it is asked
// for.

#include "core/providers/accountreader.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

QByteArray answer(const QString &name)
{
    return RawServer::testData(name);
}

/// Lines as `1-1 name nano`.
QStringList said(const std::optional<BillPage> &page)
{
    QStringList lines;
    for (const BillLine &line : page ? page->lines : QList<BillLine>()) {
        lines.append(u"%1-%2 %3 %4"_s.arg(line.day.day())
                         .arg(line.lastDay.day())
                         .arg(line.line)
                         .arg(line.amount.nano()));
    }
    return lines;
}

QList<RawServer::Step> json(const QByteArray &body, const QByteArray &status = "200 OK")
{
    return {{RawServer::response(status, "application/json", body)}};
}

Endpoint endpointAt(const RawServer &server, BillFormat bill, WireFormat wire, const QString &path)
{
    Endpoint endpoint;
    endpoint.service.wire = wire;
    endpoint.service.bill = bill;
    endpoint.baseUrl = server.url(path);
    return endpoint;
}

Secret key()
{
    return Secret::take("sk-admin-canary-0123456789");
}

} // namespace

class TestAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openAiBill()
    {
        const auto page = openAiCosts(answer(u"openai/account/costs.json"_s));
        QVERIFY(page);
        QCOMPARE(said(page),
                 QStringList({u"1-1 gpt-6-luna, input 63100000"_s, u"1-1 gpt-6-luna, output 150"_s,
                              u"1-1  -10000000"_s, u"2-2  0"_s}));
        QCOMPARE(page->nextPage, u"page_AAAA+/=="_s);
        const auto last = openAiCosts(answer(u"openai/account/costs-last.json"_s));
        QCOMPARE(said(last), QStringList{u"3-3 gpt-6-sol, output 2500000000"_s});
        QCOMPARE(last->nextPage, QString());
    }

    void anthropicBill()
    {
        const auto page = anthropicCosts(answer(u"anthropic/account/cost-report.json"_s));
        QCOMPARE(said(page),
                 QStringList({u"1-1 Claude Haiku 5.5 Usage - Input Tokens 1237891200"_s,
                              u"1-1  10000000"_s, u"2-2  0"_s}));
    }

    void runwayBill()
    {
        const auto page = runwayUsage(answer(u"runway/account/usage.json"_s), QDate(2026, 11, 1),
                                      QDate(2026, 11, 4));
        QCOMPARE(said(page),
                 QStringList({u"2-2 gen4.5 600000000"_s, u"2-2 gen4_turbo 250000000"_s, u"1-1  0"_s,
                              u"3-3  0"_s, u"4-4  0"_s}));
    }

    void openRouterBill()
    {
        const QByteArray body = answer(u"openrouter/account/key.json"_s);
        QCOMPARE(said(openRouterKey(body, QDate(2026, 11, 22))),
                 QStringList({u"1-21  1500000000"_s, u"22-22  250000000"_s}));
        QCOMPARE(said(openRouterKey(body, QDate(2026, 11, 1))), QStringList{u"1-1  250000000"_s});
    }

    void listsWithPrices()
    {
        const auto models = pricedModels(answer(u"openrouter/account/models.json"_s));
        QVERIFY(models);
        QCOMPARE(models->size(), 5);
        const ListedModel &luna = models->at(0);
        QCOMPARE(luna.id, u"openai/gpt-6-luna"_s);
        QCOMPARE(luna.name, u"OpenAI: GPT-6 Luna"_s);
        QCOMPARE(luna.types, QSet<RequestType>{RequestType::Text});
        const UnitPrices prices{{Counter::InUncached, Price::fromPico(100'000)},
                                {Counter::InCacheRead, Price::fromPico(10'000)},
                                {Counter::InCacheWriteA, Price::fromPico(125'000)},
                                {Counter::InCacheWriteB, Price::fromPico(125'000)},
                                {Counter::OutText, Price::fromPico(500'000)},
                                {Counter::CallsWebSearch, Price::fromPico(10'000'000'000)}};
        QCOMPARE(luna.prices, std::optional(prices));
        QVERIFY(models->at(1).prices);
        QCOMPARE(models->at(1).prices->value(Counter::OutText), Price());
        for (const int unknown : {2, 3, 4})
            QVERIFY2(!models->at(unknown).prices, qPrintable(models->at(unknown).id));
    }

    void costsOfOneAttempt()
    {
        QCOMPARE(openRouterGeneration(answer(u"openrouter/account/generation.json"_s)),
                 std::optional(Money::fromNano(1'234'560)));
        QCOMPARE(openRouterGeneration(answer(u"openrouter/account/generation-own-key.json"_s)),
                 std::optional(Money::fromNano(20'100'000)));
    }

    void nonsenseIsNoBill_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"", "[]", "{}", "<html>", "null", R"({"data": 1})", R"({"data": [{}]})",
              R"({"data": {"usage_daily": "x", "usage_monthly": 1}})", R"({"results": [{}]})",
              R"({"data": [{"start_time": 1793491200, "starting_at": "2026-11-01T00:00:00Z",
                  "results": [{"amount": {"value": 1, "currency": "eur"}, "currency": "EUR"}]}]})",
              R"({"data": [{"start_time": 1793491200, "starting_at": "2026-11-01T00:00:00Z",
                  "results": [{"amount": {"currency": "usd"}, "currency": "USD"}]}]})",
              R"({"data": [], "has_more": true, "next_page": null})"})
            QTest::newRow(body) << QByteArray(body);
    }

    void nonsenseIsNoBill()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!openAiCosts(body));
        QVERIFY(!anthropicCosts(body));
        QVERIFY(!runwayUsage(body, QDate(2026, 11, 1), QDate(2026, 11, 2)));
        QVERIFY(!openRouterKey(body, QDate(2026, 11, 1)));
        QVERIFY(!openRouterGeneration(body));
    }

    void everyPageIsRead()
    {
        RawServer server(json(answer(u"openai/account/costs.json"_s)));
        server.addScript(json(answer(u"openai/account/costs-last.json"_s)));
        HttpExchange http;
        AccountReader reader(http);
        const Endpoint endpoint
            = endpointAt(server, BillFormat::OpenAiCosts, WireFormat::OpenAiChat, u"/v1"_s);
        const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        auto asking
            = reader.bill(endpoint, QDate(2026, 11, 1), QDate(2026, 11, 22), now, key(), {});
        const Result<Bill> bill = await(std::move(asking));
        QVERIFY2(bill.ok(), bill.ok() ? "" : qPrintable(bill.error().detail()));
        QCOMPARE(bill->lines.size(), 5);
        QCOMPARE(bill->fetchedAt, now);
        QCOMPARE(server.requests(), 2);
        const QByteArray sent = server.received();
        QVERIFY2(sent.contains("GET /v1/organization/costs?start_time=1793491200"
                               "&end_time=1795392000&bucket_width=1d&group_by=line_item&limit=31 "),
                 sent.constData());
        QVERIFY2(sent.contains("&limit=31&page=page_AAAA%2B%2F%3D%3D "), sent.constData());
        QCOMPARE(sent.count("Authorization: Bearer sk-admin-canary-0123456789"), 2);
        QCOMPARE(sent.count("sk-admin-canary"), 2);
    }

    void requestsOfTheOthers()
    {
        RawServer server(json(answer(u"anthropic/account/cost-report.json"_s)));
        HttpExchange http;
        AccountReader reader(http);
        const QDate day(2026, 11, 1);
        const QDateTime now(day, QTime(12, 0), Qt::UTC);
        Endpoint endpoint
            = endpointAt(server, BillFormat::AnthropicCosts, WireFormat::AnthropicMessages, {});
        auto asking = reader.bill(endpoint, day, day, now, key(), {});
        const Result<Bill> report = await(std::move(asking));
        QVERIFY(report.ok());
        QVERIFY2(server.received().contains(
                     "GET /v1/organizations/cost_report?starting_at=2026-11-01T00:00:00Z"
                     "&ending_at=2026-11-02T00:00:00Z&bucket_width=1d"
                     "&group_by%5B%5D=description&limit=31 "),
                 server.received().constData());
        QVERIFY(server.received().contains("x-api-key: sk-admin-canary"));
        QVERIFY(server.received().contains("anthropic-version: 2023-06-01"));

        server.setScript(json(answer(u"runway/account/usage.json"_s)));
        endpoint = endpointAt(server, BillFormat::RunwayUsage, WireFormat::RunwayTask, {});
        auto usage = reader.bill(endpoint, day, QDate(2026, 11, 3), now, key(), {});
        const Result<Bill> used = await(std::move(usage));
        QVERIFY(used.ok());
        QVERIFY(server.received().contains("POST /v1/organization/usage "));
        QVERIFY(
            server.received().contains(R"({"beforeDate":"2026-11-04","startDate":"2026-11-01"})"));
    }

    void aRefusedAdminKeyIsOne_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("reason");
        QTest::newRow("401") << "401 Unauthorized"_ba << Error::Kind::Auth << u"admin-key"_s;
        QTest::newRow("403") << "403 Forbidden"_ba << Error::Kind::Auth << u"admin-key"_s;
        QTest::newRow("not JSON") << "200 OK"_ba << Error::Kind::Protocol << u"bad-json"_s;
        QTest::newRow("500") << "500 Oops"_ba << Error::Kind::Overloaded << QString();
    }

    void aRefusedAdminKeyIsOne()
    {
        QFETCH(QByteArray, status);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, reason);
        RawServer server(
            json(R"({"error": {"message": "no", "type": "invalid_request_error"}})", status));
        HttpExchange http;
        AccountReader reader(http);
        const QDate day(2026, 11, 1);
        const Endpoint endpoint
            = endpointAt(server, BillFormat::OpenAiCosts, WireFormat::OpenAiChat, u"/v1"_s);
        auto asking = reader.bill(endpoint, day, day, QDateTime::currentDateTimeUtc(), key(), {});
        const Result<Bill> bill = await(std::move(asking));
        QVERIFY(!bill.ok());
        QCOMPARE(Error::kindName(bill.error().kind()), Error::kindName(kind));
        if (!reason.isEmpty())
            QCOMPARE(bill.error().reason(), reason);
        QVERIFY(!bill.error().detail().contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
