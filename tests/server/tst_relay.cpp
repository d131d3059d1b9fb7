#include "core/server/ingestion.h"
#include "core/server/relaybook.h"
#include "core/server/systemkeys.h"
#include "core/wire/relaymessage.h"
#include "tests/server/serverfixture.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>

#include <atomic>
#include <thread>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto canaryPrompt = "canary-prompt-5d81e2";
constexpr auto canaryAnswer = "canary-answer-93ab07";
constexpr auto systemKey = "sk-platform-canary-41c7";

QMutex logLock;
QByteArray logText;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const QMutexLocker lock(&logLock);
    logText += message.toUtf8() + '\n';
}

/// An answer of the relay, taken apart.
struct Streamed {
    Reply reply;
    QString text;
    QJsonObject end;
};

Streamed streamedFrom(const Reply &reply)
{
    Streamed streamed{reply, {}, {}};
    for (const QByteArray &event : reply.body.split('\n')) {
        if (!event.startsWith("data: "))
            continue;
        const QJsonObject data = QJsonDocument::fromJson(event.mid(6)).object();
        if (data.contains("text"_L1))
            streamed.text += data.value("text"_L1).toString();
        else
            streamed.end = data;
    }
    return streamed;
}

RelayPrompt promptFor(const QString &model = u"gpt-4.1"_s)
{
    RelayPrompt prompt;
    prompt.requestId = Id::create(QDateTime::currentDateTimeUtc());
    prompt.service = u"openai"_s;
    prompt.model = model;
    prompt.turns = {{true, u"Say something about "_s + QString::fromLatin1(canaryPrompt)}};
    prompt.maxOutputTokens = 200;
    return prompt;
}

/// For clients that do not wait for the answer.
QByteArray requestOf(const QByteArray &token)
{
    const QByteArray body = textOf(promptFor().toJson());
    return "POST /v1/relay/text HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

QJsonObject firstRecord(const ServerFixture &fixture, const QByteArray &token)
{
    return fixture.get("/v1/usage", token).json.value("records"_L1).toArray().first().toObject();
}

} // namespace

/// The free tier: prompts that go to a service with the platform's key; on both engines.
class TestRelay : public QObject {
    Q_OBJECT

    TestStores m_stores;
    ProviderSimulator m_services;

    /// A server with the free tier and a key for it.
    std::unique_ptr<ServerFixture> serve(const server::DatabaseAddress &store, int requests = 50,
                                         Money spending = Money::fromCents(50))
    {
        auto fixture
            = std::make_unique<ServerFixture>(store, [&](server::BackendSettings &settings) {
                  FeePolicy policy;
                  policy.plan = FeePlan::Freemium;
                  policy.freeTier.requests = requests;
                  policy.freeTier.spending = spending;
                  settings.billing.offer = PlanOffer(policy);
              });
        const auto sql = fixture->sql();
        server::SystemKey facts;
        facts.service = u"openai"_s;
        facts.baseUrl = m_services.baseUrl(u"openai"_s).toString();
        const auto added
            = server::SystemKeys(*sql, *fixture->sealer, fixture->clock)
                  .add(facts, Secret::take(QByteArray(systemKey)), fixture->catalogue());
        if (!added && added.error().reason() != "known-key"_L1)
            qFatal("no system key");
        return fixture;
    }
    static Streamed ask(const ServerFixture &fixture, const QByteArray &token,
                        const RelayPrompt &prompt = promptFor())
    {
        return streamedFrom(fixture.post("/v1/relay/text", prompt.toJson(), token));
    }
    static QJsonObject leftOf(const ServerFixture &fixture, const QByteArray &token)
    {
        return fixture.get("/v1/relay", token).json.value("left"_L1).toObject();
    }

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }
    void initTestCase()
    {
        QVERIFY(m_services.start());
        qInstallMessageHandler(keepLog);
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }
    void init()
    {
        m_services.clear();
        simulator::Behaviour usual;
        usual.answer = u"A few words and "_s + QString::fromLatin1(canaryAnswer);
        usual.usage.input = 20;
        usual.usage.output = 10;
        m_services.setDefaultBehaviour(usual);
    }

    void streamsAnAnswerAndKeepsNoWordOfIt()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const auto fixture = serve(*store);
        const auto ada = fixture->user(u"ada@example.org"_s);
        const Streamed streamed = ask(*fixture, ada.token);
        QCOMPARE(streamed.reply.status, 200);
        QVERIFY(streamed.reply.head.contains("Content-Type: text/event-stream"));
        QCOMPARE(streamed.text, u"A few words and "_s + QString::fromLatin1(canaryAnswer));
        QCOMPARE(m_services.requests().size(), 1);
        QCOMPARE(m_services.requests().constFirst().key, QByteArray(systemKey));

        // The record is as any other, and the application's copy of it is the same one.
        const auto record = UsageMessage::fromJson(streamed.end.value("record"_L1).toObject());
        QVERIFY(record);
        QCOMPARE(record->origin, OriginClass::FreeTier);
        QCOMPARE(record->outcome, Outcome::Completed);
        QCOMPARE(record->costState, CostState::Exact);
        QCOMPARE(record->deviceId, ada.device);
        QCOMPARE(record->platformFee, Money());
        // gpt-4.1: $2 and $8 for a million tokens.
        QCOMPARE(record->platformCost, Money::fromNano(20 * 2'000 + 10 * 8'000));
        const QJsonArray kept
            = fixture->get("/v1/usage", ada.token).json.value("records"_L1).toArray();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().toObject(), record->toJson());
        QCOMPARE(ServerFixture::statesOf(fixture->send(ada.token, {*record})),
                 QStringList{u"duplicate"_s});
        // Nobody else can say that something was free.
        UsageMessage claimed = fixture->record();
        claimed.platformFee = {};
        claimed.origin = OriginClass::FreeTier;
        QCOMPARE(ServerFixture::statesOf(fixture->send(ada.token, {claimed})),
                 QStringList{u"quarantined/origin"_s});

        const QJsonObject left = streamed.end.value("left"_L1).toObject();
        QCOMPARE(left.value("requests"_L1).toInt(), 49);
        QCOMPARE(left.value("spending_nano"_L1).toInteger(),
                 Money::fromCents(50).nano() - record->platformCost.nano());
        QCOMPARE(leftOf(*fixture, ada.token), left);
        const auto sql = fixture->sql();
        const auto keys = server::SystemKeys(*sql, *fixture->sealer, fixture->clock).list();
        QCOMPARE(keys->constFirst().uses, 1);
        QCOMPARE(keys->constFirst().spent, record->platformCost);

        const QByteArray metrics = fixture->get("/metrics").body;
        QByteArray everywhere = metrics;
        {
            const QMutexLocker lock(&logLock);
            everywhere += logText;
        }
        QVERIFY(everywhere.contains("route=/v1/relay/text")); // it is the right log
        if (engine == "sqlite"_L1)
            everywhere += bytesOf(*store);
        for (const auto *const canary : {canaryPrompt, canaryAnswer, systemKey})
            QVERIFY2(!everywhere.contains(canary), canary);
    }

    void offersWhatThereIs()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const auto fixture = serve(*store);
        const auto ada = fixture->user(u"ada@example.org"_s);
        const QJsonObject offer = fixture->get("/v1/relay", ada.token).json;
        QVERIFY(offer.value("included"_L1).toBool());
        QCOMPARE(offer.value("requests"_L1).toInt(), 50);
        const QJsonObject service = offer.value("services"_L1).toArray().first().toObject();
        QCOMPARE(service.value("service"_L1).toString(), u"openai"_s);
        QVERIFY(service.value("models"_L1).toArray().contains(u"gpt-4.1"_s));

        RelayPrompt other = promptFor();
        other.service = u"anthropic"_s;
        QCOMPARE(ask(*fixture, ada.token, other).reply.code(), u"no-system-key"_s);
        QCOMPARE(ask(*fixture, ada.token, promptFor(u"gpt-none"_s)).reply.code(),
                 u"unknown-model"_s);
        QJsonObject more = promptFor().toJson();
        more.insert(u"temperature"_s, 1);
        QCOMPARE(fixture->post("/v1/relay/text", more, ada.token).code(), u"bad-body"_s);
        QCOMPARE(m_services.requests().size(), 0);

        const auto plain = m_stores.create(engine);
        ServerFixture percent(*plain);
        const auto bob = percent.user(u"bob@example.org"_s);
        QCOMPARE(ask(percent, bob.token).reply.code(), u"not-in-plan"_s);
        QVERIFY(!percent.get("/v1/relay", bob.token).json.value("included"_L1).toBool());
    }

    void neverGoesBeyondItsLimits()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        constexpr int allowed = 7;
        const auto fixture = serve(*store, allowed);
        const auto ada = fixture->user(u"ada@example.org"_s);
        std::atomic<int> answered = 0;
        std::atomic<int> refused = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&] {
                for (int tries = 0; tries < 100; ++tries) {
                    const Streamed streamed = ask(*fixture, ada.token);
                    answered += streamed.reply.status == 200 ? 1 : 0;
                    if (streamed.reply.code() == "free-requests-used"_L1) {
                        ++refused;
                        break;
                    }
                }
            });
        }
        for (std::thread &client : clients)
            client.join();
        QCOMPARE(answered.load(), allowed);
        QCOMPARE(refused.load(), 4);
        QCOMPARE(m_services.requests().size(), allowed);
        QCOMPARE(ask(*fixture, ada.token).reply.status, 402);
        // Another account has its own.
        const auto bob = fixture->user(u"bob@example.org"_s);
        QCOMPARE(ask(*fixture, bob.token).reply.status, 200);
        // And a new month is a new one.
        fixture->clock.advance(std::chrono::hours(24) * 15);
        QCOMPARE(ask(*fixture, fixture->device(ada.email).token).reply.status, 200);
    }

    void spendsNoMoreThanItsLimit()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        // An attempt of these words sets up to two thousandths of a dollar aside, and costs far
        // less; one output token is less than any cap, which the simulator does not look at.
        const Money limit = Money::fromNano(5'000'000);
        const auto fixture = serve(*store, 1000, limit);
        const auto ada = fixture->user(u"ada@example.org"_s);
        simulator::Behaviour brief;
        brief.usage.input = 100;
        brief.usage.output = 1;
        m_services.setDefaultBehaviour(brief);
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&] {
                for (int tries = 0; tries < 60; ++tries) {
                    if (ask(*fixture, ada.token).reply.code() == "free-spending-used"_L1)
                        break;
                }
            });
        }
        for (std::thread &client : clients)
            client.join();
        const auto sql = fixture->sql();
        const qint64 spent = sql->number(u"SELECT spent_nano FROM relay_month"_s).value();
        QVERIFY(spent > limit.nano() / 2);
        QVERIFY(spent <= limit.nano());
        QCOMPARE(sql->number(u"SELECT reserved_nano FROM relay_month"_s).value(), 0);
        QCOMPARE(
            sql->number(u"SELECT CAST(SUM(platform_cost_nano) AS BIGINT) FROM usage"_s).value(),
            spent);
    }

    void doesNotCountWhatCostNothing()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const auto fixture = serve(*store);
        const auto ada = fixture->user(u"ada@example.org"_s);
        simulator::Behaviour down;
        down.fault = simulator::Fault::answers(503);
        m_services.setDefaultBehaviour(down);
        const Streamed streamed = ask(*fixture, ada.token);
        QCOMPARE(streamed.reply.status, 200);
        QCOMPARE(streamed.text, QString());
        QCOMPARE(streamed.end.value("error"_L1).toObject().value("kind"_L1).toString(),
                 u"overloaded"_s);
        QCOMPARE(streamed.end.value("left"_L1).toObject().value("requests"_L1).toInt(), 50);
        QCOMPARE(firstRecord(*fixture, ada.token).value("outcome"_L1).toString(), u"failed"_s);
    }

    void endsWhenTheClientGoes()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const auto fixture = serve(*store);
        const auto ada = fixture->user(u"ada@example.org"_s);
        simulator::Behaviour stalls;
        stalls.fault = simulator::Fault::of(simulator::Fault::Kind::StallAfterWords, 2);
        m_services.setDefaultBehaviour(stalls);
        {
            RawClient client(fixture->port);
            client.send(requestOf(ada.token));
            QTRY_COMPARE(m_services.requests().size(), 1);
            QVERIFY(client.receive(500).body.contains("event: text"));
            client.abort();
        }
        const auto sql = fixture->sql();
        QTRY_COMPARE(sql->number(u"SELECT COUNT(*) FROM usage"_s).value(), 1);
        const QJsonObject record = firstRecord(*fixture, ada.token);
        QCOMPARE(record.value("outcome"_L1).toString(), u"cancelled"_s);
        QCOMPARE(record.value("cost_state"_L1).toString(), u"estimated"_s);
        QCOMPARE(sql->number(u"SELECT reserved_nano FROM relay_month"_s).value(), 0);
        QCOMPARE(leftOf(*fixture, ada.token).value("requests"_L1).toInt(), 49);
    }

    void waitsForASlowReader()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        const auto fixture = serve(*store);
        const auto ada = fixture->user(u"ada@example.org"_s);
        simulator::Behaviour longAnswer;
        longAnswer.answer = u"word "_s.repeated(40'000) + u"end"_s;
        longAnswer.usage.output = 100;
        m_services.setDefaultBehaviour(longAnswer);
        QTcpSocket reader;
        QVERIFY(reader.bind(QHostAddress::LocalHost));
        reader.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
        reader.connectToHost(QHostAddress::LocalHost, fixture->port);
        QVERIFY(reader.waitForConnected());
        reader.write(requestOf(ada.token));
        QVERIFY(reader.waitForBytesWritten());
        QTest::qSleep(1500); // the answer waits, and little of it in the server
        QByteArray bytes;
        while (!bytes.endsWith("\r\n0\r\n\r\n") && reader.waitForReadyRead(20'000))
            bytes += reader.readAll();
        const qsizetype end = bytes.indexOf("event: end");
        QVERIFY(end > 0);
        // Pieces may end in a word; no other part of the stream has this letter.
        const qsizetype body = bytes.indexOf("event: text");
        const QByteArray events = bytes.mid(body, end - body).replace(": waiting", "");
        QCOMPARE(events.count('w'), 40'000);
    }

    void settlesWhatWasLostWithItsServer()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        // Stopped in order a server settles what it began; this one hangs, and another finds it.
        const auto hanging = serve(*store);
        const ServerFixture::User ada = hanging->user(u"ada@example.org"_s);
        simulator::Behaviour hangs;
        hangs.fault = simulator::Fault::of(simulator::Fault::Kind::Hang);
        m_services.setDefaultBehaviour(hangs);
        RawClient client(hanging->port);
        client.send(requestOf(ada.token));
        QTRY_COMPARE(m_services.requests().size(), 1);
        // The fixture's clock begins anew, so the row is made older instead.
        auto sql = server::SqlConnection::open(*store);
        QCOMPARE((*sql)->number(u"SELECT COUNT(*) FROM relay_attempt"_s).value(), 1);
        QVERIFY((*sql)->run(u"UPDATE relay_attempt SET started_at = started_at - 86400000"_s));
        const auto fixture = serve(*store);
        QTRY_COMPARE((*sql)->number(u"SELECT COUNT(*) FROM relay_attempt"_s).value(), 0);
        const QJsonObject record = firstRecord(*fixture, ada.token);
        QCOMPARE(record.value("outcome"_L1).toString(), u"unknown"_s);
        // What it may have cost is spent; nobody knows better.
        QCOMPARE((*sql)->number(u"SELECT reserved_nano FROM relay_month"_s).value(), 0);
        QVERIFY((*sql)->number(u"SELECT spent_nano FROM relay_month"_s).value() > 0);
    }
};

QTEST_GUILESS_MAIN(TestRelay)
#include "tst_relay.moc"
