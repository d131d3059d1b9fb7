// What services say against what was recorded: a table of both sides and what is made of them.

#include "core/usage/reconciliation.h"

#include <QtTest/QTest>

#include <utility>

using namespace keyway;
using namespace Qt::StringLiterals;

using Causes = QList<std::pair<DifferenceCause, qint64>>;
Q_DECLARE_METATYPE(Causes)
Q_DECLARE_METATYPE(keyway::OwnSums)

namespace {

const QDate today(2026, 11, 22);

QDateTime startOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC);
}

OwnSums costing(qint64 nano)
{
    OwnSums sums;
    sums.cost = Money::fromNano(nano);
    sums.attempts = 1;
    return sums;
}

OwnSums withUnknown(qint64 nano, qint64 attempts, qint64 atMost)
{
    OwnSums sums = costing(nano);
    sums.unknown = attempts;
    sums.unknownAtMost = Money::fromNano(atMost);
    return sums;
}

OwnSums withEstimated(qint64 nano, qint64 attempts, qint64 ofThem, qint64 atMost)
{
    OwnSums sums = costing(nano);
    sums.estimated = attempts;
    sums.estimatedCost = Money::fromNano(ofThem);
    sums.estimatedAtMost = Money::fromNano(atMost);
    return sums;
}

OwnSums acrossMidnight(qint64 nano, qint64 ofThem)
{
    OwnSums sums = costing(nano);
    sums.acrossMidnight = Money::fromNano(ofThem);
    return sums;
}

} // namespace

class TestReconciliation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneDay_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<OwnSums>("ours");
        QTest::addColumn<qint64>("broughtIn");
        QTest::addColumn<qint64>("theirs");
        QTest::addColumn<Agreement>("agreement");
        QTest::addColumn<Causes>("causes");
        const auto row
            = [](const char *name, const QDate &day, const OwnSums &ours, qint64 broughtIn,
                 qint64 theirs, Agreement agreement, const Causes &causes) {
                  QTest::newRow(name) << day << ours << broughtIn << theirs << agreement << causes;
              };
        using C = DifferenceCause;
        const QDate old(2026, 11, 10);
        const QDate yesterday = today.addDays(-1);
        const qint64 dollar = 1'000'000'000;

        row("nothing on both sides", old, {}, 0, 0, Agreement::Same, {});
        row("equal", old, costing(dollar), 0, dollar, Agreement::Same, {});
        row("equal, with attempts that cost nothing they knew", old, withUnknown(dollar, 2, dollar),
            0, dollar, Agreement::Same, {});
        row("a ten-thousandth more", old, costing(5000), 0, 105'000, Agreement::Same,
            {{C::Rounding, 100'000}});
        row("a ten-thousandth less", old, costing(100'000), 0, 0, Agreement::Same,
            {{C::Rounding, -100'000}});
        row("just above a ten-thousandth", old, costing(5000), 0, 105'001, Agreement::Explained,
            {{C::UsedElsewhere, 100'001}});
        row("a thousandth", old, costing(100 * dollar), 0, 100 * dollar + dollar / 10,
            Agreement::Same, {{C::Rounding, dollar / 10}});
        row("used elsewhere", old, costing(dollar), 0, 3 * dollar, Agreement::Explained,
            {{C::UsedElsewhere, 2 * dollar}});
        row("used elsewhere alone", old, {}, 0, dollar, Agreement::Explained,
            {{C::UsedElsewhere, dollar}});
        row("unknown costs explain all", old, withUnknown(dollar, 3, 5 * dollar), 0, 3 * dollar,
            Agreement::Explained, {{C::UnknownCosts, 2 * dollar}});
        row("unknown costs explain a part", old, withUnknown(dollar, 3, dollar / 2), 0, 3 * dollar,
            Agreement::Explained,
            {{C::UnknownCosts, dollar / 2}, {C::UsedElsewhere, 3 * dollar / 2}});
        row("estimated too low", old, withEstimated(dollar, 1, dollar, 2 * dollar), 0,
            3 * dollar / 2, Agreement::Explained, {{C::EstimatedCosts, dollar / 2}});
        row("estimated too high", old, withEstimated(dollar, 1, dollar, 2 * dollar), 0, dollar / 2,
            Agreement::Explained, {{C::EstimatedCosts, -dollar / 2}});
        row("estimated, and more is missing", old, withEstimated(2 * dollar, 1, dollar, dollar), 0,
            0, Agreement::Flagged, {{C::EstimatedCosts, -dollar}, {C::OursIsMore, -dollar}});
        row("from the day before", old, costing(dollar), dollar, 2 * dollar, Agreement::Explained,
            {{C::AcrossMidnight, dollar}});
        row("to the day after", old, acrossMidnight(2 * dollar, dollar), 0, dollar,
            Agreement::Explained, {{C::AcrossMidnight, -dollar}});
        row("ours is more", old, costing(2 * dollar), 0, dollar, Agreement::Flagged,
            {{C::OursIsMore, -dollar}});
        row("ours is more, yesterday", yesterday, costing(2 * dollar), 0, dollar, Agreement::NotYet,
            {{C::NotBilledYet, -dollar}});
        row("ours is more, today", today, costing(2 * dollar), 0, 0, Agreement::NotYet,
            {{C::NotBilledYet, -2 * dollar}});
        row("ours is more, the day before yesterday", today.addDays(-2), costing(2 * dollar), 0, 0,
            Agreement::Flagged, {{C::OursIsMore, -2 * dollar}});
        row("theirs is more today", today, costing(dollar), 0, 2 * dollar, Agreement::Explained,
            {{C::UsedElsewhere, dollar}});
        row("given back", old, {}, 0, -dollar, Agreement::Flagged, {{C::OursIsMore, -dollar}});
    }

    void oneDay()
    {
        QFETCH(QDate, day);
        QFETCH(OwnSums, ours);
        QFETCH(qint64, broughtIn);
        QFETCH(qint64, theirs);
        QFETCH(Agreement, agreement);
        QFETCH(Causes, causes);
        const Comparison result
            = compared(startOf(day), startOf(day.addDays(1)), Money::fromNano(theirs), ours,
                       Money::fromNano(broughtIn), today);
        QCOMPARE(nameOf(result.agreement), nameOf(agreement));
        Causes found;
        Money sum;
        for (const DifferencePart &part : result.parts) {
            found.append({part.cause, part.amount.nano()});
            sum += part.amount;
        }
        QCOMPARE(found, causes);
        if (!causes.isEmpty())
            QCOMPARE(sum, result.difference());
        QVERIFY(result.isDay());
        QCOMPARE(result.day(), day);
    }

    void aBillByItsDays()
    {
        const QDate first(2026, 11, 1);
        Bill bill;
        bill.from = first;
        bill.to = today;
        const auto line = [&](int day, const char *name, qint64 nano) {
            const QDate date(2026, 11, day);
            bill.lines.append({date, date, QString::fromLatin1(name), Money::fromNano(nano)});
        };
        line(3, "gpt-a", 1'000'000'000);
        line(3, "gpt-b", 500'000'000);
        line(4, "", 0);
        QMap<QDate, OwnSums> own;
        own[QDate(2026, 10, 31)] = acrossMidnight(2'000'000'000, 2'000'000'000);
        own[QDate(2026, 11, 3)] = costing(1'500'000'000);
        own[QDate(2026, 11, 5)] = costing(700'000'000); // the bill has no such day
        own[today] = costing(300'000'000);
        own[today.addDays(1)] = costing(1); // after the bill
        own[QDate(2026, 11, 6)] = OwnSums(); // failed attempts alone
        const QList<Comparison> days = compared(bill, own, today);
        QStringList found;
        for (const Comparison &day : days) {
            found.append(u"%1 %2 %3 %4"_s.arg(day.day().day())
                             .arg(day.ours.nano())
                             .arg(day.theirs.nano())
                             .arg(nameOf(day.agreement)));
        }
        QCOMPARE(found,
                 QStringList({u"3 1500000000 1500000000 same"_s, u"4 0 0 same"_s,
                              u"5 700000000 0 flagged"_s, u"22 300000000 0 not-yet"_s}));
        const Comparison sum = summedUp(days);
        QCOMPARE(sum.ours.nano(), 2'500'000'000);
        QCOMPARE(sum.theirs.nano(), 1'500'000'000);
        QCOMPARE(nameOf(sum.agreement), u"flagged"_s);
        QCOMPARE(sum.parts.size(), 2);
        QCOMPARE(sum.parts.at(0).amount + sum.parts.at(1).amount, sum.difference());
    }

    void aStretchOfDaysIsOneComparison()
    {
        Bill bill;
        bill.from = QDate(2026, 11, 1);
        bill.to = today;
        bill.lines = {{bill.from, today.addDays(-1), {}, Money::fromNano(3'000'000'000)},
                      {today, today, {}, Money::fromNano(250'000'000)}};
        QMap<QDate, OwnSums> own;
        own[QDate(2026, 11, 2)] = acrossMidnight(1'000'000'000, 1'000'000'000);
        own[QDate(2026, 11, 9)] = costing(2'000'000'000);
        own[today] = costing(250'000'000);
        const QList<Comparison> parts = compared(bill, own, today);
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts.at(0).ours.nano(), 3'000'000'000);
        QCOMPARE(parts.at(0).sums.attempts, 2);
        QCOMPARE(parts.at(0).sums.acrossMidnight, Money());
        QVERIFY(!parts.at(0).isDay());
        QCOMPARE(nameOf(parts.at(0).agreement), u"same"_s);
        QCOMPARE(nameOf(parts.at(1).agreement), u"same"_s);
    }

    void whatGoesOffABalance()
    {
        const KeptBalance before{startOf(today), Money::fromCents(1000)};
        const KeptBalance after{startOf(today).addSecs(3600), Money::fromCents(900)};
        const auto same = compared(before, after, costing(1'000'000'000), today);
        QVERIFY(same);
        QCOMPARE(nameOf(same->agreement), u"same"_s);
        QCOMPARE(same->theirs, Money::fromCents(100));
        const auto more = compared(before, after, {}, today);
        QVERIFY(more);
        QCOMPARE(more->parts.first().cause, DifferenceCause::UsedElsewhere);
        QVERIFY(!compared(after, before, {}, today)); // money was added
    }
};

QTEST_GUILESS_MAIN(TestReconciliation)
#include "tst_reconciliation.moc"
