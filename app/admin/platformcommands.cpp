#include "app/admin/console.h"
#include "core/client/servicehealth.h"
#include "core/fees/feepolicy.h"
#include "ui/terminal/output.h"
#include "ui/words/admin.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <functional>
#include <utility>

namespace keyway::app {

using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AdminPlatformCommands)
};

QJsonObject sumsJson(const PlatformSums &sums)
{
    return {{u"requests"_s, sums.requests},
            {u"attempts"_s, sums.attempts},
            {u"fallbacks"_s, sums.fallbacks()},
            {u"answered"_s, sums.answered},
            {u"unknown_costs"_s, sums.unknownCosts},
            {u"platform_cost_nano"_s, sums.platformCost.nano()},
            {u"fee_nano"_s, sums.fee.nano()}};
}

QJsonArray namedJson(const QList<NamedSums> &list, const QString &name)
{
    QJsonArray array;
    for (const NamedSums &one : list) {
        QJsonObject json = sumsJson(one.sums);
        json.insert(name, one.name);
        array.append(json);
    }
    return array;
}

QJsonObject figuresJson(const PlatformFigures &figures)
{
    const auto monthText = [](const QDate &month) { return month.toString(u"yyyy-MM"_s); };
    QJsonArray months, days;
    for (const MonthSums &month : figures.months) {
        QJsonObject json = sumsJson(month.sums);
        json.insert(u"month"_s, monthText(month.month));
        json.insert(u"active_accounts"_s, month.activeAccounts);
        json.insert(u"plans"_s, namedJson(month.plans, u"plan"_s));
        months.append(json);
    }
    for (const DaySums &day : figures.days) {
        QJsonObject json = sumsJson(day.sums);
        json.insert(u"day"_s, day.day.toString(Qt::ISODate));
        days.append(json);
    }
    return {{u"from"_s, monthText(figures.from)},
            {u"to"_s, monthText(figures.to)},
            {u"accounts"_s, figures.accounts},
            {u"total"_s, sumsJson(figures.total)},
            {u"months"_s, months},
            {u"days"_s, days},
            {u"services"_s, namedJson(figures.services, u"service"_s)}};
}

void printSums(const QString &head, const QList<NamedSums> &list,
               const std::function<QString(const QString &)> &nameOf)
{
    QList<QStringList> lines;
    for (const NamedSums &one : list)
        lines.append({nameOf(one.name), words::count(one.sums.requests),
                      words::money(one.sums.platformCost), words::money(one.sums.fee)});
    cli::print({});
    cli::printTable(lines, u"lrrr"_s,
                    {head, Text::tr("Requests"), Text::tr("Routed"), Text::tr("Fees")});
}

std::optional<QDate> monthIn(const QString &text)
{
    const QDate month = QDate::fromString(text + "-01"_L1, Qt::ISODate);
    return month.isValid() && text.size() == 7 ? std::optional(month) : std::nullopt;
}

Exit stats(Console &console, const cli::Arguments &arguments)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QDate from(today.year(), today.month(), 1), to = from;
    for (const auto &[option, day] : {std::pair(u"from"_s, &from), std::pair(u"to"_s, &to)}) {
        if (!arguments.has(option))
            continue;
        const std::optional<QDate> month = monthIn(arguments.value(option));
        if (!month)
            return console.wrongUse(Text::tr("A month looks like 2026-11."));
        *day = *month;
    }
    if (arguments.has(u"from"_s) && !arguments.has(u"to"_s))
        to = std::max(from, to);
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<PlatformFigures> figures
        = cli::finish((*client)->statistics(from, to, console.stop.token()));
    if (!figures)
        return console.fail(figures.error());
    if (console.json) {
        console.printJson(figuresJson(*figures));
        return Exit::Done;
    }
    const PlatformSums &total = figures->total;
    cli::printTable({{Text::tr("Accounts"), words::count(figures->accounts)},
                     {Text::tr("Requests"), words::count(total.requests)},
                     {Text::tr("Answered"), words::count(total.answered)},
                     {Text::tr("Fallbacks"), words::count(total.fallbacks())},
                     {Text::tr("Routed"), words::money(total.platformCost)},
                     {Text::tr("Fees"), words::money(total.fee)}},
                    u"lr"_s);
    printSums(Text::tr("Plan"), figures->plans(), [](const QString &name) {
        const std::optional<FeePlan> plan = feePlanFromName(name);
        return plan ? words::planName(*plan) : name;
    });
    printSums(Text::tr("Service"), figures->services, [](const QString &name) { return name; });
    return Exit::Done;
}

QJsonArray groupsJson(const QList<PeopleGroup> &groups)
{
    QJsonArray list;
    for (const PeopleGroup &group : groups)
        list.append(QJsonObject{{u"name"_s, group.name}, {u"accounts"_s, group.accounts}});
    return list;
}

QJsonObject peopleJson(const PeopleFigures &figures)
{
    QJsonArray spending, cohorts;
    for (const SpendBand &band : figures.spending)
        spending.append(
            QJsonObject{{u"to_nano"_s, band.upTo ? QJsonValue(band.upTo->nano()) : QJsonValue()},
                        {u"accounts"_s, band.accounts}});
    for (const PeopleCohort &cohort : figures.cohorts) {
        QJsonArray months;
        for (auto it = cohort.months.cbegin(); it != cohort.months.cend(); ++it)
            months.append(
                QJsonObject{{u"month"_s, it.key().toString(u"yyyy-MM"_s)}, {u"accounts"_s, *it}});
        cohorts.append(
            QJsonObject{{u"start"_s, cohort.start.toString(u"yyyy-MM"_s)}, {u"months"_s, months}});
    }
    return {{u"month"_s, figures.month.toString(u"yyyy-MM"_s)},
            {u"fewest"_s, figures.fewest},
            {u"accounts"_s, figures.accounts ? QJsonValue(*figures.accounts) : QJsonValue()},
            {u"services"_s, groupsJson(figures.services)},
            {u"models"_s, groupsJson(figures.models)},
            {u"types"_s, groupsJson(figures.types)},
            {u"hours"_s, groupsJson(figures.hours)},
            {u"weekdays"_s, groupsJson(figures.weekdays)},
            {u"spending"_s, spending},
            {u"cohorts"_s, cohorts}};
}

Exit users(Console &console, const cli::Arguments &arguments)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    std::optional<QDate> month = QDate(today.year(), today.month(), 1).addMonths(-1);
    if (arguments.has(u"month"_s))
        month = monthIn(arguments.value(u"month"_s));
    if (!month)
        return console.wrongUse(Text::tr("A month looks like 2026-11."));
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<PeopleFigures> figures
        = cli::finish((*client)->people(*month, console.stop.token()));
    if (!figures)
        return console.fail(figures.error());
    if (console.json) {
        console.printJson(peopleJson(*figures));
        return Exit::Done;
    }
    if (!figures->accounts) {
        cli::print(
            Text::tr("Too few people: counts are told from %n on.", nullptr, int(figures->fewest)));
        return Exit::Done;
    }
    QList<QStringList> lines{{Text::tr("All"), words::count(*figures->accounts)}};
    for (const QList<PeopleGroup> *const groups :
         {&figures->services, &figures->models, &figures->types}) {
        for (const PeopleGroup &group : *groups)
            lines.append({group.name, words::count(group.accounts)});
    }
    cli::printTable(lines, u"lr"_s, {Text::tr("Group"), Text::tr("People")});
    return Exit::Done;
}

/// `working`, ...: for programs.
QString stateName(ServiceState state)
{
    switch (state) {
    case ServiceState::Working:
        return u"working"_s;
    case ServiceState::Slow:
        return u"slow"_s;
    case ServiceState::Degraded:
        return u"degraded"_s;
    case ServiceState::Down:
        return u"down"_s;
    case ServiceState::Unheard:
        return u"unheard"_s;
    }
    return {};
}

Exit health(Console &console, const cli::Arguments &arguments)
{
    bool isNumber = true;
    const int hours = arguments.has(u"hours"_s) ? arguments.value(u"hours"_s).toInt(&isNumber) : 24;
    if (!isNumber || hours < 1 || hours > 336)
        return console.wrongUse(Text::tr("Hours are a number from 1 to 336."));
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<HealthFigures> figures
        = cli::finish((*client)->health(hours, console.stop.token()));
    if (!figures)
        return console.fail(figures.error());
    const QList<ServiceHealth> services = serviceHealth(*figures, QDateTime::currentDateTimeUtc());
    QJsonArray list;
    QList<QStringList> lines;
    for (const ServiceHealth &service : services) {
        QJsonObject outcomes;
        for (auto it = service.outcomes.cbegin(); it != service.outcomes.cend(); ++it)
            outcomes.insert(nameOf(it.key()), *it);
        list.append(QJsonObject{{u"service"_s, service.service},
                                {u"state"_s, stateName(service.state)},
                                {u"reports"_s, service.reports},
                                {u"answered"_s, service.answered},
                                {u"median"_s, nameOf(service.median)},
                                {u"slowest_5_percent"_s, nameOf(service.slowest)},
                                {u"outcomes"_s, outcomes}});
        lines.append({service.service, words::serviceStateWord(service.state),
                      words::count(service.answered), words::count(service.reports),
                      words::latencyWords(service.median), words::latencyWords(service.slowest)});
    }
    if (console.json)
        console.printJson(list);
    else if (lines.isEmpty())
        cli::print(Text::tr("No application has reported anything in this time."));
    else
        cli::printTable(lines, u"llrrrr"_s,
                        {Text::tr("Service"), Text::tr("Now"), Text::tr("Answered"),
                         Text::tr("Attempts"), Text::tr("First word"), Text::tr("Slowest 5%")});
    return Exit::Done;
}

} // namespace

QList<AdminCommand> platformCommands()
{
    return {
        {{u"stats"_s},
         {},
         Text::tr("accounts, requests, costs routed, fees; this month unless told"),
         {{u"from"_s, u"MONTH"_s, Text::tr("the first month, such as 2026-10")},
          {u"to"_s, u"MONTH"_s, Text::tr("the last month")}},
         0,
         0,
         stats},
        {{u"users"_s},
         {},
         Text::tr("how many people use what, in a month that has ended; never about one person"),
         {{u"month"_s, u"MONTH"_s, Text::tr("the last one unless told")}},
         0,
         0,
         users},
        {{u"health"_s},
         {},
         Text::tr("how services do, as applications report it"),
         {{u"hours"_s, u"HOURS"_s, Text::tr("24 unless told, at most 336")}},
         0,
         0,
         health},
    };
}

} // namespace keyway::app
