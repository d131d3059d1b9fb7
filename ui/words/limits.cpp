#include "ui/words/limits.h"

#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using keyway::guard::LimitPeriod;
using keyway::guard::LimitScope;

namespace keyway::words {
namespace {
struct LimitWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Limits)
};
} // namespace

QString limitFor(const LimitScope &scope, const QString &name)
{
    if (scope.kind == LimitScope::Kind::Everything)
        return LimitWords::tr("Everything");
    if (scope.kind == LimitScope::Kind::App) {
        if (scope.name == nameOf(AppClass::CommandLine))
            return LimitWords::tr("Command line, all services");
        return scope.name == nameOf(AppClass::Gateway) ? LimitWords::tr("Gateway, all services")
                                                       : LimitWords::tr("Window, all services");
    }
    if (scope.kind != LimitScope::Kind::Type)
        return name.isEmpty() ? scope.name : name;
    if (scope.name == nameOf(RequestType::Image))
        return LimitWords::tr("Images, all services");
    if (scope.name == nameOf(RequestType::Video))
        return LimitWords::tr("Videos, all services");
    return LimitWords::tr("Text, all services");
}

QString periodWord(LimitPeriod period)
{
    switch (period) {
    case LimitPeriod::Request:
        return LimitWords::tr("Request");
    case LimitPeriod::Day:
        return LimitWords::tr("Day");
    case LimitPeriod::Week:
        return LimitWords::tr("Week");
    case LimitPeriod::Month:
        break;
    }
    return LimitWords::tr("Month");
}

QString amountForPeriod(Money most, LimitPeriod period, const QLocale &locale)
{
    const QString amount = money(most, locale);
    switch (period) {
    case LimitPeriod::Request:
        return LimitWords::tr("%1 a request").arg(amount);
    case LimitPeriod::Day:
        return LimitWords::tr("%1 a day").arg(amount);
    case LimitPeriod::Week:
        return LimitWords::tr("%1 a week").arg(amount);
    case LimitPeriod::Month:
        break;
    }
    return LimitWords::tr("%1 a month").arg(amount);
}

QString reachedWord(LimitAction reached)
{
    switch (reached) {
    case LimitAction::WarnOnly:
        return LimitWords::tr("Warn");
    case LimitAction::FallBack:
        return LimitWords::tr("Fall back");
    case LimitAction::Ask:
        return LimitWords::tr("Ask");
    case LimitAction::Stop:
        break;
    }
    return LimitWords::tr("Stop");
}

QString reachedMeaning(LimitAction reached)
{
    switch (reached) {
    case LimitAction::WarnOnly:
        return LimitWords::tr("Nothing is refused. Keyway says how far above it you are.");
    case LimitAction::Ask:
        return LimitWords::tr("Keyway asks you before it sends what could pass the limit.");
    case LimitAction::FallBack:
        return LimitWords::tr("Answers stay whole: who would cost too much is left out, and "
                              "cheaper services are asked.");
    case LimitAction::Stop:
        break;
    }
    return LimitWords::tr("The last answers are shortened to what is left, then only free and "
                          "local services are asked.");
}

QString requestsWords(const guard::Rate &rate, const QLocale &locale)
{
    using namespace std::chrono_literals;
    const QString requests = count(rate.requests, locale);
    if (rate.per == 1s)
        return LimitWords::tr("%1 a second").arg(requests);
    if (rate.per == 1min)
        return LimitWords::tr("%1 a minute").arg(requests);
    if (rate.per == 1h)
        return LimitWords::tr("%1 an hour").arg(requests);
    if (rate.per == 24h)
        return LimitWords::tr("%1 a day").arg(requests);
    return LimitWords::tr("%1 in %2").arg(requests, duration(rate.per, locale));
}

QString rateWords(const guard::RateRule &rule, const QLocale &locale)
{
    QStringList parts;
    if (rule.rate) {
        parts += requestsWords(*rule.rate, locale);
        parts += LimitWords::tr("%1 in a burst").arg(count(rule.rate->burst, locale));
    }
    if (rule.atOnce > 0)
        parts += LimitWords::tr("%1 at once").arg(count(rule.atOnce, locale));
    return parts.join(QStringLiteral(", "));
}

QString startsAgain(LimitPeriod period, const QDate &today, const QLocale &locale)
{
    if (period == LimitPeriod::Request)
        return {};
    const QDate next = guard::periodAround(period, today).last.addDays(1);
    return LimitWords::tr("It starts again on %1.").arg(dayAndLongMonth(next, locale));
}

} // namespace keyway::words
