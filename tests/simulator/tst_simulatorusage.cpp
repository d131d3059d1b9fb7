#include "tests/simulator/rawclient.h"
#include "tests/simulator/servicerequests.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace keyway;
using namespace keyway::simulator;
using namespace Qt::StringLiterals;

namespace {
/// Counts that are told apart whatever is added to whatever: 100 uncached, 40 read, 7 and 3
/// written, 50 out of which 20 are reasoning, and a stated cost.
Behaviour counted()
{
    Behaviour behaviour;
    behaviour.answer = u"Guten Tag aus Köln"_s;
    behaviour.thinking = u"Hm."_s;
    behaviour.usage = {100, 40, 7, 3, 50, 20};
    behaviour.usage.cost = 123'456'700;
    behaviour.usage.toolInput = 5;
    return behaviour;
}

/// The objects of an answer: one body, or those of its events or lines.
QList<QJsonObject> objectsOf(const QByteArray &body)
{
    const QJsonObject whole = QJsonDocument::fromJson(body).object();
    if (!whole.isEmpty())
        return {whole};
    QList<QJsonObject> objects;
    for (QByteArray line : body.split('\n')) {
        if (line.startsWith("data: "))
            line = line.mid(6);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            objects.append(object);
    }
    return objects;
}

QJsonValue at(QJsonValue value, const QString &path)
{
    for (const QString &name : path.split(u'.'))
        value = value.toObject().value(name);
    return value;
}

/// The last value of that path in an answer.
QJsonValue last(const QByteArray &body, const QString &path)
{
    QJsonValue found(QJsonValue::Undefined);
    for (const QJsonObject &object : objectsOf(body)) {
        const QJsonValue value = at(object, path);
        if (!value.isUndefined() && !value.isNull())
            found = value;
    }
    return found;
}
} // namespace

class TestSimulatorUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_provider.start().ok()); }
    void init() { m_provider.setScript({}); }

    void countsAsTheServiceDoes_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QJsonObject>("counts");
        const auto row = [](const char *request, const QJsonObject &counts) {
            QTest::newRow(request) << QString::fromLatin1(request) << counts;
        };
        const QJsonObject all{{u"usage.prompt_tokens"_s, 150},
                              {u"usage.prompt_tokens_details.cached_tokens"_s, 40},
                              {u"usage.completion_tokens"_s, 50},
                              {u"usage.completion_tokens_details.reasoning_tokens"_s, 20},
                              {u"usage.total_tokens"_s, 200}};
        const auto with = [](QJsonObject base, const QJsonObject &more) {
            for (auto it = more.begin(); it != more.end(); ++it)
                base.insert(it.key(), it.value());
            return base;
        };
        row("OpenAI chat", with(all, {{u"usage.prompt_tokens_details.cache_write_tokens"_s, 10}}));
        row("Azure chat", all);
        row("vLLM chat", all);
        row("Groq chat", with(all, {{u"x_groq.usage.total_tokens"_s, 200}}));
        row("DeepSeek chat",
            with(all,
                 {{u"usage.prompt_cache_hit_tokens"_s, 40},
                  {u"usage.prompt_cache_miss_tokens"_s, 110}}));
        row("OpenRouter chat", with(all, {{u"usage.cost"_s, 0.1234567}}));
        // Reasoning is beside the completion here.
        row("xAI chat",
            with(all,
                 {{u"usage.completion_tokens"_s, 30},
                  {u"usage.cost_in_usd_ticks"_s, 1'234'567'000}}));
        row("Mistral chat",
            {{u"usage.prompt_tokens"_s, 150},
             {u"usage.prompt_tokens_details.cached_tokens"_s, 40},
             {u"usage.completion_tokens"_s, 50},
             {u"usage.total_tokens"_s, 200}});
        const QJsonObject response{{u"usage.input_tokens"_s, 150},
                                   {u"usage.input_tokens_details.cached_tokens"_s, 40},
                                   {u"usage.output_tokens"_s, 50},
                                   {u"usage.output_tokens_details.reasoning_tokens"_s, 20},
                                   {u"usage.total_tokens"_s, 200}};
        row("xAI responses", with(response, {{u"usage.cost_in_usd_ticks"_s, 1'234'567'000}}));
        QJsonObject inEvent;
        for (auto it = response.begin(); it != response.end(); ++it)
            inEvent.insert(u"response."_s + it.key(), it.value());
        const QString written
            = u"response.usage.input_tokens_details.cache_write_tokens_details."_s;
        row("OpenAI responses",
            with(inEvent,
                 {{written + u"ttl_30m_tokens"_s, 7}, {written + u"ttl_12h_tokens"_s, 3}}));
        row("Anthropic messages",
            {{u"usage.input_tokens"_s, 100},
             {u"usage.cache_read_input_tokens"_s, 40},
             {u"usage.cache_creation_input_tokens"_s, 10},
             {u"usage.output_tokens"_s, 50},
             {u"usage.output_tokens_details.thinking_tokens"_s, 20}});
        const QJsonObject gemini{{u"usageMetadata.promptTokenCount"_s, 150},
                                 {u"usageMetadata.cachedContentTokenCount"_s, 40},
                                 {u"usageMetadata.candidatesTokenCount"_s, 30},
                                 {u"usageMetadata.thoughtsTokenCount"_s, 20},
                                 {u"usageMetadata.toolUsePromptTokenCount"_s, 5},
                                 {u"usageMetadata.totalTokenCount"_s, 205}};
        row("Gemini generate", gemini);
        row("Gemini stream", gemini);
        row("Gemini picture",
            with(gemini,
                 {{u"usageMetadata.candidatesTokenCount"_s, 1320},
                  {u"usageMetadata.totalTokenCount"_s, 1495}}));
        row("Gemini interaction",
            {{u"interaction.usage.total_input_tokens"_s, 150},
             {u"interaction.usage.total_cached_tokens"_s, 40},
             {u"interaction.usage.total_output_tokens"_s, 30},
             {u"interaction.usage.total_thought_tokens"_s, 20},
             {u"interaction.usage.total_tokens"_s, 205}});
        row("Cohere chat",
            {{u"delta.usage.billed_units.input_tokens"_s, 100},
             {u"delta.usage.billed_units.output_tokens"_s, 50},
             {u"delta.usage.tokens.input_tokens"_s, 595},
             {u"delta.usage.cached_tokens"_s, 40}});
        row("Ollama chat", {{u"prompt_eval_count"_s, 100}, {u"eval_count"_s, 50}});
        row("xAI picture", {{u"usage.cost_in_usd_ticks"_s, 1'234'567'000}});
        row("OpenRouter picture", {{u"usage.cost"_s, 0.1234567}});
        row("OpenAI picture",
            {{u"usage.input_tokens"_s, 100},
             {u"usage.output_tokens"_s, 50},
             {u"usage.total_tokens"_s, 150}});
    }
    void countsAsTheServiceDoes()
    {
        QFETCH(QString, request);
        QFETCH(QJsonObject, counts);
        m_provider.setDefaultBehaviour(counted());
        const QByteArray body = ask(serviceRequest(request.toLatin1()).bytes()).body;
        for (auto it = counts.begin(); it != counts.end(); ++it) {
            const QJsonValue value = last(body, it.key());
            QVERIFY2(value == it.value(),
                     qPrintable(it.key() + u" is "_s + value.toVariant().toString()));
        }
    }

    void answersWithTheWords_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *request, const char *path) {
            QTest::newRow(request) << QString::fromLatin1(request) << QString::fromLatin1(path);
        };
        row("OpenAI responses", "delta");
        row("xAI responses", "output.1.content.0.text");
        row("Gemini stream", "candidates.0.content.parts.0.text");
        row("Gemini interaction", "delta.text");
        row("Cohere chat", "delta.message.content.text");
        row("Ollama chat", "message.content");
        row("Mistral chat", "choices.0.delta.content");
        row("OpenRouter chat", "choices.0.delta.content");
    }
    void answersWithTheWords()
    {
        QFETCH(QString, request);
        QFETCH(QString, path);
        m_provider.setDefaultBehaviour(counted());
        QString text;
        for (const QJsonObject &object :
             objectsOf(ask(serviceRequest(request.toLatin1()).bytes()).body)) {
            if (object.value("type"_L1).toString().contains("reasoning"_L1))
                continue;
            QJsonValue value = object;
            bool thought = false;
            for (const QString &name : path.split(u'.')) {
                bool isIndex = false;
                const int index = name.toInt(&isIndex);
                thought = thought || value.toObject().value("thought"_L1).toBool();
                value = isIndex ? value.toArray().at(index) : value.toObject().value(name);
                thought = thought || value.toObject().value("thought"_L1).toBool();
            }
            if (!thought)
                text += value.toString();
        }
        QCOMPARE(text, u"Guten Tag aus Köln"_s);
    }

    void passesOutsideTheTotalsAreTold()
    {
        Behaviour behaviour = counted();
        behaviour.extraPassInput = 6000;
        behaviour.extraPassOutput = 500;
        behaviour.speed = u"fast"_s;
        behaviour.inferenceGeo = u"us"_s;
        m_provider.setDefaultBehaviour(behaviour);
        const QByteArray anthropic = ask(serviceRequest("Anthropic messages").bytes()).body;
        const QJsonArray passes = last(anthropic, u"usage.iterations"_s).toArray();
        QCOMPARE(passes.size(), 2);
        QCOMPARE(passes.at(0)["input_tokens"_L1].toInt(), 6000);
        QCOMPARE(last(anthropic, u"usage.input_tokens"_s).toInt(), 100);
        QCOMPARE(last(anthropic, u"usage.speed"_s).toString(), u"fast"_s);
        QCOMPARE(last(anthropic, u"usage.inference_geo"_s).toString(), u"us"_s);
        const QByteArray openAi = ask(serviceRequest("OpenAI responses").bytes()).body;
        QCOMPARE(last(openAi, u"response.tool_usage.image_gen.output_tokens"_s).toInt(), 500);
        QCOMPARE(last(openAi, u"response.usage.output_tokens"_s).toInt(), 50);
    }

    void errorsInsideAStream_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *request, const QByteArray &part) {
            QTest::newRow(request) << QString::fromLatin1(request) << part;
        };
        row("OpenAI responses", "event: response.failed");
        row("OpenRouter chat", "\"finish_reason\":\"error\"");
        row("Groq chat", "\"x_groq\":{\"error\"");
        row("Mistral chat", "\"object\":\"error\"");
        row("Anthropic messages", "event: error");
        row("Gemini stream", "\"status\":\"UNAVAILABLE\"");
        row("Gemini interaction", "event: error");
        row("Cohere chat", "\"finish_reason\":\"ERROR\"");
        row("Ollama chat", "{\"error\":");
    }
    void errorsInsideAStream()
    {
        QFETCH(QString, request);
        QFETCH(QByteArray, part);
        Behaviour behaviour = counted();
        behaviour.fault = Fault::of(Fault::Kind::ErrorAfterWords, 2);
        m_provider.setDefaultBehaviour(behaviour);
        const RawAnswer answer = ask(serviceRequest(request.toLatin1()).bytes());
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.complete);
        QVERIFY2(answer.body.contains(part), answer.body.constData());
        QVERIFY(answer.body.contains("Tag"));
        QVERIFY(!answer.body.contains("Köln"));
    }

    void streamsBreakInTheMiddle_data()
    {
        QTest::addColumn<QString>("request");
        for (const char *name :
             {"OpenAI chat", "OpenAI responses", "OpenRouter chat", "xAI chat", "Mistral chat",
              "DeepSeek chat", "Groq chat", "Azure chat", "vLLM chat", "Anthropic messages",
              "Gemini stream", "Gemini interaction", "Cohere chat", "Ollama chat"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void streamsBreakInTheMiddle()
    {
        QFETCH(QString, request);
        const QByteArray bytes = serviceRequest(request.toLatin1()).bytes();
        const auto broken = [&](Fault::Kind kind, int timeout = 5000) {
            Behaviour behaviour = counted();
            behaviour.fault = Fault::of(kind, 2);
            m_provider.setDefaultBehaviour(behaviour);
            RawClient client(m_provider.port());
            client.send(bytes);
            return client.receive(timeout);
        };
        RawAnswer answer = broken(Fault::Kind::CutAfterWords);
        QVERIFY(!answer.complete);
        QVERIFY(answer.body.contains("Tag"));
        QVERIFY(!answer.body.contains("Köln"));
        answer = broken(Fault::Kind::StallAfterWords, 100);
        QVERIFY(!answer.complete);
        QVERIFY(answer.body.contains("Tag"));
        answer = broken(Fault::Kind::BadJson);
        QVERIFY(answer.complete);
        const QByteArrayList lines = answer.body.split('\n');
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](QByteArray line) {
            line = line.startsWith("data: ") ? line.mid(6) : line;
            return line.startsWith('{') && QJsonDocument::fromJson(line).isNull();
        }));
        answer = broken(Fault::Kind::InvalidUtf8);
        QVERIFY(!QString::fromUtf8(answer.body).toUtf8().contains("\xC3\x28\xFF"));
        QVERIFY(answer.body.contains("\xC3\x28\xFF"));
        // The same bytes, one by one.
        Behaviour behaviour = counted();
        m_provider.setDefaultBehaviour(behaviour);
        const RawAnswer whole = ask(bytes);
        behaviour.chunkBytes = 1;
        m_provider.setDefaultBehaviour(behaviour);
        const RawAnswer single = ask(bytes);
        QVERIFY(single.complete);
        QVERIFY(qAbs(single.body.size() - whole.body.size()) < 40); // ids and times differ
        QCOMPARE(single.chunks, single.body.size());
    }

    void refusalsAndFiltersAreAnswers()
    {
        Behaviour refusing = counted();
        refusing.finish = Behaviour::Finish::Refusal;
        m_provider.setDefaultBehaviour(refusing);
        const RawAnswer blocked = ask(serviceRequest("Gemini generate").bytes());
        QCOMPARE(blocked.status(), 200);
        QVERIFY(!blocked.json().contains("candidates"_L1));
        QCOMPARE(at(blocked.json(), u"promptFeedback.blockReason"_s).toString(),
                 u"PROHIBITED_CONTENT"_s);
        QVERIFY(ask(serviceRequest("OpenAI responses").bytes())
                    .body.contains("event: response.refusal.done"));
        Behaviour filtering = counted();
        filtering.finish = Behaviour::Finish::ContentFilter;
        m_provider.setDefaultBehaviour(filtering);
        QCOMPARE(last(ask(serviceRequest("OpenAI responses").bytes()).body,
                      u"response.incomplete_details.reason"_s)
                     .toString(),
                 u"content_filter"_s);
        QVERIFY(ask(serviceRequest("Gemini picture").bytes()).body.contains("IMAGE_SAFETY"));
        const RawAnswer picture = ask(serviceRequest("OpenAI picture").bytes());
        QCOMPARE(picture.status(), 400);
        QVERIFY(picture.body.contains("moderation_blocked"));
        const QJsonObject withheld = ask(serviceRequest("xAI picture").bytes()).json();
        QCOMPARE(withheld["data"_L1].toArray().at(0)["respect_moderation"_L1].toBool(true), false);
        QVERIFY(at(withheld, u"usage.cost_in_usd_ticks"_s).toInteger() > 0);
    }

    void picturesStreamInParts()
    {
        const QByteArray body
            = ask(serviceRequest("OpenAI picture")
                      .changed({{u"n"_s, 1}, {u"stream"_s, true}, {u"partial_images"_s, 2}}))
                  .body;
        QCOMPARE(body.count("event: image_generation.partial_image"), 2);
        QCOMPARE(body.count("event: image_generation.completed"), 1);
        QCOMPARE(last(body, u"usage.output_tokens"_s).toInt(), 272 + 200);
    }

    void answersInJsonWhereAsked_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("chat") << u"Mistral chat"_s
                              << QJsonObject{{u"stream"_s, false},
                                             {u"response_format"_s,
                                              QJsonObject{{u"type"_s, u"json_object"_s}}}};
        QTest::newRow("Gemini") << u"Gemini generate"_s
                                << QJsonObject{{u"generationConfig"_s,
                                                QJsonObject{{u"responseMimeType"_s,
                                                             u"application/json"_s}}}};
        QTest::newRow("Ollama") << u"Ollama chat"_s
                                << QJsonObject{{u"stream"_s, false}, {u"format"_s, u"json"_s}};
    }
    void answersInJsonWhereAsked()
    {
        QFETCH(QString, request);
        QFETCH(QJsonObject, change);
        const RawAnswer answer = ask(serviceRequest(request.toLatin1()).changed(change));
        QVERIFY2(answer.body.contains(R"({\"answer\":\")"), answer.body.constData());
    }

    void openRouterTellsTheBillLater()
    {
        Behaviour behaviour = counted();
        behaviour.fault = Fault::of(Fault::Kind::CutAfterWords, 1);
        m_provider.setDefaultBehaviour(behaviour);
        const QByteArray body = ask(serviceRequest("OpenRouter chat").bytes()).body;
        const QByteArray id = objectsOf(body).first().value("id"_L1).toString().toLatin1();
        const QJsonObject note
            = ask(get("/openrouter/api/v1/generation?id=" + id, bearer())).json();
        QCOMPARE(at(note, u"data.total_cost"_s).toDouble(), 0.1234567);
        QCOMPARE(ask(get("/openrouter/api/v1/generation?id=gen-none", bearer())).status(), 404);
    }

    void adminKeysReadTheBill()
    {
        Script script;
        script.bill = {{u"2026-11-20"_s, u"gpt-6-luna"_s, 1'500'000'000, 1000, 200, 300, 4},
                       {u"2026-11-21"_s, u"gpt-6-luna"_s, 5, 1, 0, 1, 1}};
        m_provider.setScript(script);
        const QByteArray admin = "Authorization: Bearer sk-admin-1\r\n";
        const QByteArray costs = "/openai/v1/organization/costs?start_time=1795132800&limit=2";
        QCOMPARE(ask(get(costs, bearer())).status(), 401);
        // 2026-11-20 00:00 UTC is 1795132800.
        QJsonObject page = ask(get(costs + "&end_time=1795392000", admin)).json();
        QCOMPARE(page["data"_L1].toArray().size(), 2);
        QVERIFY(page["has_more"_L1].toBool());
        const QJsonArray first = page["data"_L1].toArray().at(0)["results"_L1].toArray();
        QCOMPARE(at(first.at(0), u"amount.value"_s).toDouble(), 1.5);
        page = ask(get(costs + "&end_time=1795392000&page="
                           + page["next_page"_L1].toString().toLatin1(),
                       admin))
                   .json();
        QCOMPARE(page["data"_L1].toArray().size(), 1);
        QVERIFY(!page["has_more"_L1].toBool(true));

        const QByteArray headers = "x-api-key: sk-ant-admin-1\r\nanthropic-version: 2023-06-01\r\n";
        const QByteArray times = "?starting_at=2026-11-20T00:00:00Z&ending_at=2026-11-22T00:00:00Z";
        const QJsonObject report
            = ask(get("/anthropic/v1/organizations/cost_report" + times, headers)).json();
        QCOMPARE(report["data"_L1].toArray().at(0)["results"_L1].toArray().at(0)["amount"_L1],
                 QJsonValue(u"150.0000000"_s));
        const QJsonObject usage
            = ask(get("/anthropic/v1/organizations/usage_report/messages" + times, headers)).json();
        const QJsonValue line = usage["data"_L1].toArray().at(0)["results"_L1].toArray().at(0);
        QCOMPARE(line["uncached_input_tokens"_L1].toInt(), 1000);
        QCOMPARE(line["cache_read_input_tokens"_L1].toInt(), 200);
    }

private:
    RawAnswer ask(const QByteArray &request)
    {
        RawClient client(m_provider.port());
        client.send(request);
        return client.receive();
    }

    ProviderSimulator m_provider;
};

QTEST_GUILESS_MAIN(TestSimulatorUsage)
#include "tst_simulatorusage.moc"
