#include "app/cli/asking.h"
#include "app/cli/terminal.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Routing)
};

Exit tellSettings(const Context &context)
{
    const engine::RoutingSettings &settings = context.workspace->routeSettings();
    const routing::Wishes &wishes = settings.wishes;
    if (context.json) {
        context.printJson(QJsonObject{{u"strategy"_s, nameOf(settings.strategy)},
                                      {u"pause_seconds"_s, qint64(settings.pause.count())},
                                      {u"wishes"_s, wishes.toJson()}});
        return Exit::Done;
    }
    print(u"%1: %2"_s.arg(words::strategyWord(settings.strategy),
                          words::strategyMeaning(settings.strategy)));
    if (!wishes.only.isEmpty())
        print(Text::tr("Only: %1").arg(wishes.only.join(u", "_s)));
    if (!wishes.ignore.isEmpty())
        print(Text::tr("Never: %1").arg(wishes.ignore.join(u", "_s)));
    if (wishes.maxPrice)
        print(Text::tr("At most for an attempt: %1").arg(words::exactMoney(*wishes.maxPrice)));
    if (wishes.localOnly)
        print(Text::tr("Prompts stay on this computer."));
    for (auto it = wishes.quality.cbegin(); it != wishes.quality.cend(); ++it)
        print(Text::tr("Your score of %1: %2").arg(it.key()).arg(*it));
    print(Text::tr("A failing service is left alone for %n second(s) at first.", nullptr,
                   static_cast<int>(settings.pause.count())));
    return Exit::Done;
}

Exit show(Context &context, const Arguments &)
{
    return tellSettings(context);
}

/// A list that an empty value empties.
QStringList listFrom(const QStringList &values)
{
    QStringList names = values;
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

/// What is wrong with the arguments; empty where `settings` has them all.
QString change(const Arguments &arguments, engine::RoutingSettings *settings)
{
    routing::Wishes &wishes = settings->wishes;
    if (arguments.has(u"strategy"_s)) {
        const auto strategy = strategyFromName(arguments.value(u"strategy"_s));
        if (!strategy)
            return Text::tr(
                "--strategy takes my-order, cheapest, fastest, best-quality or balanced.");
        settings->strategy = *strategy;
    }
    if (arguments.has(u"only"_s))
        wishes.only = listFrom(arguments.values(u"only"_s));
    if (arguments.has(u"ignore"_s))
        wishes.ignore = listFrom(arguments.values(u"ignore"_s));
    if (arguments.has(u"max-price"_s)) {
        const QString text = arguments.value(u"max-price"_s);
        wishes.maxPrice = amountIn(text);
        if (!text.isEmpty() && !wishes.maxPrice)
            return Text::tr("--max-price takes an amount in dollars, for example 0.02.");
    }
    if (arguments.has(u"local"_s)) {
        const QString text = arguments.value(u"local"_s);
        if (text != "on"_L1 && text != "off"_L1)
            return Text::tr("--local takes on or off.");
        wishes.localOnly = text == "on"_L1;
    }
    for (const QString &score : arguments.values(u"quality"_s)) {
        const QString model = score.section(u'=', 0, -2);
        bool isNumber = false;
        const int points = score.section(u'=', -1).toInt(&isNumber);
        const bool takesBack = score.endsWith(u'=');
        if (!model.contains(u'/') || !(takesBack || (isNumber && points >= 0 && points <= 100)))
            return Text::tr("--quality takes SERVICE/MODEL=SCORE, a score from 0 to 100.");
        wishes.quality.remove(model);
        if (!takesBack)
            wishes.quality.insert(model, points);
    }
    if (arguments.has(u"pause"_s)) {
        bool isNumber = false;
        const int seconds = arguments.value(u"pause"_s).toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > 3600)
            return Text::tr("--pause takes seconds, from 1 to 3600.");
        settings->pause = std::chrono::seconds(seconds);
    }
    return {};
}

Exit set(Context &context, const Arguments &arguments)
{
    engine::RoutingSettings settings = context.workspace->routeSettings();
    if (const QString problem = change(arguments, &settings); !problem.isEmpty())
        return context.wrongUse(problem);
    if (const Result<Done> kept = context.workspace->setRouteSettings(settings); !kept)
        return context.fail(kept.error());
    return tellSettings(context);
}

} // namespace

QList<Command> routingCommands()
{
    const QList<Option> setOptions{
        {u"strategy"_s, u"STRATEGY"_s,
         Text::tr("my-order, cheapest, fastest, best-quality or balanced")},
        {u"only"_s, u"NAME"_s,
         Text::tr("ask only this integration, service or model; may be given again")},
        {u"ignore"_s, u"NAME"_s,
         Text::tr("never ask this integration, service or model; may be given again")},
        {u"max-price"_s, u"DOLLARS"_s, Text::tr("the most that one attempt may cost")},
        {u"local"_s, u"on|off"_s, Text::tr("ask only what runs on this computer")},
        {u"quality"_s, u"SERVICE/MODEL=SCORE"_s,
         Text::tr("your own score of a model, 0 to 100; without a score: take it back")},
        {u"pause"_s, u"SECONDS"_s, Text::tr("how long a failing service is left alone at first")}};
    return {
        {{u"routing"_s, u"show"_s}, {}, Text::tr("How services are chosen"), {}, 0, 0, show},
        {{u"routing"_s, u"set"_s},
         {},
         Text::tr("Change how services are chosen; an empty value takes a wish back"),
         setOptions,
         0,
         0,
         set},
    };
}

} // namespace keyway::cli
