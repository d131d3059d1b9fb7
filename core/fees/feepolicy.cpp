#include "core/fees/feepolicy.h"

#include "core/base/jsonfields.h"

#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int wholeInBasisPoints = 10'000;
constexpr FeePlan allPlans[]
    = {FeePlan::None, FeePlan::Percent, FeePlan::PerRequest, FeePlan::Monthly, FeePlan::Freemium};

/// Failed, unknown and still running attempts bear no fee, nor do those without a known cost or
/// with none: free and local ones.
bool bearsFee(const UsageRecord &record)
{
    switch (record.outcome) {
    case Outcome::Completed:
    case Outcome::Refused:
    case Outcome::Filtered:
    case Outcome::Cancelled:
        return record.costState != CostState::Unknown && record.platformCost > Money();
    case Outcome::Started:
    case Outcome::Failed:
    case Outcome::Unknown:
        return false;
    }
    return false;
}

} // namespace

Money FeePolicy::feeFor(const UsageRecord &record, bool requestAlreadyCharged) const
{
    if (!bearsFee(record))
        return {};
    switch (plan) {
    case FeePlan::Percent:
        return record.platformCost.scaled(basisPoints, wholeInBasisPoints);
    case FeePlan::PerRequest:
        return record.outcome == Outcome::Completed && !requestAlreadyCharged ? perRequest
                                                                              : Money();
    case FeePlan::None:
    case FeePlan::Monthly:
    case FeePlan::Freemium:
        return {};
    }
    return {};
}

Money FeePolicy::fixedMonthlyFee() const
{
    return plan == FeePlan::Monthly ? monthly : Money();
}

QJsonObject FeePolicy::toJson() const
{
    return {{u"plan"_s, nameOf(plan)},
            {u"basis_points"_s, basisPoints},
            {u"per_request_nano"_s, perRequest.nano()},
            {u"monthly_nano"_s, monthly.nano()}};
}

Result<FeePolicy> FeePolicy::fromJson(const QJsonObject &json)
{
    constexpr qint64 highest = std::numeric_limits<qint64>::max();
    JsonProblem problem;
    JsonFields fields(json, u"$"_s, problem);
    FeePolicy policy;
    if (const std::optional<FeePlan> plan = feePlanFromName(fields.text(u"plan")))
        policy.plan = *plan;
    else
        fields.expected(u"plan", u"none, percent, per_request, monthly or freemium"_s);
    policy.basisPoints = static_cast<int>(
        fields.optionalInteger(u"basis_points", 0, wholeInBasisPoints, policy.basisPoints));
    policy.perRequest = Money::fromNano(fields.optionalInteger(u"per_request_nano", 0, highest, 0));
    policy.monthly = Money::fromNano(fields.optionalInteger(u"monthly_nano", 0, highest, 0));
    fields.finish();
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-fee-policy"_s);
    return policy;
}

QString nameOf(FeePlan plan)
{
    switch (plan) {
    case FeePlan::None:
        return u"none"_s;
    case FeePlan::Percent:
        return u"percent"_s;
    case FeePlan::PerRequest:
        return u"per_request"_s;
    case FeePlan::Monthly:
        return u"monthly"_s;
    case FeePlan::Freemium:
        return u"freemium"_s;
    }
    return {};
}

std::optional<FeePlan> feePlanFromName(QStringView name)
{
    for (const FeePlan plan : allPlans) {
        if (nameOf(plan) == name)
            return plan;
    }
    return std::nullopt;
}

} // namespace keyway
