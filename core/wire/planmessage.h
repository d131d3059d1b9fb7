#pragma once

#include "core/fees/planhistory.h"
#include "core/fees/planoffer.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// The plans of an account as they travel: which held and hold when, and which it may choose.
struct PlanMessage {
    PlanHistory history{FeePolicy(), QDate(1970, 1, 1)};
    PlanOffer offer;

    /// `plan` in it is the one of `today`'s month.
    QJsonObject toJson(const QDate &today) const;
    static Result<PlanMessage>
    fromJson(const QJsonObject &json); ///< Error: Rejected, `bad-fee-policy`
    friend bool operator==(const PlanMessage &, const PlanMessage &) = default;
};

/// What somebody chooses from next month on.
struct PlanChoice {
    FeePlan plan = FeePlan::Percent;
    bool paid = false; ///< of Freemium

    QJsonObject toJson() const;
    static Result<PlanChoice>
    fromJson(const QJsonObject &json); ///< Error: Rejected, `bad-fee-policy`
    friend bool operator==(const PlanChoice &, const PlanChoice &) = default;
};

} // namespace keyway
