#include "core/usage/forecast.h"

#include <algorithm>
#include <array>

namespace keyway {

namespace {

/// Wide enough for sums of squares of nano-dollars.
using Wide = PicoDollars;

constexpr qint64 mostOfDay = 1'000'000'000'000'000; // a million dollars; keeps squares in bounds
constexpr qint64 daysLookedAt = 56;
constexpr qint64 leastDays = 7;
constexpr int leastOfWeekday = 2;

/// What one kind of day costs.
struct Habit {
    qint64 days = 0;
    Wide sum = 0;
    Wide squares = 0;

    void add(qint64 nano)
    {
        ++days;
        sum += nano;
        squares += Wide(nano) * nano;
    }
    qint64 mean() const { return static_cast<qint64>(sum / days); }
    /// Of single days.
    Wide variance() const
    {
        return days < 2 ? Wide(0) : Wide((squares - sum / days * sum) / (days - 1));
    }
    /// Of so many days together: each for itself, and all of them with the mean, which is only
    /// known from `days`.
    Wide varianceOf(qint64 count) const
    {
        return variance() * count + variance() * count * count / days;
    }
};

/// The largest whole number whose square is not above `value`.
qint64 rootOf(const Wide &value)
{
    qint64 low = 0;
    qint64 high = 4'000'000'000'000'000'000;
    while (low < high) {
        const qint64 middle = low + (high - low + 1) / 2;
        if (Wide(middle) * middle <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

qint64 nanoOn(const QMap<QDate, Money> &days, const QDate &day)
{
    return std::min(days.value(day).nano(), mostOfDay);
}

} // namespace

std::optional<Forecast> forecastOfMonth(const QMap<QDate, Money> &days, const QDate &today)
{
    if (days.isEmpty())
        return std::nullopt;
    const QDate first = std::max(days.firstKey(), today.addDays(-daysLookedAt));
    if (first.daysTo(today) < leastDays)
        return std::nullopt;
    Habit anyDay;
    std::array<Habit, 8> weekdays; // Qt counts them from 1
    for (QDate day = first; day < today; day = day.addDays(1)) {
        const qint64 nano = nanoOn(days, day);
        anyDay.add(nano);
        weekdays[static_cast<std::size_t>(day.dayOfWeek())].add(nano);
    }
    const auto habitOf = [&](int weekday) -> const Habit & {
        const Habit &own = weekdays[static_cast<std::size_t>(weekday)];
        return own.days < leastOfWeekday ? anyDay : own;
    };

    Money spent;
    for (QDate day(today.year(), today.month(), 1); day <= today; day = day.addDays(1))
        spent += days.value(day);
    std::array<qint64, 8> left{}; // days, by weekday
    const QDate end(today.year(), today.month(), today.daysInMonth());
    for (QDate day = today.addDays(1); day <= end; day = day.addDays(1))
        ++left[static_cast<std::size_t>(day.dayOfWeek())];

    const qint64 restOfToday
        = std::max<qint64>(0, habitOf(today.dayOfWeek()).mean() - nanoOn(days, today));
    Money expected = spent + Money::fromNano(restOfToday);
    Wide variance = 0;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        const qint64 count = left[static_cast<std::size_t>(weekday)];
        const Habit &habit = habitOf(weekday);
        expected += Money::fromNano(habit.mean() * count);
        variance += habit.varianceOf(count);
    }
    // 1.28 standard deviations to either side are eight of ten.
    const Money spread = Money::fromNano(rootOf(variance)).scaled(1282, 1000);
    return Forecast{expected, std::max(spent, expected - spread), expected + spread};
}

} // namespace keyway
