#pragma once

#include "core/base/result.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace keyway {

enum class FeePlan { None, Percent, PerRequest, Monthly, Freemium };

/// Why an attempt bears no fee.
enum class Waiver {
    Failed,
    UnknownOutcome, ///< nobody knows how it ended; or it still runs
    UnknownCost,
    Local, ///< ran on the user's computer, whatever price the user gave it
    Free, ///< the service charged nothing
    OwnPrices, ///< at prices of the user's own, which nobody can check, where the plan lets them be
    NotAnswered, ///< refused, filtered or stopped, where only answered requests bear a fee
    Duplicate, ///< another attempt of the request bears its fee
    BeforeSignUp,
    Plan ///< the plan has no fee for single attempts
};
QString nameOf(Waiver waiver); ///< `unknown-cost`, ...
std::optional<Waiver> waiverFromName(QStringView name);

/// What one attempt bears: an amount, or none and the reason.
struct AttemptFee {
    Money amount;
    std::optional<Waiver> waiver;
    friend bool operator==(const AttemptFee &, const AttemptFee &) = default;
};

/// What Freemium gives: free, a number of requests and an amount each month on the platform's keys;
/// paid, own keys without limit.
struct FreeTier {
    int requests = 50; ///< in a month
    Money spending = Money::fromCents(50); ///< platform cost in a month
    Money paidPrice = Money::fromCents(500); ///< a month
    bool paid = false;
    friend bool operator==(const FreeTier &, const FreeTier &) = default;
};

/// What a plan makes of attempts at the user's own prices, whose cost cannot be recomputed.
enum class OwnPricesRule { Charged, Waived };

/// How the platform fee is worked out. A value; pure.
struct FeePolicy {
    /// The range of Percent.
    static constexpr int leastBasisPoints = 500;
    static constexpr int mostBasisPoints = 1000;

    FeePlan plan = FeePlan::Percent;
    int basisPoints = 500; ///< of the platform cost, for Percent: 500 is 5 %
    /// For PerRequest, once for a request that was answered.
    Money perRequest = Money::fromNano(1'000'000);
    Money monthly = Money::fromCents(300); ///< for Monthly, whatever was used
    FreeTier freeTier; ///< for Freemium
    OwnPricesRule ownPrices = OwnPricesRule::Charged;

    /// The fee of one attempt, rounded half-even once, or why it has none.
    /// `requestAlreadyCharged`: another attempt of the request bears the flat fee.
    AttemptFee chargeFor(const UsageRecord &record, bool requestAlreadyCharged = false) const;
    /// Its amount alone. Nothing for failed, unknown, duplicate, free and local attempts.
    Money feeFor(const UsageRecord &record, bool requestAlreadyCharged = false) const;
    /// The part of a month's fee that belongs to no attempt.
    Money fixedMonthlyFee() const;

    QJsonObject toJson() const;
    static Result<FeePolicy>
    fromJson(const QJsonObject &json); ///< Error: Rejected, `bad-fee-policy`
    friend bool operator==(const FeePolicy &, const FeePolicy &) = default;
};

QString nameOf(FeePlan plan);
std::optional<FeePlan> feePlanFromName(QStringView name);

} // namespace keyway
