#pragma once

#include "core/base/result.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonObject>

namespace keyway {

enum class FeePlan { None, Percent, PerRequest, Monthly, Freemium };

/// How the platform fee is worked out. A value; pure.
struct FeePolicy {
    FeePlan plan = FeePlan::Percent;
    int basisPoints = 500; ///< of the platform cost, for Percent: 500 is 5 %
    Money perRequest; ///< for PerRequest, once for a request that was answered
    Money monthly; ///< for Monthly, whatever was used

    /// The fee of one attempt, rounded half-even once. Nothing for failed, unknown, duplicate, free and
    /// local attempts. `requestAlreadyCharged`: another attempt of the request bears the flat fee.
    Money feeFor(const UsageRecord &record, bool requestAlreadyCharged = false) const;
    /// The part of a month's fee that belongs to no attempt.
    Money fixedMonthlyFee() const;

    QJsonObject toJson() const;
    static Result<FeePolicy> fromJson(const QJsonObject &json); ///< Error: Rejected, `bad-fee-policy`
    friend bool operator==(const FeePolicy &, const FeePolicy &) = default;
};

QString nameOf(FeePlan plan);
std::optional<FeePlan> feePlanFromName(QStringView name);

} // namespace keyway
