#include "core/providers/httpexchange.h"
#include "core/providers/openaichatprovider.h"
#include "tests/providers/exchanges.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

Secret testKey()
{
    return Secret::take(QByteArray("sk-test-0123456789abcdef"));
}

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.service.id = u"openai"_s;
    endpoint.service.traits.maxTokensField = u"max_completion_tokens"_s;
    endpoint.service.traits.streamUsageOption = true;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"gpt-6-luna"_s;
    endpoint.maxOutputTokens = 500;
    return endpoint;
}

PromptRequest question()
{
    PromptRequest request;
    request.instructions = u"Be brief."_s;
    request.messages = {{Message::Role::User, u"Hello"_s},
                        {Message::Role::Assistant, u"Hi"_s},
                        {Message::Role::User, u"How are you?"_s}};
    request.parameters = {{u"temperature"_s, u"0.7"_s},
                          {u"reasoning_effort"_s, u"low"_s},
                          {u"max_tokens"_s, u"999999"_s},
                          {u"model"_s, u"gpt-6-astra"_s}};
    return request;
}

QByteArray sse(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

const QByteArray answer
    = sse(R"({"id":"c1","model":"gpt-6-luna","choices":[{"index":0,"delta":{"content":"I am "}}]})")
    + sse(R"({"id":"c1","model":"gpt-6-luna","choices":[{"index":0,"delta":{"content":"fine."}}]})")
    + sse(R"({"id":"c1","model":"gpt-6-luna","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})")
    + sse(R"({"id":"c1","model":"gpt-6-luna","choices":[],"usage":{"prompt_tokens":20,"completion_tokens":5}})")
    + sse("[DONE]");

} // namespace

class TestOpenAiChat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void buildsABody();
    void sendsOnlyWhatTheModelTakes();
    void streamsAnAnswer();
    void streamsSingleBytes();
    void takesAnAnswerInOnePiece();
    void givesErrorsInTheServicesWords();
    void saysHowAnAttemptEnded_data();
    void saysHowAnAttemptEnded();
    void cancelsInTheStream();
    void sendsNoKeyWhereThereIsNone();
    void sendsAttachments();
    void refusesWhatTheModelCannotTake();
    void checksAKey_data();
    void checksAKey();
    void checksByOneTokenWhereThereIsNoList();
};

void TestOpenAiChat::buildsABody()
{
    const QJsonObject body = openAiChatBody(question(), endpointAt(QUrl(u"http://127.0.0.1"_s)));
    const QByteArray expected = R"({
        "model": "gpt-6-luna", "stream": true, "stream_options": {"include_usage": true},
        "max_completion_tokens": 500, "temperature": 0.7, "reasoning_effort": "low",
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"},
                     {"role": "assistant", "content": "Hi"}, {"role": "user", "content": "How are you?"}]
    })";
    QCOMPARE(body, QJsonDocument::fromJson(expected).object());

    Endpoint plain = endpointAt(QUrl(u"http://127.0.0.1"_s));
    plain.service.traits = {};
    const QJsonObject other = openAiChatBody(question(), plain);
    QCOMPARE(other.value("max_tokens"_L1).toInt(), 500);
    QVERIFY(!other.contains("max_completion_tokens"_L1));
    QVERIFY(!other.contains("stream_options"_L1));
}

void TestOpenAiChat::sendsOnlyWhatTheModelTakes()
{
    Endpoint endpoint = endpointAt(QUrl(u"http://127.0.0.1"_s));
    endpoint.facts = Model();
    endpoint.facts->parameters = {u"reasoning_effort"_s};
    const QJsonObject body = openAiChatBody(question(), endpoint);
    QVERIFY(!body.contains("temperature"_L1));
    QCOMPARE(body.value("reasoning_effort"_L1).toString(), u"low"_s);
}

void TestOpenAiChat::streamsAnAnswer()
{
    RawServer server(
        {{RawServer::streamHead("x-request-id: req-1\r\n") + RawServer::chunk(answer.left(120)),
          std::chrono::milliseconds(30)},
         {RawServer::chunk(answer.mid(120)) + RawServer::lastChunk(),
          std::chrono::milliseconds(60)}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    QStringList pieces;
    std::optional<TokenUsage> seen;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url(u"/v1"_s)), testKey(),
        [&](const StreamEvent &event) {
            if (!event.text.isEmpty())
                pieces.append(event.text);
            if (event.usage)
                seen = event.usage;
        },
        CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QVERIFY(!done.error);
    QCOMPARE(done.text, u"I am fine."_s);
    QCOMPARE(pieces, (QStringList{u"I am "_s, u"fine."_s}));
    QVERIFY(done.usageReported);
    QCOMPARE(done.usage[Counter::InUncached], 20);
    QCOMPARE(done.usage[Counter::OutText], 5);
    QCOMPARE(seen, std::optional(done.usage));
    QCOMPARE(done.httpStatus, 200);
    QCOMPARE(done.serviceRequestId, u"req-1"_s);
    QVERIFY(done.sent);
    QVERIFY(done.firstToken);
    QVERIFY(*done.firstToken >= std::chrono::milliseconds(25));
    QVERIFY(*done.firstToken <= done.duration);
    QVERIFY(server.received().startsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("\r\nAuthorization: Bearer sk-test-0123456789abcdef\r\n"));
    QCOMPARE(server.received().count("sk-test"), 1);
}

void TestOpenAiChat::streamsSingleBytes()
{
    QList<RawServer::Step> script{{RawServer::streamHead()}};
    for (const char c : answer)
        script.append({RawServer::chunk(QByteArray(1, c))});
    script.append({RawServer::lastChunk()});
    RawServer server(script);
    HttpExchange http;
    OpenAiChatProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"I am fine."_s);
    QVERIFY(done.usageReported);
}

void TestOpenAiChat::takesAnAnswerInOnePiece()
{
    RawServer server({{RawServer::response(
        "200 OK", "application/json",
        R"({"choices":[{"message":{"content":"Whole"},"finish_reason":"stop"}],"usage":{"prompt_tokens":2,"completion_tokens":1}})")}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url()), testKey(),
        [&](const StreamEvent &event) { streamed += event.text; }, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Whole"_s);
    QCOMPARE(streamed, u"Whole"_s);
    QVERIFY(done.firstToken);
}

void TestOpenAiChat::givesErrorsInTheServicesWords()
{
    RawServer server({{RawServer::response(
        "429 Too Many Requests", "application/json",
        R"({"error":{"message":"Rate limit reached","type":"requests","param":null,"code":"rate_limit_exceeded"}})",
        "x-request-id: req-9\r\nretry-after-ms: 1500\r\n")}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.error->kind(), Error::Kind::RateLimited);
    QCOMPARE(done.error->billing(), Error::Billing::SurelyNot);
    QCOMPARE(done.error->reply().words, u"Rate limit reached"_s);
    QCOMPARE(done.error->reply().code, u"rate_limit_exceeded"_s);
    QCOMPARE(done.error->reply().requestId, u"req-9"_s);
    QCOMPARE(*done.error->reply().retryAfter, std::chrono::milliseconds(1500));
    QVERIFY(done.sent);
    QCOMPARE(done.httpStatus, 429);
}

void TestOpenAiChat::saysHowAnAttemptEnded_data()
{
    QTest::addColumn<QList<RawServer::Step>>("script");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("maybeBilled");
    using Script = QList<RawServer::Step>;
    const QByteArray head = RawServer::streamHead();
    const QByteArray text = RawServer::chunk(answer.left(150));
    QTest::newRow("never answers") << Script{} << Outcome::Unknown << u"timeout"_s << true;
    QTest::newRow("cut before the answer")
        << Script{{{}, {}, true}} << Outcome::Unknown << u"network"_s << true;
    QTest::newRow("cut after the head") << Script{{head}, {{}, std::chrono::milliseconds(20), true}}
                                        << Outcome::Unknown << u"network"_s << true;
    QTest::newRow("cut in the text")
        << Script{{head + text}, {{}, std::chrono::milliseconds(20), true}} << Outcome::Failed
        << u"network"_s << true;
    QTest::newRow("cut inside a chunk")
        << Script{{head + text + "40\r\ndata:"}, {{}, std::chrono::milliseconds(20), true}}
        << Outcome::Failed << u"network"_s << true;
    QTest::newRow("stalls in the text")
        << Script{{head + text}} << Outcome::Failed << u"timeout"_s << true;
    QTest::newRow("ends before the end") << Script{{head + text + RawServer::lastChunk()}}
                                         << Outcome::Failed << u"network"_s << true;
    QTest::newRow("redirect") << Script{{RawServer::response("307 Moved", "text/plain", "",
                                                             "Location: https://example.com/\r\n")}}
                              << Outcome::Failed << u"untrusted"_s << false;
    QTest::newRow("page") << Script{{RawServer::response("200 OK", "text/html", "<html></html>")}}
                          << Outcome::Failed << u"protocol"_s << true;
    QTest::newRow("overloaded") << Script{{RawServer::response("503 Busy", "text/html",
                                                               "<html></html>")}}
                                << Outcome::Failed << u"overloaded"_s << false;
    QTest::newRow("gateway timeout") << Script{{RawServer::response("504 Late", "text/html", "")}}
                                     << Outcome::Unknown << u"timeout"_s << true;
}

void TestOpenAiChat::saysHowAnAttemptEnded()
{
    QFETCH(QList<RawServer::Step>, script);
    QFETCH(Outcome, outcome);
    QFETCH(QString, error);
    QFETCH(bool, maybeBilled);
    RawServer server(script);
    HttpExchange http;
    OpenAiChatProvider provider(http);
    Endpoint endpoint = endpointAt(server.url());
    endpoint.firstByteTimeout = std::chrono::milliseconds(300);
    endpoint.betweenBytesTimeout = std::chrono::milliseconds(300);
    const Completion done
        = await(provider.complete(question(), endpoint, testKey(), {}, CancelToken()));
    QCOMPARE(nameOf(done.outcome), nameOf(outcome));
    QVERIFY(done.error);
    QCOMPARE(Error::kindName(done.error->kind()), error);
    QCOMPARE(done.error->billing() == Error::Billing::Possible, maybeBilled);
    QVERIFY(done.sent);
    QVERIFY(!done.usageReported);
    QCOMPARE(server.requests(), 1);
}

void TestOpenAiChat::cancelsInTheStream()
{
    RawServer server({{RawServer::streamHead() + RawServer::chunk(answer.left(150))}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    CancelSource cancel;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url()), testKey(),
        [&](const StreamEvent &) { cancel.cancel(); }, cancel.token()));
    QCOMPARE(done.outcome, Outcome::Cancelled);
    QCOMPARE(done.error->kind(), Error::Kind::Cancelled);
    QCOMPARE(done.text, u"I am "_s);
    QVERIFY(done.sent);
    QTRY_COMPARE(server.disconnected(), 1);
}

void TestOpenAiChat::sendsNoKeyWhereThereIsNone()
{
    RawServer server({{RawServer::response("200 OK", "text/event-stream", answer)}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), Secret(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QVERIFY(!server.received().contains("Authorization"));
}

void TestOpenAiChat::sendsAttachments()
{
    PromptRequest request;
    request.messages = {{Message::Role::User, u"What is this?"_s}};
    request.messages.last().attachments
        = {{u"a.png"_s, u"image/png"_s, "PNG", Attachment::Use::Content},
           {u"b.pdf"_s, u"application/pdf"_s, "PDF", Attachment::Use::Content},
           {u"c.txt"_s, u"text/plain"_s, "words", Attachment::Use::Content}};
    const QJsonObject body = openAiChatBody(request, endpointAt({}));
    QCOMPARE(body.value("messages"_L1).toArray().first().toObject(),
             QJsonDocument::fromJson(R"({"role": "user", "content": [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,UE5H"}},
        {"type": "file", "file": {"filename": "b.pdf", "file_data": "data:application/pdf;base64,UERG"}},
        {"type": "text", "text": "c.txt:\n\nwords"},
        {"type": "text", "text": "What is this?"}]})")
                 .object());
}

void TestOpenAiChat::refusesWhatTheModelCannotTake()
{
    RawServer server({});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    Endpoint endpoint = endpointAt(server.url());
    endpoint.facts = Model();
    endpoint.facts->inputs = {{u"image"_s, {}, 0, 1, false}};
    PromptRequest request = question();
    request.messages.last().attachments
        = {{u"b.pdf"_s, u"application/pdf"_s, "PDF", Attachment::Use::Content}};
    const auto reasonOf = [&](const PromptRequest &asked) {
        const Completion done
            = await(provider.complete(asked, endpoint, testKey(), {}, CancelToken()));
        return done.error && !done.sent ? done.error->reason() : QString();
    };
    QCOMPARE(reasonOf(request), u"input-not-supported"_s);
    request.messages.last().attachments
        = {{u"a.zip"_s, u"application/zip"_s, "PK", Attachment::Use::Content}};
    QCOMPARE(reasonOf(request), u"input-not-supported"_s);
    PromptRequest picture;
    picture.type = RequestType::Image;
    QCOMPARE(reasonOf(picture), u"unsupported-type"_s);
    QCOMPARE(server.requests(), 0);
}

void TestOpenAiChat::checksAKey_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("result");
    const auto json = [](const char *status, const char *body) {
        return RawServer::response(status, "application/json", body);
    };
    QTest::newRow("list") << json("200 OK", R"({"object":"list","data":[{"id":"a"},{"id":"b"}]})")
                          << u"a,b"_s;
    QTest::newRow("bare array") << json("200 OK", R"([{"id":"a"}])") << u"a"_s;
    QTest::newRow("names") << json("200 OK", R"({"models":[{"name":"a"},{"model":"b"}]})")
                           << u"a,b"_s;
    QTest::newRow("restricted") << json("403 Forbidden",
                                        R"({"error":{"message":"Missing scopes: api.model.read"}})")
                                << u""_s;
    QTest::newRow("country") << json("403 Forbidden",
                                     R"({"error":{"code":"unsupported_country_region_territory"}})")
                             << u"auth/country"_s;
    QTest::newRow("bad key") << json("401 Unauthorized", R"({"error":{"code":"invalid_api_key"}})")
                             << u"auth/key"_s;
    QTest::newRow("no such path") << json("404 Not Found", R"({"detail":"Not Found"})")
                                  << u"protocol/wrong-address"_s;
    QTest::newRow("page") << RawServer::response("200 OK", "text/html", "<html></html>")
                          << u"protocol/wrong-address"_s;
    QTest::newRow("nonsense") << json("200 OK", "{") << u"protocol/bad-json"_s;
    QTest::newRow("overloaded") << json("503 Busy", "{}") << u"overloaded/"_s;
}

void TestOpenAiChat::checksAKey()
{
    QFETCH(QByteArray, response);
    QFETCH(QString, result);
    RawServer server({{response, std::chrono::milliseconds(20)}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    const auto check
        = await(provider.checkKey(endpointAt(server.url(u"/v1"_s)), testKey(), CancelToken()));
    QCOMPARE(check.ok() ? check->models.join(u',')
                        : Error::kindName(check.error().kind()) + u'/' + check.error().reason(),
             result);
    if (check.ok())
        QVERIFY(check->duration >= std::chrono::milliseconds(15));
    QVERIFY(server.received().startsWith("GET /v1/models HTTP/1.1\r\n"));
}

void TestOpenAiChat::checksByOneTokenWhereThereIsNoList()
{
    RawServer server({{RawServer::response("404 Not Found", "text/plain", "")}});
    HttpExchange http;
    OpenAiChatProvider provider(http);
    Endpoint endpoint = endpointAt(server.url(u"/v1"_s));
    endpoint.service.traits.modelListMayBeAbsent = true;
    server.addScript({{RawServer::response("200 OK", "application/json", R"({"choices":[]})")}});
    const auto check = await(provider.checkKey(endpoint, testKey(), CancelToken()));
    QVERIFY(check.ok());
    QVERIFY(server.received().contains("POST /v1/chat/completions HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("\"max_completion_tokens\":1"));
}

QTEST_GUILESS_MAIN(TestOpenAiChat)
#include "tst_openaichat.moc"
