#include "core/providers/cohereparser.h"
#include "core/providers/cohereprovider.h"
#include "core/providers/httpexchange.h"
#include "tests/providers/exchanges.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

Secret testKey()
{
    return Secret::take(QByteArray("co-test-0123456789abcdef"));
}

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.service.id = u"cohere"_s;
    endpoint.service.wire = WireFormat::CohereChat;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"command-a"_s;
    endpoint.maxOutputTokens = 800;
    return endpoint;
}

PromptRequest question()
{
    PromptRequest request;
    request.instructions = u"Be brief."_s;
    request.messages = {{Message::Role::User, u"Hello"_s}};
    return request;
}

QByteArray exchangeBody(const QString &name)
{
    return RawServer::testData(u"cohere/chat/"_s + name + u".body"_s);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestCohere : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void buildsABody();
    void sendsAttachments();
    void streamsAnAnswer_data();
    void streamsAnAnswer();
    void mapsErrors_data();
    void mapsErrors();
    void refusesPictures();
    void checksAKey();
};

void TestCohere::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"cohere/chat"_s);
    QVERIFY(exchanges.size() > 12);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestCohere::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    for (const auto &splits : waysToSplit(body.size())) {
        const auto [completion, streamed] = parsed(CohereParser(), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        if (!body.trimmed().startsWith('{'))
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestCohere::buildsABody()
{
    PromptRequest request = question();
    request.messages.append({Message::Role::Assistant, u"Hi"_s});
    request.messages.append({Message::Role::User, u"Bye"_s});
    request.parameters
        = {{u"temperature"_s, u"0.5"_s}, {u"top_p"_s, u"0.9"_s},       {u"top_k"_s, u"40"_s},
           {u"stop"_s, u"END"_s},        {u"max_tokens"_s, u"9999"_s}, {u"stream"_s, u"false"_s}};
    Endpoint endpoint = endpointAt({});
    QCOMPARE(cohereBody(request, endpoint), object(R"({
        "model": "command-a", "max_tokens": 800, "stream": true, "temperature": 0.5, "p": 0.9,
        "k": 40, "stop_sequences": ["END"],
        "messages": [{"role": "system", "content": "Be brief."},
                     {"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"},
                     {"role": "user", "content": "Bye"}]})"));
    endpoint.facts = Model();
    QVERIFY(!cohereBody(request, endpoint).contains("temperature"_L1));
}

void TestCohere::sendsAttachments()
{
    PromptRequest request = question();
    request.instructions.clear();
    request.messages[0].attachments
        = {{u"a.png"_s, u"image/png"_s, "\x89PNG"_ba}, {u"c.txt"_s, u"text/plain"_s, "words"_ba}};
    const QJsonArray messages = cohereBody(request, endpointAt({})).value("messages"_L1).toArray();
    QCOMPARE(messages.first().toObject(), object(R"({"role": "user", "content": [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw=="}},
        {"type": "text", "text": "c.txt:\n\nwords"}, {"type": "text", "text": "Hello"}]})"));
}

void TestCohere::streamsAnAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("host") << u""_s << "POST /v2/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("version") << u"/v2"_s << "POST /v2/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("other version") << u"/v1/"_s << "POST /v2/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("path") << u"/cohere/v2/"_s << "POST /cohere/v2/chat HTTP/1.1\r\n"_ba;
}

void TestCohere::streamsAnAnswer()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    // The connection stays open: the last event ends the answer.
    RawServer server(
        {{RawServer::streamHead() + RawServer::chunk(exchangeBody(u"stream-thinking"_s))}});
    HttpExchange http;
    CohereProvider provider(http);
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url(path)), testKey(),
        [&](const StreamEvent &event) { streamed += event.text; }, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Grüß dich 🙂"_s);
    QCOMPARE(streamed, done.text);
    QVERIFY(done.firstToken);
    QVERIFY2(server.received().startsWith(target), server.received().left(100).constData());
    QVERIFY(server.received().contains("\r\nAuthorization: Bearer co-test-0123456789abcdef\r\n"));
    QCOMPARE(server.received().count("co-test"), 1);
}

void TestCohere::mapsErrors_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("bad key") << "401 Unauthorized"_ba
                             << R"({"id":"1","message":"invalid api token"})"_ba
                             << Error::Kind::Auth;
    QTest::newRow("no model") << "404 Not Found"_ba
                              << R"({"id":"1","message":"model 'x' not found"})"_ba
                              << Error::Kind::Gone;
    QTest::newRow("no money") << "402 Payment Required"_ba
                              << R"({"id":"1","message":"add or update a payment method"})"_ba
                              << Error::Kind::Quota;
    QTest::newRow("too fast") << "429 Too Many Requests"_ba
                              << R"({"id":"1","message":"too many requests"})"_ba
                              << Error::Kind::RateLimited;
    QTest::newRow("blocked") << "498 Blocked"_ba
                             << R"({"id":"1","message":"blocked output: please adjust"})"_ba
                             << Error::Kind::Rejected;
    QTest::newRow("in trouble") << "503 Service Unavailable"_ba
                                << R"({"message":"down"})"_ba << Error::Kind::Overloaded;
}

void TestCohere::mapsErrors()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    RawServer server({{RawServer::response(status, "application/json", body)}});
    HttpExchange http;
    CohereProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.error->kind(), kind);
    QCOMPARE(done.error->billing(), Error::Billing::SurelyNot);
    QVERIFY(!done.error->reply().words.isEmpty());
}

void TestCohere::refusesPictures()
{
    HttpExchange http;
    CohereProvider provider(http);
    PromptRequest request = question();
    request.type = RequestType::Image;
    const Completion done = await(provider.complete(
        request, endpointAt(QUrl(u"http://127.0.0.1"_s)), testKey(), {}, CancelToken()));
    QCOMPARE(done.error->reason(), u"unsupported-type"_s);
    QVERIFY(!done.sent);
}

void TestCohere::checksAKey()
{
    RawServer server(
        {{RawServer::response("200 OK", "application/json",
                              R"({"models":[{"name":"command-a","endpoints":["chat"]}]})")}});
    server.addScript({{RawServer::response("401 Unauthorized", "application/json",
                                           R"({"id":"1","message":"invalid api token"})")}});
    HttpExchange http;
    CohereProvider provider(http);
    const Endpoint endpoint = endpointAt(server.url(u"/v2"_s));
    const auto good = await(provider.checkKey(endpoint, testKey(), CancelToken()));
    QVERIFY(good.ok());
    QCOMPARE(good->models, QStringList{u"command-a"_s});
    QVERIFY(server.received().startsWith("GET /v1/models?page_size=1000 HTTP/1.1\r\n"));
    const auto bad = await(provider.checkKey(endpoint, testKey(), CancelToken()));
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().kind(), Error::Kind::Auth);
}

QTEST_GUILESS_MAIN(TestCohere)
#include "tst_cohere.moc"
