#include "core/providers/httpexchange.h"
#include "core/providers/ndjsonparser.h"
#include "core/providers/ollamaparser.h"
#include "core/providers/ollamaprovider.h"
#include "tests/providers/exchanges.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.service.id = u"ollama"_s;
    endpoint.service.wire = WireFormat::OllamaChat;
    endpoint.service.needsKey = false;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"qwen3:8b"_s;
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
    return RawServer::testData(u"ollama/chat/"_s + name + u".body"_s);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestOllama : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsLines();
    void refusesALineThatIsTooLong();
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void buildsABody();
    void asksForAWindowThatHoldsThePrompt_data();
    void asksForAWindowThatHoldsThePrompt();
    void sendsAttachments();
    void streamsAnAnswer_data();
    void streamsAnAnswer();
    void mapsErrors_data();
    void mapsErrors();
    void checksAServer();
};

void TestOllama::cutsLines()
{
    const QByteArray body = "{\"a\":1}\n\n  \r\n {\"b\":2} \r\n{\"c\":3}";
    for (const auto &splits : waysToSplit(body.size())) {
        NdjsonParser parser;
        QByteArrayList found;
        const auto take = [&found](const QList<SseEvent> &lines) {
            for (const SseEvent &line : lines)
                found.append(line.data);
        };
        qsizetype from = 0;
        for (const qsizetype to : splits) {
            take(parser.feed(QByteArrayView(body).sliced(from, to - from)));
            from = to;
        }
        take(parser.feed(QByteArrayView(body).sliced(from)));
        QCOMPARE(found, (QByteArrayList{R"({"a":1})", R"({"b":2})"}));
        take(parser.finish());
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.last(), R"({"c":3})"_ba);
        QVERIFY(parser.finish().isEmpty());
    }
}

void TestOllama::refusesALineThatIsTooLong()
{
    NdjsonParser parser;
    QVERIFY(parser.feed(QByteArray(SseParser::maximumSize, 'x')).isEmpty());
    QVERIFY(!parser.overflowed());
    QVERIFY(parser.feed("x").isEmpty());
    QVERIFY(parser.overflowed());
    QVERIFY(parser.feed("\n{}\n").isEmpty());
    QVERIFY(parser.finish().isEmpty());
}

void TestOllama::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"ollama/chat"_s);
    QVERIFY(exchanges.size() > 12);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestOllama::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    for (const auto &splits : waysToSplit(body.size())) {
        const auto [completion, streamed] = parsed(OllamaParser(), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        // Without its line end, the last line is read when the answer ends.
        if (body.endsWith('\n'))
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestOllama::buildsABody()
{
    PromptRequest request = question();
    request.parameters
        = {{u"temperature"_s, u"0.5"_s},  {u"think"_s, u"false"_s},   {u"seed"_s, u"7"_s},
           {u"num_predict"_s, u"9999"_s}, {u"keep_alive"_s, u"5m"_s}, {u"stream"_s, u"false"_s}};
    QCOMPARE(ollamaBody(request, endpointAt({})), object(R"({
        "model": "qwen3:8b", "stream": true, "think": false, "keep_alive": "5m",
        "options": {"num_ctx": 4096, "num_predict": 800, "temperature": 0.5, "seed": 7},
        "messages": [{"role": "system", "content": "Be brief."},
                     {"role": "user", "content": "Hello"}]})"));
    request.parameters = {{u"num_ctx"_s, u"32768"_s}};
    const QJsonObject options = ollamaBody(request, endpointAt({})).value("options"_L1).toObject();
    QCOMPARE(options.value("num_ctx"_L1).toInteger(), 32768);
}

void TestOllama::asksForAWindowThatHoldsThePrompt_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("context");
    QTest::newRow("small") << 100 << 0 << 4096;
    QTest::newRow("just fits") << (4096 - 800 - 32) * 2 << 0 << 4096;
    QTest::newRow("just does not") << (4096 - 800 - 32) * 2 + 2 << 0 << 8192;
    QTest::newRow("a book") << 1'000'000 << 0 << 524'288;
    QTest::newRow("more than any model") << 40'000'000 << 0 << 1'048'576;
    QTest::newRow("more than this model") << 1'000'000 << 40'960 << 40'960;
    QTest::newRow("a small model") << 100 << 2048 << 2048;
}

void TestOllama::asksForAWindowThatHoldsThePrompt()
{
    QFETCH(int, bytes);
    QFETCH(int, most);
    QFETCH(int, context);
    PromptRequest request;
    request.messages = {{Message::Role::User, QString(bytes, u'x')}};
    Endpoint endpoint = endpointAt({});
    if (most > 0) {
        endpoint.facts = Model();
        endpoint.facts->contextTokens = most;
    }
    QCOMPARE(ollamaContext(request, endpoint), context);
}

void TestOllama::sendsAttachments()
{
    PromptRequest request = question();
    request.instructions.clear();
    request.messages[0].attachments
        = {{u"a.png"_s, u"image/png"_s, "\x89PNG"_ba}, {u"c.txt"_s, u"text/plain"_s, "words"_ba}};
    const QJsonArray messages = ollamaBody(request, endpointAt({})).value("messages"_L1).toArray();
    QCOMPARE(messages.first().toObject(),
             object(R"({"role": "user", "content": "c.txt:\n\nwords\n\nHello",
                        "images": ["iVBORw=="]})"));
    request.messages[0].attachments.fill({u"a.png"_s, u"image/png"_s, "\x89PNG"_ba}, 2);
    QCOMPARE(ollamaContext(request, endpointAt({})), 8192);
}

void TestOllama::streamsAnAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("host") << u""_s << "POST /api/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("slash") << u"/"_s << "POST /api/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("of the OpenAI interface") << u"/v1"_s << "POST /api/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("with slash") << u"/v1/"_s << "POST /api/chat HTTP/1.1\r\n"_ba;
    QTest::newRow("path") << u"/box/ollama"_s << "POST /box/ollama/api/chat HTTP/1.1\r\n"_ba;
}

void TestOllama::streamsAnAnswer()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    RawServer server({{"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n"
                       "Transfer-Encoding: chunked\r\n\r\n"
                       + RawServer::chunk(exchangeBody(u"stream"_s)) + RawServer::lastChunk()}});
    HttpExchange http;
    OllamaProvider provider(http);
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url(path)), Secret(),
        [&](const StreamEvent &event) { streamed += event.text; }, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Grüß dich 🙂"_s);
    QCOMPARE(streamed, done.text);
    QVERIFY2(server.received().startsWith(target), server.received().left(100).constData());
    QVERIFY(!server.received().contains("Authorization"));
}

void TestOllama::mapsErrors_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("no model") << "404 Not Found"_ba
                              << R"({"error":"model 'qwen3:8b' not found"})"_ba
                              << Error::Kind::Gone;
    QTest::newRow("bad request") << "400 Bad Request"_ba
                                 << R"({"error":"\"qwen3:8b\" does not support thinking"})"_ba
                                 << Error::Kind::Rejected;
    QTest::newRow("broken") << "500 Internal Server Error"_ba
                            << R"({"error":"llama runner process has terminated"})"_ba
                            << Error::Kind::Overloaded;
}

void TestOllama::mapsErrors()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    RawServer server({{RawServer::response(status, "application/json", body)}});
    HttpExchange http;
    OllamaProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), Secret(), {}, CancelToken()));
    QCOMPARE(done.error->kind(), kind);
    QVERIFY(!done.error->reply().words.isEmpty());
}

void TestOllama::checksAServer()
{
    RawServer server({{RawServer::response(
        "200 OK", "application/json", R"({"models":[{"name":"qwen3:8b","model":"qwen3:8b"}]})")}});
    server.addScript({{RawServer::response("404 Not Found", "text/plain", "404 page not found")}});
    HttpExchange http;
    OllamaProvider provider(http);
    const Endpoint endpoint = endpointAt(server.url(u"/v1"_s));
    const auto good = await(provider.checkKey(endpoint, Secret(), CancelToken()));
    QVERIFY(good.ok());
    QCOMPARE(good->models, QStringList{u"qwen3:8b"_s});
    QVERIFY(server.received().startsWith("GET /api/tags HTTP/1.1\r\n"));
    const auto bad = await(provider.checkKey(endpoint, Secret(), CancelToken()));
    QCOMPARE(bad.error().reason(), u"wrong-address"_s);
}

QTEST_GUILESS_MAIN(TestOllama)
#include "tst_ollama.moc"
