#pragma once

#include "core/engine/overview.h"
#include "core/guard/alert.h"
#include "core/guard/ratelimit.h"
#include "core/guard/spendinglimit.h"

#include <QtCore/QHash>
#include <QtCore/QVariant>

namespace keyway {

/// What Limits & Alerts shows.
struct LimitsValue {
    /// What a limit can be for, beside everything and the kinds.
    struct Subject {
        guard::LimitScope scope;
        QString name;
        QString service; ///< whose tile it has
        friend bool operator==(const Subject &, const Subject &) = default;
    };
    QDate today; ///< in the billing zone
    guard::SpendingState state;
    QList<Subject> subjects; ///< integrations in the user's order, then their services
    QList<engine::ServiceTotal> services; ///< of this month
    Money monthCost;
    std::optional<Forecast> forecast; ///< of monthCost
    QList<guard::Alert> unusual; ///< newest first
    QList<guard::RateRule> rates; ///< limits in requests

    /// The limit of everything in a month; null where there is none.
    const guard::LimitUse *everything() const;
    const Subject *subject(const guard::LimitScope &scope) const;
    /// "Images, all services", "OpenAI (GPT-4)"
    QString nameOf(const guard::LimitScope &scope) const;
};

/// Who a limit in requests is for.
guard::LimitScope scopeOf(const guard::RateRule &rule);
guard::RateRule rateRuleFor(const guard::LimitScope &scope);
/// What a row about `scope` has for a SubjectRole.
QVariant subjectData(const LimitsValue &value, const guard::LimitScope &scope, int role);

/// Something about a limit that the user wants to know.
struct LimitAlert {
    guard::SpendingLimit limit;
    guard::LimitStanding standing = guard::LimitStanding::Fine;
    QString title;
    QString text;
};
/// The most urgent first. Pure.
QList<LimitAlert> alertsOf(const LimitsValue &value, const QLocale &locale = {});

/// Those that nobody answered or looked at.
QList<Id> newAlerts(const LimitsValue &value);
/// What waits for the user: limits near their end, and new alerts.
int alertCount(const LimitsValue &value);

/// How much of a limit is used, for a bar: 1000 is all of it.
int permilleOf(const guard::LimitUse &use);

} // namespace keyway
