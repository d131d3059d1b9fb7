#include "tests/guard/spendingusers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace keyway::guard {

namespace {

constexpr int days = 120;
constexpr double sigma = 1.2;

/// The distributions of the standard library differ from one to the next; its engines do not.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }
    double share() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    bool chance(double probability) { return share() < probability; }
    double between(double low, double high) { return low + (high - low) * share(); }
    int between(int low, int high)
    {
        return low + static_cast<int>(share() * static_cast<double>(high - low + 1));
    }
    /// Each factor as likely as the next.
    double spreadBetween(double low, double high) { return low * std::pow(high / low, share()); }
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - share()));
        return radius * std::cos(2 * std::numbers::pi * share());
    }
    int poisson(double mean)
    {
        int count = 0;
        for (double left = share(), term = std::exp(-mean); left > term && count < 10 * mean + 20;
             ++count) {
            left -= term;
            term *= mean / (count + 1);
        }
        return count;
    }

private:
    std::mt19937_64 m_engine;
};

struct Person {
    std::array<double, 7> works{}; ///< from Monday on: how likely on such a day
    int firstHour = 9;
    int hoursADay = 9;
    double busy = 0.6; ///< how likely an hour of these has requests
    double requests = 5; ///< in such an hour
    double dollars = 0.01; ///< the middle request
    double burst = 0.04; ///< how likely such an hour has one
    int holidayFrom = days, holidayDays = 0;
    int projectFrom = days;
    int batchRequests = 0; ///< in an hour on the 1st
    int batchHours = 0;
};

Person personFrom(Dice &dice)
{
    Person person;
    const bool nightOwl = dice.chance(0.4);
    for (int day = 0; day < 7; ++day) {
        const bool weekend = day >= 5;
        const double likely = nightOwl ? dice.between(0.4, 0.9) : weekend ? 0.08 : 0.92;
        person.works[static_cast<std::size_t>(day)] = likely;
    }
    person.firstHour = nightOwl ? dice.between(18, 21) : dice.between(7, 10);
    person.hoursADay = nightOwl ? dice.between(5, 8) : dice.between(8, 10);
    person.busy = dice.between(0.4, 0.8);
    person.requests = dice.spreadBetween(2, 12);
    person.dollars = dice.spreadBetween(0.003, 0.05);
    person.burst = dice.between(0.01, 0.08);
    if (dice.chance(0.5)) {
        person.holidayFrom = dice.between(20, 100);
        person.holidayDays = dice.between(7, 21);
    }
    if (dice.chance(0.3))
        person.projectFrom = dice.between(25, 100);
    if (dice.chance(0.15)) {
        person.batchRequests = dice.between(50, 400);
        person.batchHours = dice.between(1, 3);
    }
    return person;
}

Money costOf(Dice &dice, int requests, double middle)
{
    double dollars = 0;
    for (int i = 0; i < requests; ++i)
        dollars += middle * std::exp(sigma * dice.normal());
    return Money::fromNano(std::llround(dollars * 1e9));
}

} // namespace

SpendSeries syntheticUser(quint64 number)
{
    Dice dice(0x6b657977617921 + number * 7919);
    const Person person = personFrom(dice);
    SpendSeries series;
    series.firstDay = QDate(2026, 1, 5); // a Monday
    series.hours.resize(days * 24);
    for (int day = 0; day < days; ++day) {
        const QDate date = series.firstDay.addDays(day);
        const int growth = day >= person.projectFrom ? 2 : 1;
        if (date.day() == 1) {
            for (int hour = 0; hour < person.batchHours; ++hour)
                series.hours[day * 24 + 2 + hour]
                    += costOf(dice, person.batchRequests * growth, person.dollars);
        }
        const bool away
            = day >= person.holidayFrom && day < person.holidayFrom + person.holidayDays;
        const auto weekday = static_cast<std::size_t>(date.dayOfWeek() - 1);
        if (!dice.chance(person.works[weekday]) || away)
            continue;
        for (int hour = 0; hour < person.hoursADay; ++hour) {
            if (!dice.chance(person.busy))
                continue;
            int requests = 1 + dice.poisson(person.requests * growth);
            if (dice.chance(person.burst))
                requests += dice.between(20, 200) * growth;
            // Who works at night goes on after midnight.
            const qsizetype at = day * 24 + person.firstHour + hour;
            if (at < series.hours.size())
                series.hours[at] += costOf(dice, requests, person.dollars);
        }
    }
    return series;
}

} // namespace keyway::guard
