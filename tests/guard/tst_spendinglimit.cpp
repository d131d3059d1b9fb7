#include "core/guard/spendinglimit.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::guard;
using namespace Qt::StringLiterals;

class TestSpendingLimit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void periods_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        const auto row
            = [](const char *name, LimitPeriod period, QDate day, QDate first, QDate last) {
                  QTest::newRow(name) << static_cast<int>(period) << day << first << last;
              };
        const QDate day(2026, 11, 18); // a Wednesday
        row("day", LimitPeriod::Day, day, day, day);
        row("request", LimitPeriod::Request, day, day, day);
        row("week", LimitPeriod::Week, day, {2026, 11, 16}, {2026, 11, 22});
        row("week on its Monday", LimitPeriod::Week, {2026, 11, 16}, {2026, 11, 16},
            {2026, 11, 22});
        row("week on its Sunday", LimitPeriod::Week, {2026, 11, 22}, {2026, 11, 16},
            {2026, 11, 22});
        row("week over the year's end", LimitPeriod::Week, {2027, 1, 1}, {2026, 12, 28},
            {2027, 1, 3});
        row("month", LimitPeriod::Month, day, {2026, 11, 1}, {2026, 11, 30});
        row("leap day", LimitPeriod::Month, {2028, 2, 29}, {2028, 2, 1}, {2028, 2, 29});
    }
    void periods()
    {
        QFETCH(int, period);
        QFETCH(QDate, day);
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QCOMPARE(periodAround(static_cast<LimitPeriod>(period), day), (DaySpan{first, last}));
    }

    void whomItConcerns()
    {
        const Id one = Id::create(QDateTime::currentDateTimeUtc());
        const Id other = Id::create(QDateTime::currentDateTimeUtc());
        using Kind = LimitScope::Kind;
        const auto concerns = [&](const LimitScope &scope) {
            return scope.concerns({u"openai"_s, one, RequestType::Image, AppClass::CommandLine});
        };
        QVERIFY(concerns({}));
        QVERIFY(concerns({Kind::Service, u"openai"_s}));
        QVERIFY(!concerns({Kind::Service, u"stability"_s}));
        QVERIFY(concerns({Kind::Integration, one.toString()}));
        QVERIFY(!concerns({Kind::Integration, other.toString()}));
        QVERIFY(concerns({Kind::Type, u"image"_s}));
        QVERIFY(!concerns({Kind::Type, u"text"_s}));
        QVERIFY(concerns({Kind::App, u"cli"_s}));
        QVERIFY(!concerns({Kind::App, u"window"_s}));
    }

    void standing_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<int>("spentCents");
        QTest::addColumn<int>("reservedCents");
        QTest::addColumn<int>("standing");
        const auto row = [](const char *name, LimitPeriod period, int spent, int reserved,
                            LimitStanding standing) {
            QTest::newRow(name) << static_cast<int>(period) << spent << reserved
                                << static_cast<int>(standing);
        };
        // Of $40.00, warned at 80 %, on day 18 of 30.
        row("nothing used", LimitPeriod::Month, 0, 0, LimitStanding::Fine);
        row("on course", LimitPeriod::Month, 2064, 0, LimitStanding::Fine);
        row("just on course", LimitPeriod::Month, 2400, 0, LimitStanding::Fine);
        row("too fast", LimitPeriod::Month, 2401, 0, LimitStanding::MayRunOut);
        row("a running one is no pace", LimitPeriod::Month, 2400, 700, LimitStanding::Fine);
        row("at 80 %", LimitPeriod::Month, 3200, 0, LimitStanding::Warned);
        row("at 80 % with what runs", LimitPeriod::Month, 2000, 1200, LimitStanding::Warned);
        row("reached", LimitPeriod::Month, 4000, 0, LimitStanding::Reached);
        row("reached by what runs", LimitPeriod::Month, 3000, 1000, LimitStanding::Reached);
        row("passed", LimitPeriod::Month, 5000, 0, LimitStanding::Reached);
        row("a day has no pace", LimitPeriod::Day, 3100, 0, LimitStanding::Fine);
        row("a request stands alone", LimitPeriod::Request, 5000, 0, LimitStanding::Fine);
    }
    void standing()
    {
        QFETCH(int, period);
        QFETCH(int, spentCents);
        QFETCH(int, reservedCents);
        QFETCH(int, standing);
        SpendingLimit limit;
        limit.period = static_cast<LimitPeriod>(period);
        limit.most = Money::fromCents(4000);
        const LimitUse use{limit, Money::fromCents(spentCents), Money::fromCents(reservedCents)};
        QCOMPARE(static_cast<int>(standingOf(use, QDate(2026, 11, 18))), standing);
    }

    void pace()
    {
        SpendingLimit limit;
        limit.most = Money::fromCents(4000);
        LimitUse use{limit, Money::fromCents(1800), {}};
        QCOMPARE(atThisPace(use, QDate(2026, 11, 18)), Money::fromCents(3000));
        QCOMPARE(atThisPace(use, QDate(2026, 11, 30)), Money::fromCents(1800));
        use.limit.period = LimitPeriod::Week;
        QCOMPARE(atThisPace(use, QDate(2026, 11, 18)), Money::fromCents(4200));
        use.limit.period = LimitPeriod::Day;
        QCOMPARE(atThisPace(use, QDate(2026, 11, 18)), std::nullopt);
    }

    void namesComeBack()
    {
        for (const auto kind : {LimitScope::Kind::Everything, LimitScope::Kind::Service,
                                LimitScope::Kind::Integration, LimitScope::Kind::Type})
            QCOMPARE(limitScopeFromName(nameOf(kind)), kind);
        for (const auto period :
             {LimitPeriod::Request, LimitPeriod::Day, LimitPeriod::Week, LimitPeriod::Month})
            QCOMPARE(limitPeriodFromName(nameOf(period)), period);
        for (const auto action : {LimitAction::Stop, LimitAction::WarnOnly, LimitAction::FallBack})
            QCOMPARE(limitActionFromName(nameOf(action)), action);
    }
};

QTEST_APPLESS_MAIN(TestSpendingLimit)
#include "tst_spendinglimit.moc"
