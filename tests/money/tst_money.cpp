#include "core/money/money.h"

#include <QtTest/QTest>

#include <limits>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestMoney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsHalfToEvenOnce_data()
    {
        QTest::addColumn<qint64>("pico");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("exact") << qint64(2000) << qint64(2);
        QTest::newRow("half to even down") << qint64(2500) << qint64(2);
        QTest::newRow("half to even up") << qint64(3500) << qint64(4);
        QTest::newRow("above half") << qint64(2501) << qint64(3);
        QTest::newRow("below half") << qint64(2499) << qint64(2);
        QTest::newRow("negative half to even") << qint64(-2500) << qint64(-2);
        QTest::newRow("negative above half") << qint64(-2501) << qint64(-3);
    }
    void roundsHalfToEvenOnce()
    {
        QFETCH(qint64, pico);
        QFETCH(qint64, nano);
        QCOMPARE(Money::fromPico(pico).nano(), nano);
    }

    void roundsInvoicesHalfUp()
    {
        QCOMPARE(Money::fromNano(4'999'999).cents(), 0);
        QCOMPARE(Money::fromNano(5'000'000).cents(), 1);
        QCOMPARE(Money::fromNano(25'000'000).cents(), 3);
        QCOMPARE(Money::fromNano(-5'000'000).cents(), -1);
    }

    void neverWraps()
    {
        const Money most = Money::fromNano(std::numeric_limits<qint64>::max());
        QCOMPARE(most + Money::fromNano(1), most);
        QCOMPARE(Money::fromPico(PicoDollars(most.nano()) * 1'000'000), most);
    }

    void scalesForAPercentage()
    {
        // 5 % of $0.000000010 is half a nano-dollar: to even, so nothing.
        QCOMPARE(Money::fromNano(10).scaled(500, 10'000).nano(), 0);
        QCOMPARE(Money::fromNano(30).scaled(500, 10'000).nano(), 2);
        QCOMPARE(Money::fromNano(20'640'000'000).scaled(500, 10'000).nano(), 1'032'000'000);
    }

    void readsPublishedPrices_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("pico");
        QTest::newRow("whole") << u"2"_s << qint64(2'000'000);
        QTest::newRow("decimals") << u"0.075"_s << qint64(75'000);
        QTest::newRow("six decimals") << u"0.000001"_s << qint64(1);
        QTest::newRow("too fine") << u"0.0000001"_s << qint64(-1);
        QTest::newRow("negative") << u"-1"_s << qint64(-1);
        QTest::newRow("comma") << u"1,5"_s << qint64(-1);
        QTest::newRow("empty") << u""_s << qint64(-1);
        QTest::newRow("open point") << u"1."_s << qint64(-1);
        QTest::newRow("exponent") << u"1e3"_s << qint64(-1);
        QTest::newRow("too large") << u"1000001"_s << qint64(-1);
    }
    void readsPublishedPrices()
    {
        QFETCH(QString, text);
        QFETCH(qint64, pico);
        const std::optional<Price> price = Price::perMillion(text);
        QCOMPARE(price ? price->pico() : -1, pico);
    }

    void readsPricesOfPieces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("pico");
        QTest::newRow("whole") << u"2"_s << qint64(2'000'000'000'000);
        QTest::newRow("cents") << u"0.04"_s << qint64(40'000'000'000);
        QTest::newRow("twelve decimals") << u"0.000000000001"_s << qint64(1);
        QTest::newRow("the most") << u"999999.999999999999"_s << qint64(999'999'999'999'999'999);
        QTest::newRow("too fine") << u"0.0000000000001"_s << qint64(-1);
        QTest::newRow("too large") << u"1000000"_s << qint64(-1);
        QTest::newRow("negative") << u"-1"_s << qint64(-1);
        QTest::newRow("open point") << u"1."_s << qint64(-1);
        QTest::newRow("no whole") << u".5"_s << qint64(-1);
        QTest::newRow("two points") << u"1.2.3"_s << qint64(-1);
        QTest::newRow("empty") << u""_s << qint64(-1);
    }
    void readsPricesOfPieces()
    {
        QFETCH(QString, text);
        QFETCH(qint64, pico);
        const std::optional<Price> price = Price::each(text);
        QCOMPARE(price ? price->pico() : -1, pico);
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
