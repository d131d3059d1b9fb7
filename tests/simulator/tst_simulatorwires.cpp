#include "tests/simulator/rawclient.h"
#include "tests/simulator/requests.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::simulator;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(keyway::simulator::Behaviour::LineEnd)

namespace {
struct Event {
    QByteArray name;
    QByteArray data;
    QJsonObject json() const { return QJsonDocument::fromJson(data).object(); }
};

QList<Event> eventsOf(const QByteArray &body)
{
    QList<Event> events;
    for (const QByteArray &block : QByteArray(body).replace("\n\n", "\f").split('\f')) {
        Event event;
        for (const QByteArray &line : block.split('\n')) {
            if (line.startsWith("event: "))
                event.name = line.mid(7);
            else if (line.startsWith("data: "))
                event.data = line.mid(6);
        }
        if (!event.data.isEmpty())
            events.append(event);
    }
    return events;
}

Behaviour counted()
{
    Behaviour behaviour;
    behaviour.answer = u"Grüße aus Köln 🌍"_s;
    behaviour.usage = {100, 40, 7, 3, 50, 20};
    return behaviour;
}

QJsonObject firstChoice(const QJsonObject &object)
{
    return object.value("choices"_L1).toArray().at(0).toObject();
}
} // namespace

class TestSimulatorWires : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_provider.setScript({});
        m_provider.clear();
        if (!m_provider.port())
            QVERIFY(m_provider.start().ok());
    }

    void openAiStreams_data()
    {
        QTest::addColumn<bool>("withUsage");
        QTest::newRow("with usage") << true;
        QTest::newRow("without usage") << false;
    }
    void openAiStreams()
    {
        QFETCH(bool, withUsage);
        m_provider.setBehaviour(u"gpt"_s, counted());
        const RawAnswer answer = ask(openAiRequest(
            "gpt", true, withUsage ? R"(,"stream_options":{"include_usage":true})" : ""));
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.complete);
        QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
        const QList<Event> events = eventsOf(answer.body);
        QCOMPARE(events.last().data, "[DONE]"_ba);
        QString text;
        QString finish;
        int withUsageObject = 0;
        for (const Event &event : events.mid(0, events.size() - 1)) {
            const QJsonObject chunk = event.json();
            QCOMPARE(chunk.value("object"_L1), "chat.completion.chunk"_L1);
            QCOMPARE(chunk.value("model"_L1), "gpt"_L1);
            QCOMPARE(chunk.contains("usage"_L1), withUsage);
            withUsageObject += chunk.value("usage"_L1).isObject();
            const QJsonObject choice = firstChoice(chunk);
            text += choice.value("delta"_L1).toObject().value("content"_L1).toString();
            finish += choice.value("finish_reason"_L1).toString();
        }
        QCOMPARE(text, u"Grüße aus Köln 🌍"_s);
        QCOMPARE(finish, u"stop"_s);
        QCOMPARE(withUsageObject, withUsage ? 1 : 0);
        if (!withUsage)
            return;
        const QJsonObject last = events.at(events.size() - 2).json();
        QVERIFY(last.value("choices"_L1).toArray().isEmpty());
        checkOpenAiUsage(last.value("usage"_L1).toObject());
    }

    void openAiAnswersWhole()
    {
        m_provider.setBehaviour(u"gpt"_s, counted());
        const RawAnswer answer = ask(openAiRequest("gpt", false));
        QCOMPARE(answer.header("content-type"), "application/json"_ba);
        QVERIFY(!answer.header("x-request-id").isEmpty());
        const QJsonObject body = answer.json();
        QCOMPARE(body.value("object"_L1), "chat.completion"_L1);
        QCOMPARE(firstChoice(body).value("message"_L1).toObject().value("content"_L1),
                 u"Grüße aus Köln 🌍"_s);
        checkOpenAiUsage(body.value("usage"_L1).toObject());
    }

    void countsByItselfAndObeysTheLimit()
    {
        Behaviour behaviour;
        behaviour.answer = u"one two three four"_s;
        m_provider.setDefaultBehaviour(behaviour);
        QJsonObject body = ask(openAiRequest("any", false)).json();
        QJsonObject usage = body.value("usage"_L1).toObject();
        QCOMPARE(usage.value("prompt_tokens"_L1).toInt(), 5);
        QCOMPARE(usage.value("completion_tokens"_L1).toInt(), 4);

        body = ask(openAiRequest("any", false, R"(,"max_completion_tokens":3)")).json();
        usage = body.value("usage"_L1).toObject();
        QCOMPARE(usage.value("completion_tokens"_L1).toInt(), 3);
        QCOMPARE(firstChoice(body).value("finish_reason"_L1), "length"_L1);

        body = ask(anthropicRequest("any", false, R"(,"max_tokens":2)")).json();
        QCOMPARE(body.value("usage"_L1).toObject().value("output_tokens"_L1).toInt(), 2);
        QCOMPARE(body.value("stop_reason"_L1), "max_tokens"_L1);
    }

    void anthropicStreams()
    {
        Behaviour behaviour = counted();
        behaviour.thinking = u"Hm."_s;
        m_provider.setBehaviour(u"claude"_s, behaviour);
        const QList<Event> events = eventsOf(ask(anthropicRequest("claude", true)).body);
        QString text;
        QString thinking;
        QList<QByteArray> order;
        for (const Event &event : events) {
            QCOMPARE(event.json().value("type"_L1).toString().toLatin1(), event.name);
            const QJsonObject delta = event.json().value("delta"_L1).toObject();
            text += delta.value("text"_L1).toString();
            thinking += delta.value("thinking"_L1).toString();
            if (order.isEmpty() || order.last() != event.name)
                order.append(event.name);
        }
        QCOMPARE(text, u"Grüße aus Köln 🌍"_s);
        QCOMPARE(thinking, u"Hm."_s);
        QCOMPARE(order.join(' '),
                 "message_start content_block_start content_block_delta content_block_stop "
                 "content_block_start ping content_block_delta content_block_stop message_delta "
                 "message_stop"_ba);
        const QJsonObject start
            = events.first().json().value("message"_L1).toObject().value("usage"_L1).toObject();
        QCOMPARE(start.value("input_tokens"_L1).toInt(), 100);
        QVERIFY(start.value("output_tokens"_L1).toInt() < 50);
        checkAnthropicUsage(events.at(events.size() - 2).json().value("usage"_L1).toObject());
    }

    void anthropicAnswersWhole()
    {
        m_provider.setBehaviour(u"claude"_s, counted());
        const RawAnswer answer = ask(anthropicRequest("claude", false));
        QVERIFY(!answer.header("request-id").isEmpty());
        const QJsonObject body = answer.json();
        QCOMPARE(body.value("type"_L1), "message"_L1);
        QCOMPARE(body.value("content"_L1).toArray().at(0).toObject().value("text"_L1),
                 u"Grüße aus Köln 🌍"_s);
        checkAnthropicUsage(body.value("usage"_L1).toObject());
    }

    void refusalsTakeTheWiresShape()
    {
        Behaviour behaviour;
        behaviour.finish = Behaviour::Finish::Refusal;
        m_provider.setDefaultBehaviour(behaviour);
        QCOMPARE(ask(anthropicRequest("any", false)).json().value("stop_reason"_L1), "refusal"_L1);
        const QJsonObject message
            = firstChoice(ask(openAiRequest("any", false)).json()).value("message"_L1).toObject();
        QVERIFY(message.value("content"_L1).isNull());
        QVERIFY(!message.value("refusal"_L1).toString().isEmpty());
        QCOMPARE(ask(stabilityRequest("core")).header("finish-reason"), "CONTENT_FILTERED"_ba);

        behaviour.finish = Behaviour::Finish::ContentFilter;
        m_provider.setDefaultBehaviour(behaviour);
        QCOMPARE(firstChoice(ask(openAiRequest("any", false)).json()).value("finish_reason"_L1),
                 "content_filter"_L1);
    }

    void stabilityPaints_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::newRow("core") << "core"_ba;
        QTest::newRow("ultra") << "ultra"_ba;
        QTest::newRow("sd3") << "sd3"_ba;
    }
    void stabilityPaints()
    {
        QFETCH(QByteArray, call);
        const RawAnswer raw = ask(stabilityRequest(call));
        QCOMPARE(raw.header("content-type"), "image/png"_ba);
        QVERIFY(raw.body.startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(raw.body.contains("IEND"));
        QCOMPARE(raw.header("finish-reason"), "SUCCESS"_ba);
        QVERIFY(raw.header("seed").toLongLong() > 0);
        const QJsonObject json = ask(stabilityRequest(call, "application/json")).json();
        QCOMPARE(QByteArray::fromBase64(json.value("image"_L1).toString().toLatin1()), raw.body);
        QCOMPARE(json.value("finish_reason"_L1), "SUCCESS"_L1);
    }

    void stabilityNeedsMultipart()
    {
        const RawAnswer answer = ask(post("/v2beta/stable-image/generate/core",
                                          "Authorization: Bearer sk-good\r\nAccept: image/*\r\n"
                                          "Content-Type: application/json\r\n",
                                          R"({"prompt":"a cat"})"));
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.json().value("name"_L1), "bad_request"_L1);
        QVERIFY(answer.json().value("errors"_L1).isArray());
    }

    void findsStabilityModelsByCallAndField()
    {
        m_provider.setBehaviour(u"sd3.5-medium"_s, failing(503));
        QCOMPARE(ask(stabilityRequest("sd3")).status(), 200);
        const QByteArray model
            = "--frontier\r\nContent-Disposition: form-data; name=model\r\n\r\nsd3.5-medium\r\n";
        QCOMPARE(ask(stabilityRequest("sd3", "image/*", model)).status(), 503);
        QCOMPARE(m_provider.requests().last().model, u"sd3.5-medium"_s);
        m_provider.setBehaviour(u"stable-image-core"_s, failing(500));
        QCOMPARE(ask(stabilityRequest("core")).status(), 500);
    }

    void listsModelsAndBalance()
    {
        Script script;
        script.listedModels = {u"alpha"_s, u"beta"_s};
        script.credits = 42;
        m_provider.setScript(script);
        const QByteArray bearer = "Authorization: Bearer sk-good\r\n";
        const QJsonObject openAi = ask(get("/v1/models", bearer)).json();
        QCOMPARE(openAi.value("object"_L1), "list"_L1);
        QCOMPARE(openAi.value("data"_L1).toArray().at(1).toObject().value("id"_L1), "beta"_L1);
        const QJsonObject anthropic
            = ask(get("/v1/models", "x-api-key: k\r\nanthropic-version: 2023-06-01\r\n")).json();
        QCOMPARE(anthropic.value("has_more"_L1).toBool(true), false);
        QCOMPARE(anthropic.value("last_id"_L1), "beta"_L1);
        QCOMPARE(ask(get("/v1/models", "x-api-key: k\r\n")).status(), 400);
        QCOMPARE(ask(get("/v1/user/balance", bearer)).json().value("credits"_L1).toInt(), 42);
    }

    void pathsAreScriptedApartFromModels()
    {
        m_provider.setDefaultBehaviour(failing(500));
        const QByteArray bearer = "Authorization: Bearer sk-good\r\n";
        QCOMPARE(ask(get("/v1/models", bearer)).status(), 200);
        m_provider.setBehaviour(u"/v1/models"_s, failing(403));
        QCOMPARE(ask(get("/v1/models", bearer)).status(), 403);
        QCOMPARE(ask(openAiRequest("any", false)).status(), 500);
    }

    void refusesRequestsThatTheServiceWouldRefuse_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray json = "Content-Type: application/json\r\n";
        const QByteArray key = "Authorization: Bearer k\r\n";
        QTest::newRow("no key") << post("/v1/chat/completions", json, promptJson("m", false))
                                << 401;
        QTest::newRow("refused key")
            << post("/v1/chat/completions", json + "Authorization: Bearer sk-bad\r\n",
                    promptJson("m", false))
            << 401;
        QTest::newRow("no content type")
            << post("/v1/chat/completions", key, promptJson("m", false)) << 400;
        QTest::newRow("no JSON") << post("/v1/chat/completions", key + json, "{") << 400;
        QTest::newRow("no messages")
            << post("/v1/chat/completions", key + json, R"({"model":"m"})") << 400;
        QTest::newRow("refused parameter")
            << openAiRequest("m", false, R"(,"temperature":1)") << 400;
        QTest::newRow("unknown path") << post("/v1/nothing", key + json, "{}") << 404;
        QTest::newRow("Anthropic without a version") << post(
            "/v1/messages", json + "x-api-key: k\r\n", promptJson("m", false, R"(,"max_tokens":5)"))
                                                     << 400;
        QTest::newRow("Anthropic without a limit") << anthropicRequest("m", false, "") << 400;
        QTest::newRow("Anthropic with the refused x-api-key beside a good one")
            << post("/v1/messages", json + key + "x-api-key: sk-bad\r\n", promptJson("m", false))
            << 401;
        QTest::newRow("Stability AI without a key")
            << post("/v2beta/stable-image/generate/core", "", "x") << 401;
    }
    void refusesRequestsThatTheServiceWouldRefuse()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Script script;
        script.refusedKeys = {u"sk-bad"_s};
        script.fallback.refusedParameters = {u"temperature"_s};
        m_provider.setScript(script);
        QCOMPARE(ask(request).status(), status);
    }

    void singleBytesJoinToTheSameBody_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<Behaviour::LineEnd>("lineEnd");
        using LineEnd = Behaviour::LineEnd;
        QTest::newRow("OpenAI") << openAiRequest("m", true) << LineEnd::Lf;
        QTest::newRow("OpenAI CR LF") << openAiRequest("m", true) << LineEnd::CrLf;
        QTest::newRow("OpenAI whole") << openAiRequest("m", false) << LineEnd::Lf;
        QTest::newRow("Anthropic CR") << anthropicRequest("m", true) << LineEnd::Cr;
        QTest::newRow("Stability AI") << stabilityRequest("core") << LineEnd::Lf;
    }
    void singleBytesJoinToTheSameBody()
    {
        QFETCH(QByteArray, request);
        QFETCH(Behaviour::LineEnd, lineEnd);
        Behaviour behaviour = counted();
        behaviour.comments = true;
        behaviour.lineEnd = lineEnd;
        m_provider.setBehaviour(u"m"_s, behaviour);
        const RawAnswer usual = ask(request);
        behaviour.chunkBytes = 1;
        m_provider.setBehaviour(u"m"_s, behaviour);
        m_provider.setBehaviour(u"core"_s, behaviour);
        const RawAnswer cut = ask(request);
        QVERIFY(usual.complete);
        QVERIFY(cut.complete);
        if (usual.chunks > 0)
            QCOMPARE(cut.chunks, cut.body.size());
        QCOMPARE(neutral(cut.body), neutral(usual.body));
        QCOMPARE(cut.body.contains("\r\n\r\n"), lineEnd == Behaviour::LineEnd::CrLf);
        QCOMPARE(cut.body.contains("\r\r"), lineEnd == Behaviour::LineEnd::Cr);
        if (usual.chunks > 0)
            QVERIFY(cut.body.startsWith(": keep-alive"));
    }

private:
    RawAnswer ask(const QByteArray &request)
    {
        RawClient client(m_provider.port());
        client.send(request);
        return client.receive();
    }
    static Behaviour failing(int status)
    {
        Behaviour behaviour;
        behaviour.fault = Fault::answers(status);
        return behaviour;
    }
    /// Without what tells one answer from the next.
    static QByteArray neutral(QByteArray body)
    {
        static const QRegularExpression varying(u"\"(id|created)\":(\"[^\"]*\"|[0-9]+)"_s);
        return QString::fromLatin1(body).remove(varying).toLatin1();
    }
    static void checkOpenAiUsage(const QJsonObject &usage)
    {
        const QJsonObject prompt = usage.value("prompt_tokens_details"_L1).toObject();
        const QJsonObject completion = usage.value("completion_tokens_details"_L1).toObject();
        QCOMPARE(usage.value("prompt_tokens"_L1).toInt(), 150);
        QCOMPARE(prompt.value("cached_tokens"_L1).toInt(), 40);
        QCOMPARE(prompt.value("cache_write_tokens"_L1).toInt(), 10);
        QCOMPARE(usage.value("completion_tokens"_L1).toInt(), 50);
        QCOMPARE(completion.value("reasoning_tokens"_L1).toInt(), 20);
        QCOMPARE(usage.value("total_tokens"_L1).toInt(), 200);
    }
    static void checkAnthropicUsage(const QJsonObject &usage)
    {
        const QJsonObject writes = usage.value("cache_creation"_L1).toObject();
        QCOMPARE(usage.value("input_tokens"_L1).toInt(), 100);
        QCOMPARE(usage.value("cache_read_input_tokens"_L1).toInt(), 40);
        QCOMPARE(usage.value("cache_creation_input_tokens"_L1).toInt(), 10);
        QCOMPARE(writes.value("ephemeral_5m_input_tokens"_L1).toInt(), 7);
        QCOMPARE(writes.value("ephemeral_1h_input_tokens"_L1).toInt(), 3);
        QCOMPARE(usage.value("output_tokens"_L1).toInt(), 50);
        QCOMPARE(
            usage.value("output_tokens_details"_L1).toObject().value("thinking_tokens"_L1).toInt(),
            20);
    }

    ProviderSimulator m_provider;
};

QTEST_GUILESS_MAIN(TestSimulatorWires)
#include "tst_simulatorwires.moc"
