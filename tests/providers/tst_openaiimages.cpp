#include "core/providers/httpexchange.h"
#include "core/providers/multipartform.h"
#include "core/providers/openaiimagesparser.h"
#include "core/providers/openaiimagesprovider.h"
#include "tests/providers/exchanges.h"
#include "tests/providers/rawserver.h"
#include "tests/support/await.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray picture = "\x89PNG\r\n\x1a\n rest"_ba;

Secret testKey()
{
    return Secret::take(QByteArray("sk-test-0123456789abcdef"));
}

Endpoint endpointAt(const QUrl &baseUrl)
{
    Endpoint endpoint;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"gpt-image-2"_s;
    return endpoint;
}

PromptRequest wish()
{
    PromptRequest request;
    request.type = RequestType::Image;
    request.messages = {{Message::Role::User, u"A red cube"_s}};
    return request;
}

QByteArray answer()
{
    return RawServer::response("200 OK", "application/json",
                               RawServer::testData(u"openai/images/json-tokens.body"_s));
}

QJsonObject sentTo(const RawServer &server)
{
    const QByteArray &all = server.received();
    return QJsonDocument::fromJson(all.mid(all.indexOf("\r\n\r\n") + 4)).object();
}

} // namespace

class TestOpenAiImages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void countsPiecesWhereThatIsThePrice();
    void makesPictures();
    void sendsOnlyWhatTheModelTakes();
    void asksForBytesWhereItCan();
    void editsByForm();
    void editsByJson();
    void asksOnAPathOfItsOwn();
    void refusesWhatItCannotDo();
    void writesForms();
};

void TestOpenAiImages::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"openai/images"_s);
    QVERIFY(exchanges.size() >= 20);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestOpenAiImages::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways)
        QCOMPARE(pretty(parsed(OpenAiImagesParser(false), body, splits).first), pretty(expected));
}

void TestOpenAiImages::countsPiecesWhereThatIsThePrice()
{
    const QByteArray body = RawServer::testData(u"openai/images/json-no-usage.body"_s);
    OpenAiImagesParser byTokens(false);
    byTokens.feed(body);
    const Completion unknown = byTokens.finish(true);
    QVERIFY(!unknown.usageReported);
    QVERIFY(unknown.usage.isEmpty());
    OpenAiImagesParser byPiece(true);
    byPiece.feed(body);
    const Completion known = byPiece.finish(true);
    QVERIFY(known.usageReported);
    QCOMPARE(known.usage[Counter::Images], 1);
}

void TestOpenAiImages::makesPictures()
{
    RawServer server({{answer()}});
    HttpExchange http;
    OpenAiImagesProvider provider(http);
    PromptRequest request = wish();
    request.image.count = 2;
    request.image.size = u"1024x1024"_s;
    request.image.background = u"opaque"_s;
    request.parameters = {{u"quality"_s, u"low"_s}};
    const Completion done = await(provider.complete(request, endpointAt(server.url(u"/v1/"_s)),
                                                    testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.images.size(), 2);
    QCOMPARE(done.images.first().bytes, picture);
    QCOMPARE(done.images.first().mimeType, u"image/png"_s);
    QVERIFY(done.usageReported);
    QVERIFY(done.firstToken);
    QCOMPARE(done.usage[Counter::OutImage], 1056);
    QVERIFY(server.received().startsWith("POST /v1/images/generations HTTP/1.1\r\n"));
    QCOMPARE(sentTo(server),
             QJsonDocument::fromJson(R"({"model":"gpt-image-2","prompt":"A red cube","n":2,
                 "size":"1024x1024","quality":"low","background":"opaque"})")
                 .object());
}

void TestOpenAiImages::sendsOnlyWhatTheModelTakes()
{
    PromptRequest request = wish();
    request.image.size = u"1024x1024"_s;
    request.image.aspectRatio = u"16:9"_s;
    request.image.quality = u"high"_s;
    request.image.format = u"webp"_s;
    Endpoint endpoint = endpointAt({});
    endpoint.facts = Model();
    endpoint.facts->options = {{u"aspect_ratio"_s, {u"16:9"_s}}, {u"format"_s, {u"webp"_s}}};
    QCOMPARE(openAiImageBody(request, endpoint),
             QJsonDocument::fromJson(R"({"model":"gpt-image-2","prompt":"A red cube","n":1,
                 "aspect_ratio":"16:9","output_format":"webp"})")
                 .object());
}

void TestOpenAiImages::asksForBytesWhereItCan()
{
    Endpoint endpoint = endpointAt({});
    QVERIFY(!openAiImageBody(wish(), endpoint).contains("response_format"_L1));
    endpoint.facts = Model();
    QVERIFY(!openAiImageBody(wish(), endpoint).contains("response_format"_L1));
    endpoint.facts->parameters = {u"response_format"_s, u"partial_images"_s};
    PromptRequest request = wish();
    QCOMPARE(openAiImageBody(request, endpoint).value("response_format"_L1), u"b64_json"_s);
    QVERIFY(!openAiImageBody(request, endpoint).contains("stream"_L1));
    request.parameters = {{u"partial_images"_s, u"2"_s}};
    QCOMPARE(openAiImageBody(request, endpoint).value("stream"_L1), true);
}

void TestOpenAiImages::editsByForm()
{
    RawServer server({{answer()}});
    HttpExchange http;
    OpenAiImagesProvider provider(http);
    PromptRequest request = wish();
    request.image.count = 2;
    request.messages.last().attachments
        = {{u"a.png"_s, u"image/png"_s, "first", Attachment::Use::Content},
           {u"b.jpg"_s, u"image/jpeg"_s, "second", Attachment::Use::Content},
           {u"m.png"_s, u"image/png"_s, "hole", Attachment::Use::Mask}};
    const Completion done = await(
        provider.complete(request, endpointAt(server.url(u"/v1"_s)), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    const QByteArray &sent = server.received();
    QVERIFY(sent.startsWith("POST /v1/images/edits HTTP/1.1\r\n"));
    for (const char *part :
         {"name=\"prompt\"\r\n\r\nA red cube\r\n", "name=\"n\"\r\n\r\n2\r\n",
          "name=\"model\"\r\n\r\ngpt-image-2\r\n",
          "name=\"image[]\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nfirst\r\n",
          "name=\"image[]\"; filename=\"b.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nsecond\r\n",
          "name=\"mask\"; filename=\"m.png\"\r\nContent-Type: image/png\r\n\r\nhole\r\n"})
        QVERIFY2(sent.contains(part), part);
}

void TestOpenAiImages::editsByJson()
{
    RawServer server({{answer()}});
    server.addScript({{answer()}});
    HttpExchange http;
    OpenAiImagesProvider provider(http);
    Endpoint endpoint = endpointAt(server.url(u"/v1"_s));
    endpoint.service.traits.imageEditsAsJson = true;
    PromptRequest request = wish();
    const Attachment source{u"a.png"_s, u"image/png"_s, "PNG", Attachment::Use::Content};
    request.messages.last().attachments = {source};
    QCOMPARE(await(provider.complete(request, endpoint, testKey(), {}, CancelToken())).outcome,
             Outcome::Completed);
    QVERIFY(server.received().startsWith("POST /v1/images/edits HTTP/1.1\r\n"));
    QCOMPARE(sentTo(server),
             QJsonDocument::fromJson(R"({"model":"gpt-image-2","prompt":"A red cube","n":1,
                 "image":{"type":"image_url","url":"data:image/png;base64,UE5H"}})")
                 .object());
    request.messages.last().attachments = {source, source};
    QCOMPARE(await(provider.complete(request, endpoint, testKey(), {}, CancelToken())).outcome,
             Outcome::Completed);
    QVERIFY(server.received().contains("\"images\":[{"));
}

void TestOpenAiImages::asksOnAPathOfItsOwn()
{
    RawServer server({{RawServer::response(
        "200 OK", "application/json", RawServer::testData(u"openai/images/openrouter.body"_s))}});
    HttpExchange http;
    OpenAiImagesProvider provider(http);
    Endpoint endpoint = endpointAt(server.url(u"/api/v1"_s));
    endpoint.service.traits.imagePath = u"images"_s;
    const Completion done
        = await(provider.complete(wish(), endpoint, testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.statedCost->nano(), qint64(40'000'000));
    QVERIFY(server.received().startsWith("POST /api/v1/images HTTP/1.1\r\n"));
}

void TestOpenAiImages::refusesWhatItCannotDo()
{
    RawServer server({});
    HttpExchange http;
    OpenAiImagesProvider provider(http);
    Endpoint endpoint = endpointAt(server.url());
    PromptRequest request = wish();
    request.type = RequestType::Text;
    const auto reasonOf = [&](const PromptRequest &asked) {
        const Completion done
            = await(provider.complete(asked, endpoint, testKey(), {}, CancelToken()));
        return done.error && !done.sent ? done.error->reason() : QString();
    };
    QCOMPARE(reasonOf(request), u"unsupported-type"_s);
    endpoint.facts = Model();
    endpoint.facts->inputs = {{u"image"_s, {}, 0, 1, false}};
    request = wish();
    request.messages.last().attachments
        = {{u"m.png"_s, u"image/png"_s, "PNG", Attachment::Use::Mask}};
    QCOMPARE(reasonOf(request), u"input-not-supported"_s);
    QCOMPARE(server.requests(), 0);
}

void TestOpenAiImages::writesForms()
{
    MultipartForm form("b");
    form.add(u"prompt"_s, u"Grüße"_s);
    form.addFile(u"image"_s, u"../a\"\r\nX: y.png"_s, u"image/png"_s, "bytes");
    QCOMPARE(form.contentType(), "multipart/form-data; boundary=b"_ba);
    QCOMPARE(
        form.body(),
        "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\nGrüße\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"image\"; "
        "filename=\".._a___X: y.png\"\r\nContent-Type: image/png\r\n\r\nbytes\r\n--b--\r\n"_ba);
    QVERIFY(MultipartForm().contentType() != MultipartForm().contentType());
}

QTEST_GUILESS_MAIN(TestOpenAiImages)
#include "tst_openaiimages.moc"
