#include "limitsvalues.h"

#include "ui/words/dates.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace keyway {

using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitStanding;
using guard::LimitUse;

namespace {

struct Alerts {
    Q_DECLARE_TR_FUNCTIONS(keyway::LimitAlerts)
};

/// The day on which the limit is reached at this pace.
QDate runsOutOn(const LimitUse &use, const QDate &today)
{
    const guard::DaySpan span = guard::periodAround(use.limit.period, today);
    const qint64 gone = span.first.daysTo(today) + 1;
    if (use.spent <= Money())
        return span.last;
    // Whole days until spent * day / gone passes the limit; no money is divided by money.
    QDate day = today;
    while (day < span.last && use.spent.scaled(span.first.daysTo(day) + 1, gone) < use.limit.most)
        day = day.addDays(1);
    return day;
}

LimitAlert alertOf(const LimitUse &use, const LimitsValue &value, const QLocale &locale)
{
    LimitAlert alert{use.limit, guard::standingOf(use, value.today), {}, {}};
    const QString name = value.nameOf(use.limit.scope);
    const QString used = words::money(use.used(), locale);
    const QString most = words::amountForPeriod(use.limit.most, use.limit.period, locale);
    switch (alert.standing) {
    case LimitStanding::Fine:
        break;
    case LimitStanding::MayRunOut:
        alert.title = Alerts::tr("%1 may run out").arg(name);
        alert.text
            = Alerts::tr("%1 of %2 used. At this pace it is reached on %3.")
                  .arg(used, most, words::dayAndLongMonth(runsOutOn(use, value.today), locale));
        break;
    case LimitStanding::Warned:
        alert.title = Alerts::tr("%1 is at %2")
                          .arg(name, words::percent(use.used(), use.limit.most, locale));
        alert.text = Alerts::tr("%1 of %2 used.").arg(used, most);
        break;
    case LimitStanding::Reached:
        alert.title = use.left() < Money() ? Alerts::tr("%1 passed its limit").arg(name)
                                           : Alerts::tr("%1 reached its limit").arg(name);
        alert.text = use.limit.isHard()
            ? Alerts::tr("%1 of %2 used. Only what is free is asked. %3")
                  .arg(used, most, words::startsAgain(use.limit.period, value.today, locale))
            : Alerts::tr("%1 of %2 used. The limit only warns, so prompts go on.").arg(used, most);
        break;
    }
    return alert;
}

} // namespace

const LimitUse *LimitsValue::everything() const
{
    const auto found
        = std::find_if(state.limits.cbegin(), state.limits.cend(), [](const LimitUse &use) {
              return use.limit.scope.kind == LimitScope::Kind::Everything
                  && use.limit.period == LimitPeriod::Month;
          });
    return found == state.limits.cend() ? nullptr : &*found;
}

const LimitsValue::Subject *LimitsValue::subject(const LimitScope &scope) const
{
    const auto found
        = std::find_if(subjects.cbegin(), subjects.cend(),
                       [&scope](const Subject &subject) { return subject.scope == scope; });
    return found == subjects.cend() ? nullptr : &*found;
}

QString LimitsValue::nameOf(const LimitScope &scope) const
{
    const Subject *known = subject(scope);
    return words::limitFor(scope, known ? known->name : QString());
}

QList<LimitAlert> alertsOf(const LimitsValue &value, const QLocale &locale)
{
    QList<LimitAlert> alerts;
    for (const LimitUse &use : value.state.limits) {
        const LimitAlert alert = alertOf(use, value, locale);
        if (alert.standing != LimitStanding::Fine)
            alerts.append(alert);
    }
    std::stable_sort(alerts.begin(), alerts.end(), [](const LimitAlert &a, const LimitAlert &b) {
        return a.standing > b.standing;
    });
    return alerts;
}

int permilleOf(const LimitUse &use)
{
    constexpr int all = 1000;
    if (use.limit.most <= Money())
        return use.used() > Money() ? all : 0;
    if (use.used() >= use.limit.most)
        return all;
    return static_cast<int>(use.used().scaled(all, 1).nano() / use.limit.most.nano());
}

} // namespace keyway
