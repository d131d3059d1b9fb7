#include "app/cli/commands.h"
#include "app/cli/pricejson.h"
#include "app/cli/terminal.h"
#include "ui/words/money.h"
#include "ui/words/prices.h"

#include <algorithm>
#include <utility>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Models)
};

/// The one that --integration names, or all.
Result<QList<Integration>> asked(const Context &context, const Arguments &arguments)
{
    if (arguments.has(u"integration"_s)) {
        const Result<Integration> found = context.named(arguments.value(u"integration"_s));
        if (!found)
            return found.error();
        return QList<Integration>{*found};
    }
    const Result<engine::Overview> view = context.workspace->overview();
    if (!view)
        return view.error();
    QList<Integration> integrations;
    for (const engine::IntegrationSummary &summary : view->integrations)
        integrations.append(summary.integration);
    return integrations;
}

QJsonValue timeOrNull(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue(at->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject choiceJson(const Integration &integration, const engine::ModelChoice &choice)
{
    QJsonArray types;
    for (const RequestType type : {RequestType::Text, RequestType::Image, RequestType::Video}) {
        if (choice.types.contains(type))
            types.append(nameOf(type));
    }
    return {{u"integration"_s, integration.name},
            {u"service"_s, integration.service},
            {u"model"_s, choice.id},
            {u"name"_s, choice.name.isEmpty() ? choice.id : choice.name},
            {u"types"_s, types},
            {u"in_catalogue"_s, choice.inCatalogue},
            {u"first_seen"_s, timeOrNull(choice.firstSeen)},
            {u"last_seen"_s, timeOrNull(choice.lastSeen)},
            {u"missing"_s, choice.missing},
            {u"retires"_s,
             choice.retires ? QJsonValue(choice.retires->toString(Qt::ISODate)) : QJsonValue()},
            {u"price"_s, choice.price ? QJsonValue(quoteJson(*choice.price)) : QJsonValue()}};
}

QString standing(const engine::ModelChoice &choice)
{
    QStringList words;
    if (choice.missing)
        words.append(Text::tr("not in the service's list"));
    if (choice.retires)
        words.append(Text::tr("retires on %1").arg(choice.retires->toString(Qt::ISODate)));
    return words.join(u", "_s);
}

Exit list(Context &context, const Arguments &arguments)
{
    const Result<QList<Integration>> integrations = asked(context, arguments);
    if (!integrations)
        return context.fail(integrations.error());
    QJsonArray json;
    QList<QStringList> lines;
    for (const Integration &integration : *integrations) {
        const auto choices = context.workspace->modelChoices(integration.id);
        if (!choices)
            return context.fail(choices.error());
        for (const engine::ModelChoice &choice : *choices) {
            json.append(choiceJson(integration, choice));
            const UnitPrices prices = choice.price ? choice.price->prices : UnitPrices();
            const auto cell = [&prices](Counter counter) {
                return prices.contains(counter) ? words::unitPrice(counter, prices.value(counter))
                                                : QString();
            };
            const bool local = choice.price && choice.price->source == "local"_L1;
            const QString other = !choice.price ? Text::tr("price unknown")
                : local                         ? Text::tr("free")
                                                : words::piecePrices(prices);
            lines.append({integration.name, choice.id,
                          local ? QString() : cell(Counter::InUncached),
                          local ? QString() : cell(Counter::OutText), other, standing(choice)});
        }
    }
    if (context.json)
        context.printJson(json);
    else if (lines.isEmpty())
        print(Text::tr("No models yet. keyway models refresh asks your services."));
    else
        printTable(lines, u"llrrll"_s,
                   {Text::tr("Integration"), Text::tr("Model"), Text::tr("In"), Text::tr("Out"),
                    Text::tr("Other"), QString()});
    return Exit::Done;
}

Exit refresh(Context &context, const Arguments &arguments)
{
    const Result<QList<Integration>> integrations = asked(context, arguments);
    if (!integrations)
        return context.fail(integrations.error());
    const bool all = !arguments.has(u"integration"_s);
    QJsonArray json;
    Exit exit = Exit::Done;
    for (const Integration &integration : *integrations) {
        if (all && !integration.enabled)
            continue;
        if (integration.keySource == KeySource::Vault) {
            if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
                return context.fail(opened.error(), context.factsOf(integration));
        }
        auto refreshing = context.workspace->refreshModels(integration.id, context.stop.token());
        const Result<ModelListChange> change = context.finish(std::move(refreshing));
        QJsonObject entry{{u"integration"_s, integration.name},
                          {u"service"_s, integration.service}};
        if (change) {
            entry.insert(u"listed"_s, change->listed);
            entry.insert(u"priced"_s, change->priced);
            entry.insert(u"added"_s, QJsonArray::fromStringList(change->added));
            entry.insert(u"gone"_s, QJsonArray::fromStringList(change->gone));
            if (!context.json) {
                print(Text::tr("%1 offers %n model(s).", nullptr, change->listed)
                          .arg(integration.name));
                if (!change->added.isEmpty())
                    print(u"  "_s + Text::tr("new: %1").arg(change->added.join(u", "_s)));
                if (!change->gone.isEmpty())
                    print(u"  "_s + Text::tr("gone: %1").arg(change->gone.join(u", "_s)));
            }
            json.append(entry);
            continue;
        }
        if (change.error().kind() == Error::Kind::Cancelled)
            return context.fail(change.error());
        const words::Message message
            = words::errorWords(change.error(), context.factsOf(integration));
        entry.insert(u"error_kind"_s, Error::kindName(change.error().kind()));
        entry.insert(u"reason"_s, change.error().reason());
        entry.insert(u"message"_s, message.sentence());
        json.append(entry);
        if (!context.json)
            tell(u"%1: %2"_s.arg(integration.name, message.sentence()));
        // That a service has no list is a fact about it, not a failure.
        if (change.error().reason() != "no-model-list"_L1 && exit == Exit::Done)
            exit = exitFor(change.error());
    }
    if (context.json)
        context.printJson(json);
    return exit;
}

} // namespace

QList<Command> modelCommands()
{
    const Option integration{u"integration"_s, u"NAME"_s, Text::tr("only this integration")};
    return {
        {{u"models"_s, u"list"_s},
         {},
         Text::tr("The models of your integrations, with what they cost"),
         {integration},
         0,
         0,
         list},
        {{u"models"_s, u"refresh"_s},
         {},
         Text::tr("Ask your services for their own lists of models"),
         {integration},
         0,
         0,
         refresh},
    };
}

} // namespace keyway::cli
