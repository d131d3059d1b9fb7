#pragma once

#include "core/fees/feepolicy.h"

#include <QtCore/QList>

#include <optional>

namespace keyway {

/// The plans that an operator offers, one of each kind; an account that has not chosen has the
/// first. A value; pure.
class PlanOffer {
public:
    /// One of every kind with its usual prices.
    PlanOffer()
        : PlanOffer(FeePolicy())
    {
    }
    /// The same, but `first` in the place of its kind.
    explicit PlanOffer(const FeePolicy &first);
    /// These and no others. Error: Rejected, `bad-fee-policy`, where there is none or one kind
    /// twice.
    static Result<PlanOffer> of(QList<FeePolicy> plans);
    /// As of(), from `{"plans": [{...}, ...]}`; or one plan alone, as PlanOffer(first).
    static Result<PlanOffer> fromJson(const QJsonObject &json);

    const FeePolicy &first() const { return m_plans.first(); }
    const QList<FeePolicy> &plans() const { return m_plans; }
    /// The plan somebody chooses; `paid` is for Freemium alone. Nothing where it is not offered.
    std::optional<FeePolicy> chosen(FeePlan plan, bool paid) const;

    friend bool operator==(const PlanOffer &, const PlanOffer &) = default;

private:
    QList<FeePolicy> m_plans; ///< never empty
};

} // namespace keyway
