#include "app/cli/asking.h"
#include "app/cli/limitscope.h"
#include "app/cli/terminal.h"
#include "core/engine/forecasts.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;
using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitUse;
using guard::SpendingLimit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Limits)
};

constexpr LimitPeriod periods[]
    = {LimitPeriod::Request, LimitPeriod::Day, LimitPeriod::Week, LimitPeriod::Month};

QJsonObject jsonOf(const Context &context, const LimitUse &use, const QDate &today)
{
    const SpendingLimit &limit = use.limit;
    const auto pace = guard::atThisPace(use, today);
    return {{u"scope"_s, nameOf(limit.scope.kind)},
            {u"name"_s,
             limit.scope.kind == LimitScope::Kind::Integration ? nameOfScope(context, limit.scope)
                                                               : limit.scope.name},
            {u"period"_s, nameOf(limit.period)},
            {u"limit_nano"_s, limit.most.nano()},
            {u"spent_nano"_s, use.spent.nano()},
            {u"reserved_nano"_s, use.reserved.nano()},
            {u"at_this_pace_nano"_s, pace ? QJsonValue(pace->nano()) : QJsonValue()},
            {u"reached"_s, nameOf(limit.reached)},
            {u"warn_at_percent"_s, limit.warnAtPercent}};
}

Exit tellLimits(const Context &context, const guard::SpendingState &state)
{
    const QDate today = context.workspace->today();
    if (context.json) {
        QJsonArray limits;
        for (const LimitUse &use : state.limits)
            limits.append(jsonOf(context, use, today));
        context.printJson(QJsonObject{
            {u"stopped_since"_s,
             state.stoppedSince ? QJsonValue(state.stoppedSince->toUTC().toString(Qt::ISODate))
                                : QJsonValue()},
            {u"limits"_s, limits}});
        return Exit::Done;
    }
    if (state.stoppedSince)
        print(Text::tr("All spending is stopped. keyway resume lets it go on."));
    if (state.limits.isEmpty()) {
        print(Text::tr("No limits yet. keyway limits set everything --month 20 sets a first one."));
        return Exit::Done;
    }
    QList<QStringList> rows;
    for (const LimitUse &use : state.limits) {
        const SpendingLimit &limit = use.limit;
        const auto pace = guard::atThisPace(use, today);
        const bool ofRequest = limit.period == LimitPeriod::Request;
        rows.append({words::limitFor(limit.scope, nameOfScope(context, limit.scope)),
                     words::periodWord(limit.period), ofRequest ? u"–"_s : words::money(use.used()),
                     words::money(limit.most), pace ? words::money(*pace) : u"–"_s,
                     words::reachedWord(limit.reached)});
    }
    printTable(rows, u"llrrrl"_s,
               {Text::tr("For"), Text::tr("Every"), Text::tr("Used"), Text::tr("Limit"),
                Text::tr("At this pace"), Text::tr("When reached")});
    return Exit::Done;
}

Exit list(Context &context, const Arguments &)
{
    const Result<guard::SpendingState> state = engine::foreseenSpending(*context.workspace);
    return state ? tellLimits(context, *state) : context.fail(state.error());
}

Exit set(Context &context, const Arguments &arguments)
{
    const Result<LimitScope> scope = scopeFrom(context, arguments.operands().first());
    if (!scope)
        return context.fail(scope.error());
    LimitAction reached = LimitAction::Stop;
    if (arguments.has(u"then"_s)) {
        const auto given = limitActionFromName(arguments.value(u"then"_s));
        if (!given)
            return context.wrongUse(Text::tr("--then takes stop, ask, warn or fall-back."));
        reached = *given;
    }
    int warnAt = SpendingLimit().warnAtPercent;
    if (arguments.has(u"warn-at"_s)) {
        bool isNumber = false;
        warnAt = arguments.value(u"warn-at"_s).toInt(&isNumber);
        if (!isNumber || warnAt < 1 || warnAt > 100)
            return context.wrongUse(Text::tr("--warn-at takes a percentage, from 1 to 100."));
    }
    QList<SpendingLimit> wanted;
    for (const LimitPeriod period : periods) {
        if (!arguments.has(nameOf(period)))
            continue;
        const auto most = amountIn(arguments.value(nameOf(period)));
        if (!most)
            return context.wrongUse(
                Text::tr("--%1 takes an amount in dollars, for example 20.").arg(nameOf(period)));
        wanted.append({{}, *scope, period, *most, reached, warnAt});
    }
    if (wanted.isEmpty())
        return context.wrongUse(
            Text::tr("Say how much and for how long: --request, --day, --week or --month."));
    for (const SpendingLimit &limit : std::as_const(wanted)) {
        if (const Result<Done> kept = context.workspace->setLimit(limit); !kept)
            return context.fail(kept.error());
    }
    return list(context, arguments);
}

Exit remove(Context &context, const Arguments &arguments)
{
    const Result<LimitScope> scope = scopeFrom(context, arguments.operands().first());
    if (!scope)
        return context.fail(scope.error());
    const Result<guard::SpendingState> state = context.workspace->spending();
    if (!state)
        return context.fail(state.error());
    const bool all
        = std::none_of(std::begin(periods), std::end(periods),
                       [&arguments](LimitPeriod period) { return arguments.has(nameOf(period)); });
    bool found = false;
    for (const LimitUse &use : state->limits) {
        const SpendingLimit &limit = use.limit;
        if (limit.scope != *scope || !(all || arguments.has(nameOf(limit.period))))
            continue;
        found = true;
        if (const Result<Done> removed = context.workspace->removeLimit(limit); !removed)
            return context.fail(removed.error());
    }
    if (!found) {
        tell(Text::tr("There is no such limit. keyway limits list shows those that there are."));
        return Exit::Error;
    }
    return list(context, arguments);
}

Exit setStopped(Context &context, bool stopped)
{
    const Result<Done> kept = context.workspace->setSpendingStopped(stopped);
    if (!kept)
        return context.fail(kept.error());
    if (context.json)
        context.printJson(QJsonObject{{u"stopped"_s, stopped}});
    else
        print(stopped ? Text::tr("All spending is stopped. Free and local services go on; what "
                                 "runs ends as it would.")
                      : Text::tr("Spending goes on, within your limits."));
    return Exit::Done;
}

Exit stop(Context &context, const Arguments &)
{
    return setStopped(context, true);
}

Exit resume(Context &context, const Arguments &)
{
    return setStopped(context, false);
}

} // namespace

QList<Command> limitCommands()
{
    QList<Option> amounts, marks;
    const QString help[] = {Text::tr("for each request"), Text::tr("for each day"),
                            Text::tr("for each week, from Monday on"), Text::tr("for each month")};
    for (std::size_t i = 0; i < std::size(periods); ++i) {
        amounts.append({nameOf(periods[i]), u"DOLLARS"_s, help[i]});
        marks.append({nameOf(periods[i]), {}, help[i]});
    }
    amounts.append({u"then"_s, u"WHAT"_s,
                    Text::tr("when it is reached: stop (the default), ask, warn or fall-back")});
    amounts.append(
        {u"warn-at"_s, u"PERCENT"_s, Text::tr("how much of it may be used without a word: 80")});
    const QString scope = u"everything|text|image|video|app:PROGRAM|INTEGRATION|SERVICE"_s;
    return {
        {{u"limits"_s, u"list"_s},
         {},
         Text::tr("Limits in money, and how much of them is used"),
         {},
         0,
         0,
         list},
        {{u"limits"_s, u"set"_s},
         scope,
         Text::tr("Limit what is spent; service:ID means a service where an integration has its "
                  "name"),
         amounts,
         1,
         1,
         set},
        {{u"limits"_s, u"remove"_s}, scope, Text::tr("Take limits away"), marks, 1, 1, remove},
        {{u"stop"_s}, {}, Text::tr("Stop all spending, in every program, at once"), {}, 0, 0, stop},
        {{u"resume"_s}, {}, Text::tr("Let spending go on"), {}, 0, 0, resume},
    };
}

} // namespace keyway::cli
