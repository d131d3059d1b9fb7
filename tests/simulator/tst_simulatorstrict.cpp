#include "tests/simulator/rawclient.h"
#include "tests/simulator/servicerequests.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::simulator;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(keyway::ServiceRequest)

class TestSimulatorStrict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_provider.start().ok()); }
    void init()
    {
        m_provider.setScript({});
        m_provider.clear();
    }

    void theTablesAreRight()
    {
        QCOMPARE(serviceTableProblems(), QStringList());
        for (const Service &service : services()) {
            QVERIFY2(!service.calls.isEmpty(), qPrintable(service.id));
            for (const Call &call : service.calls) {
                QVERIFY2(answerOf(call.does),
                         qPrintable(service.id + u' ' + call.path + u' ' + call.does));
            }
        }
    }

    void everyCallOfAModelHasARequest()
    {
        QSet<QString> tried;
        for (const ServiceRequest &request : serviceRequests()) {
            HttpRequest parsed;
            parsed.method = "POST"_ba;
            parsed.target = request.path;
            const Route route = routeOf(parsed);
            QVERIFY2(route.call, request.name);
            tried.insert(route.service->id + u' ' + route.call->does);
        }
        for (const Service &service : services()) {
            const bool isLocal = service.wire == Wire::Local;
            for (const Call &call : service.calls) {
                static const QStringList counts{u"input-tokens"_s, u"count-tokens"_s,
                                                u"gemini-count"_s};
                if (!call.generates || isLocal || counts.contains(call.does)
                    || service.id == "azure"_L1 || service.id == "deepseek"_L1
                    || call.wire == Wire::Local)
                    continue;
                QVERIFY2(tried.contains(service.id + u' ' + call.does),
                         qPrintable(service.id + u' ' + call.path));
            }
        }
    }

    void takesRightRequests_data() { addRequests(); }
    void takesRightRequests()
    {
        QFETCH(ServiceRequest, request);
        const RawAnswer answer = ask(request.bytes());
        QVERIFY2(answer.status() / 100 == 2, answer.body.constData());
        QVERIFY(answer.complete);
    }

    void refusesUnknownFields_data() { addRequests(); }
    void refusesUnknownFields()
    {
        QFETCH(ServiceRequest, request);
        const QByteArray bytes = request.json.isEmpty()
            ? request.with({}, {}, request.form + formField("surplus_field", "1"))
            : request.changed({{u"surplus_field"_s, 1}});
        const RawAnswer answer = ask(bytes);
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.body.contains("surplus_field"), answer.body.constData());
    }

    void refusesUnknownAndDoubleHeaders_data() { addRequests(); }
    void refusesUnknownAndDoubleHeaders()
    {
        QFETCH(ServiceRequest, request);
        for (const QByteArray &header :
             {"X-Surplus: 1\r\n"_ba,
              request.key.startsWith("Authorization") ? "x-api-key: sk-good\r\n"_ba
                                                      : "Authorization: Bearer sk-other\r\n"_ba,
              "Content-Type: application/json\r\n"_ba}) {
            if (request.key.isEmpty() && header.startsWith("Auth"))
                continue; // a key is taken there
            const RawAnswer answer = ask(request.with(header, request.json, request.form));
            QCOMPARE(answer.status(), 400);
            const QByteArray name = header.left(header.indexOf(':')).toLower();
            QVERIFY2(answer.body.contains(name), answer.body.constData());
        }
    }

    void refusesWrongTypes_data() { addRequests(); }
    void refusesWrongTypes()
    {
        QFETCH(ServiceRequest, request);
        // No field is a list of numbers, but the inputs of Replicate's models may be anything.
        const QJsonObject object = QJsonDocument::fromJson(request.json).object();
        for (const QString &name : object.keys()) {
            const RawAnswer answer = ask(request.changed({{name, QJsonArray{1, 2}}}));
            QCOMPARE(answer.status(), 400);
            QVERIFY2(answer.body.contains(name.toUtf8()), answer.body.constData());
        }
    }

    void refusesWithoutARequiredHeader_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("header");
        const ServiceRequest anthropic = serviceRequest("Anthropic messages");
        QTest::newRow("Anthropic's version") << post(
            anthropic.path, anthropic.key + "Content-Type: application/json\r\n", anthropic.json)
                                             << "anthropic-version"_ba;
        const ServiceRequest runway = serviceRequest("Runway video");
        QTest::newRow("Runway's version")
            << post(runway.path, runway.key + "Content-Type: application/json\r\n", runway.json)
            << "x-runway-version"_ba;
        QTest::newRow("another version of Runway's") << post(
            runway.path,
            runway.key + "Content-Type: application/json\r\nX-Runway-Version: 2023-01-01\r\n",
            runway.json) << "x-runway-version"_ba;
        const ServiceRequest chat = serviceRequest("xAI chat");
        QTest::newRow("content type") << post(chat.path, chat.key, chat.json) << "content-type"_ba;
        QTest::newRow("a query") << serviceRequest("Gemini generate")
                                        .bytes()
                                        .replace(":generateContent",
                                                 ":generateContent?key=AIza-good")
                                 << "key"_ba;
        QTest::newRow("Azure's version in the new path")
            << serviceRequest("Azure chat")
                   .bytes()
                   .replace("/openai/v1/chat/completions",
                            "/openai/v1/chat/completions?api-version=2024-10-21")
            << "api-version"_ba;
    }
    void refusesWithoutARequiredHeader()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, header);
        const RawAnswer answer = ask(request);
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.body.contains(header), answer.body.constData());
    }

    void refusesWhatTheModelDoesNotTake_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const char *request, const QJsonObject &change,
                            const QByteArray &named) {
            QTest::newRow(name) << QString::fromLatin1(request) << change << named;
        };
        row("max_tokens", "OpenAI chat", {{u"max_tokens"_s, 5}}, "max_tokens"_ba);
        row("temperature with effort", "OpenAI chat", {{u"reasoning_effort"_s, u"low"_s}},
            "temperature"_ba);
        row("no effort", "OpenAI responses",
            {{u"reasoning"_s, QJsonObject{{u"effort"_s, u"none"_s}}}}, "reasoning.effort"_ba);
        row("usage without a stream", "OpenAI chat", {{u"stream"_s, false}}, "stream_options"_ba);
        row("response_format of a picture", "OpenAI picture",
            {{u"response_format"_s, u"b64_json"_s}}, "response_format"_ba);
        row("size of an old model", "OpenAI picture",
            {{u"model"_s, u"gpt-image-1.5"_s}, {u"size"_s, u"2048x2048"_s}}, "size"_ba);
        row("odd size", "OpenAI picture", {{u"size"_s, u"1000x1001"_s}}, "size"_ba);
        row("quality", "OpenAI picture", {{u"quality"_s, u"xhigh"_s}}, "quality"_ba);
        row("temperature at Anthropic", "Anthropic messages",
            {{u"model"_s, u"claude-sonnet-5-5"_s}}, "temperature"_ba);
        row("presence_penalty", "xAI chat", {{u"presence_penalty"_s, 1}}, "presence_penalty"_ba);
        row("thinkingBudget", "Gemini stream",
            {{u"generationConfig"_s,
              QJsonObject{{u"thinkingConfig"_s, QJsonObject{{u"thinkingBudget"_s, 5}}}}}},
            "thinkingBudget"_ba);
        row("seed at Mistral", "Mistral chat", {{u"seed"_s, 1}}, "seed"_ba);
        row("several answers at Groq", "Groq chat", {{u"n"_s, 2}}, "n:"_ba);
        row("a picture with a prefix at Ollama", "Ollama chat",
            {{u"messages"_s,
              QJsonArray{QJsonObject{{u"role"_s, u"user"_s},
                                     {u"content"_s, u"x"_s},
                                     {u"images"_s, QJsonArray{u"data:image/png;base64,AAAA"_s}}}}}},
            "messages[0].images[0]"_ba);
        row("a local picture at Luma", "Luma video",
            {{u"keyframes"_s,
              QJsonObject{{u"frame0"_s,
                           QJsonObject{{u"type"_s, u"image"_s},
                                       {u"url"_s, u"data:image/png;base64,AAAA"_s}}}}}},
            "keyframes.frame0.url"_ba);
        row("a long film", "xAI video", {{u"duration"_s, 16}}, "duration"_ba);
        row("a long prompt", "Runway video", {{u"promptText"_s, QString(1001, u'x')}},
            "promptText"_ba);
        row("a model for pictures only", "Runway video", {{u"model"_s, u"gen4_turbo"_s}},
            "promptImage"_ba);
        row("unknown in a part", "DeepSeek chat",
            {{u"messages"_s,
              QJsonArray{QJsonObject{
                  {u"role"_s, u"user"_s},
                  {u"content"_s,
                   QJsonArray{QJsonObject{
                       {u"type"_s, u"text"_s}, {u"text"_s, u"x"_s}, {u"surplus"_s, 1}}}}}}}},
            "messages[0].content[0].surplus"_ba);
    }
    void refusesWhatTheModelDoesNotTake()
    {
        QFETCH(QString, request);
        QFETCH(QJsonObject, change);
        QFETCH(QByteArray, named);
        const RawAnswer answer = ask(serviceRequest(request.toLatin1()).changed(change));
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.body.contains(named), answer.body.constData());
    }

    void refusesWrongForms_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("named");
        const QByteArray prompt = formField("prompt", "a cat");
        QTest::newRow("no number")
            << u"Stability AI sd3"_s << prompt + formField("cfg_scale", "x") << "cfg_scale"_ba;
        QTest::newRow("strength without a picture")
            << u"Stability AI sd3"_s << prompt + formField("strength", "0.5") << "image"_ba;
        QTest::newRow("no file") << u"Stability AI inpaint"_s << prompt + formField("image", "x")
                                 << "image"_ba;
        QTest::newRow("no picture")
            << u"Stability AI inpaint"_s << prompt + formFile("image", "image/png", "text")
            << "image"_ba;
        QTest::newRow("missing") << u"Stability AI inpaint"_s << prompt << "image"_ba;
        QTest::newRow("prompt twice") << u"Stability AI sd3"_s << prompt + prompt << "prompt"_ba;
        QTest::newRow("a single name for several")
            << u"OpenAI edit"_s
            << prompt + formField("model", "gpt-image-2") + formFile("image", "image/png", "x")
            << "image"_ba;
    }
    void refusesWrongForms()
    {
        QFETCH(QString, request);
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, named);
        const RawAnswer answer = ask(serviceRequest(request.toLatin1()).with({}, {}, form));
        QCOMPARE(answer.status(), 400);
        QVERIFY2(answer.body.contains(named), answer.body.constData());
    }

    void modelsThatAreGoneAreNotFound_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("model");
        QTest::newRow("OpenAI") << u"OpenAI picture"_s << u"dall-e-3"_s;
        QTest::newRow("DeepSeek") << u"DeepSeek chat"_s << u"deepseek-chat"_s;
    }
    void modelsThatAreGoneAreNotFound()
    {
        QFETCH(QString, request);
        QFETCH(QString, model);
        const RawAnswer answer
            = ask(serviceRequest(request.toLatin1()).changed({{u"model"_s, model}}));
        QCOMPARE(answer.status(), 404);
        QVERIFY(answer.body.contains(model.toUtf8()));
    }

    void everyServiceHasItsErrors_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<int>("badKey");
        QTest::addColumn<QStringList>("message");
        const auto row = [](const char *request, int badKey, const char *message) {
            QTest::newRow(request) << QString::fromLatin1(request) << badKey
                                   << QString::fromLatin1(message).split(u'.');
        };
        row("OpenAI responses", 401, "error.message");
        row("OpenRouter chat", 401, "error.message");
        row("xAI chat", 400, "error.message");
        row("Mistral chat", 401, "message");
        row("DeepSeek chat", 401, "error.message");
        row("Groq chat", 401, "error.message");
        row("Azure chat", 401, "error.message");
        row("Anthropic messages", 401, "error.message");
        row("Gemini generate", 400, "error.message");
        row("Gemini interaction", 400, "error.message");
        row("Cohere chat", 401, "message");
        row("Stability AI sd3", 401, "errors.0");
        row("Runway video", 401, "error");
        row("Luma video", 401, "detail");
        row("Replicate video", 401, "detail");
        row("Ollama chat", 401, "error");
    }
    void everyServiceHasItsErrors()
    {
        QFETCH(QString, request);
        QFETCH(int, badKey);
        QFETCH(QStringList, message);
        const ServiceRequest right = serviceRequest(request.toLatin1());
        for (const int status : {402, 429, 500, 503}) {
            Behaviour behaviour;
            behaviour.fault
                = Fault::answers(status, {}, {RetryAfter::Form::Seconds, std::chrono::seconds(7)});
            m_provider.setDefaultBehaviour(behaviour);
            const RawAnswer answer = ask(right.bytes());
            QCOMPARE(answer.status(), status);
            QJsonValue value = answer.json();
            // xAI has two shapes: an object, and a plain text.
            for (const QString &name : message) {
                if (name == "0"_L1)
                    value = value.toArray().at(0);
                else if (value.isObject())
                    value = value.toObject().value(name);
            }
            QVERIFY2(!value.toString().isEmpty(), answer.body.constData());
            const bool isGemini = request.startsWith("Gemini"_L1);
            QCOMPARE(answer.header("retry-after"), isGemini ? ""_ba : "7"_ba);
            QCOMPARE(answer.body.contains("\"retryDelay\":\"7s\""), isGemini);
        }
        Script script;
        script.refusedKeys = {u"sk-good"_s, u"AIza-good"_s, u"good"_s};
        m_provider.setScript(script);
        const QByteArray key = right.key.isEmpty() ? bearer() : QByteArray();
        QCOMPARE(ask(right.with(key, right.json, right.form)).status(), badKey);
        m_provider.setScript({});
        const QByteArray unknown = right.path.left(right.path.indexOf('/', 1)) + "/no/such/place";
        QCOMPARE(ask(get(unknown, right.key)).status(), 404);
    }

    void faultsHappenOnEveryWire_data() { addRequests(); }
    void faultsHappenOnEveryWire()
    {
        QFETCH(ServiceRequest, request);
        const auto set = [this](Fault fault) {
            Behaviour behaviour;
            behaviour.fault = std::move(fault);
            m_provider.setDefaultBehaviour(behaviour);
        };
        set(Fault::redirects(307, "http://127.0.0.1:9/"_ba));
        QCOMPARE(ask(request.bytes()).status(), 307);
        set(Fault::of(Fault::Kind::Html));
        QVERIFY(ask(request.bytes()).body.startsWith("<!DOCTYPE"));
        set(Fault::of(Fault::Kind::Close));
        QVERIFY(ask(request.bytes()).head.isEmpty());
        set(Fault::of(Fault::Kind::CutAfterBytes, 9));
        const RawAnswer cut = ask(request.bytes());
        QVERIFY(!cut.complete);
        QCOMPARE(cut.body.size(), 9);
        set(Fault::of(Fault::Kind::LoseAnswer));
        QVERIFY(ask(request.bytes()).head.isEmpty());
        set({});
        QCOMPARE(ask(request.bytes()).status() / 100, 2);
    }

    void listsModelsAndBalances_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("part");
        const auto row
            = [](const char *name, const QByteArray &path, const QByteArray &headers,
                 const QByteArray &part) { QTest::newRow(name) << get(path, headers) << part; };
        row("OpenRouter's models", "/openrouter/api/v1/models", {}, "\"prompt\":\"0.0000005\"");
        row("OpenRouter's models with a key", "/openrouter/api/v1/models", bearer(), "\"id\"");
        row("OpenRouter's key", "/openrouter/api/v1/key", bearer(), "limit_remaining");
        row("OpenRouter's credits", "/openrouter/api/v1/credits", bearer(), "\"total_credits\":42");
        row("DeepSeek", "/deepseek/user/balance", bearer(), "\"total_balance\":\"42.00\"");
        row("Gemini", "/gemini/v1beta/models?pageSize=1000", "x-goog-api-key: k\r\n",
            "models/gemini-4-argon");
        row("Cohere", "/cohere/v1/models", bearer(), "command-a");
        row("Ollama", "/ollama/api/tags", {}, "llama3.2:latest");
        row("Ollama's version", "/ollama/api/version", {}, "version");
        row("Stability AI", "/stability/v1/user/balance", bearer(), "\"credits\":42");
        row("Runway", "/runway/v1/organization", bearer() + "X-Runway-Version: 2024-11-06\r\n",
            "\"creditBalance\":42");
        row("Luma", "/luma/dream-machine/v1/credits", bearer(), "\"credit_balance\":42");
        row("Replicate", "/replicate/v1/account", bearer(), "username");
        row("xAI", "/xai/v1/api-key", bearer(), "api_key_blocked");
        row("Azure", "/azure/openai/v1/models", "api-key: k\r\n", "gpt-6-luna");
        row("a file that is none", "/files/x/result.png", {}, "<Error>");
    }
    void listsModelsAndBalances()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, part);
        Script script;
        script.credits = 42;
        m_provider.setScript(script);
        const RawAnswer answer = ask(request);
        QVERIFY2(answer.body.contains(part), answer.body.constData());
    }

private:
    static void addRequests()
    {
        QTest::addColumn<ServiceRequest>("request");
        for (const ServiceRequest &request : serviceRequests())
            QTest::newRow(request.name) << request;
    }
    RawAnswer ask(const QByteArray &request)
    {
        RawClient client(m_provider.port());
        client.send(request);
        return client.receive();
    }

    ProviderSimulator m_provider;
};

QTEST_GUILESS_MAIN(TestSimulatorStrict)
#include "tst_simulatorstrict.moc"
