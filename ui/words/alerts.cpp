#include "ui/words/alerts.h"

#include "ui/words/dates.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using keyway::guard::Alert;
using keyway::guard::LimitStanding;
using keyway::guard::LimitUse;

namespace keyway::words {
namespace {

struct Alerts {
    Q_DECLARE_TR_FUNCTIONS(keyway::LimitAlerts)
};

/// The day on which the limit is reached at this pace.
QDate runsOutOn(const LimitUse &use, const QDate &today)
{
    const guard::DaySpan span = guard::periodAround(use.limit.period, today);
    const Money more = guard::atThisPace(use, today).value_or(use.spent) - use.spent;
    const qint64 left = today.daysTo(span.last);
    // Whole days until what is added evenly passes the limit; no money is divided by money.
    QDate day = today;
    while (day < span.last && use.spent + more.scaled(today.daysTo(day), left) < use.limit.most)
        day = day.addDays(1);
    return day;
}

QString whoRepeats(AppClass app)
{
    switch (app) {
    case AppClass::Gateway:
        return Alerts::tr("An app at the Local Gateway sends the same prompt again and again");
    case AppClass::CommandLine:
        return Alerts::tr("The command line sends the same prompt again and again");
    case AppClass::Window:
        break;
    }
    return Alerts::tr("The same prompt comes again and again");
}

} // namespace

Message alertWords(const Alert &alert, const QLocale &locale)
{
    Message words;
    switch (alert.kind) {
    case Alert::Kind::UnusualHour:
        words.title = Alerts::tr("An hour costs more than usual");
        words.text
            = Alerts::tr("%1 between %2 and %3. %4 an hour is usual.")
                  .arg(money(alert.spent, locale), timeOfDay(alert.since, locale),
                       timeOfDay(alert.since.addSecs(3600), locale), money(alert.usual, locale));
        break;
    case Alert::Kind::UnusualDay:
        words.title = Alerts::tr("A day costs more than usual");
        words.text = Alerts::tr("%1 on %2, beside its two dearest hours. At most %3 is usual.")
                         .arg(money(alert.spent, locale),
                              dayAndLongMonth(alert.since.toLocalTime().date(), locale),
                              money(alert.usual, locale));
        break;
    case Alert::Kind::RepeatedPrompt:
        words.title = whoRepeats(alert.app);
        words.text = Alerts::tr("%n time(s) since %1. It is not asked any more until you say that "
                                "it was you.",
                                nullptr, alert.times)
                         .arg(timeOfDay(alert.since, locale));
        break;
    }
    return words;
}

Message limitAlertWords(const LimitUse &use, const QString &name, const QDate &today,
                        const QLocale &locale)
{
    Message words;
    const QString used = money(use.used(), locale);
    const QString most = amountForPeriod(use.limit.most, use.limit.period, locale);
    switch (guard::standingOf(use, today)) {
    case LimitStanding::Fine:
        break;
    case LimitStanding::MayRunOut:
        words.title = Alerts::tr("%1 may run out").arg(name);
        words.text = Alerts::tr("%1 of %2 used. At this pace it is reached on %3.")
                         .arg(used, most, dayAndLongMonth(runsOutOn(use, today), locale));
        break;
    case LimitStanding::Warned:
        words.title
            = Alerts::tr("%1 is at %2").arg(name, percent(use.used(), use.limit.most, locale));
        words.text = Alerts::tr("%1 of %2 used.").arg(used, most);
        break;
    case LimitStanding::Reached:
        words.title = use.left() < Money() ? Alerts::tr("%1 passed its limit").arg(name)
                                           : Alerts::tr("%1 reached its limit").arg(name);
        words.text = use.limit.reached == LimitAction::Ask
            ? Alerts::tr("%1 of %2 used. Keyway asks you before it sends more. %3")
                  .arg(used, most, startsAgain(use.limit.period, today, locale))
            : use.limit.isHard()
            ? Alerts::tr("%1 of %2 used. Only what is free is asked. %3")
                  .arg(used, most, startsAgain(use.limit.period, today, locale))
            : Alerts::tr("%1 of %2 used. The limit only warns, so prompts go on.").arg(used, most);
        break;
    }
    return words;
}

} // namespace keyway::words
