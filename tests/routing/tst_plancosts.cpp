#include "core/guard/reservation.h"
#include "tests/routing/planfixture.h"

#include <QtTest/QTest>

using namespace planfixture;

class TestPlanCosts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void capsTheAnswer_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<qint64>("cap");
        const auto row = [](const char *name, const Change &change, qint64 cap) {
            QTest::newRow(name) << change << cap;
        };
        row(
            "usual", [](RouteSnapshot &) {}, 4096);
        row(
            "as asked", [](RouteSnapshot &s) { s.maxOutputTokens = 9000; }, 9000);
        row(
            "not below one", [](RouteSnapshot &s) { s.maxOutputTokens = 0; }, 1);
        row(
            "short model", [](RouteSnapshot &s) { s.options[0].facts->maxOutputTokens = 2000; },
            2000);
        row(
            "long model", [](RouteSnapshot &s) { s.options[0].facts->maxOutputTokens = 64'000; },
            4096);
        row(
            "asked more than the model can",
            [](RouteSnapshot &s) {
                s.maxOutputTokens = 9000;
                s.options[0].facts->maxOutputTokens = 8000;
            },
            8000);
        row(
            "what the context leaves",
            [](RouteSnapshot &s) { s.options[0].facts->contextTokens = 3000; }, 2000);
        // $0.020000 for 4,000 in at $2 leaves $0.012 for output at $10.
        row(
            "what the budget leaves", [](RouteSnapshot &s) { limit(s.options[0], 20'000'000, 0); },
            1200);
        row(
            "what the budget leaves, spent",
            [](RouteSnapshot &s) { limit(s.options[0], 1'020'000'000, 1'000'000'000); }, 1200);
        row(
            "rounded down", [](RouteSnapshot &s) { limit(s.options[0], 20'009'999, 0); }, 1200);
        row(
            "a budget with room", [](RouteSnapshot &s) { limit(s.options[0], 1'000'000'000, 0); },
            4096);
        row(
            "a budget that only warns",
            [](RouteSnapshot &s) {
                limit(s.options[0], 20'000'000, 0);
                s.options[0].integration.limitAction = LimitAction::WarnOnly;
            },
            4096);
        row(
            "the dearer tier decides, which the bytes can reach",
            [](RouteSnapshot &s) {
                limit(s.options[0], 20'000'000, 0);
                PriceQuote &quote = *s.options[0].price;
                quote.tiers = {{0, quote.prices}, {3999, textPrice(4, 20).prices}};
            },
            200);
        row(
            "a tier out of reach does not",
            [](RouteSnapshot &s) {
                limit(s.options[0], 20'000'000, 0);
                PriceQuote &quote = *s.options[0].price;
                quote.tiers = {{0, quote.prices}, {4000, textPrice(4, 20).prices}};
            },
            1200);
        row(
            "no price, no limit", [](RouteSnapshot &s) { s.options[0].price.reset(); }, 4096);
        row(
            "no facts", [](RouteSnapshot &s) { s.options[0].facts.reset(); }, 4096);
    }

    void capsTheAnswer()
    {
        QFETCH(Change, change);
        QFETCH(qint64, cap);
        RouteSnapshot snapshot = three();
        change(snapshot);
        const RoutePlan result = plan(snapshot);
        QCOMPARE(result.candidates.constFirst().integrationName, u"A"_s);
        QCOMPARE(result.candidates.constFirst().maxOutputTokens, cap);
    }

    void estimatesAndBounds()
    {
        const Candidate first = plan(three()).candidates.constFirst();
        QCOMPARE(first.estimatedCost, std::optional(Money::fromNano(1000 * 2000 + 400 * 10'000)));
        QCOMPARE(first.worstCost, std::optional(Money::fromNano(4000 * 2000 + 4096 * 10'000)));

        RouteSnapshot tiered = three();
        PriceQuote &quote = *tiered.options[0].price;
        quote.tiers = {{0, quote.prices}, {2000, textPrice(4, 15).prices}};
        const Candidate second = plan(tiered).candidates.constFirst();
        QCOMPARE(second.estimatedCost, first.estimatedCost);
        QCOMPARE(second.worstCost, std::optional(Money::fromNano(4000 * 4000 + 4096 * 15'000)));

        RouteSnapshot brief = three();
        brief.maxOutputTokens = 10;
        QCOMPARE(plan(brief).candidates.constFirst().estimatedCost,
                 std::optional(Money::fromNano(1000 * 2000 + 10 * 10'000)));

        RouteSnapshot unknown = three();
        unknown.options[0].price.reset();
        QVERIFY(!plan(unknown).candidates.constFirst().estimatedCost.has_value());
        QVERIFY(!plan(unknown).candidates.constFirst().worstCost.has_value());
    }

    void pictures()
    {
        RouteSnapshot snapshot = three();
        snapshot.type = RequestType::Image;
        snapshot.imageCount = 3;
        for (Option &entry : snapshot.options)
            entry.facts->types = {RequestType::Image};
        snapshot.options[0].price = imagePrice(3);
        snapshot.options[1].price = imagePrice(8);
        limit(snapshot.options[1], 239'999'999, 0);
        // Billed by tokens: a bound of twice the usual picture.
        PriceQuote tokens = textPrice(5, 10);
        tokens.prices.insert(Counter::OutImage, Price::fromPico(30'000'000));
        snapshot.options[2].price = tokens;
        snapshot.options[2].facts->imageTokens = 1767;
        RoutePlan result = plan(snapshot);
        QCOMPARE(shortly(result), u"A first-in-order, C next-in-order; B over-budget"_s);
        QCOMPARE(result.candidates[0].estimatedCost, std::optional(Money::fromCents(9)));
        QCOMPARE(result.candidates[0].worstCost, std::optional(Money::fromCents(9)));
        QCOMPARE(result.candidates[0].maxOutputTokens, 0);
        QCOMPARE(result.candidates[1].estimatedCost,
                 std::optional(Money::fromNano(1000 * 5000 + 3 * 1767 * 30'000)));
        QCOMPARE(result.candidates[1].worstCost,
                 std::optional(Money::fromNano(4000 * 5000 + 2 * 3 * 1767 * 30'000)));

        limit(snapshot.options[1], 240'000'000, 0);
        limit(snapshot.options[2], 240'000'000, 0);
        snapshot.options[2].facts->imageTokens = 0;
        result = plan(snapshot);
        QCOMPARE(shortly(result),
                 u"A first-in-order, B next-in-order; C price-unknown-under-limit"_s);

        snapshot.type = RequestType::Video;
        for (Option &entry : snapshot.options)
            entry.facts->types = {RequestType::Video};
        snapshot.options.resize(1);
        result = plan(snapshot);
        QVERIFY(!result.candidates[0].estimatedCost.has_value());
        QVERIFY(!result.candidates[0].worstCost.has_value());
    }

    void boundsWithoutAPriceAreNone()
    {
        guard::AttemptBounds bounds;
        bounds.promptTokens = 10;
        bounds.outputTokens = 10;
        QVERIFY(!guard::worstCost({}, bounds).has_value());
        QVERIFY(!guard::outputTokensWithin(Money::fromCents(1), {}, bounds).has_value());
        PriceQuote quote = textPrice(1, 1);
        quote.tiers = {{0, quote.prices}, {5, {{Counter::InUncached, Price::fromPico(1)}}}};
        QVERIFY(!guard::worstCost(quote, bounds).has_value());
        bounds.promptTokens = 5;
        QCOMPARE(guard::worstCost(quote, bounds), std::optional(PicoDollars(15'000'000)));
        bounds.type = RequestType::Image;
        QVERIFY(!guard::outputTokensWithin(Money::fromCents(1), quote, bounds).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPlanCosts)
#include "tst_plancosts.moc"
