#include "core/fees/feepolicy.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(keyway::FeePlan)
Q_DECLARE_METATYPE(keyway::Outcome)
Q_DECLARE_METATYPE(keyway::CostState)
Q_DECLARE_METATYPE(keyway::UsageRecord)

namespace {

UsageRecord recordOf(Outcome outcome, CostState state, qint64 nano)
{
    UsageRecord record;
    record.outcome = outcome;
    record.costState = state;
    record.platformCost = Money::fromNano(nano);
    return record;
}

FeePolicy policyOf(FeePlan plan)
{
    FeePolicy policy;
    policy.plan = plan;
    policy.perRequest = Money::fromNano(1'000'000);
    policy.monthly = Money::fromCents(300);
    return policy;
}

} // namespace

class TestFeePolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void feeOfAnAttempt_data()
    {
        QTest::addColumn<FeePlan>("plan");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<CostState>("state");
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<bool>("charged");
        QTest::addColumn<qint64>("fee");
        const auto row = [](const char *name, FeePlan plan, Outcome outcome, CostState state,
                            qint64 cost, bool charged, qint64 fee) {
            QTest::newRow(name) << plan << outcome << state << cost << charged << fee;
        };
        using P = FeePlan;
        using O = Outcome;
        using S = CostState;
        constexpr qint64 cost = 20'640'000'000;
        constexpr qint64 five = 1'032'000'000;

        row("percent", P::Percent, O::Completed, S::Exact, cost, false, five);
        row("percent of an estimate", P::Percent, O::Completed, S::Estimated, cost, false, five);
        row("percent of a cancelled answer", P::Percent, O::Cancelled, S::Estimated, cost, false,
            five);
        row("percent of a refusal", P::Percent, O::Refused, S::Exact, cost, false, five);
        row("percent of a filtered picture", P::Percent, O::Filtered, S::Exact, cost, false, five);
        row("percent of every attempt", P::Percent, O::Completed, S::Exact, cost, true, five);
        row("percent half to even, down", P::Percent, O::Completed, S::Exact, 10, false, 0);
        row("percent half to even, up", P::Percent, O::Completed, S::Exact, 30, false, 2);
        row("percent of failed", P::Percent, O::Failed, S::Exact, cost, false, 0);
        row("percent of unknown outcome", P::Percent, O::Unknown, S::Estimated, cost, false, 0);
        row("percent of a running one", P::Percent, O::Started, S::Estimated, cost, false, 0);
        row("percent of unknown cost", P::Percent, O::Completed, S::Unknown, 0, false, 0);
        row("unknown cost with an amount", P::Percent, O::Completed, S::Unknown, cost, false, 0);
        row("percent of nothing", P::Percent, O::Completed, S::Exact, 0, false, 0);
        row("percent of a refund", P::Percent, O::Completed, S::Exact, -cost, false, 0);

        row("per request", P::PerRequest, O::Completed, S::Exact, cost, false, 1'000'000);
        row("per request, estimated", P::PerRequest, O::Completed, S::Estimated, 1, false,
            1'000'000);
        row("per request, once", P::PerRequest, O::Completed, S::Exact, cost, true, 0);
        row("per request, free or local", P::PerRequest, O::Completed, S::Exact, 0, false, 0);
        row("per request, failed", P::PerRequest, O::Failed, S::Exact, cost, false, 0);
        row("per request, refused", P::PerRequest, O::Refused, S::Exact, cost, false, 0);
        row("per request, cancelled", P::PerRequest, O::Cancelled, S::Exact, cost, false, 0);
        row("per request, unknown cost", P::PerRequest, O::Completed, S::Unknown, 0, false, 0);

        row("none", P::None, O::Completed, S::Exact, cost, false, 0);
        row("monthly", P::Monthly, O::Completed, S::Exact, cost, false, 0);
        row("freemium", P::Freemium, O::Completed, S::Exact, cost, false, 0);
    }
    void feeOfAnAttempt()
    {
        QFETCH(FeePlan, plan);
        QFETCH(Outcome, outcome);
        QFETCH(CostState, state);
        QFETCH(qint64, cost);
        QFETCH(bool, charged);
        QFETCH(qint64, fee);
        QCOMPARE(policyOf(plan).feeFor(recordOf(outcome, state, cost), charged).nano(), fee);
    }

    void whyThereIsNoFee_data()
    {
        QTest::addColumn<FeePlan>("plan");
        QTest::addColumn<UsageRecord>("record");
        QTest::addColumn<bool>("charged");
        QTest::addColumn<QString>("waiver"); // empty: there is a fee
        using P = FeePlan;
        using O = Outcome;
        using S = CostState;
        const auto row = [](const char *name, FeePlan plan, const UsageRecord &record, bool charged,
                            const QString &waiver) {
            QTest::newRow(name) << plan << record << charged << waiver;
        };
        const auto from = [](OriginClass origin) {
            UsageRecord record = recordOf(O::Completed, S::Exact, 1'000'000'000);
            record.origin = origin;
            return record;
        };
        UsageRecord own = from(OriginClass::Official);
        own.priceVersion = u"own"_s;
        const UsageRecord usual = from(OriginClass::Official);

        row("usual", P::Percent, usual, false, {});
        row("own address", P::Percent, from(OriginClass::OwnUrl), false, {});
        row("own prices", P::Percent, own, false, {});
        row("failed", P::Percent, recordOf(O::Failed, S::Exact, 5), false, u"failed"_s);
        row("unknown", P::Percent, recordOf(O::Unknown, S::Unknown, 0), false,
            u"unknown-outcome"_s);
        row("running", P::Percent, recordOf(O::Started, S::Unknown, 0), false,
            u"unknown-outcome"_s);
        row("no price", P::Percent, recordOf(O::Completed, S::Unknown, 0), false,
            u"unknown-cost"_s);
        row("free", P::PerRequest, recordOf(O::Completed, S::Exact, 0), false, u"free"_s);
        UsageRecord local = from(OriginClass::Local);
        row("local, at a price of its own", P::Percent, local, false, u"local"_s);
        local.platformCost = Money();
        row("local", P::Percent, local, false, u"local"_s);
        row("refused", P::PerRequest, recordOf(O::Refused, S::Exact, 5), false, u"not-answered"_s);
        row("second answer", P::PerRequest, usual, true, u"duplicate"_s);
        row("none", P::None, usual, false, u"plan"_s);
        row("monthly", P::Monthly, usual, false, u"plan"_s);
        row("freemium", P::Freemium, usual, false, u"plan"_s);
    }
    void whyThereIsNoFee()
    {
        QFETCH(FeePlan, plan);
        QFETCH(UsageRecord, record);
        QFETCH(bool, charged);
        QFETCH(QString, waiver);
        const AttemptFee fee = policyOf(plan).chargeFor(record, charged);
        QCOMPARE(fee.waiver ? nameOf(*fee.waiver) : QString(), waiver);
        QCOMPARE(fee.amount > Money(), waiver.isEmpty());
        QCOMPARE(waiverFromName(waiver), fee.waiver);
    }

    void ownPricesFollowTheRuleOfThePlan()
    {
        UsageRecord record = recordOf(Outcome::Completed, CostState::Exact, 1'000'000'000);
        record.priceVersion = u"own"_s;
        FeePolicy policy = policyOf(FeePlan::Percent);
        QCOMPARE(policy.feeFor(record), Money::fromCents(5));
        policy.ownPrices = OwnPricesRule::Waived;
        QCOMPARE(policy.chargeFor(record), (AttemptFee{{}, Waiver::OwnPrices}));
        record.priceVersion = u"2026-11-01"_s;
        QCOMPARE(policy.feeFor(record), Money::fromCents(5));
    }

    void paidFreemiumHasItsPrice()
    {
        FeePolicy policy = policyOf(FeePlan::Freemium);
        QCOMPARE(policy.freeTier.requests, 50);
        QCOMPARE(policy.freeTier.spending, Money::fromCents(50));
        policy.freeTier.paid = true;
        QCOMPARE(policy.fixedMonthlyFee(), Money::fromCents(500));
        policy.plan = FeePlan::Percent;
        QCOMPARE(policy.fixedMonthlyFee(), Money());
    }

    void onlyMonthlyHasAFixedFee()
    {
        QCOMPARE(policyOf(FeePlan::Monthly).fixedMonthlyFee(), Money::fromCents(300));
        for (const FeePlan plan :
             {FeePlan::None, FeePlan::Percent, FeePlan::PerRequest, FeePlan::Freemium})
            QCOMPARE(policyOf(plan).fixedMonthlyFee(), Money());
    }

    void sumsStayCloseToTheFeeOfTheSum()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 2000; ++round) {
            FeePolicy policy;
            policy.basisPoints = random.bounded(10'001);
            const int count = 1 + random.bounded(200);
            Money costs;
            Money fees;
            for (int i = 0; i < count; ++i) {
                const qint64 nano = random.bounded(1, i % 2 ? 100 : 2'000'000'000);
                const UsageRecord record = recordOf(Outcome::Completed, CostState::Exact, nano);
                const Money fee = policy.feeFor(record);
                QVERIFY(fee >= Money());
                QVERIFY(fee <= record.platformCost);
                costs += record.platformCost;
                fees += fee;
            }
            const Money whole
                = policy.feeFor(recordOf(Outcome::Completed, CostState::Exact, costs.nano()));
            QVERIFY(qAbs(whole.nano() - fees.nano()) <= count);
        }
    }

    void json()
    {
        for (const FeePlan plan : {FeePlan::None, FeePlan::Percent, FeePlan::PerRequest,
                                   FeePlan::Monthly, FeePlan::Freemium}) {
            QCOMPARE(feePlanFromName(nameOf(plan)), std::optional(plan));
            FeePolicy policy = policyOf(plan);
            policy.basisPoints = 725;
            policy.freeTier = {7, Money::fromCents(11), Money::fromCents(700), true};
            policy.ownPrices = OwnPricesRule::Waived;
            const Result<FeePolicy> read = FeePolicy::fromJson(policy.toJson());
            QVERIFY(read.ok());
            QCOMPARE(*read, policy);
        }
        QVERIFY(!feePlanFromName(u"Percent").has_value());
        const Result<FeePolicy> shortest = FeePolicy::fromJson({{u"plan"_s, u"percent"_s}});
        QVERIFY(shortest.ok());
        QCOMPARE(*shortest, FeePolicy());
    }

    void refusesBadJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("no plan") << "{}"_ba << u"$.plan"_s;
        QTest::newRow("unknown plan") << "{\"plan\":\"gold\"}"_ba << u"$.plan"_s;
        QTest::newRow("plan is a number") << "{\"plan\":5}"_ba << u"$.plan"_s;
        QTest::newRow("unknown field") << "{\"plan\":\"none\",\"vat\":19}"_ba << u"$.vat"_s;
        QTest::newRow("above all")
            << "{\"plan\":\"percent\",\"basis_points\":1001}"_ba << u"$.basis_points"_s;
        QTest::newRow("below 5 %")
            << "{\"plan\":\"percent\",\"basis_points\":499}"_ba << u"$.basis_points"_s;
        QTest::newRow("negative") << "{\"plan\":\"percent\",\"basis_points\":-1}"_ba
                                  << u"$.basis_points"_s;
        QTest::newRow("fraction") << "{\"plan\":\"percent\",\"basis_points\":1.5}"_ba
                                  << u"$.basis_points"_s;
        QTest::newRow("negative fee")
            << "{\"plan\":\"per_request\",\"per_request_nano\":-1}"_ba << u"$.per_request_nano"_s;
        QTest::newRow("own prices by another rule")
            << "{\"plan\":\"percent\",\"own_prices\":\"halved\"}"_ba << u"$.own_prices"_s;
        QTest::newRow("paid is a number") << "{\"plan\":\"freemium\",\"paid\":1}"_ba << u"$.paid"_s;
        QTest::newRow("negative requests")
            << "{\"plan\":\"freemium\",\"free_requests\":-1}"_ba << u"$.free_requests"_s;
        QTest::newRow("fee as a text")
            << "{\"plan\":\"monthly\",\"monthly_nano\":\"3\"}"_ba << u"$.monthly_nano"_s;
    }
    void refusesBadJson()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        const auto read = FeePolicy::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind(), Error::Kind::Rejected);
        QCOMPARE(read.error().reason(), u"bad-fee-policy"_s);
        QVERIFY2(read.error().detail().startsWith(where + u": expected"_s),
                 qPrintable(read.error().detail()));
    }
};

QTEST_GUILESS_MAIN(TestFeePolicy)
#include "tst_feepolicy.moc"
