#include "core/providers/geminivideoparser.h"
#include "core/providers/lumaparser.h"
#include "core/providers/replicateparser.h"
#include "core/providers/runwayparser.h"
#include "core/providers/videoparser.h"
#include "tests/providers/exchanges.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

using Reader = JobState (*)(const QJsonObject &, const Endpoint &);

QJsonObject toJson(const JobState &state)
{
    QJsonObject json;
    if (state.stage == JobState::Stage::Ended)
        json = toJson(state.ended);
    json.insert("stage"_L1,
                state.stage == JobState::Stage::Waiting       ? u"waiting"_s
                    : state.stage == JobState::Stage::Running ? u"running"_s
                                                              : u"ended"_s);
    if (state.percent)
        json.insert("percent"_L1, *state.percent);
    return json;
}

/// JSON with single quotes.
QJsonObject fromText(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"')).object();
}

Endpoint endpointOf(const QString &model, const QMap<Counter, Price> &prices = {})
{
    Endpoint endpoint;
    endpoint.model = model;
    endpoint.facts = Model();
    endpoint.facts->id = model;
    if (!prices.isEmpty()) {
        DatedPrice price;
        price.from = QDate(2026, 1, 1);
        price.tiers = {{0, prices}};
        endpoint.facts->prices = {price};
    }
    return endpoint;
}

} // namespace

/// How services say that a job stands, by the shapes of their answers in tests/data.
class TestJobStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<Reader>("reader");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto add = [](const QString &service, Reader reader, const QString &model) {
            const QList<Exchange> exchanges = exchangesIn(service + u"/jobs"_s);
            QVERIFY(!exchanges.isEmpty());
            for (const Exchange &exchange : exchanges) {
                QTest::addRow("%s, %s", qPrintable(service), qPrintable(exchange.name))
                    << reader << model << exchange.body << pretty(exchange.expected);
            }
        };
        add(u"runway"_s, runwayState, u"gen4.5"_s);
        add(u"luma"_s, lumaState, u"ray-2"_s);
        add(u"replicate"_s, replicateState, u"google/veo-3.1"_s);
        add(u"gemini"_s, geminiVideoState, u"gemini-omni-1.2-flash"_s);
        add(u"xai"_s, xaiVideoState, u"grok-imagine-video-1.5"_s);
        add(u"openrouter"_s, openRouterVideoState, u"google/veo-3.1"_s);
    }
    void reads()
    {
        QFETCH(Reader, reader);
        QFETCH(QString, model);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const QJsonObject reply = QJsonDocument::fromJson(body).object();
        QVERIFY(!reply.isEmpty());
        QCOMPARE(pretty(toJson(reader(reply, endpointOf(model)))), expected);
    }

    /// Nothing of a reply may end Keyway, and what cannot be read is no result.
    void survivesAnything_data()
    {
        QTest::addColumn<Reader>("reader");
        QTest::newRow("runway") << Reader(runwayState);
        QTest::newRow("luma") << Reader(lumaState);
        QTest::newRow("replicate") << Reader(replicateState);
        QTest::newRow("gemini") << Reader(geminiVideoState);
        QTest::newRow("openrouter") << Reader(openRouterVideoState);
    }
    void survivesAnything()
    {
        QFETCH(Reader, reader);
        for (const char *body :
             {"{}", "{'status': 7, 'state': []}", "{'status': 'COMPLETED', 'output': 7}",
              "{'status': 'succeeded', 'output': [null, 7, {'a': []}]}",
              "{'status': 'SUCCEEDED', 'output': [7, {}, 'x']}",
              "{'status': 'SUCCEEDED', 'output': {'a': 'b'}, 'cost': {'credits': 'many'}}",
              "{'state': 'completed', 'assets': [1], 'request': 7}",
              "{'status': 'completed', 'output_video': [], 'steps': [7, {'content': {}}]}",
              "{'status': 'failed', 'error': [], 'failure': {}, 'failureCode': 7}"}) {
            const QJsonObject reply = fromText(body);
            const JobState state = reader(reply, endpointOf(u"m"_s));
            QCOMPARE(state.stage, JobState::Stage::Ended);
            QVERIFY2(state.ended.outcome == Outcome::Failed && state.ended.error, body);
            QVERIFY(state.ended.links.isEmpty());
        }
    }

    void hardwareTimeWhereItIsThePrice()
    {
        const QJsonObject reply{{u"status"_s, u"succeeded"_s},
                                {u"output"_s, u"https://replicate.delivery/a.webp"_s},
                                {u"metrics"_s, QJsonObject{{u"predict_time"_s, 41.31}}}};
        const Endpoint timed
            = endpointOf(u"m"_s, {{Counter::Credits, Price::fromPico(1'400'000'000)}});
        const JobState state = replicateState(reply, timed);
        QCOMPARE(state.ended.usage[Counter::Credits], 41'310);
        QVERIFY(state.ended.usageReported);
        QVERIFY(replicateState(reply, endpointOf(u"m"_s)).ended.usage.isEmpty());
    }

    void videoTokensWhereTheyAreThePrice()
    {
        const QJsonObject reply = fromText(
            "{'status': 'completed', 'output_video': {'uri': 'https://example.com/a'}, 'usage': "
            "{'total_input_tokens': 12, 'total_output_tokens': 28960, "
            "'output_tokens_by_modality': [{'modality': 'video', 'tokens': 28960}]}}");
        const Endpoint byToken = endpointOf(u"m"_s,
                                            {{Counter::OutVideo, Price::fromPico(17'500'000)},
                                             {Counter::InUncached, Price::fromPico(1'000'000)}});
        const Completion ended = geminiVideoState(reply, byToken).ended;
        QCOMPARE(ended.usage[Counter::OutVideo], 28'960);
        QCOMPARE(ended.usage[Counter::InUncached], 12);
        QVERIFY(ended.usageReported);
        QVERIFY(ended.links.constFirst().needsKey);
    }
};

QTEST_GUILESS_MAIN(TestJobStates)
#include "tst_jobstates.moc"
