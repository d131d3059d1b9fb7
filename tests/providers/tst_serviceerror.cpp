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
    void readsTheWaitInTheBody_data();
    void readsTheWaitInTheBody();
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
    // Google, both families.
    const auto google = [](int code, const char *status, const char *message,
                           const char *details = "") {
        return QByteArray(R"({"error":{"code":)") + QByteArray::number(code) + R"(,"message":")"
            + message + R"(","status":")" + status + R"(","details":[)" + details + "]}}";
    };
    row("key, Gemini", 400,
        google(
            400, "INVALID_ARGUMENT", "x",
            R"({"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"})"),
        "auth/key");
    row("bad request, Gemini", 400, google(400, "INVALID_ARGUMENT", "x"), "rejected/bad-request");
    row("too long, Gemini", 400,
        google(400, "INVALID_ARGUMENT",
               "The input token count (9) exceeds the maximum number of tokens allowed (8)."),
        "rejected/too-long");
    row("country, Gemini", 400,
        google(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
        "auth/country");
    row("billing, Gemini", 400,
        google(400, "FAILED_PRECONDITION", "Please enable billing on your project."), "quota/");
    row("credit, Gemini", 402, google(402, "", "x"), "quota/");
    row("forbidden, Gemini", 403, google(403, "PERMISSION_DENIED", "x"), "auth/forbidden");
    row("model, Gemini", 404, google(404, "NOT_FOUND", "models/x is not found"), "gone/model");
    row("by minute, Gemini", 429,
        google(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota",
               R"({"violations":[{"quotaId":"GenerateRequestsPerMinutePerProject"}]})"),
        "ratelimited/");
    row("by day, Gemini", 429,
        google(
            429, "RESOURCE_EXHAUSTED", "You exceeded your current quota",
            R"({"violations":[{"quotaId":"GenerateRequestsPerDayPerProject"}]},{"retryDelay":"9s"})"),
        "quota/daily");
    row("without details, Gemini", 429,
        google(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
        "ratelimited/");
    row("in an array, Gemini", 404, '[' + google(404, "NOT_FOUND", "models/x is not found") + ']',
        "gone/model");
    row("overloaded, Gemini", 503, google(503, "UNAVAILABLE", "x"), "overloaded/");
    row("deadline, Gemini", 504, google(504, "DEADLINE_EXCEEDED", "x"), "timeout/gateway", true);
    row("Interactions", 400, error("", "invalid_request", "x"), "rejected/bad-request");
    row("Interactions, model", 404, error("", "not_found", "x"), "gone/model");
    row("Interactions, minute", 429, error("", "rate_limit_exceeded", "x"), "ratelimited/");
    row("Interactions, day", 429, error("", "quota_exceeded", "x"), "quota/daily");
    row("Interactions, Google's words", 429,
        R"({"error":{"code":"rate_limit_exceeded","message":"You exceeded your current quota.",)"
        R"("details":[{"retryDelay":"9s"}]}})",
        "ratelimited/");
    row("Interactions, blocked", 400, error("", "prohibited_content", "x"), "rejected/policy");
    // xAI, both shapes.
    row("key, xAI", 400,
        R"({"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***ab."})",
        "auth/key");
    row("credit, xAI", 429,
        R"({"code":"x","error":"Your team has either used all available credits or reached its monthly spending limit."})",
        "quota/");
    row("model, xAI", 404, R"({"code":"Not found","error":"The model x does not exist"})",
        "gone/model");
    row("too long, xAI", 400, error("", "", "This model's maximum prompt length is 131072"),
        "rejected/too-long");
    // OpenRouter.
    row("credit, OpenRouter", 402,
        R"({"error":{"code":402,"message":"This request requires more credits, or fewer max_tokens."}})",
        "quota/");
    row("moderation, OpenRouter", 403,
        R"({"error":{"code":403,"message":"x","metadata":{"reasons":["violence"],"flagged_input":"y"}}})",
        "rejected/policy");
    row("guardrail, OpenRouter", 403,
        R"({"error":{"code":403,"message":"x","metadata":{"error_type":"content_filter"}}})",
        "rejected/policy");
    row("free models, OpenRouter", 429,
        R"({"error":{"code":429,"message":"Rate limit exceeded: free-models-per-day"}})",
        "quota/daily");
    row("model, OpenRouter", 400, R"({"error":{"code":400,"message":"x is not a valid model ID"}})",
        "gone/model");
    // Others.
    row("by day, Groq", 429,
        error("requests", "rate_limit_exceeded",
              "Rate limit reached on requests per day (RPD): Limit 1000"),
        "quota/daily");
    row("one minute's tokens, Groq", 413,
        error("tokens", "rate_limit_exceeded", "Request too large for model x"),
        "rejected/too-long");
    row("tool call, Groq", 400,
        R"({"error":{"code":"tool_use_failed","failed_generation":"x","message":"y"}})",
        "rejected/bad-request");
    row("model, Mistral", 400,
        R"({"object":"error","message":"Invalid model: x","type":"invalid_model","code":"1500"})",
        "gone/model");
    row("key, Mistral", 401, R"({"detail":"Unauthorized"})", "auth/key");
    row("filter, Azure", 400,
        R"({"error":{"code":"x","message":"y","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}})",
        "rejected/policy");
    row("deployment, Azure", 404, error("", "DeploymentNotFound", "x"), "gone/model");
    row("path, Azure", 404, R"({"error":{"code":"404","message":"Resource not found"}})",
        "protocol/wrong-address");
    row("model, Cohere", 404, R"({"id":"i","message":"model 'x' not found, make sure ..."})",
        "gone/model");
    row("too long, Cohere", 400,
        R"({"id":"i","message":"too many tokens: total number of tokens cannot exceed 4081"})",
        "rejected/too-long");
    row("trial, Cohere", 429,
        R"({"id":"i","message":"You are using a Trial key, which is limited to 1000 API calls / month."})",
        "quota/daily");
    row("blocked, Cohere", 498, R"({"id":"i","message":"input contains blocked content"})",
        "rejected/policy");
    row("closed, Cohere", 499, R"({"id":"i","message":"request cancelled"})", "timeout/gateway",
        true);
    row("Ollama", 400, R"({"error":"registry.ollama.ai/library/x does not support chat"})",
        "rejected/bad-request");
    row("credit, Replicate", 402,
        R"({"title":"Insufficient credit","detail":"You have insufficient credit.","status":402})",
        "quota/");
    row("rate, Replicate", 429,
        R"({"title":"Request was throttled","detail":"Request was throttled.","status":429})",
        "ratelimited/");
    row("by day, Runway", 429, R"({"error":"You have reached your daily limit for this model."})",
        "quota/daily");
    row("credit, Runway", 400, R"({"error":"You do not have enough credits to run this task."})",
        "quota/");
    row("bad request, Runway", 400,
        R"({"error":"Validation of body failed","issues":[{"message":"Required"}]})",
        "rejected/bad-request");
    row("credit, Luma", 400, R"({"detail":"Insufficient credits"})", "quota/");
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
    QTest::newRow("in an array") << R"([{"error":{"code":404,"message":"No."}}])"_ba << u"404"_s
                                 << u"No."_s;
    QTest::newRow("Google") << R"({"error":{"code":429,"message":"No.","status":"S"}})"_ba
                            << u"429"_s << u"No."_s;
    QTest::newRow("RFC 7807") << R"({"title":"T","detail":"No.","status":422})"_ba << u""_s
                              << u"No."_s;
    QTest::newRow("title alone") << R"({"title":"T","status":422})"_ba << u""_s << u"T"_s;
    QTest::newRow("Runway")
        << R"({"error":"No.","issues":[{"code":"c","message":"a","path":["x"]},{"message":"b"}]})"_ba
        << u""_s << u"No.: a; b"_s;
    QTest::newRow("message in a message")
        << R"({"message":{"detail":[{"msg":"No."}]}})"_ba << u""_s << u"No."_s;
    QTest::newRow("OpenRouter, its source's words")
        << R"({"error":{"code":429,"message":"Provider returned error","metadata":{"raw":"No."}}})"_ba
        << u"429"_s << u"No."_s;
    QTest::newRow("OpenRouter, its source's JSON")
        << R"({"error":{"code":400,"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"No.\"}}"}}})"_ba
        << u"400"_s << u"No."_s;
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

void TestServiceError::readsTheWaitInTheBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<qint64>("ms");
    const QByteArray google
        = R"({"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"34.4s"}]}})";
    const QByteArray openRouter
        = R"({"error":{"code":429,"message":"x","availability":{"retryable":true,"retry_after":7}}})";
    QTest::newRow("Google") << google << QByteArray() << qint64(34'400);
    QTest::newRow("OpenRouter") << openRouter << QByteArray() << qint64(7000);
    QTest::newRow("the header wins") << openRouter << "retry-after: 3"_ba << qint64(3000);
    QTest::newRow("nonsense") << R"({"error":{"details":[{"retryDelay":"soon"}]}})"_ba
                              << QByteArray() << qint64(-1);
}

void TestServiceError::readsTheWaitInTheBody()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(qint64, ms);
    const auto wait = serviceError(replyWith(429, body, headers), now).reply().retryAfter;
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
    const auto kindOfCode = [](const char *code) {
        ServiceFault fault;
        fault.code = QString::fromLatin1(code);
        const Error error = streamError(fault, false);
        return Error::kindName(error.kind()) + u'/' + error.reason();
    };
    QCOMPARE(kindOfCode("server_error"), u"overloaded/"_s);
    QCOMPARE(kindOfCode("rate_limit_exceeded"), u"ratelimited/"_s);
    QCOMPARE(kindOfCode("invalid_prompt"), u"rejected/policy"_s);
    QCOMPARE(kindOfCode("data_residency_mismatch"), u"rejected/bad-request"_s);
    QCOMPARE(kindOfCode("image_too_large"), u"rejected/bad-request"_s);
    QCOMPARE(kindOfCode("image_content_policy_violation"), u"rejected/policy"_s);
    QCOMPARE(kindOfCode("quota_exceeded"), u"quota/daily"_s);
    QCOMPARE(kindOfCode("too_many_requests"), u"ratelimited/"_s);
    QCOMPARE(kindOfCode("authentication"), u"auth/key"_s);
    QCOMPARE(kindOfCode("recitation"), u"rejected/policy"_s);
    QCOMPARE(kindOfCode("not_found"), u"gone/model"_s);
    QCOMPARE(kindOfCode("SAFETY.INPUT.TEXT"), u"rejected/policy"_s);
    QCOMPARE(kindOfCode("INPUT_PREPROCESSING.SAFETY.TEXT"), u"rejected/policy"_s);
    QCOMPARE(kindOfCode("ASSET.INVALID"), u"rejected/bad-request"_s);
    QCOMPARE(kindOfCode("INTERNAL.BAD_OUTPUT.CODE01"), u"overloaded/"_s);
}

QTEST_GUILESS_MAIN(TestServiceError)
#include "tst_serviceerror.moc"
