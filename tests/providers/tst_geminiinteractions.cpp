#include "core/providers/geminiinteractionparser.h"
#include "core/providers/geminiinteractionprovider.h"
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
    return Secret::take(QByteArray("AIzaTest-0123456789abcdef"));
}

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.service.id = u"gemini"_s;
    endpoint.service.wire = WireFormat::GeminiInteractions;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"gemini-3.8-flash"_s;
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
    return RawServer::testData(u"gemini/interactions/"_s + name + u".body"_s);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestGeminiInteractions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void buildsABody();
    void streamsAnAnswer();
    void mapsErrors();
    void refusesPictures();
    void checksAKey();
};

void TestGeminiInteractions::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"gemini/interactions"_s);
    QVERIFY(exchanges.size() > 15);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestGeminiInteractions::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    for (const auto &splits : waysToSplit(body.size())) {
        const auto [completion, streamed] = parsed(GeminiInteractionParser({}), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        if (!body.trimmed().startsWith('{'))
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestGeminiInteractions::buildsABody()
{
    PromptRequest request = question();
    request.messages[0].attachments = {{u"a.png"_s, u"image/png"_s, "\x89PNG"_ba},
                                       {u"b.pdf"_s, u"application/pdf"_s, "%PDF-1"_ba},
                                       {u"c.txt"_s, u"text/plain"_s, "words"_ba}};
    request.messages.append({Message::Role::Assistant, u"Hi"_s});
    request.messages.append({Message::Role::User, u"Bye"_s});
    request.parameters = {{u"thinking_level"_s, u"low"_s},
                          {u"service_tier"_s, u"flex"_s},
                          {u"max_output_tokens"_s, u"9999"_s}};
    QCOMPARE(geminiInteractionBody(request, endpointAt({})), object(R"({
        "model": "gemini-3.8-flash", "stream": true, "store": false, "service_tier": "flex",
        "system_instruction": "Be brief.",
        "generation_config": {"max_output_tokens": 800, "thinking_level": "low"},
        "input": [
            {"type": "user_input", "content": [
                {"type": "image", "mime_type": "image/png", "data": "iVBORw=="},
                {"type": "document", "mime_type": "application/pdf", "data": "JVBERi0x"},
                {"type": "text", "text": "c.txt:\n\nwords"}, {"type": "text", "text": "Hello"}]},
            {"type": "model_output", "content": [{"type": "text", "text": "Hi"}]},
            {"type": "user_input", "content": [{"type": "text", "text": "Bye"}]}]})"));
}

void TestGeminiInteractions::streamsAnAnswer()
{
    // The connection stays open: the last event ends the answer.
    RawServer server(
        {{RawServer::streamHead() + RawServer::chunk(exchangeBody(u"stream-no-done"_s))}});
    HttpExchange http;
    GeminiInteractionProvider provider(http);
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url()), testKey(),
        [&](const StreamEvent &event) { streamed += event.text; }, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Grüß dich 🙂"_s);
    QCOMPARE(streamed, done.text);
    QCOMPARE(done.usage[Counter::OutText], 51);
    QVERIFY(server.received().startsWith("POST /v1beta/interactions HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("\r\nx-goog-api-key: AIzaTest-0123456789abcdef\r\n"));
    QCOMPARE(server.received().count("AIzaTest"), 1);
}

void TestGeminiInteractions::mapsErrors()
{
    RawServer server(
        {{RawServer::response("404 Not Found", "application/json",
                              R"({"error":{"code":"not_found","message":"No model x."}})")}});
    HttpExchange http;
    GeminiInteractionProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.error->kind(), Error::Kind::Gone);
    QCOMPARE(done.error->reply().words, u"No model x."_s);
}

void TestGeminiInteractions::refusesPictures()
{
    HttpExchange http;
    GeminiInteractionProvider provider(http);
    PromptRequest request = question();
    request.type = RequestType::Image;
    const Completion done = await(provider.complete(
        request, endpointAt(QUrl(u"http://127.0.0.1"_s)), testKey(), {}, CancelToken()));
    QCOMPARE(done.error->reason(), u"unsupported-type"_s);
    QVERIFY(!done.sent);
}

void TestGeminiInteractions::checksAKey()
{
    RawServer server({{RawServer::response("200 OK", "application/json",
                                           R"({"models":[{"name":"models/gemini-3.8-flash"}]})")}});
    HttpExchange http;
    GeminiInteractionProvider provider(http);
    const auto good = await(provider.checkKey(endpointAt(server.url()), testKey(), CancelToken()));
    QVERIFY(good.ok());
    QCOMPARE(good->models, QStringList{u"gemini-3.8-flash"_s});
}

QTEST_GUILESS_MAIN(TestGeminiInteractions)
#include "tst_geminiinteractions.moc"
