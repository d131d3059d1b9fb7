// What people read of a month on paper.

#include "ui/words/usagesheet.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);
const QDate october(2026, 10, 1);

UsageSums sums(qint64 requests, qint64 cost, qint64 fee)
{
    UsageSums sums;
    sums.requests = sums.attempts = requests;
    sums.platformCost = Money::fromNano(cost);
    sums.platformFee = Money::fromNano(fee);
    return sums;
}

UsageSummary summary()
{
    UsageSummary summary;
    summary.month = october;
    summary.all = sums(5, 12'345'000'000, 617'250'000);
    summary.byService = {{u"anthropic"_s, sums(2, 2'345'000'000, 117'250'000)},
                         {u"openai"_s, sums(3, 10'000'000'000, 500'000'000)}};
    summary.byModel = {{u"anthropic/claude"_s, sums(2, 2'345'000'000, 117'250'000)},
                       {u"openai/gpt <&>"_s, sums(3, 10'000'000'000, 500'000'000)}};
    summary.byDay = {{october, sums(5, 12'345'000'000, 617'250'000)}};
    return summary;
}

QString nameOfService(const QString &id)
{
    return id == "openai"_L1 ? u"OpenAI"_s : id;
}

words::UsageSheet sheetOf(const UsageSummary &summary, const FeePolicy &fee = {})
{
    return words::usageSheet(summary, fee, nameOfService, QDate(2026, 11, 3), english);
}

} // namespace

class TestUsageSheet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFeeIsApartAndAllAddsUp()
    {
        const words::UsageSheet sheet = sheetOf(summary());
        QCOMPARE(sheet.title, u"Usage and costs, October 2026"_s);
        QCOMPARE(sheet.facts.first(), u"Put together on 3 November 2026"_s);
        const QList<QStringList> totals{{u"Total Platform Costs"_s, u"$12.3450"_s},
                                        {u"Platform Service Fee (5%)"_s, u"$0.6173"_s},
                                        {u"Total"_s, u"$12.9623"_s}};
        QCOMPARE(sheet.totals, totals);
        QCOMPARE(sheet.tables.size(), 3);
        const QList<QStringList> services{
            {u"OpenAI"_s, u"3"_s, u"$10.00"_s, u"$0.50"_s, u"$10.50"_s},
            {u"anthropic"_s, u"2"_s, u"$2.35"_s, u"$0.12"_s, u"$2.46"_s},
            {u"Sum"_s, u"5"_s, u"$12.35"_s, u"$0.62"_s, u"$12.96"_s}};
        QCOMPARE(sheet.tables.at(0).lines, services);
        QCOMPARE(sheet.tables.at(1).lines.first().first(), u"1 Oct"_s);
        QCOMPARE(sheet.tables.at(2).lines.first().first(), u"OpenAI, gpt <&>"_s);
        QCOMPARE(sheet.notes.size(), 1);
    }

    void aMonthlyFeeIsInTheTotalsAlone()
    {
        FeePolicy monthly;
        monthly.plan = FeePlan::Monthly;
        const words::UsageSheet sheet = sheetOf(summary(), monthly);
        QVERIFY(sheet.totals.last().last() > sheet.tables.first().lines.last().last());
        QCOMPARE(sheet.notes.size(), 2);
        QVERIFY(sheet.notes.last().contains(u"belongs to no request"_s));
    }

    void anEmptyMonth()
    {
        UsageSummary empty;
        empty.month = october;
        empty.all.unknownCosts = 2;
        const words::UsageSheet sheet = sheetOf(empty);
        QCOMPARE(sheet.totals.last().last(), u"$0.00"_s);
        QCOMPARE(sheet.tables.first().lines.size(), 1);
        QVERIFY(sheet.notes.last().contains(u"nobody knows"_s));
    }

    void comesBackFromJson()
    {
        const words::UsageSheet sheet = sheetOf(summary());
        const auto back = words::UsageSheet::fromJson(sheet.toJson());
        QVERIFY(back);
        QVERIFY(*back == sheet);
        QJsonObject other = sheet.toJson();
        other.insert(u"more"_s, 1);
        QVERIFY(!words::UsageSheet::fromJson(other));
        QVERIFY(!words::UsageSheet::fromJson({}));
    }
};

QTEST_GUILESS_MAIN(TestUsageSheet)
#include "tst_usagesheet.moc"
