#include "core/fees/feepolicy.h"

#include "core/base/jsonfields.h"
#include "core/base/names.h"
#include "core/catalogue/price.h"

#include <algorithm>
#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int wholeInBasisPoints = 10'000;
constexpr Names<FeePlan, 5> planNames{{
    {FeePlan::None, "none"_L1},
    {FeePlan::Percent, "percent"_L1},
    {FeePlan::PerRequest, "per_request"_L1},
    {FeePlan::Monthly, "monthly"_L1},
    {FeePlan::Freemium, "freemium"_L1},
}};

constexpr Names<Waiver, 10> waiverNames{{
    {Waiver::Failed, "failed"_L1},
    {Waiver::UnknownOutcome, "unknown-outcome"_L1},
    {Waiver::UnknownCost, "unknown-cost"_L1},
    {Waiver::Local, "local"_L1},
    {Waiver::Free, "free"_L1},
    {Waiver::OwnPrices, "own-prices"_L1},
    {Waiver::NotAnswered, "not-answered"_L1},
    {Waiver::Duplicate, "duplicate"_L1},
    {Waiver::BeforeSignUp, "before-sign-up"_L1},
    {Waiver::Plan, "plan"_L1},
}};

/// Why no plan charges for such an attempt.
std::optional<Waiver> waiverOfAnyPlan(const UsageRecord &record)
{
    switch (record.outcome) {
    case Outcome::Started:
    case Outcome::Unknown:
        return Waiver::UnknownOutcome;
    case Outcome::Failed:
        return Waiver::Failed;
    case Outcome::Completed:
    case Outcome::Refused:
    case Outcome::Filtered:
    case Outcome::Cancelled:
        break;
    }
    if (record.costState == CostState::Unknown)
        return Waiver::UnknownCost;
    if (record.origin == OriginClass::Local)
        return Waiver::Local;
    if (record.platformCost <= Money())
        return Waiver::Free;
    return std::nullopt;
}

} // namespace

AttemptFee FeePolicy::chargeFor(const UsageRecord &record, bool requestAlreadyCharged) const
{
    if (const std::optional<Waiver> waiver = waiverOfAnyPlan(record))
        return {{}, waiver};
    if (ownPrices == OwnPricesRule::Waived && record.priceVersion == ownPriceVersion)
        return {{}, Waiver::OwnPrices};
    switch (plan) {
    case FeePlan::Percent:
        return {record.platformCost.scaled(basisPoints, wholeInBasisPoints), {}};
    case FeePlan::PerRequest:
        if (record.outcome != Outcome::Completed)
            return {{}, Waiver::NotAnswered};
        if (requestAlreadyCharged)
            return {{}, Waiver::Duplicate};
        return {perRequest, {}};
    case FeePlan::None:
    case FeePlan::Monthly:
    case FeePlan::Freemium:
        break;
    }
    return {{}, Waiver::Plan};
}

Money FeePolicy::feeFor(const UsageRecord &record, bool requestAlreadyCharged) const
{
    return chargeFor(record, requestAlreadyCharged).amount;
}

Money FeePolicy::fixedMonthlyFee() const
{
    if (plan == FeePlan::Freemium && freeTier.paid)
        return freeTier.paidPrice;
    return plan == FeePlan::Monthly ? monthly : Money();
}

QJsonObject FeePolicy::toJson() const
{
    return {{u"plan"_s, nameOf(plan)},
            {u"basis_points"_s, basisPoints},
            {u"per_request_nano"_s, perRequest.nano()},
            {u"monthly_nano"_s, monthly.nano()},
            {u"free_requests"_s, freeTier.requests},
            {u"free_spending_nano"_s, freeTier.spending.nano()},
            {u"paid_price_nano"_s, freeTier.paidPrice.nano()},
            {u"paid"_s, freeTier.paid},
            {u"own_prices"_s, ownPrices == OwnPricesRule::Charged ? u"charged"_s : u"waived"_s}};
}

Result<FeePolicy> FeePolicy::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"$"_s, problem);
    const auto money = [&fields](QStringView name, Money otherwise) {
        constexpr qint64 highest = std::numeric_limits<qint64>::max();
        return Money::fromNano(fields.optionalInteger(name, 0, highest, otherwise.nano()));
    };
    const auto number = [&fields](QStringView name, int lowest, int highest, int otherwise) {
        return static_cast<int>(fields.optionalInteger(name, lowest, highest, otherwise));
    };
    FeePolicy policy;
    if (const std::optional<FeePlan> plan = feePlanFromName(fields.text(u"plan")))
        policy.plan = *plan;
    else
        fields.expected(u"plan", u"none, percent, per_request, monthly or freemium"_s);
    policy.basisPoints
        = number(u"basis_points", leastBasisPoints, mostBasisPoints, policy.basisPoints);
    policy.perRequest = money(u"per_request_nano", policy.perRequest);
    policy.monthly = money(u"monthly_nano", policy.monthly);
    FreeTier &tier = policy.freeTier;
    tier.requests = number(u"free_requests", 0, std::numeric_limits<int>::max(), tier.requests);
    tier.spending = money(u"free_spending_nano", tier.spending);
    tier.paidPrice = money(u"paid_price_nano", tier.paidPrice);
    tier.paid = fields.flag(u"paid", tier.paid);
    const QString own = fields.optionalText(u"own_prices");
    if (own == "waived"_L1)
        policy.ownPrices = OwnPricesRule::Waived;
    else if (!own.isEmpty() && own != "charged"_L1)
        fields.expected(u"own_prices", u"charged or waived"_s);
    fields.finish();
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-fee-policy"_s);
    return policy;
}

QString nameOf(Waiver waiver)
{
    return nameIn(waiverNames, waiver);
}

std::optional<Waiver> waiverFromName(QStringView name)
{
    return valueIn(waiverNames, name);
}

QString nameOf(FeePlan plan)
{
    return nameIn(planNames, plan);
}

std::optional<FeePlan> feePlanFromName(QStringView name)
{
    return valueIn(planNames, name);
}

} // namespace keyway
