#include "core/usage/tokenusage.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <limits>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestTokenUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countersHaveNames()
    {
        QSet<QString> seen;
        for (int i = 0; i < counterCount; ++i) {
            const auto counter = static_cast<Counter>(i);
            const QString name = counterName(counter);
            QVERIFY(!name.isEmpty());
            QVERIFY(!seen.contains(name));
            seen.insert(name);
            QCOMPARE(counterFromName(name), std::optional(counter));
        }
        QCOMPARE(counterName(Counter::InCacheRead), "in_cache_read"_L1);
        QCOMPARE(counterName(Counter::Credits), "credits"_L1);
        QVERIFY(!counterFromName(u"in_cached").has_value());
        QVERIFY(!counterFromName(u"").has_value());
    }

    void knowsTokensFromPieces()
    {
        QVERIFY(isTokenCounter(Counter::InUncached));
        QVERIFY(isTokenCounter(Counter::OutVideo));
        QVERIFY(!isTokenCounter(Counter::CallsWebSearch));
        QVERIFY(!isTokenCounter(Counter::Images));
    }

    void neverNegative()
    {
        TokenUsage usage;
        usage.set(Counter::InUncached, -5);
        QCOMPARE(usage[Counter::InUncached], 0);
        usage.add(Counter::OutText, 7);
        usage.add(Counter::OutText, -9);
        QCOMPARE(usage[Counter::OutText], 0);
        usage.setOutThinking(-1);
        QCOMPARE(usage.outThinking(), 0);
        QVERIFY(usage.isEmpty());
    }

    void sumsDoNotWrap()
    {
        TokenUsage usage;
        for (int i = 0; i < counterCount; ++i)
            usage.set(static_cast<Counter>(i), std::numeric_limits<qint64>::max());
        QVERIFY(usage.tokensIn() > 0);
        QVERIFY(usage.tokensOut() > 0);
        QVERIFY(usage.tokensIn() + usage.tokensOut() > 0);
    }

    void sumsByDirection()
    {
        TokenUsage usage;
        QVERIFY(usage.isEmpty());
        qint64 units = 1;
        for (int i = 0; i < counterCount; ++i, units *= 10)
            usage.set(static_cast<Counter>(i), units);
        usage.setOutThinking(50'000);
        QCOMPARE(usage.tokensIn(), 1'111'111);
        QCOMPARE(usage.tokensOut(), 11'110'000'000);
        QVERIFY(!usage.isEmpty());
    }

    void json()
    {
        TokenUsage usage;
        usage.set(Counter::InUncached, 1353);
        usage.set(Counter::InCacheRead, 2'000'000'000'000);
        usage.set(Counter::OutText, 40);
        usage.setOutThinking(11);
        const QJsonObject json = usage.toJson();
        QCOMPARE(QJsonDocument(json).toJson(QJsonDocument::Compact),
                 "{\"in_cache_read\":2000000000000,\"in_uncached\":1353,\"out_text\":40,"
                 "\"out_thinking\":11}"_ba);
        QCOMPARE(TokenUsage::fromJson(json), std::optional(usage));
        QCOMPARE(TokenUsage::fromJson({}), std::optional(TokenUsage()));
    }

    void refusesBadJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("unknown name") << "{\"in\": 1}"_ba;
        QTest::newRow("negative") << "{\"in_uncached\": -1}"_ba;
        QTest::newRow("fraction") << "{\"in_uncached\": 1.5}"_ba;
        QTest::newRow("text") << "{\"in_uncached\": \"1\"}"_ba;
        QTest::newRow("null") << "{\"out_thinking\": null}"_ba;
        QTest::newRow("prompt text") << "{\"prompt\": \"hello\"}"_ba;
        QTest::newRow("too many") << "{\"in_uncached\": 9223372036854775807}"_ba;
    }
    void refusesBadJson()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!TokenUsage::fromJson(QJsonDocument::fromJson(json).object()).has_value());
    }

    void namesGoBothWays()
    {
        for (const RequestType value : {RequestType::Text, RequestType::Image, RequestType::Video})
            QCOMPARE(requestTypeFromName(nameOf(value)), std::optional(value));
        for (const Strategy value : {Strategy::MyOrder, Strategy::Cheapest, Strategy::Fastest,
                                     Strategy::BestQuality, Strategy::Balanced})
            QCOMPARE(strategyFromName(nameOf(value)), std::optional(value));
        for (const AppClass value : {AppClass::Window, AppClass::CommandLine, AppClass::Gateway})
            QCOMPARE(appClassFromName(nameOf(value)), std::optional(value));
        for (const CostState value : {CostState::Exact, CostState::Estimated, CostState::Unknown})
            QCOMPARE(costStateFromName(nameOf(value)), std::optional(value));
        for (const Outcome value :
             {Outcome::Started, Outcome::Completed, Outcome::Refused, Outcome::Filtered,
              Outcome::Failed, Outcome::Cancelled, Outcome::Unknown})
            QCOMPARE(outcomeFromName(nameOf(value)), std::optional(value));
        QCOMPARE(nameOf(Strategy::MyOrder), u"my-order"_s);
        QCOMPARE(nameOf(AppClass::CommandLine), u"cli"_s);
        QVERIFY(!requestTypeFromName(u"Text").has_value());
        QVERIFY(!strategyFromName(u"slowest").has_value());
        QVERIFY(!appClassFromName(u"").has_value());
        QVERIFY(!costStateFromName(u"free").has_value());
        QVERIFY(!outcomeFromName(u"done").has_value());
    }

    void totalIsCostAndFee()
    {
        UsageRecord record;
        record.platformCost = Money::fromNano(700);
        record.platformFee = Money::fromNano(35);
        QCOMPARE(record.total(), Money::fromNano(735));
    }
};

QTEST_GUILESS_MAIN(TestTokenUsage)
#include "tst_tokenusage.moc"
