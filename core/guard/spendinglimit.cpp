#include "core/guard/spendinglimit.h"

#include "core/base/names.h"

namespace keyway::guard {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<LimitScope::Kind, 5> scopeNames{{
    {LimitScope::Kind::Everything, "everything"_L1},
    {LimitScope::Kind::Service, "service"_L1},
    {LimitScope::Kind::Integration, "integration"_L1},
    {LimitScope::Kind::Type, "type"_L1},
    {LimitScope::Kind::App, "app"_L1},
}};
constexpr Names<LimitPeriod, 4> periodNames{{
    {LimitPeriod::Request, "request"_L1},
    {LimitPeriod::Day, "day"_L1},
    {LimitPeriod::Week, "week"_L1},
    {LimitPeriod::Month, "month"_L1},
}};

} // namespace

QString nameOf(LimitScope::Kind kind)
{
    return nameIn(scopeNames, kind);
}

QString nameOf(LimitPeriod period)
{
    return nameIn(periodNames, period);
}

std::optional<LimitScope::Kind> limitScopeFromName(QStringView name)
{
    return valueIn(scopeNames, name);
}

std::optional<LimitPeriod> limitPeriodFromName(QStringView name)
{
    return valueIn(periodNames, name);
}

bool LimitScope::concerns(const Subject &subject) const
{
    switch (kind) {
    case Kind::Everything:
        break;
    case Kind::Service:
        return name == subject.service;
    case Kind::Integration:
        return name == subject.integration.toString();
    case Kind::Type:
        return name == keyway::nameOf(subject.type);
    case Kind::App:
        return name == keyway::nameOf(subject.app);
    }
    return true;
}

DaySpan periodAround(LimitPeriod period, const QDate &day)
{
    switch (period) {
    case LimitPeriod::Week: {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        return {monday, monday.addDays(6)};
    }
    case LimitPeriod::Month: {
        const QDate first(day.year(), day.month(), 1);
        return {first, first.addMonths(1).addDays(-1)};
    }
    case LimitPeriod::Request:
    case LimitPeriod::Day:
        break;
    }
    return {day, day};
}

std::optional<Money> atThisPace(const LimitUse &use, const QDate &today)
{
    const DaySpan span = periodAround(use.limit.period, today);
    if (span.first == span.last)
        return std::nullopt;
    if (use.expected)
        return use.expected;
    const qint64 days = span.first.daysTo(span.last) + 1;
    const qint64 gone = span.first.daysTo(today) + 1;
    return use.spent.scaled(days, gone);
}

LimitStanding standingOf(const LimitUse &use, const QDate &today)
{
    if (use.limit.period == LimitPeriod::Request)
        return LimitStanding::Fine;
    if (use.left() <= Money())
        return LimitStanding::Reached;
    constexpr int hundred = 100;
    if (use.used() >= use.limit.most.scaled(use.limit.warnAtPercent, hundred))
        return LimitStanding::Warned;
    const std::optional<Money> pace = atThisPace(use, today);
    return pace && *pace > use.limit.most ? LimitStanding::MayRunOut : LimitStanding::Fine;
}

} // namespace keyway::guard
