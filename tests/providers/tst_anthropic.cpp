#include "core/providers/anthropicparser.h"
#include "core/providers/anthropicprovider.h"
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
    return Secret::take(QByteArray("sk-ant-test-0123456789abcdef"));
}

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.service.id = u"anthropic"_s;
    endpoint.service.wire = WireFormat::AnthropicMessages;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"claude-opus-5-5"_s;
    endpoint.maxOutputTokens = 800;
    return endpoint;
}

PromptRequest question()
{
    PromptRequest request;
    request.instructions = u"Be brief."_s;
    request.messages = {{Message::Role::User, u"Hello"_s}};
    request.parameters
        = {{u"temperature"_s, u"0.5"_s}, {u"thinking"_s, u"{\"type\":\"adaptive\"}"_s}};
    return request;
}

QByteArray exchangeBody(const QString &name)
{
    return RawServer::testData(u"anthropic/messages/"_s + name + u".body"_s);
}

} // namespace

class TestAnthropic : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void buildsABody();
    void sendsAttachments();
    void streamsAnAnswer_data();
    void streamsAnAnswer();
    void knowsTheInputOfACutStream();
    void mapsErrors();
    void refusesPictures();
    void checksAKey();
};

void TestAnthropic::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"anthropic/messages"_s);
    QVERIFY(exchanges.size() > 15);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestAnthropic::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways) {
        const auto [completion, streamed] = parsed(AnthropicParser(), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        if (!body.trimmed().startsWith('{'))
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestAnthropic::buildsABody()
{
    const QByteArray expected = R"({
        "model": "claude-opus-5-5", "max_tokens": 800, "stream": true, "system": "Be brief.",
        "messages": [{"role": "user", "content": "Hello"}],
        "temperature": 0.5, "thinking": {"type": "adaptive"}
    })";
    Endpoint endpoint = endpointAt(QUrl(u"http://127.0.0.1"_s));
    QCOMPARE(anthropicBody(question(), endpoint), QJsonDocument::fromJson(expected).object());
    endpoint.facts = Model();
    const QJsonObject bare = anthropicBody(question(), endpoint);
    QVERIFY(!bare.contains("temperature"_L1));
    QVERIFY(!bare.contains("thinking"_L1));
}

void TestAnthropic::sendsAttachments()
{
    PromptRequest request = question();
    request.messages[0].attachments = {{u"a.png"_s, u"image/png"_s, "\x89PNG"_ba},
                                       {u"b.pdf"_s, u"application/pdf"_s, "%PDF-1"_ba},
                                       {{}, u"text/csv"_s, QByteArray("Grüße;1")}};
    const QByteArray expected = R"([{"role": "user", "content": [
        {"type": "image",
         "source": {"type": "base64", "media_type": "image/png", "data": "iVBORw=="}},
        {"type": "document", "title": "b.pdf",
         "source": {"type": "base64", "media_type": "application/pdf", "data": "JVBERi0x"}},
        {"type": "document",
         "source": {"type": "text", "media_type": "text/plain", "data": "Grüße;1"}},
        {"type": "text", "text": "Hello"}]}])";
    const QJsonObject body = anthropicBody(request, endpointAt(QUrl(u"http://127.0.0.1"_s)));
    QCOMPARE(body.value("messages"_L1).toArray(), QJsonDocument::fromJson(expected).array());
}

void TestAnthropic::streamsAnAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("host") << u""_s << "POST /v1/messages HTTP/1.1\r\n"_ba;
    QTest::newRow("host and slash") << u"/"_s << "POST /v1/messages HTTP/1.1\r\n"_ba;
    QTest::newRow("version") << u"/v1"_s << "POST /v1/messages HTTP/1.1\r\n"_ba;
    QTest::newRow("version and slash") << u"/v1/"_s << "POST /v1/messages HTTP/1.1\r\n"_ba;
    QTest::newRow("path") << u"/anthropic"_s << "POST /anthropic/v1/messages HTTP/1.1\r\n"_ba;
}

void TestAnthropic::streamsAnAnswer()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    RawServer server({{RawServer::streamHead("request-id: req-5\r\n")
                       + RawServer::chunk(exchangeBody(u"stream"_s)) + RawServer::lastChunk()}});
    HttpExchange http;
    AnthropicProvider provider(http);
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url(path)), testKey(),
        [&](const StreamEvent &event) { streamed += event.text; }, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Grüß dich 🙂"_s);
    QCOMPARE(streamed, done.text);
    QCOMPARE(done.serviceRequestId, u"req-5"_s);
    QVERIFY(done.firstToken);
    QVERIFY2(server.received().startsWith(target), server.received().left(100).constData());
    QVERIFY(server.received().contains("\r\nx-api-key: sk-ant-test-0123456789abcdef\r\n"));
    QVERIFY(server.received().contains("\r\nanthropic-version: 2023-06-01\r\n"));
    QVERIFY(!server.received().contains("Authorization"));
    QCOMPARE(server.received().count("sk-ant-test"), 1);
}

void TestAnthropic::knowsTheInputOfACutStream()
{
    RawServer server(
        {{RawServer::streamHead() + RawServer::chunk(exchangeBody(u"stream-cut-in-text"_s))},
         {{}, std::chrono::milliseconds(20), true}});
    HttpExchange http;
    AnthropicProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.error->kind(), Error::Kind::Network);
    QCOMPARE(done.error->billing(), Error::Billing::Possible);
    QCOMPARE(done.text, u"Half an"_s);
    QVERIFY(done.inputReported);
    QVERIFY(!done.usageReported);
    QCOMPARE(done.usage[Counter::InUncached], 9);
}

void TestAnthropic::mapsErrors()
{
    RawServer server({{RawServer::response(
        "529 Overloaded", "application/json",
        R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_2"})")}});
    HttpExchange http;
    AnthropicProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.error->kind(), Error::Kind::Overloaded);
    QCOMPARE(done.error->reply().code, u"overloaded_error"_s);
    QCOMPARE(done.error->reply().requestId, u"req_2"_s);
    QCOMPARE(done.error->billing(), Error::Billing::SurelyNot);
    QVERIFY(done.error->allowsRetry());
}

void TestAnthropic::refusesPictures()
{
    HttpExchange http;
    AnthropicProvider provider(http);
    PromptRequest request = question();
    request.type = RequestType::Image;
    const Completion done = await(provider.complete(
        request, endpointAt(QUrl(u"http://127.0.0.1"_s)), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.error->reason(), u"unsupported-type"_s);
    QVERIFY(!done.sent);
}

void TestAnthropic::checksAKey()
{
    RawServer server({{RawServer::response("200 OK", "application/json",
                                           R"({"data":[{"id":"claude-a"}],"has_more":false})")}});
    server.addScript({{RawServer::response(
        "401 Unauthorized", "application/json",
        R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}})")}});
    HttpExchange http;
    AnthropicProvider provider(http);
    const auto good = await(provider.checkKey(endpointAt(server.url()), testKey(), CancelToken()));
    QVERIFY(good.ok());
    QCOMPARE(good->models, QStringList{u"claude-a"_s});
    QVERIFY(server.received().startsWith("GET /v1/models?limit=1000 HTTP/1.1\r\n"));
    const auto bad = await(provider.checkKey(endpointAt(server.url()), testKey(), CancelToken()));
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().kind(), Error::Kind::Auth);
    QCOMPARE(bad.error().reply().words, u"invalid x-api-key"_s);
}

QTEST_GUILESS_MAIN(TestAnthropic)
#include "tst_anthropic.moc"
