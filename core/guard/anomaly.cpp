#include "core/guard/anomaly.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace keyway::guard {

namespace {

constexpr qsizetype leastHours = 24;
constexpr qsizetype recentDays = 14;
constexpr SpendLevel narrowest = 0.35; // of people who spend the same each hour
constexpr SpendLevel unusualFrom = 4; // in spreads above the middle
constexpr SpendLevel spreadOfMedianDeviation = 1.4826; // of a normal distribution
constexpr Money leastHour = Money::fromCents(50);
constexpr Money leastDay = Money::fromCents(100);
constexpr qint64 higherThanHighDay = 2; // times
constexpr qint64 higherThanHighHour = 3;
constexpr qint64 sameLevel = 2; // up to so many times what is known

SpendLevel levelOf(Money spent)
{
    return std::log(spent.nano());
}

template <class Value> Value middleOf(QList<Value> &values)
{
    const auto middle = values.begin() + (values.size() - 1) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The smallest value that 99 of 100 are not above.
Money highOf(QList<Money> &values)
{
    const qsizetype rank = (values.size() * 99 + 99) / 100;
    const auto place = values.begin() + (rank - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

bool isAnotherLevel(Money spent, Money known)
{
    return spent > known.scaled(sameLevel, 1);
}

} // namespace

Money sustained(const QList<Money> &hours)
{
    Money sum, dearest, second;
    for (const Money hour : hours) {
        sum += hour;
        second = std::max(second, std::min(dearest, hour));
        dearest = std::max(dearest, hour);
    }
    return sum - dearest - second;
}

UsualSpend usualSpend(const SpendHistory &history)
{
    QList<Money> hours, all;
    UsualSpend usual;
    for (qsizetype day = 0; day < history.days.size(); ++day) {
        for (const Money hour : history.days.at(day)) {
            if (hour <= Money())
                continue;
            all.append(hour);
            if (day < recentDays)
                hours.append(hour);
        }
        if (day < recentDays)
            usual.highestDay = std::max(usual.highestDay, sustained(history.days.at(day)));
    }
    if (hours.size() < leastHours)
        return usual;
    usual.learning = false;
    usual.hour = middleOf(hours);
    usual.highHour = highOf(all);
    usual.middle = levelOf(usual.hour);
    QList<SpendLevel> deviations;
    deviations.reserve(hours.size());
    for (const Money spent : std::as_const(hours))
        deviations.append(std::abs(levelOf(spent) - usual.middle));
    usual.spread = std::max(narrowest, spreadOfMedianDeviation * middleOf(deviations));
    return usual;
}

bool isWorthALook(const RunningSpend &running)
{
    return running.hour > leastHour || running.day > leastDay;
}

QList<Anomaly> anomaliesIn(const RunningSpend &running, const UsualSpend &usual,
                           const KnownSpend &known)
{
    QList<Anomaly> found;
    if (usual.learning)
        return found;
    if (running.hour > leastHour && running.hour > usual.highHour.scaled(higherThanHighHour, 1)
        && levelOf(running.hour) - usual.middle > unusualFrom * usual.spread
        && isAnotherLevel(running.hour, known.hour))
        found.append({AnomalyChannel::Hour, running.hour, usual.hour});
    if (running.day > leastDay && running.day > usual.highestDay.scaled(higherThanHighDay, 1)
        && isAnotherLevel(running.day, known.day))
        found.append({AnomalyChannel::Day, running.day, usual.highestDay});
    return found;
}

} // namespace keyway::guard
