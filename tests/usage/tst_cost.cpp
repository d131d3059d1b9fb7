#include "core/catalogue/catalogue.h"
#include "core/usage/cost.h"

#include <QtTest/QTest>

#include <limits>

using namespace keyway;
using namespace Qt::StringLiterals;

using Counts = QList<std::pair<Counter, qint64>>;
Q_DECLARE_METATYPE(Counts)

namespace {
TokenUsage usageOf(const Counts &counts)
{
    TokenUsage usage;
    for (const auto &[counter, count] : counts)
        usage.set(counter, count);
    return usage;
}
} // namespace

class TestCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Catalogue> loaded = Catalogue::load(u":/catalogue"_s);
        QVERIFY(loaded.ok());
        m_catalogue = *loaded;
    }

    void isExact_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("startedAt");
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<qint64>("nano"); // -1: not known
        const auto row = [](const char *name, const char *service, const char *model,
                            const char *startedAt, const Counts &counts, qint64 nano) {
            QTest::newRow(name) << QString::fromLatin1(service) << QString::fromLatin1(model)
                                << QString::fromLatin1(startedAt) << counts << nano;
        };
        using C = Counter;
        const char *const now = "2026-11-22T12:00:00Z";

        row("nothing used", "openai", "gpt-6-sol", now, {}, 0);
        row("plain", "openai", "gpt-6-sol", now, {{C::InUncached, 1000}, {C::OutText, 500}},
            7'000'000);
        row("one cheap token", "openai", "gpt-5.4-mini", now, {{C::InCacheRead, 1}}, 75);
        row("cached", "openai", "gpt-6.1-sol", now,
            {{C::InUncached, 10}, {C::InCacheRead, 9990}, {C::OutText, 100}}, 2'019'000);
        row("cache written", "openai", "gpt-6-luna", now,
            {{C::InUncached, 3}, {C::InCacheWriteA, 1001}, {C::OutText, 7}}, 128'925);
        row("cache written where its price is not known", "openai", "gpt-5.5", now,
            {{C::InCacheWriteA, 1}}, -1);
        row("the long cache where its price is not known", "openai", "gpt-6-sol", now,
            {{C::InUncached, 5}, {C::InCacheWriteB, 1}}, -1);
        row("both caches", "anthropic", "claude-sonnet-5-5", now,
            {{C::InUncached, 12},
             {C::InCacheWriteA, 2000},
             {C::InCacheWriteB, 3000},
             {C::InCacheRead, 40'000},
             {C::OutText, 321}},
            12 * 2000 + 2000 * 2500 + 3000 * 4000 + 40'000 * 100 + 321 * 10'000);
        row("web search", "anthropic", "claude-opus-5-5", now,
            {{C::InUncached, 100}, {C::OutText, 10}, {C::CallsWebSearch, 2}},
            100 * 4000 + 10 * 20'000 + 2 * 10'000'000);
        row("thinking is in the output", "anthropic", "claude-haiku-4-5", now, {{C::OutText, 900}},
            4'500'000);

        row("below the tier", "anthropic", "claude-haiku-5-5", now,
            {{C::InUncached, 99'999}, {C::OutText, 1}}, 99'999 * 100 + 500);
        row("at the tier's bound", "anthropic", "claude-haiku-5-5", now,
            {{C::InUncached, 100'000}, {C::OutText, 1}}, 100'000 * 100 + 500);
        row("above it, all is dearer", "anthropic", "claude-haiku-5-5", now,
            {{C::InUncached, 100'001}, {C::OutText, 1}}, qint64(100'001) * 500 + 2500);
        row("the cached part counts for the tier", "anthropic", "claude-haiku-5-5", now,
            {{C::InUncached, 1}, {C::InCacheRead, 100'000}, {C::OutText, 1}},
            500 + 100'000 * 50 + 2500);
        row("OpenAI at 272,000", "openai", "gpt-6-sol", now,
            {{C::InUncached, 272'000}, {C::OutText, 100}}, qint64(272'000) * 2000 + 100 * 10'000);
        row("OpenAI above 272,000", "openai", "gpt-6-sol", now,
            {{C::InUncached, 272'001}, {C::OutText, 100}}, qint64(272'001) * 4000 + 100 * 15'000);
        row("no tier on a short window", "openai", "gpt-5.4-mini", now,
            {{C::InUncached, 300'000}, {C::OutText, 1}}, qint64(300'000) * 750 + 4500);

        row("the day before a new price", "openai", "gpt-5.6-sol", "2026-08-20T12:00:00Z",
            {{C::InUncached, 1000}, {C::OutText, 1000}}, 35'000'000);
        row("its last millisecond", "openai", "gpt-5.6-sol", "2026-08-20T23:59:59.999Z",
            {{C::InUncached, 1000}, {C::OutText, 1000}}, 35'000'000);
        row("midnight in UTC", "openai", "gpt-5.6-sol", "2026-08-21T00:00:00Z",
            {{C::InUncached, 1000}, {C::OutText, 1000}}, 24'000'000);
        row("still yesterday in UTC", "openai", "gpt-5.6-sol", "2026-08-21T01:30:00+02:00",
            {{C::InUncached, 1000}, {C::OutText, 1000}}, 35'000'000);
        row("already today in UTC", "openai", "gpt-5.6-sol", "2026-08-20T20:00:00-04:00",
            {{C::InUncached, 1000}, {C::OutText, 1000}}, 24'000'000);
        row("cache read before 7 October", "anthropic", "claude-sonnet-5-5", "2026-10-06T23:59:59Z",
            {{C::InCacheRead, 1000}}, 200'000);
        row("cache read from 7 October", "anthropic", "claude-sonnet-5-5", "2026-10-07T00:00:00Z",
            {{C::InCacheRead, 1000}}, 100'000);
        row("before any known price", "openai", "gpt-6-sol", "2020-01-01T00:00:00Z",
            {{C::InUncached, 1}}, -1);

        row("a dated name", "openai", "gpt-6-sol-2026-09-01", now, {{C::InUncached, 1}}, 2000);
        row("a dated name, short", "anthropic", "claude-sonnet-4-5-20250929", now,
            {{C::OutText, 1}}, 15'000);
        row("a dated name with a price of its own", "openai", "gpt-4o-2024-05-13", now,
            {{C::InUncached, 1}}, 5000);
        row("no date", "openai", "gpt-6-sol-2026-13-01", now, {{C::InUncached, 1}}, -1);
        row("unknown model", "openai", "gpt-7", now, {{C::InUncached, 1}}, -1);
        row("unknown model, nothing used", "openai", "gpt-7", now, {}, -1);
        row("unknown service", "nobody", "gpt-6-sol", now, {{C::InUncached, 1}}, -1);
        row("a service of the user's", "custom", "my-model", now, {{C::InUncached, 1}}, -1);
        row("local", "ollama", "llama3", now, {{C::InUncached, 5000}, {C::OutText, 300}}, 0);

        row("a picture", "stability", "core", now, {{C::Images, 1}}, 30'000'000);
        row("pictures", "stability", "sd3.5-large", now, {{C::Images, 3}}, 195'000'000);
        row("ultra", "stability", "ultra", now, {{C::Images, 1}}, 80'000'000);
        row("turbo", "stability", "sd3.5-large-turbo", now, {{C::Images, 1}}, 40'000'000);
        row("medium", "stability", "sd3.5-medium", now, {{C::Images, 1}}, 35'000'000);
        row("a picture billed by tokens", "openai", "gpt-image-2", now,
            {{C::InUncached, 50}, {C::InImage, 300}, {C::OutImage, 1767}},
            50 * 5000 + 300 * 8000 + 1767 * 30'000);
        row("text out of a picture model without such a price", "openai", "gpt-image-2", now,
            {{C::OutText, 1}}, -1);
    }
    void isExact()
    {
        QFETCH(QString, service);
        QFETCH(QString, model);
        QFETCH(QString, startedAt);
        QFETCH(Counts, counts);
        QFETCH(qint64, nano);
        const TokenUsage usage = usageOf(counts);
        const QDateTime at = QDateTime::fromString(startedAt, Qt::ISODateWithMs);
        QVERIFY(at.isValid());
        const std::optional<PriceQuote> quote
            = m_catalogue.quote({service, model, {}, at, usage.tokensIn(), {}});
        const std::optional<Cost> cost = quote ? costOf(usage, quote->prices) : std::nullopt;
        QCOMPARE(cost ? cost->total.nano() : -1, nano);
    }

    void roundsTheSumOnce()
    {
        // Three lines of 0.4 nano-dollars: 1.2 together, 0 if each were rounded.
        const UnitPrices prices{{Counter::InUncached, Price::fromPico(400)},
                                {Counter::InCacheRead, Price::fromPico(400)},
                                {Counter::OutText, Price::fromPico(400)}};
        const TokenUsage usage
            = usageOf({{Counter::InUncached, 1}, {Counter::InCacheRead, 1}, {Counter::OutText, 1}});
        const std::optional<Cost> cost = costOf(usage, prices);
        QVERIFY(cost.has_value());
        QCOMPARE(cost->total.nano(), 1);
        QCOMPARE(cost->lines.size(), 3);
        PicoDollars sum = 0;
        for (const CostLine &line : cost->lines)
            sum += line.amount();
        QCOMPARE(sum, PicoDollars(1200));
    }

    void halfToEven()
    {
        const UnitPrices prices{{Counter::InUncached, Price::fromPico(500)}};
        QCOMPARE(costOf(usageOf({{Counter::InUncached, 1}}), prices)->total.nano(), 0);
        QCOMPARE(costOf(usageOf({{Counter::InUncached, 3}}), prices)->total.nano(), 2);
        QCOMPARE(costOf(usageOf({{Counter::InUncached, 5}}), prices)->total.nano(), 2);
    }

    void zeroIsAPriceAndNoPriceIsNone()
    {
        const TokenUsage usage = usageOf({{Counter::InUncached, 5}, {Counter::OutText, 5}});
        const UnitPrices free{{Counter::InUncached, Price()}, {Counter::OutText, Price()}};
        QCOMPARE(costOf(usage, free)->total, Money());
        QVERIFY(!costOf(usage, {{Counter::InUncached, Price()}}).has_value());
        QVERIFY(!costOf(usage, {}).has_value());
    }

    void hugeCountsDoNotWrap()
    {
        const UnitPrices prices{{Counter::OutText, *Price::perMillion(u"1000000")}};
        const TokenUsage usage = usageOf({{Counter::OutText, std::numeric_limits<qint64>::max()}});
        QCOMPARE(costOf(usage, prices)->total.nano(), std::numeric_limits<qint64>::max());
    }

    void multipliesTokenPrices()
    {
        const UnitPrices prices{{Counter::InUncached, Price::fromPico(75'001)},
                                {Counter::OutText, Price::fromPico(75'003)},
                                {Counter::CallsWebSearch, Price::fromPico(10'000'000'001)}};
        const UnitPrices half = multiplied(prices, 1, 2);
        QCOMPARE(half[Counter::InUncached].pico(), 37'500); // half to even
        QCOMPARE(half[Counter::OutText].pico(), 37'502);
        QCOMPARE(half[Counter::CallsWebSearch].pico(), 10'000'000'001);
        QCOMPARE(multiplied(prices, 2, 1)[Counter::OutText].pico(), 150'006);
        QCOMPARE(multiplied(prices, 1, 1), prices);
        const UnitPrices most{
            {Counter::OutText, Price::fromPico(std::numeric_limits<qint64>::max())}};
        QCOMPARE(multiplied(most, 3, 1), most);
    }

private:
    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(TestCost)
#include "tst_cost.moc"
