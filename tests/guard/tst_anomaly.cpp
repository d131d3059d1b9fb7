#include "core/guard/anomaly.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::guard;
using namespace Qt::StringLiterals;

namespace {

QList<Money> amounts(int count, qint64 cents)
{
    return QList<Money>(count, Money::fromCents(cents));
}

/// Four weeks of about ten hours a day at 10 cents, three of them at a dollar on one day.
SpendHistory quietHistory()
{
    SpendHistory history{QList<QList<Money>>(26, amounts(10, 10))};
    history.days.append(amounts(9, 10));
    history.days.prepend(amounts(8, 10) + amounts(3, 100));
    return history;
}

QString nameOf(const QList<Anomaly> &anomalies)
{
    QStringList names;
    for (const Anomaly &anomaly : anomalies)
        names += anomaly.channel == AnomalyChannel::Hour ? u"hour"_s : u"day"_s;
    return names.join(u'+');
}

} // namespace

class TestAnomaly : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsUsual()
    {
        const UsualSpend usual = usualSpend(quietHistory());
        QVERIFY(!usual.learning);
        QCOMPARE(usual.hour, Money::fromCents(10));
        QCOMPARE(usual.highHour, Money::fromCents(100)); // of 280 the third highest
        QCOMPARE(usual.highestDay, Money::fromCents(180)); // beside two of the dear hours
        QCOMPARE(usual.spread, 0.35);
        // Half of the hours lie above e times, half below an e-th of the middle one.
        SpendHistory wide{{amounts(50, 100) + amounts(1, 272) + amounts(50, 739)}};
        QVERIFY(std::abs(usualSpend(wide).spread - 1.4826) < 0.01);
        QCOMPARE(usualSpend(wide).hour, Money::fromCents(272));
    }

    void theMiddleIsOfTwoWeeks()
    {
        SpendHistory history{QList<QList<Money>>(14, amounts(5, 10))};
        history.days += QList<QList<Money>>(14, amounts(5, 1000));
        const UsualSpend usual = usualSpend(history);
        QCOMPARE(usual.hour, Money::fromCents(10));
        QCOMPARE(usual.highHour, Money::fromCents(1000));
        QCOMPARE(usual.highestDay, Money::fromCents(30));
    }

    void twoBurstsAreNoDay()
    {
        QCOMPARE(sustained({}), Money());
        QCOMPARE(sustained(amounts(1, 5000)), Money());
        QCOMPARE(sustained(amounts(2, 5000)), Money());
        QCOMPARE(sustained(amounts(3, 20) + amounts(1, 5000)), Money::fromCents(40));
        QCOMPARE(sustained(amounts(1, 5000) + amounts(3, 20)), Money::fromCents(40));
        QCOMPARE(sustained(amounts(3, 5000)), Money::fromCents(5000));
    }

    void learns_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("learning");
        QTest::newRow("nothing") << 0 << true;
        QTest::newRow("23 hours") << 23 << true;
        QTest::newRow("24 hours") << 24 << false;
    }
    void learns()
    {
        QFETCH(int, hours);
        QFETCH(bool, learning);
        // Hours of nothing teach nothing.
        const UsualSpend usual = usualSpend({{amounts(hours, 10) + amounts(50, 0)}});
        QCOMPARE(usual.learning, learning);
        const RunningSpend much{Money::fromCents(100'000), Money::fromCents(100'000)};
        QCOMPARE(anomaliesIn(much, usual).isEmpty(), learning);
    }

    void standsOut_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("knownHour");
        QTest::addColumn<int>("knownDay");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, int hour, int day, const QString &found,
                            int knownHour = 0, int knownDay = 0) {
            QTest::newRow(name) << hour << day << knownHour << knownDay << found;
        };
        row("nothing", 0, 0, {});
        row("as always", 10, 60, {});
        row("five times, not above fifty cents", 50, 90, {});
        row("as three times the high hours", 300, 190, {});
        row("above three times the high hours", 301, 190, u"hour"_s);
        row("as twice the highest day", 10, 360, {});
        row("above twice the highest day", 10, 361, u"day"_s);
        row("both", 600, 600, u"hour+day"_s);
        row("an hour the user knows", 400, 190, {}, 201);
        row("twice of it", 402, 190, {}, 201);
        row("above twice of it", 403, 190, u"hour"_s, 201);
        row("a day the user knows", 10, 722, {}, 0, 361);
        row("another day", 10, 723, u"day"_s, 0, 361);
        row("to know an hour is not to know the day", 600, 600, u"day"_s, 600);
    }
    void standsOut()
    {
        QFETCH(int, hour);
        QFETCH(int, day);
        QFETCH(int, knownHour);
        QFETCH(int, knownDay);
        QFETCH(QString, found);
        const RunningSpend running{Money::fromCents(hour), Money::fromCents(day)};
        const auto anomalies
            = anomaliesIn(running, usualSpend(quietHistory()),
                          {Money::fromCents(knownHour), Money::fromCents(knownDay)});
        QCOMPARE(nameOf(anomalies), found);
        QVERIFY(anomalies.isEmpty() || isWorthALook(running));
        for (const Anomaly &anomaly : anomalies) {
            const bool ofHour = anomaly.channel == AnomalyChannel::Hour;
            QCOMPARE(anomaly.spent, ofHour ? running.hour : running.day);
            QCOMPARE(anomaly.usual, Money::fromCents(ofHour ? 10 : 180));
        }
    }

    void smallAmountsAreNeverUnusual_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("day");
        QTest::addColumn<bool>("worth");
        QTest::newRow("fifty cents, a dollar") << 50 << 100 << false;
        QTest::newRow("a cent more in an hour") << 51 << 51 << true;
        QTest::newRow("a cent more in a day") << 1 << 101 << true;
    }
    void smallAmountsAreNeverUnusual()
    {
        QFETCH(int, hour);
        QFETCH(int, day);
        QFETCH(bool, worth);
        const RunningSpend running{Money::fromCents(hour), Money::fromCents(day)};
        const SpendHistory tiny{QList<QList<Money>>(14, QList<Money>(8, Money::fromNano(1000)))};
        QCOMPARE(isWorthALook(running), worth);
        QCOMPARE(!anomaliesIn(running, usualSpend(tiny)).isEmpty(), worth);
    }

    void aWideSpreadHidesMore()
    {
        // Their hours cost from one cent to ten dollars.
        const SpendHistory history{QList<QList<Money>>(
            10, amounts(3, 1) + amounts(3, 10) + amounts(3, 100) + amounts(3, 1000))};
        const UsualSpend usual = usualSpend(history);
        QVERIFY(anomaliesIn({Money::fromCents(3100), Money::fromCents(2000)}, usual).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAnomaly)
#include "tst_anomaly.moc"
