#pragma once

#include "core/usage/bill.h"

#include <QtCore/QMap>
#include <QtCore/QString>

#include <optional>

namespace keyway {

/// What Keyway recorded in some stretch of time at one service.
struct OwnSums {
    Money cost; ///< known and estimated costs, corrections in place of what they correct
    qint64 attempts = 0;
    qint64 unknown = 0; ///< attempts whose cost nobody knows; not in the money
    Money unknownAtMost; ///< what was set aside for them: their upper bound
    qint64 estimated = 0; ///< attempts whose tokens Keyway counted itself
    Money estimatedCost; ///< a part of `cost`
    Money estimatedAtMost; ///< what was set aside for them
    Money acrossMidnight; ///< cost of attempts that ended on the next UTC day

    OwnSums &operator+=(const OwnSums &other);
    friend bool operator==(const OwnSums &, const OwnSums &) = default;
};

/// Why a service says something else than Keyway counted.
enum class DifferenceCause {
    UsedElsewhere, ///< the service counts more: the same key, or another key of the account
    UnknownCosts, ///< attempts of ours whose cost was not known
    EstimatedCosts, ///< attempts of ours whose tokens Keyway counted itself
    AcrossMidnight, ///< began on one UTC day and ended, and were billed, on the next
    NotBilledYet, ///< the service bills today and yesterday later
    Rounding, ///< within $0.0001 or 0.1 %
    OursIsMore, ///< not explained: Keyway counted more than the service
};
QString nameOf(DifferenceCause cause); ///< `used-elsewhere`, ...

struct DifferencePart {
    DifferenceCause cause = DifferenceCause::Rounding;
    Money amount; ///< the service's figure less ours, as far as this cause explains it
    qint64 attempts = 0; ///< for the causes that are about attempts of ours
    friend bool operator==(const DifferencePart &, const DifferencePart &) = default;
};

/// How two figures compare.
enum class Agreement {
    Same, ///< to within rounding
    Explained, ///< differs, and the causes add up to the difference
    NotYet, ///< less than ours, and still to be billed
    Flagged, ///< ours is more than theirs for no known cause
};
QString nameOf(Agreement agreement); ///< `same`, `explained`, `not-yet`, `flagged`

/// What both sides say about one stretch of time. The parts add up to the difference.
struct Comparison {
    QDateTime from; ///< UTC
    QDateTime until; ///< UTC, not included
    Money ours;
    Money theirs;
    OwnSums sums;
    Agreement agreement = Agreement::Same;
    QList<DifferencePart> parts;

    Money difference() const { return theirs - ours; }
    bool isDay() const { return from.addDays(1) == until; }
    QDate day() const { return from.date(); }
};

/// Compares one stretch of time. `broughtIn` is the cost of attempts that began on the day before
/// and ended in it. Pure.
Comparison compared(const QDateTime &from, const QDateTime &until, Money theirs,
                    const OwnSums &ours, Money broughtIn, const QDate &todayUtc);

/// A bill against our sums by UTC day, oldest first: one comparison for each day or stretch of days
/// that the bill has lines for, and one for each day that only we know of (not billed yet, or
/// compared with nothing where it is older than yesterday). `own` may have days outside the bill;
/// only the day before is looked at. Pure.
QList<Comparison> compared(const Bill &bill, const QMap<QDate, OwnSums> &own,
                           const QDate &todayUtc);

/// What went off a balance between two readings against our sums of that time. Nothing where money
/// was added meanwhile, so that it cannot be told. Pure.
std::optional<Comparison> compared(const KeptBalance &before, const KeptBalance &after,
                                   const OwnSums &ours, const QDate &todayUtc);

/// All of some comparisons as one: sums of money, and each cause once.
Comparison summedUp(const QList<Comparison> &comparisons);

} // namespace keyway
