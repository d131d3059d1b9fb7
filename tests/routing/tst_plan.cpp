#include "tests/routing/planfixture.h"

#include <QtTest/QTest>

using namespace planfixture;

class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Change &change, const QString &expected) {
            QTest::newRow(name) << change << expected;
        };
        const auto cheapest = [](RouteSnapshot &s) { s.strategy = Strategy::Cheapest; };
        const QString inOrder = u"A first-in-order, B next-in-order, C next-in-order; "_s;

        row(
            "my order", [](RouteSnapshot &) {}, inOrder);
        row(
            "positions, not the list's order",
            [](RouteSnapshot &s) { s.options[0].integration.position = 9; },
            u"B first-in-order, C next-in-order, A next-in-order; "_s);
        row(
            "same position: by name",
            [](RouteSnapshot &s) {
                for (Option &o : s.options)
                    o.integration.position = 0;
                s.options[0].integration.name = u"b2"_s;
            },
            u"B first-in-order, b2 next-in-order, C next-in-order; "_s);
        row(
            "nobody", [](RouteSnapshot &s) { s.options.clear(); }, u"; "_s);
        row("cheapest", cheapest, u"B cheapest, A next-cheapest, C next-cheapest; "_s);
        row(
            "same price: my order",
            [=](RouteSnapshot &s) {
                cheapest(s);
                for (Option &o : s.options)
                    o.price = textPrice(1, 1);
            },
            u"A cheapest, B next-cheapest, C next-cheapest; "_s);
        row(
            "unknown price comes last",
            [=](RouteSnapshot &s) {
                cheapest(s);
                s.options[1].price.reset();
            },
            u"A cheapest, C next-cheapest, B price-unknown-last; "_s);
        row(
            "half a price is none",
            [=](RouteSnapshot &s) {
                cheapest(s);
                s.options[1].price->prices.remove(Counter::OutText);
            },
            u"A cheapest, C next-cheapest, B price-unknown-last; "_s);
        row(
            "no price at all",
            [=](RouteSnapshot &s) {
                cheapest(s);
                for (Option &o : s.options)
                    o.price.reset();
            },
            u"A price-unknown-last, B price-unknown-last, C price-unknown-last; "_s);
        row(
            "unknown prices do not matter in my order",
            [](RouteSnapshot &s) { s.options[0].price.reset(); }, inOrder);
        row(
            "local costs nothing",
            [=](RouteSnapshot &s) {
                cheapest(s);
                s.options[2].price = textPrice(0, 0);
            },
            u"C cheapest, B next-cheapest, A next-cheapest; "_s);
        row(
            "long answers change who is cheapest",
            [=](RouteSnapshot &s) {
                cheapest(s);
                s.options[0].price = textPrice(20, 1);
                s.typicalOutputTokens = 4000;
                s.maxOutputTokens = 4000;
                s.promptTokens = 10;
            },
            u"A cheapest, B next-cheapest, C next-cheapest; "_s);

        row(
            "disabled", [](RouteSnapshot &s) { s.options[0].integration.enabled = false; },
            u"B first-in-order, C next-in-order; A disabled"_s);
        row(
            "not in automatic routing",
            [](RouteSnapshot &s) { s.options[0].integration.automaticRouting = false; },
            u"B first-in-order, C next-in-order; A not-in-automatic-routing"_s);
        row(
            "not as a fallback",
            [](RouteSnapshot &s) { s.options[1].integration.allowFallback = false; },
            u"A first-in-order, C next-in-order; B not-as-fallback"_s);
        row(
            "not as a fallback, but first",
            [](RouteSnapshot &s) { s.options[0].integration.allowFallback = false; }, inOrder);
        row(
            "not as a fallback, first by price",
            [=](RouteSnapshot &s) {
                cheapest(s);
                s.options[1].integration.allowFallback = false;
            },
            u"B cheapest, A next-cheapest, C next-cheapest; "_s);
        row(
            "nobody as a fallback",
            [](RouteSnapshot &s) {
                for (Option &o : s.options)
                    o.integration.allowFallback = false;
            },
            u"A first-in-order; B not-as-fallback, C not-as-fallback"_s);
        row(
            "not as a fallback, becomes first",
            [](RouteSnapshot &s) {
                s.options[0].integration.enabled = false;
                s.options[1].integration.allowFallback = false;
            },
            u"B first-in-order, C next-in-order; A disabled"_s);
        row(
            "held",
            [](RouteSnapshot &s) {
                s.options[1].integration.hold = Hold{Error::Kind::Auth, now(), {}};
            },
            u"A first-in-order, C next-in-order; B held"_s);
        row(
            "held model",
            [](RouteSnapshot &s) {
                s.options[1].integration.hold = Hold{Error::Kind::Gone, now(), u"m-b"_s};
            },
            u"A first-in-order, C next-in-order; B held"_s);
        row(
            "another model is held",
            [](RouteSnapshot &s) {
                s.options[1].integration.hold = Hold{Error::Kind::Gone, now(), u"other"_s};
            },
            inOrder);
        row(
            "no key", [](RouteSnapshot &s) { s.options[2].keyAvailable = false; },
            u"A first-in-order, B next-in-order; C key-unavailable"_s);
        row(
            "no model", [](RouteSnapshot &s) { s.options[2].model.clear(); },
            u"A first-in-order, B next-in-order; C no-model"_s);
        row(
            "retired today",
            [](RouteSnapshot &s) { s.options[0].facts->retires = QDate(2026, 11, 22); },
            u"B first-in-order, C next-in-order; A model-retired"_s);
        row(
            "retires tomorrow",
            [](RouteSnapshot &s) { s.options[0].facts->retires = QDate(2026, 11, 23); }, inOrder);
        row(
            "retires at midnight in UTC",
            [](RouteSnapshot &s) {
                s.options[0].facts->retires = QDate(2026, 11, 22);
                s.now = QDateTime::fromString(u"2026-11-22T01:00:00+02:00"_s, Qt::ISODate);
            },
            inOrder);
        row(
            "pictures from text models", [](RouteSnapshot &s) { s.type = RequestType::Image; },
            u"; A type-not-supported, B type-not-supported, C type-not-supported"_s);
        row(
            "a model nobody described writes text",
            [](RouteSnapshot &s) { s.options[0].facts.reset(); }, inOrder);
        row(
            "a model nobody described makes no pictures",
            [](RouteSnapshot &s) {
                s.type = RequestType::Image;
                s.options.resize(1);
                s.options[0].facts.reset();
            },
            u"; A type-not-supported"_s);
        row(
            "unless its service makes nothing else",
            [](RouteSnapshot &s) {
                s.type = RequestType::Image;
                s.options.resize(1);
                s.options[0].facts.reset();
                s.options[0].serviceTypes = {RequestType::Image};
            },
            u"A first-in-order; "_s);
        row(
            "and then no text",
            [](RouteSnapshot &s) {
                s.options[0].facts.reset();
                s.options[0].serviceTypes = {RequestType::Image};
            },
            u"B first-in-order, C next-in-order; A type-not-supported"_s);
        row(
            "prompt too long", [](RouteSnapshot &s) { s.options[0].facts->contextTokens = 999; },
            u"B first-in-order, C next-in-order; A prompt-too-long"_s);
        row(
            "no place for an answer",
            [](RouteSnapshot &s) { s.options[0].facts->contextTokens = 1015; },
            u"B first-in-order, C next-in-order; A prompt-too-long"_s);
        row(
            "just enough place", [](RouteSnapshot &s) { s.options[0].facts->contextTokens = 1016; },
            inOrder);

        row(
            "limit with room", [](RouteSnapshot &s) { limit(s.options[0], 1'000'000'000, 0); },
            inOrder);
        row(
            "limit reached",
            [](RouteSnapshot &s) { limit(s.options[0], 1'000'000'000, 1'000'000'000); },
            u"B first-in-order, C next-in-order; A over-budget"_s);
        row(
            "limit passed",
            [](RouteSnapshot &s) { limit(s.options[0], 1'000'000'000, 1'200'000'000); },
            u"B first-in-order, C next-in-order; A over-budget"_s);
        // 4,000 tokens at $2 and 16 at $10 per million: $0.008160.
        row(
            "room for the shortest answer",
            [](RouteSnapshot &s) { limit(s.options[0], 8'160'000, 0); }, inOrder);
        row(
            "a nano-dollar too little", [](RouteSnapshot &s) { limit(s.options[0], 8'160'000, 1); },
            u"B first-in-order, C next-in-order; A over-budget"_s);
        row(
            "a shorter answer was asked for",
            [](RouteSnapshot &s) {
                limit(s.options[0], 8'050'000, 0);
                s.maxOutputTokens = 5;
            },
            inOrder);
        row(
            "limit that only warns",
            [](RouteSnapshot &s) {
                limit(s.options[0], 1, 500);
                s.options[0].integration.limitAction = LimitAction::WarnOnly;
            },
            inOrder);
        row(
            "unknown price under a limit",
            [](RouteSnapshot &s) {
                limit(s.options[0], 1'000'000'000, 0);
                s.options[0].price.reset();
            },
            u"B first-in-order, C next-in-order; A price-unknown-under-limit"_s);
        row(
            "unknown price under a limit that only warns",
            [](RouteSnapshot &s) {
                limit(s.options[0], 1'000'000'000, 0);
                s.options[0].price.reset();
                s.options[0].integration.limitAction = LimitAction::WarnOnly;
            },
            inOrder);
        row(
            "local under a limit of nothing",
            [](RouteSnapshot &s) {
                limit(s.options[0], 0, 0);
                s.options[0].price = textPrice(0, 0);
            },
            inOrder);
        row(
            "a cache write can cost more than the input",
            [](RouteSnapshot &s) {
                s.options[0].price->prices.insert(Counter::InCacheWriteA,
                                                  Price::fromPico(2'500'000));
                limit(s.options[0], 8'160'000, 0);
            },
            u"B first-in-order, C next-in-order; A over-budget"_s);

        row(
            "pinned integration",
            [](RouteSnapshot &s) { s.pinnedIntegration = s.options[1].integration.id; },
            u"B pinned; A not-chosen, C not-chosen"_s);
        row(
            "pinned, though not in automatic routing",
            [](RouteSnapshot &s) {
                s.pinnedIntegration = s.options[1].integration.id;
                s.options[1].integration.automaticRouting = false;
            },
            u"B pinned; A not-chosen, C not-chosen"_s);
        row(
            "pinned, though not as a fallback",
            [](RouteSnapshot &s) {
                s.pinnedIntegration = s.options[1].integration.id;
                s.options[1].integration.allowFallback = false;
            },
            u"B pinned; A not-chosen, C not-chosen"_s);
        row(
            "pinned and disabled",
            [](RouteSnapshot &s) {
                s.pinnedIntegration = s.options[1].integration.id;
                s.options[1].integration.enabled = false;
            },
            u"; A not-chosen, B disabled, C not-chosen"_s);
        row(
            "pinned and disabled, for once",
            [](RouteSnapshot &s) {
                s.pinnedIntegration = s.options[1].integration.id;
                s.options[1].integration.enabled = false;
                s.evenDisabled = true;
            },
            u"B pinned; A not-chosen, C not-chosen"_s);
        row(
            "disabled, and nobody is pinned",
            [](RouteSnapshot &s) {
                s.options[0].integration.enabled = false;
                s.evenDisabled = true;
            },
            u"B first-in-order, C next-in-order; A disabled"_s);
        row(
            "pinned model",
            [](RouteSnapshot &s) {
                s.pinnedService = u"c"_s;
                s.pinnedModel = u"m-c"_s;
            },
            u"C pinned; A not-chosen, B not-chosen"_s);
        row(
            "pinned model of another service",
            [](RouteSnapshot &s) {
                s.pinnedService = u"c"_s;
                s.pinnedModel = u"m-a"_s;
            },
            u"; A not-chosen, B not-chosen, C not-chosen"_s);
        row(
            "pinned model that two have",
            [=](RouteSnapshot &s) {
                cheapest(s);
                s.options[0].integration.service = s.options[1].integration.service = u"x"_s;
                s.options[0].model = s.options[1].model = u"m"_s;
                s.pinnedService = u"x"_s;
                s.pinnedModel = u"m"_s;
            },
            u"B pinned, A pinned; C not-chosen"_s);
        row(
            "pinned integration and another model",
            [](RouteSnapshot &s) {
                s.pinnedIntegration = s.options[1].integration.id;
                s.pinnedModel = u"m-c"_s;
            },
            u"; A not-chosen, B not-chosen, C not-chosen"_s);
        row(
            "the first reason counts",
            [](RouteSnapshot &s) {
                s.options[0].integration.enabled = false;
                s.options[0].keyAvailable = false;
                s.options[0].model.clear();
            },
            u"B first-in-order, C next-in-order; A disabled"_s);
    }

    void decides()
    {
        QFETCH(Change, change);
        QFETCH(QString, expected);
        RouteSnapshot snapshot = three();
        change(snapshot);
        QCOMPARE(shortly(plan(snapshot)), expected);
    }

    void scores()
    {
        const auto scoresOf = [](const RouteSnapshot &snapshot) {
            QList<int> result;
            const RoutePlan made = plan(snapshot);
            for (const Candidate &candidate : made.candidates)
                result.append(candidate.score);
            return result;
        };
        RouteSnapshot snapshot = three();
        QCOMPARE(scoresOf(snapshot), (QList<int>{100, 66, 33}));
        snapshot.strategy = Strategy::Cheapest;
        QCOMPARE(scoresOf(snapshot), (QList<int>{100, 50, 25}));
        snapshot.options[0].price.reset();
        QCOMPARE(scoresOf(snapshot), (QList<int>{100, 25, 0}));
        snapshot.options[1].price = textPrice(0, 0);
        QCOMPARE(scoresOf(snapshot), (QList<int>{100, 1, 0}));
    }

    void reasonsCarryFacts()
    {
        RouteSnapshot snapshot = three();
        snapshot.options[0].facts->contextTokens = 800;
        limit(snapshot.options[1], 9'000'000, 8'000'000);
        snapshot.options[2].integration.hold = Hold{Error::Kind::Gone, now(), u"m-c"_s};
        const RoutePlan result = plan(snapshot);
        QCOMPARE(shortly(result), u"; A prompt-too-long, B over-budget, C held"_s);
        QCOMPARE(compact(result.excluded[0].reason.values),
                 "{\"limit_tokens\":800,\"prompt_tokens\":1000}"_ba);
        // The least that it would take: 4,000 tokens in, 16 out.
        QCOMPARE(compact(result.excluded[1].reason.values),
                 "{\"left_nano\":1000000,\"limit_nano\":9000000,\"needed_nano\":4080000,"
                 "\"spent_nano\":8000000}"_ba);
        QCOMPARE(
            compact(result.excluded[2].reason.values),
            "{\"error_kind\":\"gone\",\"model\":\"m-c\",\"since\":\"2026-11-22T12:00:00Z\"}"_ba);
        snapshot = three();
        snapshot.strategy = Strategy::Cheapest;
        QCOMPARE(plan(snapshot).candidates[1].estimatedCost, Money::fromNano(6'000'000));
        QCOMPARE(plan(snapshot).candidates[1].terms.size(), 1);
        QCOMPARE(plan(snapshot).candidates[1].terms[0],
                 (ScoreTerm{ScoreTerm::Kind::Price, 50, true}));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
