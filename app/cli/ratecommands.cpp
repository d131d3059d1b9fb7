#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "ui/words/limits.h"

#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using guard::Rate;
using guard::RateRule;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rates)
};

constexpr std::pair<QLatin1StringView, std::chrono::milliseconds> periods[]
    = {{"second"_L1, 1s}, {"minute"_L1, 1min}, {"hour"_L1, 1h}, {"day"_L1, 24h}};
constexpr int most = 1'000'000;

/// `everything`, `app:cli`, or the name of an integration.
Result<RateRule> scopeFrom(const Context &context, const QString &text)
{
    RateRule rule;
    if (text == nameOf(RateRule::Scope::User))
        return rule;
    const QString prefix = nameOf(RateRule::Scope::App) + u':';
    if (text.startsWith(prefix)) {
        rule.scope = RateRule::Scope::App;
        rule.name = text.mid(prefix.size());
        if (!appClassFromName(rule.name))
            return Error(Error::Kind::Rejected, rule.name).withReason(u"unknown-app"_s);
        return rule;
    }
    const Result<Integration> integration = context.named(text);
    if (!integration)
        return integration.error();
    rule.scope = RateRule::Scope::Integration;
    rule.name = integration->id.toString();
    return rule;
}

/// A whole number from 1 to a million; nothing for anything else.
std::optional<int> countIn(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

/// `60/minute`
std::optional<Rate> rateIn(const QString &text)
{
    const QStringList parts = text.split(u'/');
    const auto requests = countIn(parts.first());
    if (parts.size() != 2 || !requests)
        return std::nullopt;
    for (const auto &[name, per] : periods) {
        if (parts.last() == name)
            return Rate{*requests, per, 1};
    }
    return std::nullopt;
}

QString nameOfRule(const Context &context, const RateRule &rule)
{
    if (rule.scope != RateRule::Scope::Integration)
        return rule.name;
    const auto integration
        = context.workspace->integration(Id::fromString(rule.name).value_or(Id()));
    return integration ? integration->name : rule.name;
}

QJsonObject jsonOf(const Context &context, const RateRule &rule)
{
    QJsonObject object{{u"scope"_s, nameOf(rule.scope)},
                       {u"name"_s, nameOfRule(context, rule)},
                       {u"at_once"_s, rule.atOnce > 0 ? QJsonValue(rule.atOnce) : QJsonValue()}};
    if (rule.rate) {
        object.insert(u"requests"_s, rule.rate->requests);
        object.insert(u"per_ms"_s, qint64(rule.rate->per.count()));
        object.insert(u"burst"_s, rule.rate->burst);
    }
    return object;
}

Exit list(Context &context, const Arguments &)
{
    const Result<QList<RateRule>> rules = context.workspace->rateRules();
    if (!rules)
        return context.fail(rules.error());
    if (context.json) {
        QJsonArray all;
        for (const RateRule &rule : *rules)
            all.append(jsonOf(context, rule));
        context.printJson(QJsonObject{{u"rates"_s, all}});
        return Exit::Done;
    }
    if (rules->isEmpty()) {
        print(Text::tr("Requests are not limited. keyway rates set everything --requests "
                       "60/minute would."));
        return Exit::Done;
    }
    QList<QStringList> rows;
    for (const RateRule &rule : *rules) {
        const QString name = nameOfRule(context, rule);
        rows.append({name.isEmpty() ? Text::tr("Everything") : name, words::rateWords(rule)});
    }
    printTable(rows, u"ll"_s, {Text::tr("For"), Text::tr("Requests")});
    return Exit::Done;
}

Exit set(Context &context, const Arguments &arguments)
{
    Result<RateRule> rule = scopeFrom(context, arguments.operands().first());
    if (!rule)
        return context.fail(rule.error());
    if (arguments.has(u"requests"_s)) {
        rule->rate = rateIn(arguments.value(u"requests"_s));
        if (!rule->rate)
            return context.wrongUse(Text::tr("--requests takes a number and second, minute, hour "
                                             "or day, for example 60/minute."));
    }
    if (arguments.has(u"burst"_s)) {
        const auto burst = countIn(arguments.value(u"burst"_s));
        if (!burst || !rule->rate)
            return context.wrongUse(
                Text::tr("--burst takes a number from 1 on, and needs --requests."));
        rule->rate->burst = *burst;
    }
    if (arguments.has(u"at-once"_s)) {
        const auto atOnce = countIn(arguments.value(u"at-once"_s));
        if (!atOnce)
            return context.wrongUse(Text::tr("--at-once takes a number from 1 on."));
        rule->atOnce = *atOnce;
    }
    if (!rule->rate && rule->atOnce == 0)
        return context.wrongUse(Text::tr("Say how often or how many at once: --requests, "
                                         "--at-once."));
    const Result<Done> kept = context.workspace->setRateRule(*rule);
    return kept ? list(context, arguments) : context.fail(kept.error());
}

Exit remove(Context &context, const Arguments &arguments)
{
    const Result<RateRule> rule = scopeFrom(context, arguments.operands().first());
    if (!rule)
        return context.fail(rule.error());
    const Result<bool> removed = context.workspace->removeRateRule(rule->scope, rule->name);
    if (!removed)
        return context.fail(removed.error());
    if (!*removed) {
        tell(Text::tr("There is no such limit. keyway rates list shows those that there are."));
        return Exit::Error;
    }
    return list(context, arguments);
}

} // namespace

QList<Command> rateCommands()
{
    const QString scope = u"everything|INTEGRATION|app:NAME"_s;
    return {
        {{u"rates"_s, u"list"_s}, {}, Text::tr("Limits in requests"), {}, 0, 0, list},
        {{u"rates"_s, u"set"_s},
         scope,
         Text::tr("Limit how often requests are sent, by all programs together; who comes too "
                  "early waits"),
         {{u"requests"_s, u"NUMBER/PERIOD"_s,
           Text::tr("so many in each second, minute, hour or day: 60/minute")},
          {u"burst"_s, u"NUMBER"_s, Text::tr("so many may come one after the other: 1")},
          {u"at-once"_s, u"NUMBER"_s, Text::tr("so many may run at the same time")}},
         1,
         1,
         set},
        {{u"rates"_s, u"remove"_s}, scope, Text::tr("Take a limit away"), {}, 1, 1, remove},
    };
}

} // namespace keyway::cli
