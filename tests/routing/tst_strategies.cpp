#include "tests/routing/planfixture.h"

#include <QtTest/QTest>

using namespace planfixture;
using std::chrono::minutes;

namespace {

Speed speed(qint64 firstTokenMs, int tokensPerSecond, int daysAgo = 0)
{
    return {firstTokenMs, tokensPerSecond * 1000LL, now().addDays(-daysAgo)};
}

void rate(Option &option, int score)
{
    option.facts->quality = Quality{score, u"a board"_s, QDate(2026, 10, 8)};
}

/// A is good and dear, B cheap and quick, C in between and slow.
RouteSnapshot known()
{
    RouteSnapshot s = three();
    rate(s.options[0], 58);
    rate(s.options[1], 38);
    rate(s.options[2], 48);
    s.options[0].health.speed = speed(800, 50);
    s.options[1].health.speed = speed(300, 200);
    s.options[2].health.speed = speed(2000, 20);
    return s;
}

void by(RouteSnapshot &s, Strategy strategy)
{
    s.strategy = strategy;
}

void down(Option &option, minutes until)
{
    option.health.failuresInARow = 3;
    option.health.timesOpened = 1;
    option.health.failingSince = now().addSecs(-120);
    option.health.lastFailure = Error::Kind::Overloaded;
    option.health.openUntil = now().addSecs(until.count() * 60);
}

void busy(Option &option, int seconds)
{
    option.health.restUntil = now().addSecs(seconds);
}

} // namespace

/// Each strategy over the same three services, and what health and wishes make of it.
class TestStrategies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &expected, const Change &change) {
            QTest::newRow(name) << change << expected;
        };
        const auto fastest = [](RouteSnapshot &s) { by(s, Strategy::Fastest); };
        const auto best = [](RouteSnapshot &s) { by(s, Strategy::BestQuality); };
        const auto balanced = [](RouteSnapshot &s) { by(s, Strategy::Balanced); };
        const QString inOrder = u"A first-in-order, B next-in-order, C next-in-order; "_s;

        row("my order looks at nothing else", inOrder, [](RouteSnapshot &) {});
        row("cheapest looks at the price alone",
            u"B cheapest, A next-cheapest, C next-cheapest; "_s,
            [](RouteSnapshot &s) { by(s, Strategy::Cheapest); });

        row("fastest", u"B fastest, A next-fastest, C next-fastest; "_s, fastest);
        row("a slow start and a quick pace", u"C fastest, B next-fastest, A next-fastest; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                s.options[2].health.speed = speed(500, 1000);
            });
        row("short answers: the start decides", u"C fastest, B next-fastest, A next-fastest; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                s.typicalOutputTokens = 2;
                s.options[2].health.speed = speed(200, 20);
            });
        row("an unknown pace is a usual one", u"B fastest, A next-fastest, C next-fastest; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                s.options[0].health.speed = speed(800, 0);
            });
        row("not measured: last", u"A fastest, C next-fastest, B speed-unknown-last; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                s.options[1].health.speed.reset();
            });
        row("measured a month ago: not any more",
            u"A fastest, C next-fastest, B speed-unknown-last; "_s, [=](RouteSnapshot &s) {
                fastest(s);
                s.options[1].health.speed->measuredAt = now().addDays(-31);
            });
        row("measured four weeks ago: still", u"B fastest, A next-fastest, C next-fastest; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                s.options[1].health.speed->measuredAt = now().addDays(-28);
            });
        row("nobody was measured: my order",
            u"A speed-unknown-last, B speed-unknown-last, C speed-unknown-last; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                for (Option &o : s.options)
                    o.health.speed.reset();
            });
        row("as fast: my order", u"A fastest, B next-fastest, C next-fastest; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                for (Option &o : s.options)
                    o.health.speed = speed(400, 100);
            });
        row("a model that writes long answers takes longer",
            u"A fastest, B next-fastest, C next-fastest; "_s, [=](RouteSnapshot &s) {
                fastest(s);
                s.options[1].health.answers = 5;
                s.options[1].health.outputTokens = 4000;
            });

        row("best quality", u"A best-quality, C next-best-quality, B next-best-quality; "_s, best);
        row("not rated: left out", u"C best-quality, B next-best-quality; A quality-unknown"_s,
            [=](RouteSnapshot &s) {
                best(s);
                s.options[0].facts->quality.reset();
            });
        row("the user's own score", u"B best-quality, A next-best-quality, C next-best-quality; "_s,
            [=](RouteSnapshot &s) {
                best(s);
                s.wishes.quality.insert(u"b/m-b"_s, 90);
            });
        row("rated by the user alone",
            u"A best-quality, C next-best-quality, B next-best-quality; "_s, [=](RouteSnapshot &s) {
                best(s);
                s.options[0].facts->quality.reset();
                s.wishes.quality.insert(u"a/m-a"_s, 70);
            });
        row("not rated, but chosen", u"A pinned; B not-chosen, C not-chosen"_s,
            [=](RouteSnapshot &s) {
                best(s);
                s.options[0].facts->quality.reset();
                s.pinnedIntegration = s.options[0].integration.id;
            });
        row("a model nobody described has no score",
            u"C best-quality, B next-best-quality; A quality-unknown"_s, [=](RouteSnapshot &s) {
                best(s);
                s.options[0].facts.reset();
            });
        row("nobody is rated", u"; A quality-unknown, B quality-unknown, C quality-unknown"_s,
            [=](RouteSnapshot &s) {
                best(s);
                for (Option &o : s.options)
                    o.facts->quality.reset();
            });
        row("as good: my order", u"A best-quality, B next-best-quality, C next-best-quality; "_s,
            [=](RouteSnapshot &s) {
                best(s);
                for (Option &o : s.options)
                    rate(o, 50);
            });

        row("balanced", u"B best-balance, A next-best-balance, C next-best-balance; "_s, balanced);
        row("balanced: much better wins",
            u"A best-balance, B next-best-balance, C next-best-balance; "_s, [=](RouteSnapshot &s) {
                balanced(s);
                rate(s.options[0], 100);
                rate(s.options[1], 10);
            });
        row("balanced: much dearer loses",
            u"C best-balance, A next-best-balance; B above-max-price"_s, [=](RouteSnapshot &s) {
                balanced(s);
                s.options[0].price = textPrice(50, 250);
                s.options[1].price = textPrice(900, 5000);
                s.wishes.maxPrice = Money::fromCents(300);
            });
        row("balanced: an unknown price is worth nothing",
            u"A best-balance, C next-best-balance, B next-best-balance; "_s, [=](RouteSnapshot &s) {
                balanced(s);
                s.options[1].price.reset();
                rate(s.options[1], 20);
            });
        row("balanced: what nobody knows counts as little",
            u"B best-balance, A next-best-balance, C next-best-balance; "_s, [=](RouteSnapshot &s) {
                balanced(s);
                s.options[2].facts->quality.reset();
                s.options[2].health.speed.reset();
            });
        row("balanced: all the same: my order",
            u"A best-balance, B next-best-balance, C next-best-balance; "_s, [=](RouteSnapshot &s) {
                balanced(s);
                for (Option &o : s.options) {
                    o.price = textPrice(1, 1);
                    o.health.speed = speed(400, 100);
                    rate(o, 50);
                }
            });

        row("down: asked last", u"B first-in-order, C next-in-order, A down-last; "_s,
            [](RouteSnapshot &s) { down(s.options[0], minutes(1)); });
        row("down, by any strategy", u"A fastest, C next-fastest, B down-last; "_s,
            [=](RouteSnapshot &s) {
                fastest(s);
                down(s.options[1], minutes(1));
            });
        row("the pause is over: one may try", inOrder,
            [](RouteSnapshot &s) { down(s.options[0], minutes(0)); });
        row("another one tries already", u"B first-in-order, C next-in-order, A probed-last; "_s,
            [](RouteSnapshot &s) {
                down(s.options[0], minutes(0));
                s.options[0].health.probeUntil = now().addSecs(60);
            });
        row("the one who tried is gone", inOrder, [](RouteSnapshot &s) {
            down(s.options[0], minutes(0));
            s.options[0].health.probeUntil = now().addSecs(-1);
        });
        row("all are down: still asked", u"A down-last, B down-last, C down-last; "_s,
            [](RouteSnapshot &s) {
                for (Option &o : s.options)
                    down(o, minutes(1));
            });
        row("down, but chosen", u"A pinned; B not-chosen, C not-chosen"_s, [](RouteSnapshot &s) {
            down(s.options[0], minutes(1));
            s.pinnedIntegration = s.options[0].integration.id;
        });
        row("down for a year, by a clock that was set back", inOrder, [](RouteSnapshot &s) {
            down(s.options[0], minutes(1));
            s.options[0].health.openUntil = now().addYears(1);
        });
        row("two failures are no reason", inOrder, [](RouteSnapshot &s) {
            s.options[0].health.failuresInARow = 2;
            s.options[0].health.lastFailure = Error::Kind::Network;
        });
        row("busy: asked last", u"B first-in-order, C next-in-order, A resting-last; "_s,
            [](RouteSnapshot &s) { busy(s.options[0], 20); });
        row("busy before down", u"C first-in-order, B resting-last, A down-last; "_s,
            [](RouteSnapshot &s) {
                down(s.options[0], minutes(1));
                busy(s.options[1], 20);
            });
        row("busy for long", u"B first-in-order, C next-in-order; A resting"_s,
            [](RouteSnapshot &s) { busy(s.options[0], 3600); });
        row("busy for long, though chosen", u"; A resting, B not-chosen, C not-chosen"_s,
            [](RouteSnapshot &s) {
                busy(s.options[0], 3600);
                s.pinnedIntegration = s.options[0].integration.id;
            });
        row("no longer busy", inOrder, [](RouteSnapshot &s) { busy(s.options[0], -1); });
        row("not as a fallback, while the first is down",
            u"C first-in-order, A down-last; B not-as-fallback"_s, [](RouteSnapshot &s) {
                down(s.options[0], minutes(1));
                s.options[1].integration.position = 4;
                s.options[1].integration.allowFallback = false;
            });

        row("only two", u"A first-in-order, C next-in-order; B not-among-only"_s,
            [](RouteSnapshot &s) {
                s.wishes.only = QStringList{u"a"_s, u"C"_s};
            });
        row("only a service", u"B first-in-order; A not-among-only, C not-among-only"_s,
            [](RouteSnapshot &s) {
                s.options[1].integration.service = u"openai"_s;
                s.wishes.only = QStringList{u"OpenAI"_s};
            });
        row("only a model", u"B first-in-order; A not-among-only, C not-among-only"_s,
            [](RouteSnapshot &s) { s.wishes.only = QStringList{u"b/m-b"_s}; });
        row("ignored", u"A first-in-order, C next-in-order; B ignored"_s,
            [](RouteSnapshot &s) { s.wishes.ignore = QStringList{u"B"_s}; });
        row("ignored wins over only", u"A first-in-order; B ignored, C not-among-only"_s,
            [](RouteSnapshot &s) {
                s.wishes.only = QStringList{u"A"_s, u"B"_s};
                s.wishes.ignore = QStringList{u"b"_s};
            });
        row("ignored, but chosen", u"B pinned; A not-chosen, C not-chosen"_s, [](RouteSnapshot &s) {
            s.wishes.ignore = QStringList{u"B"_s};
            s.pinnedIntegration = s.options[1].integration.id;
        });
        row("prompts stay here", u"C first-in-order; A not-local, B not-local"_s,
            [](RouteSnapshot &s) {
                s.wishes.localOnly = true;
                s.options[2].local = true;
            });
        row("prompts stay here, whatever was chosen",
            u"; A not-local, B not-chosen, C not-chosen"_s, [](RouteSnapshot &s) {
                s.wishes.localOnly = true;
                s.pinnedIntegration = s.options[0].integration.id;
            });
        // 4,000 tokens at most in and 16 out: A $0.00816, B $0.00408, C $0.01632.
        row("a highest price", u"B first-in-order; A above-max-price, C above-max-price"_s,
            [](RouteSnapshot &s) { s.wishes.maxPrice = Money::fromNano(8'159'999); });
        row("a highest price that is enough",
            u"A first-in-order, B next-in-order; C above-max-price"_s,
            [](RouteSnapshot &s) { s.wishes.maxPrice = Money::fromNano(8'160'000); });
        row("a highest price and an unknown one",
            u"B first-in-order; A price-unknown-under-max-price, C above-max-price"_s,
            [](RouteSnapshot &s) {
                s.options[0].price.reset();
                s.wishes.maxPrice = Money::fromNano(8'160'000);
            });
        row("free is under any price", u"C first-in-order; A above-max-price, B above-max-price"_s,
            [](RouteSnapshot &s) {
                s.wishes.maxPrice = Money();
                s.options[2].price = textPrice(0, 0);
            });
        row("the limit of the month comes before",
            u"B first-in-order; A over-budget, C above-max-price"_s, [](RouteSnapshot &s) {
                limit(s.options[0], 100, 100);
                s.wishes.maxPrice = Money::fromNano(8'160'000);
            });
        row("the first reason counts", u"B first-in-order, C next-in-order; A disabled"_s,
            [](RouteSnapshot &s) {
                s.options[0].integration.enabled = false;
                s.wishes.ignore = QStringList{u"A"_s};
                busy(s.options[0], 3600);
            });
        row("a usual answer of this model decides about its cost",
            u"A cheapest, C next-cheapest, B next-cheapest; "_s, [](RouteSnapshot &s) {
                by(s, Strategy::Cheapest);
                s.options[1].health.answers = 5;
                s.options[1].health.outputTokens = 4000;
            });
        row("four answers are too few", u"B cheapest, A next-cheapest, C next-cheapest; "_s,
            [](RouteSnapshot &s) {
                by(s, Strategy::Cheapest);
                s.options[1].health.answers = 4;
                s.options[1].health.outputTokens = 4000;
            });
    }
    void decides()
    {
        QFETCH(Change, change);
        QFETCH(QString, expected);
        RouteSnapshot snapshot = known();
        change(snapshot);
        const RoutePlan made = plan(snapshot);
        QCOMPARE(shortly(made), expected);
        for (const Candidate &candidate : made.candidates)
            QVERIFY(!candidate.terms.isEmpty());
    }

    void scoresSayWhatTheyAreMadeOf()
    {
        RouteSnapshot snapshot = known();
        by(snapshot, Strategy::Balanced);
        const RoutePlan made = plan(snapshot);
        const Candidate &a = made.candidates[1];
        QCOMPARE(a.integrationName, u"A"_s);
        // $0.006: 10 of 16 thousandths. 800 ms and 400 tokens at 50 a second: 5 of 13.8 seconds.
        const QVarLengthArray<ScoreTerm, 3> expected{{ScoreTerm::Kind::Quality, 58, true},
                                                     {ScoreTerm::Kind::Price, 63, true},
                                                     {ScoreTerm::Kind::Speed, 36, true}};
        QCOMPARE(a.terms, expected);
        QCOMPARE(a.score, 52);
        QCOMPARE(a.firstTokenMs, 800);
        QCOMPARE(a.expectedMs, 8800);
        QCOMPARE(a.quality, 58);

        snapshot.options[0].facts->quality.reset();
        snapshot.options[0].health.speed.reset();
        snapshot.options[0].price.reset();
        const Candidate unknown = plan(snapshot).candidates.last();
        const QVarLengthArray<ScoreTerm, 3> little{{ScoreTerm::Kind::Quality, 25, false},
                                                   {ScoreTerm::Kind::Price, 0, false},
                                                   {ScoreTerm::Kind::Speed, 50, false}};
        QCOMPARE(unknown.terms, little);
    }

    void aHighestPriceShortensTheAnswer()
    {
        RouteSnapshot snapshot = known();
        snapshot.wishes.maxPrice = Money::fromNano(10'000'000);
        const RoutePlan made = plan(snapshot);
        QCOMPARE(made.candidates[0].maxOutputTokens, 200);
        QCOMPARE(made.candidates[0].worstCost, Money::fromNano(10'000'000));
    }

    void healthReasonsCarryFacts()
    {
        RouteSnapshot snapshot = known();
        down(snapshot.options[0], minutes(1));
        busy(snapshot.options[1], 3600);
        const RoutePlan made = plan(snapshot);
        QVERIFY(made.candidates[1].isStandby());
        QCOMPARE(compact(made.candidates[1].reason.values),
                 "{\"error_kind\":\"overloaded\",\"since\":\"2026-11-22T11:58:00Z\","
                 "\"until\":\"2026-11-22T12:01:00Z\"}"_ba);
        QCOMPARE(compact(made.excluded[0].reason.values),
                 "{\"until\":\"2026-11-22T13:00:00Z\"}"_ba);
    }

    void wishesAddUp()
    {
        Wishes mine;
        mine.ignore = QStringList{u"A"_s};
        mine.only = QStringList{u"B"_s, u"C"_s};
        mine.maxPrice = Money::fromCents(5);
        mine.quality.insert(u"a/m-a"_s, 10);
        Wishes now;
        now.ignore = QStringList{u"a"_s, u"D"_s};
        now.only = QStringList{u"C"_s};
        now.maxPrice = Money::fromCents(7);
        now.localOnly = true;
        const Wishes both = mine.with(now);
        QCOMPARE(both.ignore, (QStringList{u"A"_s, u"D"_s}));
        QCOMPARE(both.only, QStringList{u"C"_s});
        QCOMPARE(both.maxPrice, Money::fromCents(5));
        QVERIFY(both.localOnly);
        QCOMPARE(mine.with({}), mine);
        QCOMPARE(Wishes::fromJson(both.toJson()), std::optional(both));
        QCOMPARE(Wishes::fromJson({}), std::optional(Wishes()));
        QVERIFY(!Wishes::fromJson({{u"only"_s, 3}}));
        QVERIFY(!Wishes::fromJson({{u"quality"_s, QJsonObject{{u"a/b"_s, 101}}}}));
    }

    void theUsualLengthOfAnswers()
    {
        ModelHealth often;
        often.answers = 1000;
        often.outputTokens = 100;
        ModelHealth twice;
        twice.answers = 4;
        twice.outputTokens = 700;
        QVERIFY(!typicalOutputTokens({}));
        QVERIFY(!typicalOutputTokens({twice}));
        QCOMPARE(typicalOutputTokens({often, twice}), 200);
    }
};

QTEST_GUILESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
