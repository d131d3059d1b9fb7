#include "core/catalogue/service.h"
#include "core/wire/usageanswer.h"
#include "core/wire/usagemessage.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

UsageMessage sample()
{
    UsageMessage message;
    message.recordId = *Id::fromString(u"019a0000-0000-7000-8000-000000000001");
    message.requestId = *Id::fromString(u"019a0000-0000-7000-8000-000000000002");
    message.deviceId = *Id::fromString(u"019a0000-0000-7000-8000-000000000003");
    message.startedAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0, 0, 7), Qt::UTC);
    message.billingDay = QDate(2026, 11, 22);
    message.service = u"openai"_s;
    message.model = u"gpt-4.1"_s;
    message.outcome = Outcome::Completed;
    message.costState = CostState::Exact;
    message.usage.set(Counter::InUncached, 1200);
    message.usage.set(Counter::OutText, 300);
    message.usage.setOutThinking(40);
    message.priceVersion = u"2026-11-20"_s;
    message.platformCost = Money::fromNano(4'800'000);
    message.platformFee = Money::fromNano(240'000);
    message.firstTokenMs = 310;
    message.durationMs = 2100;
    message.app = AppClass::Window;
    return message;
}

QJsonObject with(const QString &field, const QJsonValue &value)
{
    QJsonObject json = sample().toJson();
    json.insert(field, value);
    return json;
}

} // namespace

class TestUsageMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasExactlyTheFieldsThatMayLeave()
    {
        const QStringList fields{u"app"_s,
                                 u"attempt"_s,
                                 u"billing_day"_s,
                                 u"cost_state"_s,
                                 u"device_id"_s,
                                 u"duration_ms"_s,
                                 u"error_kind"_s,
                                 u"first_token_ms"_s,
                                 u"model"_s,
                                 u"origin"_s,
                                 u"outcome"_s,
                                 u"platform_cost_nano"_s,
                                 u"platform_fee_nano"_s,
                                 u"price_version"_s,
                                 u"record_id"_s,
                                 u"request_id"_s,
                                 u"schema"_s,
                                 u"service"_s,
                                 u"started_at"_s,
                                 u"strategy"_s,
                                 u"type"_s,
                                 u"usage"_s};
        QCOMPARE(sample().toJson().keys(), fields);
    }

    void comesBack()
    {
        const Result<UsageMessage> back = UsageMessage::fromJson(sample().toJson());
        QVERIFY(back.ok());
        QVERIFY(*back == sample());
    }

    void comesBackWithoutWhatMayBeMissing()
    {
        UsageMessage message = sample();
        message.firstTokenMs.reset();
        message.errorKind = Error::Kind::Overloaded;
        message.outcome = Outcome::Failed;
        message.platformCost = message.platformFee = {};
        message.usage = {};
        message.priceVersion.clear();
        const QByteArray text = QJsonDocument(message.toJson()).toJson();
        const Result<UsageMessage> back
            = UsageMessage::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(back.ok());
        QVERIFY(*back == message);
    }

    void hashesTheSameBytesHoweverItWasWritten()
    {
        const QByteArray expected
            = R"({"app":"window","attempt":1,"billing_day":"2026-11-22","cost_state":"exact",)"
              R"("device_id":"019a0000-0000-7000-8000-000000000003","duration_ms":2100,)"
              R"("error_kind":null,"first_token_ms":310,"model":"gpt-4.1","origin":"official",)"
              R"("outcome":"completed","platform_cost_nano":4800000,"platform_fee_nano":240000,)"
              R"("price_version":"2026-11-20","record_id":"019a0000-0000-7000-8000-000000000001",)"
              R"("request_id":"019a0000-0000-7000-8000-000000000002","schema":1,)"
              R"("service":"openai","started_at":"2026-11-22T12:00:00.007Z",)"
              R"("strategy":"my-order","type":"text",)"
              R"("usage":{"in_uncached":1200,"out_text":300,"out_thinking":40}})";
        QCOMPARE(sample().canonical(), expected);

        UsageMessage odd = sample();
        odd.model = u"models\\\"größer\".gguf"_s;
        odd.errorKind = Error::Kind::Timeout;
        odd.firstTokenMs.reset();
        odd.usage = {};
        QCOMPARE(odd.canonical(), QJsonDocument(odd.toJson()).toJson(QJsonDocument::Compact));
        const QByteArray spaced = QJsonDocument(odd.toJson()).toJson(QJsonDocument::Indented);
        const Result<UsageMessage> back
            = UsageMessage::fromJson(QJsonDocument::fromJson(spaced).object());
        QVERIFY(back.ok());
        QCOMPARE(back->canonical(), odd.canonical());
    }

    void refuses_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("prompt") << with(u"prompt"_s, u"secret words"_s);
        QTest::newRow("first field unknown") << with(u"a"_s, 1);
        QTest::newRow("last field unknown") << with(u"zz"_s, 1);
        QTest::newRow("no object") << QJsonObject();
        QTest::newRow("schema of tomorrow") << with(u"schema"_s, 2);
        QTest::newRow("schema as text") << with(u"schema"_s, u"1"_s);
        QTest::newRow("id") << with(u"record_id"_s, u"1"_s);
        QTest::newRow("id in capitals")
            << with(u"record_id"_s, u"019A0000-0000-7000-8000-000000000001"_s);
        QTest::newRow("attempt 0") << with(u"attempt"_s, 0);
        QTest::newRow("part of an attempt") << with(u"attempt"_s, 1.5);
        QTest::newRow("time without a zone") << with(u"started_at"_s, u"2026-11-22T12:00:00.007"_s);
        QTest::newRow("time elsewhere")
            << with(u"started_at"_s, u"2026-11-22T13:00:00.007+01:00"_s);
        QTest::newRow("no day") << with(u"billing_day"_s, u"2026-02-30"_s);
        QTest::newRow("type") << with(u"type"_s, u"audio"_s);
        QTest::newRow("model with spaces") << with(u"model"_s, u"write me a poem"_s);
        QTest::newRow("model with a line") << with(u"model"_s, u"a\nb"_s);
        QTest::newRow("model too long") << with(u"model"_s, QString(201, u'x'));
        QTest::newRow("model missing") << with(u"model"_s, QString());
        QTest::newRow("service as number") << with(u"service"_s, 7);
        QTest::newRow("running") << with(u"outcome"_s, u"started"_s);
        QTest::newRow("error kind") << with(u"error_kind"_s, u"badness"_s);
        QTest::newRow("cost below nothing") << with(u"platform_cost_nano"_s, -1);
        QTest::newRow("cost as text") << with(u"platform_cost_nano"_s, u"1"_s);
        QTest::newRow("unknown that costs") << with(u"cost_state"_s, u"unknown"_s);
        QTest::newRow("counter unknown") << with(u"usage"_s, QJsonObject{{u"text"_s, u"hello"_s}});
        QTest::newRow("counter negative") << with(u"usage"_s, QJsonObject{{u"in_uncached"_s, -1}});
        QTest::newRow("usage as list") << with(u"usage"_s, QJsonArray());
        for (const QString &field : sample().toJson().keys()) {
            QJsonObject json = sample().toJson();
            json.remove(field);
            QTest::addRow("without %s", qPrintable(field)) << json;
        }
    }
    void refuses()
    {
        QFETCH(QJsonObject, json);
        const Result<UsageMessage> message = UsageMessage::fromJson(json);
        QVERIFY(!message.ok());
        QCOMPARE(message.error().kind(), Error::Kind::Rejected);
        QCOMPARE(message.error().reason(), u"bad-record"_s);
        QVERIFY(!message.error().detail().contains(u"secret"_s));
    }

    void isOfTheModelThatAnswered()
    {
        UsageRecord record = recordOf(sample());
        const UsageMessage same = messageOf(record, sample().deviceId, OriginClass::Official);
        QVERIFY(same == sample());
        record.modelReported = u"gpt-4.1 2026 11"_s;
        const UsageMessage other = messageOf(record, sample().deviceId, OriginClass::Official);
        QCOMPARE(other.model, u"gpt-4.1_2026_11"_s);
        QVERIFY(UsageMessage::fromJson(other.toJson()).ok());
    }

    void tellsOrigins_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("local");
        QTest::addColumn<QString>("origin");
        QTest::newRow("its own") << u"https://api.openai.com/v1"_s << false << u"official"_s;
        QTest::newRow("with port") << u"https://api.openai.com:443/v1"_s << false << u"official"_s;
        QTest::newRow("other host") << u"https://proxy.example/v1"_s << false << u"own-url"_s;
        QTest::newRow("other port") << u"https://api.openai.com:8443"_s << false << u"own-url"_s;
        QTest::newRow("passed on here") << u"http://127.0.0.1:8080/v1"_s << false << u"own-url"_s;
        QTest::newRow("local service") << u"https://api.openai.com/v1"_s << true << u"local"_s;
    }
    void tellsOrigins()
    {
        QFETCH(QString, url);
        QFETCH(bool, local);
        QFETCH(QString, origin);
        Service service;
        service.baseUrl = QUrl(u"https://api.openai.com/v1"_s);
        service.local = local;
        QCOMPARE(nameOf(originOf(QUrl(url), &service)), origin);
        QCOMPARE(originClassFromName(origin), originOf(QUrl(url), &service));
    }

    void tellsOriginsOfServicesWithoutAnAddress()
    {
        const QUrl here(u"http://localhost:8080/v1"_s);
        const QUrl there(u"https://models.example/v1"_s);
        const Service compatible;
        for (const Service *service : {static_cast<const Service *>(nullptr), &compatible}) {
            QCOMPARE(originOf(here, service), OriginClass::Local);
            QCOMPARE(originOf(there, service), OriginClass::OwnUrl);
        }
    }

    void answersComeBack()
    {
        QList<UsageAnswer> answers;
        QJsonArray results;
        for (const UsageState state :
             {UsageState::Stored, UsageState::Duplicate, UsageState::Conflict,
              UsageState::Quarantined, UsageState::Refused}) {
            answers.append({sample().recordId, state, u"cost"_s, u"4800000"_s});
            results.append(answers.last().toJson());
        }
        const auto back = usageAnswersFrom(QJsonObject{{u"results"_s, results}});
        QVERIFY(back.ok());
        QCOMPARE(*back, answers);
        QVERIFY(!usageAnswersFrom({}).ok());
        results.append(QJsonObject{{u"state"_s, u"lost"_s}});
        QVERIFY(!usageAnswersFrom(QJsonObject{{u"results"_s, results}}).ok());
    }
};

QTEST_GUILESS_MAIN(TestUsageMessage)
#include "tst_usagemessage.moc"
