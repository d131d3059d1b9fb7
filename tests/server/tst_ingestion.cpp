#include "tests/server/serverfixture.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Sums {
    qint64 attempts = 0;
    qint64 cost = 0;
    qint64 fee = 0;
    friend bool operator==(const Sums &, const Sums &) = default;
};

Sums sumOfDays(const Reply &reply)
{
    Sums sums;
    for (const QJsonValue &day : reply.json.value("days"_L1).toArray()) {
        sums.attempts += day.toObject().value("attempts"_L1).toInteger();
        sums.cost += day.toObject().value("platform_cost_nano"_L1).toInteger();
        sums.fee += day.toObject().value("fee_nano"_L1).toInteger();
    }
    return sums;
}

Sums sumOf(const QList<UsageMessage> &records)
{
    Sums sums;
    for (const UsageMessage &record : records) {
        ++sums.attempts;
        sums.cost += record.platformCost.nano();
        sums.fee += record.platformFee.nano();
    }
    return sums;
}

} // namespace

/// Records come in, each exactly once; on both engines.
class TestIngestion : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::optional<server::DatabaseAddress> m_store;
    std::unique_ptr<ServerFixture> m_server;

    static constexpr auto days = "/v1/usage/days?from=2026-11-01&to=2026-11-30";

    QList<UsageMessage> everything(const QByteArray &token, int limit = 1000)
    {
        QList<UsageMessage> records;
        qint64 next = 0;
        for (;;) {
            const Reply page = m_server->get("/v1/usage?after=" + QByteArray::number(next)
                                                 + "&limit=" + QByteArray::number(limit),
                                             token);
            for (const QJsonValue &record : page.json.value("records"_L1).toArray()) {
                const auto message = UsageMessage::fromJson(record.toObject());
                if (!message)
                    return {};
                records.append(*message);
            }
            next = page.json.value("next"_L1).toInteger();
            if (!page.json.value("more"_L1).toBool())
                return records;
        }
    }

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_store = m_stores.create(engine);
        if (!m_store)
            QSKIP(m_stores.why().constData());
        m_server = std::make_unique<ServerFixture>(*m_store);
    }
    void cleanup() { m_server.reset(); }
    void initTestCase_data() { TestStores::addRows(); }

    void keepsEachRecordOnce()
    {
        const QByteArray token = m_server->user(u"ada@example.org"_s).token;
        const UsageMessage one = m_server->record(1);
        const UsageMessage two = m_server->record(2);
        QCOMPARE(ServerFixture::statesOf(m_server->send(token, {one})), QStringList{u"stored"_s});
        const Reply again = m_server->send(token, {one, two, two});
        QCOMPARE(ServerFixture::statesOf(again),
                 (QStringList{u"duplicate"_s, u"stored"_s, u"duplicate"_s}));
        UsageMessage changed = two;
        changed.durationMs += 1;
        const Reply conflict = m_server->send(token, {changed});
        QCOMPARE(conflict.status, 200);
        QCOMPARE(ServerFixture::statesOf(conflict), QStringList{u"conflict/changed"_s});
        QCOMPARE(conflict.json.value("results"_L1).toArray().at(0).toObject().value("status"_L1),
                 QJsonValue(409));
        QCOMPARE(everything(token), (QList<UsageMessage>{one, two}));
        QVERIFY(sumOfDays(m_server->get(days, token)) == sumOf({one, two}));
    }

    void keepsAccountsApart()
    {
        const QByteArray ada = m_server->user(u"ada@example.org"_s).token;
        const QByteArray bob = m_server->user(u"bob@example.org"_s).token;
        const UsageMessage record = m_server->record();
        QCOMPARE(ServerFixture::statesOf(m_server->send(ada, {record})), QStringList{u"stored"_s});
        // The same id of somebody else is another record.
        UsageMessage theirs = record;
        theirs.durationMs = 7;
        QCOMPARE(ServerFixture::statesOf(m_server->send(bob, {theirs})), QStringList{u"stored"_s});
        QCOMPARE(everything(ada), QList<UsageMessage>{record});
        QCOMPARE(everything(bob), QList<UsageMessage>{theirs});
    }

    void givesBackWhatCame()
    {
        const QByteArray token = m_server->user(u"ada@example.org"_s).token;
        QList<UsageMessage> records;
        for (int i = 0; i < 120; ++i)
            records.append(m_server->record(i));
        UsageMessage odd = m_server->record();
        odd.service = u"custom"_s;
        odd.model = u"models\\\"größe\";--"_s;
        odd.origin = OriginClass::OwnUrl;
        odd.priceVersion = u"own"_s;
        odd.type = RequestType::Video;
        odd.strategy = Strategy::Cheapest;
        odd.app = AppClass::Gateway;
        odd.outcome = Outcome::Cancelled;
        odd.errorKind = Error::Kind::Cancelled;
        odd.firstTokenMs.reset();
        odd.usage = {};
        odd.usage.set(Counter::VideoSeconds, 8);
        records.append(odd);
        QCOMPARE(m_server->send(token, records).status, 200);
        QCOMPARE(everything(token, 7), records);
    }

    void putsAsideWhatDoesNotAddUp_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("state");
        QTest::newRow("cost too low") << u"cheap"_s << u"quarantined/cost"_s;
        QTest::newRow("fee too low") << u"no fee"_s << u"quarantined/fee"_s;
        QTest::newRow("from tomorrow") << u"tomorrow"_s << u"quarantined/clock"_s;
        QTest::newRow("another day") << u"day"_s << u"quarantined/billing-day"_s;
        QTest::newRow("own prices") << u"own"_s << u"stored"_s;
        QTest::newRow("unknown field") << u"field"_s << u"refused/bad-record"_s;
    }
    void putsAsideWhatDoesNotAddUp()
    {
        QFETCH(QString, change);
        QFETCH(QString, state);
        const QByteArray token = m_server->user(u"ada@example.org"_s).token;
        UsageMessage record = m_server->record();
        if (change == "cheap"_L1) {
            record.platformCost = Money::fromNano(record.platformCost.nano() - 1);
            record.platformFee = FeePolicy().feeFor(recordOf(record));
        } else if (change == "no fee"_L1) {
            record.platformFee = {};
        } else if (change == "tomorrow"_L1) {
            record.startedAt = m_server->clock.now().addDays(2);
            record.billingDay = record.startedAt.date();
        } else if (change == "day"_L1) {
            record.billingDay = record.billingDay.addDays(2);
        } else if (change == "own"_L1) {
            record.priceVersion = u"own"_s;
            record.platformCost = Money::fromNano(1000);
            record.platformFee = FeePolicy().feeFor(recordOf(record));
        }
        QJsonObject json = record.toJson();
        if (change == "field"_L1)
            json.insert(u"prompt"_s, u"words of mine"_s);
        const Reply reply = m_server->post("/v1/usage", {{u"records"_s, QJsonArray{json}}}, token);
        QCOMPARE(ServerFixture::statesOf(reply), QStringList{state});
        const bool aside = state.startsWith("quarantined"_L1);
        QCOMPARE(
            m_server->get("/v1/usage/quarantine", token).json.value("records"_L1).toArray().size(),
            aside ? 1 : 0);
        QCOMPARE(everything(token).size(), state == "stored"_L1 ? 1 : 0);
        if (aside) {
            QCOMPARE(ServerFixture::statesOf(m_server->send(token, {record})),
                     QStringList{u"duplicate"_s});
            QVERIFY(sumOfDays(m_server->get(days, token)) == Sums());
        }
    }

    void billsNothingFromBeforeSignUp()
    {
        const UsageMessage early = m_server->record();
        m_server->clock.advance(1h);
        const QByteArray token = m_server->user(u"ada@example.org"_s).token;
        QCOMPARE(ServerFixture::statesOf(m_server->send(token, {early})), QStringList{u"stored"_s});
        const Sums sums = sumOfDays(m_server->get(days, token));
        QCOMPARE(sums.cost, early.platformCost.nano());
        QCOMPARE(sums.fee, 0);
    }

    void refusesBatches_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << "{\"records\":[]}"_ba << 422;
        QTest::newRow("no list") << "{\"records\":{}}"_ba << 422;
        QTest::newRow("more fields") << "{\"records\":[{}],\"a\":1}"_ba << 422;
        QTest::newRow("no JSON") << "{\"records\":[}"_ba << 400;
        QTest::newRow("a list") << "[]"_ba << 400;
        QTest::newRow("too many") << "{\"records\":[" + QByteArray("{},").repeated(500) + "{}]}"
                                  << 422;
        QTest::newRow("deep") << "{\"records\":" + QByteArray("[").repeated(5000) << 400;
        QTest::newRow("numbers") << "{\"records\":[1]}"_ba << 200; // one answer for each
    }
    void refusesBatches()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const QByteArray token = m_server->user(u"ada@example.org"_s).token;
        QCOMPARE(call(m_server->port, "POST", "/v1/usage", token, body).status, status);
    }

    /// Two computers and two servers on the same records, every batch sent twice at once.
    void keepsEachRecordOnceWhoeverSendsIt()
    {
        ServerFixture second(*m_store);
        const ServerFixture::User one = m_server->user(u"ada@example.org"_s);
        const ServerFixture::User two = m_server->device(one.email);
        constexpr int count = 2000;
        QList<UsageMessage> records;
        for (int i = 0; i < count; ++i)
            records.append(m_server->record(i));
        std::atomic<int> stored = 0;
        std::atomic<int> wrong = 0;
        std::vector<std::thread> senders;
        for (int sender = 0; sender < 4; ++sender) {
            senders.emplace_back([&, sender] {
                const ServerFixture &server = sender % 2 == 0 ? *m_server : second;
                const QByteArray &token = sender < 2 ? one.token : two.token;
                QRandomGenerator random(static_cast<quint32>(sender));
                QList<int> starts;
                for (int at = 0; at < count; at += 50)
                    starts.append(at);
                std::shuffle(starts.begin(), starts.end(), random);
                for (const int at : std::as_const(starts)) {
                    Reply reply;
                    for (int tries = 0; tries < 20 && reply.status != 200; ++tries)
                        reply = server.send(token, records.mid(at, 50));
                    for (const QString &state : ServerFixture::statesOf(reply)) {
                        stored += state == "stored"_L1 ? 1 : 0;
                        wrong += state == "stored"_L1 || state == "duplicate"_L1 ? 0 : 1;
                    }
                }
            });
        }
        for (std::thread &sender : senders)
            sender.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(stored.load(), count);
        QList<UsageMessage> kept = everything(one.token);
        QCOMPARE(kept.size(), count);
        QVERIFY(sumOf(kept) == sumOf(records));
        QVERIFY(sumOfDays(second.get(days, two.token)) == sumOf(records));
    }
};

QTEST_GUILESS_MAIN(TestIngestion)
#include "tst_ingestion.moc"
