#include "core/providers/geminiparser.h"
#include "core/providers/geminiprovider.h"
#include "core/providers/httpexchange.h"
#include "core/providers/jsonarrayparser.h"
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
    endpoint.service.wire = WireFormat::GeminiGenerate;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"gemini-4-argon"_s;
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
    return RawServer::testData(u"gemini/generate/"_s + name + u".body"_s);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestGemini : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsAnArray_data();
    void cutsAnArray();
    void refusesAnElementThatIsTooLarge();
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void countsWhatHasAPriceOfItsOwn();
    void buildsABody();
    void sendsAttachments();
    void asksForAPicture();
    void streamsAnAnswer_data();
    void streamsAnAnswer();
    void mapsErrors_data();
    void mapsErrors();
    void makesPictures();
    void takesWordsInPlaceOfAPictureAsARefusal();
    void checksAKey();
};

void TestGemini::cutsAnArray_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("elements");
    QTest::newRow("objects") << R"([{"a":[1,2]} , {"b":"}],{\"["}])"_ba
                             << QByteArrayList{R"({"a":[1,2]})", R"({"b":"}],{\"["})"};
    QTest::newRow("space around") << "  [\r\n {} \n, \t{\"c\": {} }\n ]\n"_ba
                                  << QByteArrayList{"{}", "{\"c\": {} }"};
    QTest::newRow("scalars") << R"(["x,y", 1, null])"_ba << QByteArrayList{"\"x,y\"", "1", "null"};
    QTest::newRow("backslash before a quote")
        << R"([{"a":"\\"},{"a":"\\\""}])"_ba << QByteArrayList{R"({"a":"\\"})", R"({"a":"\\\""})"};
    QTest::newRow("nothing") << "[]"_ba << QByteArrayList{};
    QTest::newRow("open") << R"([{"a":1},{"b")"_ba << QByteArrayList{R"({"a":1})"};
    QTest::newRow("before the start") << "x],\"y[{}]"_ba << QByteArrayList{"{}"};
    QTest::newRow("after the end") << R"([{}]{}[{}])"_ba << QByteArrayList{"{}"};
}

void TestGemini::cutsAnArray()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, elements);
    for (const auto &splits : waysToSplit(body.size())) {
        JsonArrayParser parser;
        QByteArrayList found;
        qsizetype from = 0;
        const auto feed = [&](qsizetype to) {
            for (const SseEvent &event : parser.feed(QByteArrayView(body).sliced(from, to - from)))
                found.append(event.data);
            from = to;
        };
        for (const qsizetype place : splits)
            feed(place);
        feed(body.size());
        QCOMPARE(found, elements);
    }
}

void TestGemini::refusesAnElementThatIsTooLarge()
{
    JsonArrayParser parser;
    parser.feed("[\"");
    const QByteArray megabyte(1024 * 1024, 'x');
    for (int i = 0; i < 7; ++i) {
        parser.feed(megabyte);
        QVERIFY(!parser.overflowed());
    }
    parser.feed(megabyte);
    parser.feed(megabyte);
    QVERIFY(parser.overflowed());
    QVERIFY(parser.feed("\"]").isEmpty());
}

void TestGemini::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"gemini/generate"_s);
    QVERIFY(exchanges.size() > 20);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestGemini::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    for (const auto &splits : waysToSplit(body.size())) {
        const auto [completion, streamed] = parsed(GeminiParser({}), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        if (!body.trimmed().startsWith('{'))
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestGemini::countsWhatHasAPriceOfItsOwn()
{
    const QJsonObject report = object(R"({
        "promptTokenCount": 1000, "cachedContentTokenCount": 300, "candidatesTokenCount": 50,
        "thoughtsTokenCount": 20, "toolUsePromptTokenCount": 100,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 100},
            {"modality": "AUDIO", "tokenCount": 600}, {"modality": "VIDEO", "tokenCount": 300}],
        "cacheTokensDetails": [{"modality": "AUDIO", "tokenCount": 300}],
        "toolUsePromptTokensDetails": [{"modality": "AUDIO", "tokenCount": 40}],
        "candidatesTokensDetails": [{"modality": "AUDIO", "tokenCount": 45}]})");
    TokenUsage plain;
    plain.set(Counter::InUncached, 800);
    plain.set(Counter::InCacheRead, 300);
    plain.set(Counter::OutText, 70);
    plain.setOutThinking(20);
    QCOMPARE(geminiUsage(report, {}), plain);

    GeminiUsageRules rules;
    rules.pricesInAudio = rules.pricesInVideo = rules.pricesOutAudio = true;
    TokenUsage apart = plain;
    apart.set(Counter::InUncached, 160);
    apart.set(Counter::InAudio, 340);
    apart.set(Counter::InVideo, 300);
    apart.set(Counter::OutAudio, 45);
    apart.set(Counter::OutText, 25);
    QCOMPARE(geminiUsage(report, rules), apart);
    // 600 + 300 of the prompt and 100 of tools go in, 50 and 20 come out: nothing is lost.
    QCOMPARE(apart.tokensIn() + apart.tokensOut(), 1000 + 100 + 50 + 20);
    QVERIFY(!geminiUsage(object(R"({"totalTokenCount": 5})"), rules));

    Endpoint endpoint = endpointAt({});
    QVERIFY(!GeminiUsageRules::of(endpoint).pricesInAudio);
    DatedPrice price;
    price.tiers = {{0, {{Counter::InAudio, Price::fromPico(1)}}}};
    endpoint.facts = Model();
    endpoint.facts->prices = {price};
    QVERIFY(GeminiUsageRules::of(endpoint).pricesInAudio);
    QVERIFY(!GeminiUsageRules::of(endpoint).pricesInImage);
}

void TestGemini::buildsABody()
{
    PromptRequest request = question();
    request.messages = {{Message::Role::User, u"Hello"_s},
                        {Message::Role::Assistant, u"Hi"_s},
                        {Message::Role::User, u"Bye"_s}};
    request.parameters = {
        {u"temperature"_s, u"0.5"_s},    {u"top_p"_s, u"0.9"_s},
        {u"thinking_level"_s, u"low"_s}, {u"stop"_s, u"END"_s},
        {u"candidateCount"_s, u"8"_s},   {u"maxOutputTokens"_s, u"9999"_s},
        {u"service_tier"_s, u"flex"_s},
    };
    Endpoint endpoint = endpointAt({});
    QCOMPARE(geminiBody(request, endpoint), object(R"({
        "contents": [{"role": "user", "parts": [{"text": "Hello"}]},
                     {"role": "model", "parts": [{"text": "Hi"}]},
                     {"role": "user", "parts": [{"text": "Bye"}]}],
        "systemInstruction": {"parts": [{"text": "Be brief."}]},
        "serviceTier": "flex",
        "generationConfig": {"maxOutputTokens": 800, "temperature": 0.5, "topP": 0.9,
                             "stopSequences": ["END"], "thinkingConfig": {"thinkingLevel": "low"}}
    })"));
    endpoint.facts = Model();
    endpoint.facts->parameters = {u"thinking_level"_s};
    QCOMPARE(geminiBody(request, endpoint).value("generationConfig"_L1).toObject(), object(R"({
        "maxOutputTokens": 800, "thinkingConfig": {"thinkingLevel": "low"}})"));
}

void TestGemini::sendsAttachments()
{
    PromptRequest request = question();
    request.instructions.clear();
    request.messages[0].attachments = {{u"a.png"_s, u"image/png"_s, "\x89PNG"_ba},
                                       {u"b.pdf"_s, u"application/pdf"_s, "%PDF-1"_ba},
                                       {u"c.txt"_s, u"text/plain"_s, QByteArray("Grüße")}};
    const QJsonObject body = geminiBody(request, endpointAt({}));
    QCOMPARE(body.value("contents"_L1).toArray().first().toObject(), object(R"({
        "role": "user", "parts": [
            {"inlineData": {"mimeType": "image/png", "data": "iVBORw=="}},
            {"inlineData": {"mimeType": "application/pdf", "data": "JVBERi0x"}},
            {"text": "c.txt:\n\nGrüße"}, {"text": "Hello"}]})"));
}

void TestGemini::asksForAPicture()
{
    PromptRequest request = question();
    request.type = RequestType::Image;
    request.image.aspectRatio = u"16:9"_s;
    request.image.size = u"2K"_s;
    Endpoint endpoint = endpointAt({});
    const auto config
        = [&] { return geminiBody(request, endpoint).value("generationConfig"_L1).toObject(); };
    QCOMPARE(config(), object(R"({"maxOutputTokens": 800, "responseModalities": ["TEXT", "IMAGE"],
        "imageConfig": {"aspectRatio": "16:9", "imageSize": "2K"}})"));
    endpoint.facts = Model();
    endpoint.facts->options = {{u"aspect_ratio"_s, {u"16:9"_s}}};
    QCOMPARE(config().value("imageConfig"_L1).toObject(), object(R"({"aspectRatio": "16:9"})"));
}

void TestGemini::streamsAnAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("target");
    const QByteArray usual
        = "POST /v1beta/models/gemini-4-argon:streamGenerateContent?alt=sse HTTP/1.1\r\n";
    QTest::newRow("host") << u""_s << u"gemini-4-argon"_s << usual;
    QTest::newRow("host and slash") << u"/"_s << u"gemini-4-argon"_s << usual;
    QTest::newRow("version") << u"/v1beta"_s << u"gemini-4-argon"_s << usual;
    QTest::newRow("version and slash") << u"/v1beta/"_s << u"gemini-4-argon"_s << usual;
    QTest::newRow("listed name") << u""_s << u"models/gemini-4-argon"_s << usual;
    QTest::newRow("strange name")
        << u"/v1"_s << u"../a?b=c#d"_s
        << "POST /v1/models/..%2Fa%3Fb%3Dc%23d:streamGenerateContent?alt=sse HTTP/1.1\r\n"_ba;
}

void TestGemini::streamsAnAnswer()
{
    QFETCH(QString, path);
    QFETCH(QString, model);
    QFETCH(QByteArray, target);
    RawServer server({{RawServer::streamHead() + RawServer::chunk(exchangeBody(u"stream"_s))
                       + RawServer::lastChunk()}});
    HttpExchange http;
    GeminiProvider provider(http);
    Endpoint endpoint = endpointAt(server.url(path));
    endpoint.model = model;
    QString streamed;
    const Completion done = await(provider.complete(
        question(), endpoint, testKey(), [&](const StreamEvent &event) { streamed += event.text; },
        CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.text, u"Grüß dich 🙂"_s);
    QCOMPARE(streamed, done.text);
    QCOMPARE(done.serviceRequestId, u"Rk7aZqP"_s);
    QVERIFY(done.firstToken);
    QVERIFY2(server.received().startsWith(target), server.received().left(100).constData());
    QVERIFY(server.received().contains("\r\nx-goog-api-key: AIzaTest-0123456789abcdef\r\n"));
    QVERIFY(!server.received().contains("Authorization"));
    QCOMPARE(server.received().count("AIzaTest"), 1);
}

void TestGemini::mapsErrors_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("bad key")
        << "400 Bad Request"_ba
        << R"({"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}})"_ba
        << Error::Kind::Auth;
    QTest::newRow("no model")
        << "404 Not Found"_ba
        << R"({"error":{"code":404,"message":"models/x is not found","status":"NOT_FOUND"}})"_ba
        << Error::Kind::Gone;
    QTest::newRow("overloaded")
        << "503 Service Unavailable"_ba
        << R"({"error":{"code":503,"message":"overloaded","status":"UNAVAILABLE"}})"_ba
        << Error::Kind::Overloaded;
    QTest::newRow("no credit")
        << "402 Payment Required"_ba
        << R"({"error":{"code":402,"message":"Prepaid credit is used up."}})"_ba
        << Error::Kind::Quota;
}

void TestGemini::mapsErrors()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    RawServer server({{RawServer::response(status, "application/json", body)}});
    HttpExchange http;
    GeminiProvider provider(http);
    const Completion done = await(
        provider.complete(question(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Failed);
    QCOMPARE(done.error->kind(), kind);
    QCOMPARE(done.error->billing(), Error::Billing::SurelyNot);
    QVERIFY(!done.error->reply().words.isEmpty());
}

void TestGemini::makesPictures()
{
    RawServer server(
        {{RawServer::response("200 OK", "application/json", exchangeBody(u"json-picture"_s))}});
    HttpExchange http;
    GeminiProvider provider(http);
    PromptRequest request = question();
    request.type = RequestType::Image;
    const Completion done
        = await(provider.complete(request, endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.images.size(), 1);
    QCOMPARE(done.images.first().mimeType, u"image/png"_s);
    QCOMPARE(done.usage[Counter::OutImage], 1290);
    QVERIFY(server.received().startsWith(
        "POST /v1beta/models/gemini-4-argon:generateContent HTTP/1.1\r\n"));
}

void TestGemini::takesWordsInPlaceOfAPictureAsARefusal()
{
    RawServer server(
        {{RawServer::response("200 OK", "application/json", exchangeBody(u"json"_s))}});
    HttpExchange http;
    GeminiProvider provider(http);
    PromptRequest request = question();
    request.type = RequestType::Image;
    const Completion done
        = await(provider.complete(request, endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Refused);
    QCOMPARE(done.serviceWords, u"Grüß dich 🙂"_s);
    QCOMPARE(done.usage[Counter::OutText], 59);

    request.type = RequestType::Video;
    const Completion video
        = await(provider.complete(request, endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(video.error->reason(), u"unsupported-type"_s);
    QVERIFY(!video.sent);
}

void TestGemini::checksAKey()
{
    RawServer server({{RawServer::response("200 OK", "application/json", R"({"models":[
        {"name":"models/gemini-4-argon","supportedGenerationMethods":["generateContent","countTokens"]},
        {"name":"models/gemini-omni-1.2-flash"},
        {"name":"models/gemini-embedding-2","supportedGenerationMethods":["embedContent","countTextTokens"]}]})")}});
    server.addScript({{RawServer::response(
        "403 Forbidden", "application/json",
        R"({"error":{"code":403,"message":"Your API key was reported as leaked.","status":"PERMISSION_DENIED"}})")}});
    HttpExchange http;
    GeminiProvider provider(http);
    const auto good = await(provider.checkKey(endpointAt(server.url()), testKey(), CancelToken()));
    QVERIFY(good.ok());
    QCOMPARE(good->models, (QStringList{u"gemini-4-argon"_s, u"gemini-omni-1.2-flash"_s}));
    QVERIFY(server.received().startsWith("GET /v1beta/models?pageSize=1000 HTTP/1.1\r\n"));
    const auto bad = await(provider.checkKey(endpointAt(server.url()), testKey(), CancelToken()));
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().kind(), Error::Kind::Auth);
    QCOMPARE(bad.error().reply().words, u"Your API key was reported as leaked."_s);
}

QTEST_GUILESS_MAIN(TestGemini)
#include "tst_gemini.moc"
