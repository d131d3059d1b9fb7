#include "core/providers/serviceerror.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {
const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

HttpReply replyWith(int status, const QByteArray &body, const QByteArray &headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    const auto lines = headers.split('\n');
    for (const QByteArray &line : lines) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            reply.headers.append(std::pair(line.left(colon), line.mid(colon + 1).trimmed()));
    }
    return reply;
}
} // namespace

class TestServiceError : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesTheCase_data();
    void namesTheCase();
    void readsAnyShape_data();
    void readsAnyShape();
    void readsTheWait_data();
    void readsTheWait();
    void keepsTheRequestId();
    void showsNoKey();
    void judgesErrorsInStreams();
};

void TestServiceError::namesTheCase_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("maybeBilled");
    const auto row = [](const char *name, int status, const QByteArray &body, const char *expected,
                        bool maybeBilled = false) {
        QTest::newRow(name) << status << body << QString::fromLatin1(expected) << maybeBilled;
    };
    const auto error = [](const char *type, const char *code, const char *message) {
        return QByteArray(R"({"error":{"type":")") + type + R"(","code":)"
            + (*code ? QByteArray("\"") + code + "\"" : QByteArray("null")) + R"(,"message":")"
            + message + R"(","param":null}})";
    };
    row("bad parameter", 400, error("invalid_request_error", "unsupported_parameter", "x"),
        "rejected/bad-request");
    row("too long by code", 400, error("invalid_request_error", "context_length_exceeded", "x"),
        "rejected/too-long");
    row("too long by words", 400,
        error("invalid_request_error", "", "prompt is too long: 210000 tokens > 200000 maximum"),
        "rejected/too-long");
    row("too long, llama.cpp", 400,
        error("exceed_context_size_error", "", "the request exceeds the available context size"),
        "rejected/too-long");
    row("body too large", 413, error("request_too_large", "", "x"), "rejected/too-long");
    row("moderation", 400, error("image_generation_user_error", "moderation_blocked", "x"),
        "rejected/policy");
    row("policy", 400, error("invalid_request_error", "content_policy_violation", "x"),
        "rejected/policy");
    row("prompt refused", 400, error("invalid_request_error", "invalid_prompt", "x"),
        "rejected/policy");
    row("Azure filter", 400, error("", "content_filter", "x"), "rejected/policy");
    row("model, 400", 400, error("invalid_request_error", "model_not_found", "x"), "gone/model");
    row("model, 404", 404, error("invalid_request_error", "model_not_found", "x"), "gone/model");
    row("model, Anthropic", 404,
        R"({"type":"error","error":{"type":"not_found_error","message":"model: x"}})",
        "gone/model");
    row("model, Ollama", 404, R"({"error":"model 'x' not found"})", "gone/model");
    row("no such path", 404, "<html><title>404 Not Found</title></html>", "protocol/wrong-address");
    row("no such path, silent", 404, "", "protocol/wrong-address");
    row("key", 401, error("invalid_request_error", "invalid_api_key", "x"), "auth/key");
    row("key, 400", 400,
        error("invalid_request_error", "", "API key not valid. Please pass a valid API key."),
        "auth/key");
    row("scope", 403, error("invalid_request_error", "", "Missing scopes"), "auth/forbidden");
    row("country", 403, error("request_forbidden", "unsupported_country_region_territory", "x"),
        "auth/country");
    row("permission", 403, R"({"type":"error","error":{"type":"permission_error","message":"x"}})",
        "auth/forbidden");
    row("quota", 429, error("insufficient_quota", "insufficient_quota", "x"), "quota/");
    row("credit", 429, error("billing", "credit_balance_exhausted", "x"), "quota/");
    row("spend limit", 429, error("billing", "project_spend_limit_reached", "x"), "quota/");
    row("spend limit, Anthropic", 429,
        R"({"type":"error","error":{"type":"rate_limit_error","message":"x","details":{"error_code":"enforced_spend_limit_reached"}}})",
        "quota/");
    row("ramp limit, Anthropic", 429,
        R"({"type":"error","error":{"type":"rate_limit_error","message":"x","details":{"error_code":"ramp_limit_exceeded"}}})",
        "ratelimited/");
    row("billing, Anthropic", 402,
        R"({"type":"error","error":{"type":"billing_error","message":"x"}})", "quota/");
    row("own cap, Anthropic", 400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain access on 2026-12-01."}})",
        "quota/");
    row("old credit, Anthropic", 400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API."}})",
        "quota/");
    row("balance, 402", 402,
        error("unknown_error", "invalid_request_error", "Insufficient Balance"), "quota/");
    row("rate", 429, error("requests", "rate_limit_exceeded", "x"), "ratelimited/");
    row("rate without words", 429, "", "ratelimited/");
    row("flex", 498, error("", "", "capacity"), "ratelimited/");
    row("request timeout", 408, "", "overloaded/");
    row("conflict", 409, "", "overloaded/");
    row("500", 500, error("server_error", "", "x"), "overloaded/");
    row("502", 502, "<html></html>", "overloaded/");
    row("503", 503,
        R"({"error":{"message":"Loading model","type":"unavailable_error","code":503}})",
        "overloaded/");
    row("529", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"x"}})",
        "overloaded/");
    row("504", 504, R"({"type":"error","error":{"type":"timeout_error","message":"x"}})",
        "timeout/gateway", true);
    row("524", 524, "<html></html>", "timeout/gateway", true);
    row("422", 422, R"({"detail":[{"loc":["body"],"msg":"field required","type":"missing"}]})",
        "rejected/bad-request");
    row("405", 405, "", "protocol/wrong-address");
}

void TestServiceError::namesTheCase()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QFETCH(bool, maybeBilled);
    const Error error = serviceError(replyWith(status, body), now);
    QCOMPARE(Error::kindName(error.kind()) + u'/' + error.reason(), expected);
    QCOMPARE(error.billing() == Error::Billing::Possible, maybeBilled);
    QCOMPARE(error.reply().httpStatus, status);
    QVERIFY(error.kind() != Error::Kind::Quota || !error.allowsRetry());
}

void TestServiceError::readsAnyShape_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("OpenAI") << R"({"error":{"message":"No.","type":"t","code":"c"}})"_ba << u"c"_s
                            << u"No."_s;
    QTest::newRow("type alone") << R"({"error":{"message":"No.","type":"t","code":null}})"_ba
                                << u"t"_s << u"No."_s;
    QTest::newRow("text") << R"({"error":"No."})"_ba << u""_s << u"No."_s;
    QTest::newRow("empty") << R"({"error":{}})"_ba << u""_s << u""_s;
    QTest::newRow("code beside text") << R"({"code":"c","error":"No."})"_ba << u"c"_s << u"No."_s;
    QTest::newRow("detail") << R"({"detail":"No."})"_ba << u""_s << u"No."_s;
    QTest::newRow("details") << R"({"detail":[{"msg":"a"},{"msg":"b"}]})"_ba << u""_s << u"a; b"_s;
    QTest::newRow("message") << R"({"object":"error","message":"No.","type":"t","code":40301})"_ba
                             << u"40301"_s << u"No."_s;
    QTest::newRow("Stability") << R"({"id":"i","name":"n","errors":["a","b"]})"_ba << u"n"_s
                               << u"a; b"_s;
    QTest::newRow("page") << "<html><head><TITLE>502 Bad Gateway</TITLE></head></html>"_ba << u""_s
                          << u"502 Bad Gateway"_s;
    QTest::newRow("words") << "upstream connect error"_ba << u""_s << u"upstream connect error"_s;
    QTest::newRow("cut") << R"({"error":{"mess)"_ba << u""_s
                         << QString::fromLatin1(R"({"error":{"mess)");
    QTest::newRow("nothing") << QByteArray() << u""_s << u""_s;
    QTest::newRow("invalid UTF-8") << "{\"error\":\"caf\xE9\"}"_ba << u""_s << u"caf\uFFFD"_s;
}

void TestServiceError::readsAnyShape()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, words);
    const Error error = serviceError(replyWith(400, body), now);
    QCOMPARE(error.reply().code, code);
    QCOMPARE(error.reply().words, words);
}

void TestServiceError::readsTheWait_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("seconds") << "retry-after: 7"_ba << qint64(7000);
    QTest::newRow("fraction") << "retry-after: 1.5"_ba << qint64(1500);
    QTest::newRow("milliseconds win") << "retry-after: 7\nretry-after-ms: 250"_ba << qint64(250);
    QTest::newRow("date") << "retry-after: Sun, 22 Nov 2026 12:00:30 GMT"_ba << qint64(30'000);
    QTest::newRow("past date") << "retry-after: Sun, 22 Nov 2026 11:00:00 GMT"_ba << qint64(0);
    QTest::newRow("nonsense") << "retry-after: soon"_ba << qint64(-1);
    QTest::newRow("negative") << "retry-after: -5"_ba << qint64(-1);
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("reset of what ran out")
        << "x-ratelimit-remaining-requests: 10\nx-ratelimit-reset-requests: 6m0s\nx-ratelimit-remaining-tokens: 0\nx-ratelimit-reset-tokens: 1.25s"_ba
        << qint64(1250);
    QTest::newRow("longest reset")
        << "x-ratelimit-reset-requests: 4ms\nx-ratelimit-reset-tokens: 6m1s"_ba << qint64(361'000);
    QTest::newRow("hours") << "x-ratelimit-reset-requests: 1h2m3s"_ba << qint64(3'723'000);
    QTest::newRow("Anthropic")
        << "anthropic-ratelimit-tokens-remaining: 0\nanthropic-ratelimit-tokens-reset: 2026-11-22T12:00:12Z"_ba
        << qint64(12'000);
}

void TestServiceError::readsTheWait()
{
    QFETCH(QByteArray, headers);
    QFETCH(qint64, ms);
    const Error error = serviceError(replyWith(429, "{}", headers), now);
    QCOMPARE(error.kind(), Error::Kind::RateLimited);
    const auto wait = error.reply().retryAfter;
    QCOMPARE(wait ? qint64(wait->count()) : -1, ms);
}

void TestServiceError::keepsTheRequestId()
{
    QCOMPARE(serviceError(replyWith(500, "{}", "x-request-id: a"), now).reply().requestId, u"a"_s);
    QCOMPARE(serviceError(replyWith(500, "{}", "request-id: b"), now).reply().requestId, u"b"_s);
    QCOMPARE(serviceError(replyWith(500, R"({"type":"error","error":{},"request_id":"c"})"), now)
                 .reply()
                 .requestId,
             u"c"_s);
}

void TestServiceError::showsNoKey()
{
    const Error error = serviceError(
        replyWith(401,
                  R"({"error":"Incorrect API key provided: sk-proj-0123456789abcdefghijABCD"})"),
        now);
    QVERIFY(!error.reply().words.contains(u"0123456789"_s));
    QVERIFY(error.reply().words.startsWith(u"Incorrect API key"_s));
}

void TestServiceError::judgesErrorsInStreams()
{
    const auto kindOf = [](const char *type, bool withContent) {
        ServiceFault fault;
        fault.type = QString::fromLatin1(type);
        return streamError(fault, withContent);
    };
    QCOMPARE(kindOf("overloaded_error", false).kind(), Error::Kind::Overloaded);
    QCOMPARE(kindOf("overloaded_error", false).billing(), Error::Billing::SurelyNot);
    QCOMPARE(kindOf("overloaded_error", true).billing(), Error::Billing::Possible);
    QCOMPARE(kindOf("authentication_error", false).kind(), Error::Kind::Auth);
    QCOMPARE(kindOf("billing_error", false).kind(), Error::Kind::Quota);
    QCOMPARE(kindOf("insufficient_quota", false).kind(), Error::Kind::Quota);
    QCOMPARE(kindOf("timeout_error", false).kind(), Error::Kind::Timeout);
    QCOMPARE(kindOf("never_heard_of", false).kind(), Error::Kind::Overloaded);
}

QTEST_GUILESS_MAIN(TestServiceError)
#include "tst_serviceerror.moc"
