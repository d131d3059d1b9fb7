#pragma once

#include "core/catalogue/integration.h"
#include "core/money/money.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDate>
#include <QtCore/QList>

#include <optional>

namespace keyway::guard {

/// What the money of a limit goes to.
struct LimitScope {
    enum class Kind { Everything, Service, Integration, Type, App };
    Kind kind = Kind::Everything;
    QString name; ///< id of a service or an integration, `image`, or `cli`; empty for everything

    /// What asks whom for what.
    struct Subject {
        QString service;
        Id integration;
        RequestType type = RequestType::Text;
        AppClass app = AppClass::Window;
    };
    bool concerns(const Subject &subject) const;
    friend bool operator==(const LimitScope &, const LimitScope &) = default;
};

/// How long a limit holds before it starts again, in days of the billing zone; a week begins on
/// Monday. Request: for each request with all its attempts.
enum class LimitPeriod { Request, Day, Week, Month };

/// A limit in money, of platform costs. At most one for each scope and period.
struct SpendingLimit {
    Id id;
    LimitScope scope;
    LimitPeriod period = LimitPeriod::Month;
    Money most;
    LimitAction reached = LimitAction::Stop;
    int warnAtPercent = 80;

    /// Nothing is sent that could pass it, without the user's word.
    bool isHard() const { return reached != LimitAction::WarnOnly; }
    /// `isWordGiven`: the user lets this request pass the limits that ask.
    bool holds(bool isWordGiven) const
    {
        return isHard() && !(isWordGiven && reached == LimitAction::Ask);
    }
    bool isSamePlace(const SpendingLimit &other) const
    {
        return scope == other.scope && period == other.period;
    }
    friend bool operator==(const SpendingLimit &, const SpendingLimit &) = default;
};

QString nameOf(LimitScope::Kind kind); ///< `everything`
QString nameOf(LimitPeriod period); ///< `month`
std::optional<LimitScope::Kind> limitScopeFromName(QStringView name);
std::optional<LimitPeriod> limitPeriodFromName(QStringView name);

/// A limit with what its running period has used. Nothing is used of one for each request.
struct LimitUse {
    SpendingLimit limit;
    Money spent; ///< of finished attempts
    Money reserved; ///< the worst case of those that run
    /// What the period will come to, where somebody looked at more than this period.
    std::optional<Money> expected = std::nullopt;

    Money used() const { return spent + reserved; }
    Money left() const { return limit.most - used(); } ///< below zero where it was passed
};

/// What holds for every request now.
struct SpendingState {
    QList<LimitUse> limits;
    std::optional<QDateTime> stoppedSince; ///< the user stopped all spending
};

/// Both days are in it.
struct DaySpan {
    QDate first, last;
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};
/// The period that `day` is in; for Request: the day.
DaySpan periodAround(LimitPeriod period, const QDate &day);

/// What will be spent by the end of the period: as expected, or if it goes on as until `today`,
/// which counts whole. Nothing for a day or a request: too little is known of them.
std::optional<Money> atThisPace(const LimitUse &use, const QDate &today);

/// How near its end a limit is; of the ones that hold, the last.
enum class LimitStanding {
    Fine,
    MayRunOut, ///< at this pace it will be reached before its period ends
    Warned, ///< so much of it is used that the user wants to know
    Reached
};
LimitStanding standingOf(const LimitUse &use, const QDate &today);

} // namespace keyway::guard
