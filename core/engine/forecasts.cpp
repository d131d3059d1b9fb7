#include "core/engine/forecasts.h"

#include "core/engine/workspace.h"

namespace keyway::engine {

namespace {

constexpr int monthsOfHistory = 2;

template <class Key>
QHash<Key, Forecast> eachOf(const QMap<Key, QMap<QDate, Money>> &days, const QDate &today)
{
    QHash<Key, Forecast> found;
    for (auto one = days.cbegin(); one != days.cend(); ++one) {
        if (const auto forecast = forecastOfMonth(*one, today))
            found.insert(one.key(), *forecast);
    }
    return found;
}

std::optional<Money> expected(const MonthForecasts &forecasts, const guard::LimitScope &scope)
{
    using Kind = guard::LimitScope::Kind;
    std::optional<Forecast> found;
    if (scope.kind == Kind::Everything)
        found = forecasts.all;
    else if (scope.kind == Kind::Service && forecasts.services.contains(scope.name))
        found = forecasts.services.value(scope.name);
    else if (const auto id = Id::fromString(scope.name);
             scope.kind == Kind::Integration && id && forecasts.integrations.contains(*id))
        found = forecasts.integrations.value(*id);
    return found ? std::optional(found->expected) : std::nullopt;
}

} // namespace

Result<MonthForecasts> forecasts(const Workspace &workspace, const UsageFilter &filter)
{
    QMap<QDate, Money> all;
    QMap<QString, QMap<QDate, Money>> services;
    QMap<Id, QMap<QDate, Money>> integrations;
    const QDate today = workspace.today();
    for (int back = monthsOfHistory; back >= 0; --back) {
        const auto month = workspace.usage(today.addMonths(-back), filter);
        if (!month)
            return month.error();
        for (auto day = month->servicesOn.cbegin(); day != month->servicesOn.cend(); ++day) {
            for (auto service = day->cbegin(); service != day->cend(); ++service) {
                services[service.key()][day.key()] += service->platformCost;
                all[day.key()] += service->platformCost;
            }
        }
        for (auto one = month->daysOf.cbegin(); one != month->daysOf.cend(); ++one) {
            for (auto day = one->cbegin(); day != one->cend(); ++day)
                integrations[one.key()][day.key()] += *day;
        }
    }
    return MonthForecasts{forecastOfMonth(all, today), eachOf(services, today),
                          eachOf(integrations, today)};
}

Result<guard::SpendingState> foreseenSpending(const Workspace &workspace)
{
    auto state = workspace.spending();
    if (!state)
        return state;
    const auto month = forecasts(workspace);
    if (!month)
        return month.error();
    for (guard::LimitUse &use : state->limits) {
        if (use.limit.period == guard::LimitPeriod::Month)
            use.expected = expected(*month, use.limit.scope);
    }
    return state;
}

} // namespace keyway::engine
