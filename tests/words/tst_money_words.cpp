#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {
const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);
const QLocale swedish(QLocale::Swedish, QLocale::Sweden);
} // namespace

/// Amounts as people read and write them.
class TestMoneyWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amounts_data()
    {
        QTest::addColumn<qint64>("nano");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("exact");
        QTest::newRow("nothing") << qint64(0) << u"$0.00"_s << u"$0.0000"_s << u"$0.000000"_s;
        QTest::newRow("a nano") << qint64(1) << u"< $0.0001"_s << u"< $0.0001"_s << u"$0.000000"_s;
        QTest::newRow("just below")
            << qint64(99'999) << u"< $0.0001"_s << u"< $0.0001"_s << u"$0.000100"_s;
        QTest::newRow("smallest") << qint64(100'000) << u"$0.0001"_s << u"$0.0001"_s
                                  << u"$0.000100"_s;
        QTest::newRow("hidden by two")
            << qint64(4'400'000) << u"$0.0044"_s << u"$0.0044"_s << u"$0.004400"_s;
        QTest::newRow("half a cent")
            << qint64(5'000'000) << u"$0.01"_s << u"$0.0050"_s << u"$0.005000"_s;
        QTest::newRow("month") << qint64(12'430'000'000) << u"$12.43"_s << u"$12.4300"_s
                               << u"$12.430000"_s;
        QTest::newRow("groups") << qint64(1'234'567'890'000'000) << u"$1,234,567.89"_s
                                << u"$1,234,567.8900"_s << u"$1,234,567.890000"_s;
        QTest::newRow("negative") << qint64(-2'500'000'000) << u"−$2.50"_s << u"−$2.5000"_s
                                  << u"−$2.500000"_s;
        QTest::newRow("smallest of all")
            << std::numeric_limits<qint64>::min() << u"−$9,223,372,036.85"_s
            << u"−$9,223,372,036.8548"_s << u"−$9,223,372,036.854776"_s;
    }
    void amounts()
    {
        QFETCH(qint64, nano);
        QTEST(words::money(Money::fromNano(nano), english), "total");
        QTEST(words::requestMoney(Money::fromNano(nano), english), "request");
        QTEST(words::exactMoney(Money::fromNano(nano), english), "exact");
    }

    void localesPlaceTheSign()
    {
        const Money amount = Money::fromCents(123'456);
        QCOMPARE(words::money(amount, german), u"1.234,56\u00a0$"_s);
        QCOMPARE(words::money(amount, swedish), u"1\u00a0234,56\u00a0$"_s);
        QCOMPARE(words::money(amount, QLocale::c()), u"$1,234.56"_s);
        // Digits of other scripts, too.
        const QString arabic = words::money(amount, QLocale(QLocale::Arabic, QLocale::Egypt));
        QVERIFY2(arabic.contains(u"١٬٢٣٤٫٥٦"_s), qPrintable(arabic));
    }

    void unknownIsNeverZero()
    {
        QCOMPARE(words::moneyOf(CostState::Unknown, Money(), english), u"price unknown"_s);
        QCOMPARE(words::requestMoneyOf(CostState::Unknown, Money(), english), u"price unknown"_s);
        QCOMPARE(words::moneyOf(CostState::Exact, Money(), english), u"$0.00"_s);
        QCOMPARE(words::requestMoneyOf(CostState::Estimated, Money(), english), u"$0.0000"_s);
    }

    void linesAddUp_data()
    {
        QTest::addColumn<QList<qint64>>("nano");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("receipt") << QList<qint64>{20'640'000'000, 1'032'000'000}
                                 << QStringList{u"$20.64"_s, u"$1.03"_s, u"$21.67"_s};
        QTest::newRow("nothing") << QList<qint64>{0, 0}
                                 << QStringList{u"$0.00"_s, u"$0.00"_s, u"$0.00"_s};
        QTest::newRow("rounding breaks two")
            << QList<qint64>{4'000'000, 4'000'000, 4'000'000}
            << QStringList{u"$0.0040"_s, u"$0.0040"_s, u"$0.0040"_s, u"$0.0120"_s};
        QTest::newRow("halves") << QList<qint64>{1'005'000'000, 1'005'000'000}
                                << QStringList{u"$1.0050"_s, u"$1.0050"_s, u"$2.0100"_s};
        QTest::newRow("nothing may hide")
            << QList<qint64>{10'000'000'000, 100}
            << QStringList{u"$10.000000000"_s, u"$0.000000100"_s, u"$10.000000100"_s};
    }
    void linesAddUp()
    {
        QFETCH(QList<qint64>, nano);
        QList<Money> lines;
        Money total;
        for (const qint64 line : nano) {
            lines += Money::fromNano(line);
            total += lines.last();
        }
        QTEST(words::addedUp(lines, total, english), "shown");
    }

    void prices_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        const auto row = [](const QString &typed, const QString &shown) {
            QTest::newRow(qPrintable(typed)) << typed << shown;
        };
        row(u"2.5"_s, u"$2.50"_s);
        row(u"0"_s, u"$0.00"_s);
        row(u"0.075"_s, u"$0.075"_s);
        row(u"0.000001"_s, u"$0.000001"_s);
        row(u"15"_s, u"$15.00"_s);
    }
    void prices()
    {
        QFETCH(QString, typed);
        const auto price = Price::perMillion(typed);
        QVERIFY(price);
        QTEST(words::pricePerMillion(*price, english), "shown");
    }

    void priceOfOne()
    {
        QCOMPARE(words::priceEach(Price::fromPico(40'000'000'000), english), u"$0.04"_s);
        QCOMPARE(words::priceEach(Price::fromPico(65'000'000'000), english), u"$0.065"_s);
    }

    void parsing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("germanLocale");
        QTest::addColumn<qint64>("cents"); // -1: refused
        const auto row = [](const char *typed, bool inGerman, qint64 cents) {
            QTest::addRow("%s %s", typed, inGerman ? "de" : "en")
                << QString::fromUtf8(typed) << inGerman << cents;
        };
        row("12", false, 1200);
        row("$12.50", false, 1250);
        row(" $ 12.5 ", false, 1250);
        row("1,234.50", false, 123'450);
        row("1,5", false, 150);
        row("1.234,50 $", true, 123'450);
        row("12,50", true, 1250);
        row("12.5", true, 1250);
        row("0", false, 0);
        row("1000000", false, 100'000'000);
        row("1000000.01", false, -1);
        row("", false, -1);
        row("$", false, -1);
        row("-5", false, -1);
        row("1.234", false, -1);
        row("12.3.4", false, -1);
        row("1e3", false, -1);
        row("99999999999999999999999", false, -1);
    }
    void parsing()
    {
        QFETCH(QString, typed);
        QFETCH(bool, germanLocale);
        QFETCH(qint64, cents);
        const auto amount = words::parseMoney(typed, germanLocale ? german : english);
        QCOMPARE(amount ? amount->cents() : -1, cents);
    }

    void shares()
    {
        QCOMPARE(words::percent(Money::fromCents(1243), Money::fromCents(2500), english), u"50%"_s);
        QCOMPARE(words::percent(Money::fromCents(65), Money::fromCents(1000), english), u"6.5%"_s);
        QCOMPARE(words::percent(Money::fromCents(999), Money::fromCents(1000), english), u"99%"_s);
        QCOMPARE(words::percent(Money::fromCents(824), Money::fromCents(800), english), u"103%"_s);
        QCOMPARE(words::percent(Money(), Money::fromCents(1000), english), u"0%"_s);
        QCOMPARE(words::percent(Money::fromNano(std::numeric_limits<qint64>::max()),
                                Money::fromCents(1), english),
                 u"92,233,720,368,548%"_s);
        QVERIFY(words::percent(Money::fromCents(1), Money(), english).isEmpty());
    }

    void spoken()
    {
        QCOMPARE(words::spokenMoney(Money::fromCents(1243), english), u"12 dollar(s) 43"_s);
        QCOMPARE(words::spokenMoney(Money::fromNano(4'000'000), english), u"less than a cent"_s);
    }

    void fees_data()
    {
        QTest::addColumn<int>("plan");
        QTest::addColumn<QString>("line");
        QTest::newRow("percent") << int(FeePlan::Percent) << u"Platform Service Fee (5%)"_s;
        QTest::newRow("request") << int(FeePlan::PerRequest)
                                 << u"Platform Service Fee (0.1 ¢ per request)"_s;
        QTest::newRow("monthly") << int(FeePlan::Monthly) << u"Platform Service Fee (monthly)"_s;
        QTest::newRow("freemium") << int(FeePlan::Freemium)
                                  << u"Platform Service Fee (free: our keys, limited)"_s;
        QTest::newRow("none") << int(FeePlan::None) << u"Platform Service Fee (none)"_s;
    }
    void fees()
    {
        QFETCH(int, plan);
        FeePolicy policy;
        policy.plan = static_cast<FeePlan>(plan);
        policy.perRequest = Money::fromNano(1'000'000);
        QTEST(words::feeLine(policy, english), "line");
        QVERIFY(
            !words::feeExplained(policy, Money::fromCents(2064), Money::fromCents(103), 0, english)
                 .isEmpty());
        policy.basisPoints = 725;
        if (policy.plan == FeePlan::Percent)
            QCOMPARE(words::feeInBrackets(policy, german), u"7,25%"_s);
    }
};

QTEST_GUILESS_MAIN(TestMoneyWords)
#include "tst_money_words.moc"
