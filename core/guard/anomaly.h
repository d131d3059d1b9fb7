#pragma once

#include "core/money/money.h"

#include <QtCore/QList>

namespace keyway::guard {

/// What was spent on the days before the running one on which anything was, the newest first: of
/// each day the hours with spending, in any order. Days of nothing are passed over, so that a
/// holiday is no reason to forget what is usual.
struct SpendHistory {
    QList<QList<Money>> days;
};
/// So many days are looked at, and none that is longer ago than that.
constexpr int historyDays = 28;
constexpr int oldestHistoryDays = 90;

/// What a day cost beside its two dearest hours: what goes on for hours and is no burst. Bursts are
/// held against other hours; one or two of them say nothing of a day.
Money sustained(const QList<Money> &hours);

/// How the running hour and day stand.
struct RunningSpend {
    Money hour;
    Money day; ///< what is sustained of it, or of the last six hours: midnight ends nothing
};
constexpr int runningHours = 6;

/// Where spending stands out.
enum class AnomalyChannel { Hour, Day };

/// How far above the user's own hours an hour is: the logarithm of an amount. For comparing alone;
/// no amount is ever worked out from one.
using SpendLevel = double;

/// What is usual for somebody, from their history.
struct UsualSpend {
    bool learning = true; ///< too little is known: nothing is unusual
    SpendLevel middle = 0; ///< median of the hours of two weeks
    SpendLevel spread = 0; ///< of these around it, as a standard deviation; at least 0.35
    Money hour; ///< the middle hour
    Money highHour; ///< 99 of 100 hours of four weeks are not above it
    Money highestDay; ///< the most that was sustained on one of two weeks
};
UsualSpend usualSpend(const SpendHistory &history);

/// What the user was told of on this day, or called their own ("That was me").
struct KnownSpend {
    Money hour;
    Money day;
};

/// An hour or a day that costs much more than is usual.
struct Anomaly {
    AnomalyChannel channel = AnomalyChannel::Hour;
    Money spent;
    Money usual; ///< the middle hour; the highest day
    friend bool operator==(const Anomaly &, const Anomaly &) = default;
};

/// Whether it is worth to look at what is usual: less than this is never unusual.
bool isWorthALook(const RunningSpend &running);
/// What stands out and is at another level than what is known, which means above twice as much.
QList<Anomaly> anomaliesIn(const RunningSpend &running, const UsualSpend &usual,
                           const KnownSpend &known = {});

} // namespace keyway::guard
