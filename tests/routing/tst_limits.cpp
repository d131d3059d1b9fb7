#include "tests/routing/planfixture.h"

using namespace planfixture;
using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitUse;
using guard::SpendingLimit;

// Of planfixture: a prompt of at most 4,000 tokens, up to 4,096 tokens of answer. At its worst A
// costs 48,960,000 nano-dollars, B half of it, C twice as much, and with the shortest answer A
// costs 8,160,000.

class TestLimits : public QObject {
    Q_OBJECT

    static LimitUse use(LimitScope scope, qint64 mostNano, qint64 usedNano,
                        LimitAction reached = LimitAction::Stop)
    {
        LimitUse use;
        use.limit.scope = std::move(scope);
        use.limit.most = Money::fromNano(mostNano);
        use.limit.reached = reached;
        use.spent = Money::fromNano(usedNano);
        return use;
    }

private Q_SLOTS:
    void plans_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Change &change, const QString &expected) {
            QTest::newRow(name) << change << expected;
        };
        using Kind = LimitScope::Kind;
        const QString all = u"A first-in-order, B next-in-order, C next-in-order; "_s;
        const QString none = u"; A over-budget, B over-budget, C over-budget"_s;
        row(
            "no limit", [](RouteSnapshot &) {}, all);
        row(
            "enough for all", [](RouteSnapshot &s) { s.limits = {use({}, 1'000'000'000, 0)}; },
            all);
        row(
            "reached", [](RouteSnapshot &s) { s.limits = {use({}, 1'000, 1'000)}; }, none);
        row(
            "passed", [](RouteSnapshot &s) { s.limits = {use({}, 1'000, 9'000'000)}; }, none);
        row(
            "reached, only warned",
            [](RouteSnapshot &s) { s.limits = {use({}, 1'000, 1'000, LimitAction::WarnOnly)}; },
            all);
        row(
            "what is left is enough for the shortest answer of A and B",
            [](RouteSnapshot &s) { s.limits = {use({}, 10'000'000, 1'840'000)}; },
            u"A first-in-order, B next-in-order; C over-budget"_s);
        row(
            "falls back to whoever gives a whole answer",
            [](RouteSnapshot &s) { s.limits = {use({}, 30'000'000, 0, LimitAction::FallBack)}; },
            u"B first-in-order; A over-budget, C over-budget"_s);
        row(
            "the same limit, stopping",
            [](RouteSnapshot &s) { s.limits = {use({}, 30'000'000, 0)}; }, all);
        row(
            "of a service",
            [](RouteSnapshot &s) {
                s.limits = {use({Kind::Service, u"b"_s}, 0, 0)};
            },
            u"A first-in-order, C next-in-order; B over-budget"_s);
        row(
            "of an integration",
            [](RouteSnapshot &s) {
                s.limits = {use({Kind::Integration, s.options[0].integration.id.toString()}, 0, 0)};
            },
            u"B first-in-order, C next-in-order; A over-budget"_s);
        row(
            "of this kind",
            [](RouteSnapshot &s) {
                s.limits = {use({Kind::Type, u"text"_s}, 0, 0)};
            },
            none);
        row(
            "of another kind",
            [](RouteSnapshot &s) {
                s.limits = {use({Kind::Type, u"image"_s}, 0, 0)};
            },
            all);
        row(
            "what is free goes on",
            [](RouteSnapshot &s) {
                s.limits = {use({}, 0, 5)};
                s.options[2].price = textPrice(0, 0);
            },
            u"C first-in-order; A over-budget, B over-budget"_s);
        row(
            "a price that nobody knows",
            [](RouteSnapshot &s) {
                s.limits = {use({}, 1'000'000'000, 0)};
                s.options[1].price.reset();
            },
            u"A first-in-order, C next-in-order; B price-unknown-under-limit"_s);
        row(
            "a price that nobody knows, only warned",
            [](RouteSnapshot &s) {
                s.limits = {use({}, 1'000'000'000, 0, LimitAction::WarnOnly)};
                s.options[1].price.reset();
            },
            all);
        row(
            "the narrower of two",
            [](RouteSnapshot &s) {
                s.limits = {use({}, 1'000'000'000, 0), use({Kind::Service, u"a"_s}, 1, 0)};
            },
            u"B first-in-order, C next-in-order; A over-budget"_s);
        row(
            "spending is stopped",
            [](RouteSnapshot &s) {
                s.spendingStopped = true;
                s.options[2].price = textPrice(0, 0);
            },
            u"C first-in-order; A spending-stopped, B spending-stopped"_s);
        row(
            "spending is stopped, and one has no price",
            [](RouteSnapshot &s) {
                s.spendingStopped = true;
                s.options[2].price.reset();
            },
            u"; A spending-stopped, B spending-stopped, C spending-stopped"_s);
        row(
            "an integration's own limit falls back, too",
            [](RouteSnapshot &s) {
                limit(s.options[0], 30'000'000, 0);
                s.options[0].integration.limitAction = LimitAction::FallBack;
            },
            u"B first-in-order, C next-in-order; A over-budget"_s);
    }
    void plans()
    {
        QFETCH(Change, change);
        QFETCH(QString, expected);
        RouteSnapshot snapshot = three();
        change(snapshot);
        QCOMPARE(shortly(plan(snapshot)), expected);
    }

    void neverReservesMoreThanIsLeft()
    {
        RouteSnapshot snapshot = three();
        snapshot.limits = {use({}, 30'000'000, 5'000'000)};
        const RoutePlan planned = plan(snapshot);
        QCOMPARE(planned.candidates.size(), 3);
        for (const Candidate &candidate : planned.candidates) {
            QVERIFY(*candidate.worstCost <= Money::fromNano(25'000'000));
            QVERIFY(candidate.maxOutputTokens >= fewestOutputTokens);
        }
    }

    void saysWhichLimit()
    {
        RouteSnapshot snapshot = three();
        snapshot.limits = {use({LimitScope::Kind::Service, u"a"_s}, 40, 30)};
        snapshot.limits.first().limit.period = LimitPeriod::Week;
        const QJsonObject values = plan(snapshot).excluded.first().reason.values;
        QCOMPARE(values.value("scope"_L1), u"service"_s);
        QCOMPARE(values.value("name"_L1), u"a"_s);
        QCOMPARE(values.value("period"_L1), u"week"_s);
        QCOMPARE(values.value("limit_nano"_L1), 40);
        QCOMPARE(values.value("left_nano"_L1), 10);
    }
};

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
