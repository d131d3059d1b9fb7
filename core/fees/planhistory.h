#pragma once

#include "core/fees/feepolicy.h"

#include <QtCore/QDate>
#include <QtCore/QMap>

#include <optional>
#include <utility>

namespace keyway {

/// The first day of the month that `day` is in.
QDate monthOf(const QDate &day);

/// The fee plans of one account by the month from which each holds. A month has one plan: what is
/// chosen in it holds from the next. A value; pure.
class PlanHistory {
public:
    /// The plan that is chosen with the account holds from that month on.
    PlanHistory(const FeePolicy &policy, const QDate &signedUp);

    /// From the month after `today`'s on; in place of what was chosen for then. Choosing the plan
    /// that holds already takes back what was chosen.
    void choose(const FeePolicy &policy, const QDate &today);
    /// The plan of the month that `day` is in; for months before the account, the first one.
    const FeePolicy &on(const QDate &day) const;
    /// What was chosen and does not hold yet: its first day, and the plan.
    std::optional<std::pair<QDate, FeePolicy>> coming(const QDate &today) const;

    /// `{"2026-10": {...}}`
    QJsonObject toJson() const;
    /// Error: Rejected, `bad-fee-policy`.
    static Result<PlanHistory> fromJson(const QJsonObject &json);
    friend bool operator==(const PlanHistory &, const PlanHistory &) = default;

private:
    PlanHistory() = default;
    QMap<QDate, FeePolicy> m_plans; ///< by first day of a month; never empty
};

} // namespace keyway
