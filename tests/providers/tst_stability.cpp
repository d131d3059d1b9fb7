#include "core/providers/httpexchange.h"
#include "core/providers/stabilityparser.h"
#include "core/providers/stabilityprovider.h"
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
    endpoint.service.id = u"stability"_s;
    endpoint.service.wire = WireFormat::StabilityImage;
    endpoint.baseUrl = baseUrl;
    endpoint.model = u"stable-image-core"_s;
    endpoint.facts = Model();
    endpoint.facts->endpoint = u"/v2beta/stable-image/generate/core"_s;
    endpoint.facts->parameters
        = {u"negative_prompt"_s, u"aspect_ratio"_s, u"seed"_s, u"output_format"_s};
    return endpoint;
}

PromptRequest wish()
{
    PromptRequest request;
    request.type = RequestType::Image;
    request.messages = {{Message::Role::User, u"A \"red\" cube, größer"_s}};
    request.image.negativePrompt = u"blue"_s;
    request.image.size = u"1536x1024"_s;
    request.image.seed = 7;
    return request;
}

QByteArray png()
{
    return RawServer::testData(u"stability/dot.png"_s);
}

} // namespace

class TestStability : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void buildsAForm();
    void editsAPicture();
    void picksAPath_data();
    void picksAPath();
    void makesAPicture();
    void saysWhatCame_data();
    void saysWhatCame();
    void refusesWhatItCannotDo();
    void mapsErrors_data();
    void mapsErrors();
    void readsTheBalance();
};

void TestStability::buildsAForm()
{
    const auto part = [](const char *name, const char *value) {
        return QByteArray("--XX\r\nContent-Disposition: form-data; name=\"") + name + "\"\r\n\r\n"
            + value + "\r\n";
    };
    Endpoint endpoint = endpointAt(QUrl(u"http://127.0.0.1"_s));
    const QByteArray prompt = part("prompt",
                                   "A \"red\" cube, gr\xC3\xB6\xC3\x9F"
                                   "er");
    const QByteArray ratio = part("aspect_ratio", "3:2");
    const QByteArray rest
        = part("negative_prompt", "blue") + part("output_format", "png") + part("seed", "7");
    QCOMPARE(stabilityForm(wish(), endpoint, MultipartForm("XX")).body(),
             prompt + ratio + rest + "--XX--\r\n");

    endpoint.model = u"sd3.5-large"_s;
    endpoint.facts->endpoint = u"/v2beta/stable-image/generate/sd3"_s;
    endpoint.facts->parameters = {u"aspect_ratio"_s, u"style_preset"_s};
    PromptRequest request = wish();
    request.parameters = {{u"style_preset"_s, u"anime"_s}, {u"cfg_scale"_s, u"5"_s}};
    QCOMPARE(stabilityForm(request, endpoint, MultipartForm("XX")).body(),
             prompt + part("model", "sd3.5-large") + ratio + part("style_preset", "anime")
                 + "--XX--\r\n");
}

void TestStability::editsAPicture()
{
    RawServer server(
        {{RawServer::response("200 OK", "image/png", RawServer::testData(u"stability/dot.png"_s),
                              "finish-reason: SUCCESS\r\n")}});
    HttpExchange http;
    StabilityProvider provider(http);
    Endpoint endpoint = endpointAt(server.url());
    endpoint.facts->endpoint = u"/v2beta/stable-image/edit/inpaint"_s;
    endpoint.facts->parameters = {u"prompt"_s};
    endpoint.facts->inputs = {{u"image"_s, {}, 0, 1, true}, {u"mask"_s, {}, 0, 1, false}};
    PromptRequest request = wish();
    const auto reasonOf = [&] {
        const Completion done
            = await(provider.complete(request, endpoint, testKey(), {}, CancelToken()));
        return done.error ? done.error->reason() : QString();
    };
    QCOMPARE(reasonOf(), u"input-missing"_s);
    request.messages.last().attachments
        = {{u"m.png"_s, u"image/png"_s, "hole", Attachment::Use::Mask}};
    QCOMPARE(reasonOf(), u"input-missing"_s);
    request.messages.last().attachments.append(
        {u"a.jpg"_s, u"image/jpeg"_s, "bytes", Attachment::Use::Content});
    QCOMPARE(server.requests(), 0);
    QCOMPARE(reasonOf(), QString());
    QVERIFY(server.received().startsWith("POST /v2beta/stable-image/edit/inpaint HTTP/1.1\r\n"));
    QVERIFY(server.received().contains(
        "name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nbytes\r\n"));
    QVERIFY(server.received().contains(
        "name=\"mask\"; filename=\"m.png\"\r\nContent-Type: image/png\r\n\r\nhole\r\n"));
    QVERIFY(server.received().contains("name=\"prompt\""));

    endpoint.facts->parameters = {};
    QVERIFY(!stabilityForm(request, endpoint).body().contains("name=\"prompt\""));
    endpoint.facts->inputs = {};
    QCOMPARE(reasonOf(), u"input-not-supported"_s);
}

void TestStability::picksAPath_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("path");
    QTest::newRow("ultra") << u"stable-image-ultra"_s << u"v2beta/stable-image/generate/ultra"_s;
    QTest::newRow("core") << u"stable-image-core"_s << u"v2beta/stable-image/generate/core"_s;
    QTest::newRow("sd3") << u"sd3.5-medium"_s << u"v2beta/stable-image/generate/sd3"_s;
    QTest::newRow("other") << u"video-1"_s << QString();
}

void TestStability::picksAPath()
{
    QFETCH(QString, model);
    QFETCH(QString, path);
    Endpoint endpoint = endpointAt(QUrl(u"http://127.0.0.1"_s));
    endpoint.facts.reset();
    endpoint.model = model;
    QCOMPARE(stabilityPath(endpoint).value_or(QString()), path);
}

void TestStability::makesAPicture()
{
    RawServer server({{RawServer::response(
        "200 OK", "image/png", png(),
        "finish-reason: SUCCESS\r\nseed: 4294967294\r\nx-request-id: s-1\r\n")}});
    HttpExchange http;
    StabilityProvider provider(http);
    const Completion done
        = await(provider.complete(wish(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QCOMPARE(done.outcome, Outcome::Completed);
    QCOMPARE(done.images.size(), 1);
    QCOMPARE(done.images.first().bytes, png());
    QCOMPARE(done.images.first().mimeType, u"image/png"_s);
    QCOMPARE(done.images.first().seed, std::optional<qint64>(4294967294));
    QCOMPARE(done.usage[Counter::Images], 1);
    QVERIFY(done.usageReported);
    QCOMPARE(done.serviceRequestId, u"s-1"_s);
    QVERIFY(server.received().startsWith("POST /v2beta/stable-image/generate/core HTTP/1.1\r\n"));
    QVERIFY(server.received().contains("\r\nAuthorization: Bearer sk-test-0123456789abcdef\r\n"));
    QVERIFY(server.received().contains("\r\nAccept: image/*\r\n"));
    QVERIFY(server.received().contains("\r\nContent-Type: multipart/form-data; boundary=keyway-"));
}

void TestStability::saysWhatCame_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray charged
        = R"("usage":{"images":1},"usage_reported":true,"input_reported":true)";
    QTest::newRow("filtered")
        << "image/png"_ba
        << "finish-reason: CONTENT_FILTERED\r\nseed: 1\r\n"_ba << png()
        << R"({"outcome":"filtered","images":1,"finish_reason":"CONTENT_FILTERED",)" + charged
            + "}";
    QTest::newRow("json") << "application/json"_ba << QByteArray()
                          << R"({"image":")" + png().toBase64()
            + R"(","seed":3,"finish_reason":"SUCCESS"})"
                          << R"({"outcome":"completed","images":1,"finish_reason":"SUCCESS",)"
            + charged + "}";
    QTest::newRow("cut picture")
        << "image/png"_ba
        << "finish-reason: SUCCESS\r\n"_ba << png().chopped(20)
        << R"({"outcome":"failed","finish_reason":"SUCCESS","error":{"kind":"protocol","reason":"bad-image","billing":"possible"},)"
            + charged + "}";
    QTest::newRow("page")
        << "text/html"_ba << QByteArray() << "<html></html>"_ba
        << R"({"outcome":"failed","error":{"kind":"protocol","reason":"content-type","billing":"possible"}})"_ba;
    QTest::newRow("nothing")
        << "image/png"_ba << QByteArray() << QByteArray()
        << R"({"outcome":"failed","error":{"kind":"protocol","reason":"empty","billing":"possible"}})"_ba;
    QTest::newRow("json without picture")
        << "application/json"_ba << QByteArray() << R"({"id":"x"})"_ba
        << R"({"outcome":"failed","error":{"kind":"protocol","reason":"empty","billing":"possible"}})"_ba;
}

void TestStability::saysWhatCame()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    HttpReply reply;
    reply.status = 200;
    reply.body = body;
    reply.headers = {{"content-type", type}};
    const auto lines = headers.split('\n');
    for (const QByteArray &line : lines) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            reply.headers.append(std::pair(line.left(colon), line.mid(colon + 1).trimmed()));
    }
    QCOMPARE(pretty(toJson(parseStabilityImage(reply))),
             pretty(QJsonDocument::fromJson(expected).object()));
}

void TestStability::refusesWhatItCannotDo()
{
    HttpExchange http;
    StabilityProvider provider(http);
    const auto reasonOf = [&](const PromptRequest &request, const Endpoint &endpoint) {
        const Completion done
            = await(provider.complete(request, endpoint, testKey(), {}, CancelToken()));
        return done.sent || !done.error ? u"sent"_s : done.error->reason();
    };
    Endpoint endpoint = endpointAt(QUrl(u"http://127.0.0.1"_s));
    PromptRequest request = wish();
    request.image.count = 2;
    QCOMPARE(reasonOf(request, endpoint), u"one-image-at-a-time"_s);
    request = wish();
    request.type = RequestType::Text;
    QCOMPARE(reasonOf(request, endpoint), u"unsupported-type"_s);
    endpoint.facts.reset();
    endpoint.model = u"video"_s;
    QCOMPARE(reasonOf(wish(), endpoint), u"model"_s);
}

void TestStability::mapsErrors_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("moderation")
        << "403 Forbidden"_ba
        << R"({"id":"a","name":"content_moderation","errors":["Flagged."]})"_ba
        << u"rejected/policy/content_moderation/Flagged."_s;
    QTest::newRow("key") << "401 Unauthorized"_ba
                         << R"({"id":"a","name":"unauthorized","errors":["Bad key"]})"_ba
                         << u"auth/key/unauthorized/Bad key"_s;
    QTest::newRow("money") << "402 Payment"_ba
                           << R"({"id":"a","name":"payment_required","errors":["No credits"]})"_ba
                           << u"quota//payment_required/No credits"_s;
    QTest::newRow("bad")
        << "400 Bad"_ba
        << R"({"id":"a","name":"bad_request","errors":["seed: bad","ratio: bad"]})"_ba
        << u"rejected/bad-request/bad_request/seed: bad; ratio: bad"_s;
    QTest::newRow("figure") << "422 No"_ba
                            << R"({"id":"a","name":"public_figure","errors":["Known face"]})"_ba
                            << u"rejected/policy/public_figure/Known face"_s;
    QTest::newRow("rate") << "429 Slow"_ba
                          << R"({"id":"a","name":"rate_limit_exceeded","errors":["Slow"]})"_ba
                          << u"ratelimited//rate_limit_exceeded/Slow"_s;
    QTest::newRow("down") << "500 Oops"_ba
                          << R"({"id":"a","name":"internal_error","errors":["Oops"]})"_ba
                          << u"overloaded//internal_error/Oops"_s;
}

void TestStability::mapsErrors()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    RawServer server({{RawServer::response(status, "application/json", body)}});
    HttpExchange http;
    StabilityProvider provider(http);
    const Completion done
        = await(provider.complete(wish(), endpointAt(server.url()), testKey(), {}, CancelToken()));
    QVERIFY(done.error);
    const Error &error = *done.error;
    QCOMPARE((QStringList{Error::kindName(error.kind()), error.reason(), error.reply().code,
                          error.reply().words})
                 .join(u'/'),
             expected);
    QCOMPARE(error.billing(), Error::Billing::SurelyNot);
    if (error.kind() == Error::Kind::RateLimited)
        QCOMPARE(*error.reply().retryAfter, std::chrono::seconds(60));
}

void TestStability::readsTheBalance()
{
    RawServer server(
        {{RawServer::response("200 OK", "application/json", R"({"credits":998.655})")}});
    server.addScript(
        {{RawServer::response("200 OK", "application/json", R"({"credits":"many"})")}});
    server.addScript(
        {{RawServer::response("401 No", "application/json", R"({"name":"unauthorized"})")}});
    HttpExchange http;
    StabilityProvider provider(http);
    const Endpoint endpoint = endpointAt(server.url());
    const auto good = await(provider.checkKey(endpoint, testKey(), CancelToken()));
    QVERIFY(good.ok());
    QCOMPARE(good->balance->nano(), qint64(9'986'550'000));
    QVERIFY(good->models.isEmpty());
    QVERIFY(server.received().startsWith("GET /v1/user/balance HTTP/1.1\r\n"));
    QCOMPARE(await(provider.checkKey(endpoint, testKey(), CancelToken())).error().reason(),
             u"bad-json"_s);
    QCOMPARE(await(provider.checkKey(endpoint, testKey(), CancelToken())).error().kind(),
             Error::Kind::Auth);
}

QTEST_GUILESS_MAIN(TestStability)
#include "tst_stability.moc"
