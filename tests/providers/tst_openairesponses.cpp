#include "core/providers/openairesponsesparser.h"
#include "core/providers/httpexchange.h"
#include "core/providers/openairesponsesprovider.h"
#include "tests/providers/exchanges.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

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
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"gpt-6-sol"_s;
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
    return request;
}

} // namespace

class TestOpenAiResponses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void neverAddsThinking();
    void buildsABody();
    void sendsAttachments();
    void streamsAnAnswer();
    void saysWhyItFailed_data();
    void saysWhyItFailed();
    void refusesWhatTheModelCannotTake();
    void checksAKey();
};

void TestOpenAiResponses::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"openai/responses"_s);
    QVERIFY(exchanges.size() > 30);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestOpenAiResponses::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways) {
        const auto [completion, streamed] = parsed(OpenAiResponsesParser({}), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        if (!body.trimmed().startsWith('{'))
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestOpenAiResponses::neverAddsThinking()
{
    // xAI leaves it out in chat, not here (provider facts, 0.2).
    OpenAiUsageRules rules;
    rules.thinkingOutsideOutput = true;
    OpenAiResponsesParser parser(rules);
    parser.feed(
        R"({"status":"completed","output":[],"usage":{"input_tokens":10,"output_tokens":50,)"
        R"("output_tokens_details":{"reasoning_tokens":30},"total_tokens":60}})");
    const Completion done = parser.finish(true);
    QCOMPARE(done.usage[Counter::OutText], 50);
    QCOMPARE(done.usage.outThinking(), 30);
}

void TestOpenAiResponses::buildsABody()
{
    PromptRequest request = question();
    request.parameters = {{u"reasoning_effort"_s, u"low"_s}, {u"verbosity"_s, u"high"_s},
                          {u"temperature"_s, u"0.5"_s},      {u"seed"_s, u"7"_s},
                          {u"store"_s, u"true"_s},           {u"background"_s, u"true"_s},
                          {u"max_output_tokens"_s, u"9"_s},  {u"input"_s, u"x"_s}};
    QCOMPARE(pretty(openAiResponsesBody(request, endpointAt({}))),
             pretty(QJsonDocument::fromJson(R"({
        "model": "gpt-6-sol", "stream": true, "store": false, "max_output_tokens": 500,
        "instructions": "Be brief.", "temperature": 0.5,
        "reasoning": {"effort": "low"}, "text": {"verbosity": "high"},
        "input": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"},
                  {"role": "user", "content": "How are you?"}]})")
                        .object()));
    Endpoint known = endpointAt({});
    known.facts = Model();
    known.facts->parameters = {u"reasoning_effort"_s};
    const QJsonObject body = openAiResponsesBody(request, known);
    QVERIFY(body.contains("reasoning"_L1));
    QVERIFY(!body.contains("temperature"_L1));
}

void TestOpenAiResponses::sendsAttachments()
{
    PromptRequest request;
    request.messages = {{Message::Role::User, u"What is this?"_s}};
    request.messages.last().attachments
        = {{u"a.png"_s, u"image/png"_s, "PNG", Attachment::Use::Content},
           {u"b.pdf"_s, u"application/pdf"_s, "PDF", Attachment::Use::Content},
           {u"c.txt"_s, u"text/plain"_s, "words", Attachment::Use::Content}};
    const QJsonObject body = openAiResponsesBody(request, endpointAt({}));
    QCOMPARE(pretty(body.value("input"_L1).toArray().first().toObject()),
             pretty(QJsonDocument::fromJson(R"({"role": "user", "content": [
        {"type": "input_image", "image_url": "data:image/png;base64,UE5H"},
        {"type": "input_file", "filename": "b.pdf", "file_data": "data:application/pdf;base64,UERG"},
        {"type": "input_text", "text": "c.txt:\n\nwords"},
        {"type": "input_text", "text": "What is this?"}]})")
                        .object()));
}

void TestOpenAiResponses::streamsAnAnswer()
{
    const QByteArray body = RawServer::testData(u"openai/responses/stream.body"_s);
    RawServer server({{RawServer::streamHead("x-request-id: req_1\r\n")},
                      {RawServer::chunk(body.left(700))},
                      {RawServer::chunk(body.mid(700)), std::chrono::milliseconds(20)},
                      {RawServer::lastChunk()}});
    HttpExchange http;
    OpenAiResponsesProvider provider(http);
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpointAt(server.url(u"/v1"_s)), testKey(),
        [&streamed](const StreamEvent &event) { streamed += event.text; }, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Grüß Gott"_s);
    QCOMPARE(streamed, done.text);
    QCOMPARE(done.serviceRequestId, u"req_1"_s);
    QVERIFY(done.usageReported);
    QVERIFY(server.received().startsWith("POST /v1/responses HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("\"store\":false"));
}

void TestOpenAiResponses::saysWhyItFailed_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("expected");
    const auto json = [](const char *status, const char *body) {
        return RawServer::response(status, "application/json", body);
    };
    QTest::newRow("model") << json("400 Bad", R"({"error":{"code":"model_not_found"}})")
                           << u"failed gone/model"_s;
    QTest::newRow("key") << json("401 No", R"({"error":{"code":"invalid_api_key"}})")
                         << u"failed auth/key"_s;
    QTest::newRow("failed in a 200")
        << json("200 OK", R"({"status":"failed","output":[],"error":{"code":"invalid_prompt"}})")
        << u"failed rejected/policy"_s;
    QTest::newRow("page") << RawServer::response("200 OK", "text/html", "<html></html>")
                          << u"failed protocol/content-type"_s;
}

void TestOpenAiResponses::saysWhyItFailed()
{
    QFETCH(QByteArray, response);
    QFETCH(QString, expected);
    RawServer server({{response}});
    HttpExchange http;
    OpenAiResponsesProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QVERIFY(done.error);
    QCOMPARE(nameOf(done.outcome) + u' ' + Error::kindName(done.error->kind()) + u'/'
                 + done.error->reason(),
             expected);
}

void TestOpenAiResponses::refusesWhatTheModelCannotTake()
{
    RawServer server({});
    HttpExchange http;
    OpenAiResponsesProvider provider(http);
    Endpoint endpoint = endpointAt(server.url());
    endpoint.facts = Model();
    PromptRequest request = question();
    request.messages.last().attachments
        = {{u"a.png"_s, u"image/png"_s, "PNG", Attachment::Use::Content}};
    const Completion done
        = await(provider.complete(request, endpoint, testKey(), {}, CancelToken()));
    QCOMPARE(done.error->reason(), u"input-not-supported"_s);
    QVERIFY(!done.sent);
    PromptRequest picture;
    picture.type = RequestType::Image;
    const Completion other
        = await(provider.complete(picture, endpoint, testKey(), {}, CancelToken()));
    QCOMPARE(other.error->reason(), u"unsupported-type"_s);
    QCOMPARE(server.requests(), 0);
}

void TestOpenAiResponses::checksAKey()
{
    RawServer server({{RawServer::response("404 Not Found", "text/plain", "")}});
    server.addScript({{RawServer::response("200 OK", "application/json", R"({"output":[]})")}});
    HttpExchange http;
    OpenAiResponsesProvider provider(http);
    Endpoint endpoint = endpointAt(server.url(u"/v1"_s));
    endpoint.service.traits.modelListMayBeAbsent = true;
    QVERIFY(await(provider.checkKey(endpoint, testKey(), CancelToken())).ok());
    QVERIFY(server.received().startsWith("GET /v1/models HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("POST /v1/responses HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("\"max_output_tokens\":16"));
}

QTEST_GUILESS_MAIN(TestOpenAiResponses)
#include "tst_openairesponses.moc"
