// Figures and words of Usage & Costs, without widgets.

#include "ui/desktop/usage/recordwords.h"
#include "ui/desktop/usage/usagevalues.h"
#include "ui/widgets/axis.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestUsageValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void stepsOfTheAxis_data()
    {
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QList<qint64>>("steps");
        QTest::newRow("nothing") << qint64(0) << QList<qint64>{0, 1};
        QTest::newRow("one") << qint64(1) << QList<qint64>{0, 1};
        QTest::newRow("five") << qint64(5) << QList<qint64>{0, 1, 2, 3, 4, 5};
        QTest::newRow("six") << qint64(6) << QList<qint64>{0, 2, 4, 6};
        QTest::newRow("eleven") << qint64(11) << QList<qint64>{0, 5, 10, 15};
        QTest::newRow("two dollars fifteen")
            << qint64(2'150'000'000)
            << QList<qint64>{
                   0, 500'000'000, 1'000'000'000, 1'500'000'000, 2'000'000'000, 2'500'000'000};
    }
    void stepsOfTheAxis()
    {
        QFETCH(qint64, most);
        QTEST(axisSteps(most), "steps");
    }

    void stepsHoldWhateverComes()
    {
        for (qint64 most = 1; most < 4'000'000'000'000'000'000 / 3; most = most * 3 + 1) {
            const QList<qint64> steps = axisSteps(most);
            QVERIFY2(steps.size() >= 2 && steps.size() <= 6, qPrintable(QString::number(most)));
            QVERIFY(steps.last() >= most);
            QVERIFY(steps.last() - steps.at(1) < most || steps.size() == 2);
        }
    }

    void whatAServiceSays_data()
    {
        QTest::addColumn<UsageRecord>("record");
        QTest::addColumn<ServiceSays>("says");
        UsageRecord record;
        record.outcome = Outcome::Completed;
        record.costState = CostState::Exact;
        record.platformCost = Money::fromNano(13'200'000);
        QTest::newRow("nothing") << record << ServiceSays::DoesNotTell;
        UsageRecord same = record;
        same.statedCost = record.platformCost;
        QTest::newRow("the same") << same << ServiceSays::Same;
        same.statedCost = Money::fromNano(13'300'000);
        QTest::newRow("a ten-thousandth of a dollar more") << same << ServiceSays::Same;
        same.statedCost = Money::fromNano(13'300'001);
        QTest::newRow("more than that") << same << ServiceSays::Differs;
        UsageRecord dear = same;
        dear.platformCost = Money::fromCents(1000);
        dear.statedCost = Money::fromCents(1001);
        QTest::newRow("a thousandth of a large amount") << dear << ServiceSays::Same;
        dear.statedCost = Money::fromCents(1002);
        QTest::newRow("two thousandths of it") << dear << ServiceSays::Differs;
        UsageRecord local = record;
        local.origin = OriginClass::Local;
        QTest::newRow("here") << local << ServiceSays::RunsHere;
        UsageRecord failed = record;
        failed.outcome = Outcome::Failed;
        QTest::newRow("failed and charged") << failed << ServiceSays::DoesNotTell;
        failed.platformCost = {};
        QTest::newRow("failed") << failed << ServiceSays::NotCharged;
        failed.costState = CostState::Unknown;
        QTest::newRow("failed, nobody knows") << failed << ServiceSays::DoesNotTell;
        failed.statedCost = Money::fromCents(1);
        QTest::newRow("unknown here, told there") << failed << ServiceSays::DoesNotTell;
        UsageRecord running = record;
        running.outcome = Outcome::Started;
        QTest::newRow("running") << running << ServiceSays::NotEnded;
    }
    void whatAServiceSays()
    {
        QFETCH(UsageRecord, record);
        QTEST(serviceSays(record), "says");
    }

    void theFixedFeeIsPartOfTheTotal()
    {
        UsageMonth month;
        month.summary.all.platformCost = Money::fromCents(300);
        month.summary.all.platformFee = Money::fromCents(15);
        month.fixedFee = Money::fromCents(500);
        QCOMPARE(month.platformFee(), Money::fromCents(515));
        QCOMPARE(month.total(), Money::fromCents(815));
    }
};

QTEST_GUILESS_MAIN(TestUsageValues)
#include "tst_usagevalues.moc"
