#include "app/cli/commands.h"
#include "app/cli/pricejson.h"
#include "app/cli/terminal.h"
#include "ui/words/prices.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Prices)
};

QDate todayUtc()
{
    return QDateTime::currentDateTimeUtc().date();
}

QString priceCell(const UnitPrices &prices, Counter counter)
{
    const auto found = prices.constFind(counter);
    return found == prices.cend() ? u"–"_s : words::unitPrice(counter, *found);
}

QString sourceCell(const DatedPrice &price)
{
    return price.thirdParty ? Text::tr("%1 (third party)").arg(price.source) : price.source;
}

QJsonArray typesJson(const QSet<RequestType> &types)
{
    QJsonArray json;
    for (const RequestType type : {RequestType::Text, RequestType::Image, RequestType::Video}) {
        if (types.contains(type))
            json.append(nameOf(type));
    }
    return json;
}

Exit unknownService(Context &context, const QString &id)
{
    QStringList ids;
    for (const Service &known : context.workspace->catalogue().services())
        ids.append(known.id);
    return context.wrongUse(
        Text::tr("Keyway does not know the service %1. It knows: %2.").arg(id, ids.join(u", "_s)));
}

Exit list(Context &context, const Arguments &arguments)
{
    const Catalogue &catalogue = context.workspace->catalogue();
    const QString wanted = arguments.value(u"service"_s);
    if (arguments.has(u"service"_s) && !catalogue.service(wanted))
        return unknownService(context, wanted);
    std::optional<RequestType> type;
    if (arguments.has(u"type"_s)) {
        type = requestTypeFromName(arguments.value(u"type"_s));
        if (!type)
            return context.wrongUse(Text::tr("--type takes text, image or video."));
    }
    QJsonArray json;
    QList<QStringList> lines;
    for (const Service &service : catalogue.services()) {
        if (!wanted.isEmpty() && service.id != wanted)
            continue;
        for (const Model &model : service.models) {
            if (type && !model.types.contains(*type))
                continue;
            const DatedPrice *const price = model.priceAt(todayUtc());
            json.append(QJsonObject{
                {u"service"_s, service.id},
                {u"model"_s, model.id},
                {u"name"_s, model.name.isEmpty() ? model.id : model.name},
                {u"types"_s, typesJson(model.types)},
                {u"price"_s, price ? QJsonValue(datedPriceJson(*price)) : QJsonValue()}});
            const UnitPrices prices = price ? price->pricesFor(0) : UnitPrices();
            QString pieces = words::piecePrices(prices);
            if (prices.contains(Counter::OutImage))
                pieces = words::unitPrice(Counter::OutImage, prices.value(Counter::OutImage));
            const bool varies = price && (price->tiers.size() > 1 || !price->variants.isEmpty());
            lines.append({service.id + u'/' + model.id, priceCell(prices, Counter::InUncached),
                          priceCell(prices, Counter::InCacheRead),
                          priceCell(prices, Counter::OutText), pieces,
                          varies ? Text::tr("varies") : QString(),
                          price ? price->from.toString(Qt::ISODate) : QString(),
                          price ? sourceCell(*price) : Text::tr("price unknown")});
        }
    }
    if (context.json) {
        context.printJson(json);
    } else if (lines.isEmpty()) {
        print(Text::tr("No model fits."));
    } else {
        printTable(lines, u"lrrrllll"_s,
                   {Text::tr("Model"), Text::tr("In"), Text::tr("From cache"), Text::tr("Out"),
                    Text::tr("Other"), QString(), Text::tr("Since"), Text::tr("Source")});
        print({});
        print(Text::tr("Dollars for a million tokens. keyway prices show SERVICE/MODEL has every "
                       "price with its days."));
    }
    return Exit::Done;
}

/// What one integration pays for a model.
struct OwnView {
    Integration integration;
    QList<DatedPrice> own;
    QList<Discount> discounts;
    std::optional<PriceQuote> now;
};

QList<OwnView> ownViews(const Context &context, const QString &service, const QString &model,
                        bool *isKnown)
{
    QList<OwnView> views;
    const Result<engine::Overview> overview = context.workspace->overview();
    if (!overview)
        return views;
    for (const engine::IntegrationSummary &summary : overview->integrations) {
        if (summary.integration.service != service)
            continue;
        OwnView view;
        view.integration = summary.integration;
        view.own = summary.integration.terms.prices.value(model);
        for (const Discount &discount : summary.integration.terms.discounts) {
            if (discount.model.isEmpty() || discount.model == model)
                view.discounts.append(discount);
        }
        if (const auto choices = context.workspace->modelChoices(summary.integration.id)) {
            for (const engine::ModelChoice &choice : *choices) {
                if (choice.id != model)
                    continue;
                *isKnown = true;
                view.now = choice.price;
            }
        }
        views.append(view);
    }
    return views;
}

void printDated(const DatedPrice &price)
{
    print(u"  %1: %2"_s.arg(words::daysOfPrice(price.from, price.to),
                            words::unitPrices(price.pricesFor(0))));
    for (const DatedPrice::Tier &tier : price.tiers) {
        if (tier.abovePromptTokens > 0)
            print(u"    "_s
                  + Text::tr("prompts above %1 tokens: %2")
                        .arg(tier.abovePromptTokens)
                        .arg(words::unitPrices(tier.prices)));
    }
    for (const DatedPrice::Variant &variant : price.variants) {
        QStringList facts;
        for (auto it = variant.when.cbegin(); it != variant.when.cend(); ++it)
            facts.append(it.key() + u' ' + it.value());
        print(u"    %1: %2"_s.arg(facts.join(u", "_s), words::unitPrices(variant.prices)));
    }
    QStringList origin{sourceCell(price)};
    if (price.asOf.isValid())
        origin.append(Text::tr("read on %1").arg(price.asOf.toString(Qt::ISODate)));
    origin.append(Text::tr("version %1").arg(price.version));
    print(u"    "_s + origin.join(u", "_s));
}

/// Those that change a price.
QStringList factorLines(const PriceFactors &factors)
{
    QStringList lines;
    for (auto it = factors.cbegin(); it != factors.cend(); ++it) {
        QStringList words;
        for (auto word = it->cbegin(); word != it->cend(); ++word) {
            if (*word != PriceFactor())
                words.append(
                    u"%1 × %2/%3"_s.arg(word.key()).arg(word->numerator).arg(word->denominator));
        }
        if (!words.isEmpty())
            lines.append(u"  %1: %2"_s.arg(it.key(), words.join(u", "_s)));
    }
    return lines;
}

void printPeak(const PeakHours &peak)
{
    const QJsonObject json = peakJson(peak);
    QStringList hours;
    for (const QJsonValue &entry : json[u"utc_hours"_s].toArray())
        hours.append(u"%1–%2"_s.arg(entry[u"from"_s].toString(), entry[u"until"_s].toString()));
    print(Text::tr("In peak hours × %1: %2 UTC on %n day(s) of the week, holidays excepted",
                   nullptr, static_cast<int>(peak.weekdays.size()))
              .arg(json[u"factor"_s].toString(), hours.join(u", "_s)));
}

QJsonObject ownJson(const OwnView &view)
{
    QJsonArray discounts;
    for (const Discount &discount : view.discounts)
        discounts.append(discountJson(discount));
    return {{u"integration"_s, view.integration.name},
            {u"own_prices"_s, datedPricesJson(view.own)},
            {u"discounts"_s, discounts},
            {u"now"_s, view.now ? QJsonValue(quoteJson(*view.now)) : QJsonValue()}};
}

void printOwn(const OwnView &view)
{
    print({});
    print(view.now ? Text::tr("%1 pays now: %2 (version %3)")
                         .arg(view.integration.name, words::unitPrices(view.now->prices),
                              view.now->version)
                   : Text::tr("%1: price unknown").arg(view.integration.name));
    for (const DatedPrice &price : view.own)
        printDated(price);
    for (const Discount &discount : view.discounts) {
        print(u"  %1, %2"_s.arg(words::discountWords(discount),
                                words::daysOfPrice(discount.from, discount.to)));
    }
}

/// Splits SERVICE/MODEL; a model's id may have slashes of its own.
bool splitModel(const QString &text, QString *service, QString *model)
{
    const qsizetype slash = text.indexOf(u'/');
    *service = text.left(slash);
    *model = text.mid(slash + 1);
    return slash > 0 && !model->isEmpty();
}

Exit show(Context &context, const Arguments &arguments)
{
    QString serviceId;
    QString modelId;
    if (!splitModel(arguments.operands().first(), &serviceId, &modelId))
        return context.wrongUse(
            Text::tr("Name a model as SERVICE/MODEL, for example openai/gpt-6-luna."));
    const Service *const service = context.workspace->catalogue().service(serviceId);
    if (!service)
        return unknownService(context, serviceId);
    const Model *const model = service->modelReported(modelId);
    bool isKnown = model;
    const QList<OwnView> views
        = ownViews(context, serviceId, model ? model->id : modelId, &isKnown);
    if (!isKnown)
        return context.wrongUse(Text::tr("There is no model %1 at %2. keyway prices list "
                                         "--service %3 names those with a price.")
                                    .arg(modelId, service->name, serviceId));
    PriceFactors factors = service->factors;
    if (model)
        factors.insert(model->factors);
    if (context.json) {
        QJsonArray integrations;
        for (const OwnView &view : views)
            integrations.append(ownJson(view));
        QJsonObject json{
            {u"service"_s, serviceId},
            {u"model"_s, model ? model->id : modelId},
            {u"name"_s, model && !model->name.isEmpty() ? model->name : modelId},
            {u"types"_s, model ? typesJson(model->types) : QJsonArray()},
            {u"aliases"_s, QJsonArray::fromStringList(model ? model->aliases : QStringList())},
            {u"retires"_s,
             model && model->retires ? QJsonValue(model->retires->toString(Qt::ISODate))
                                     : QJsonValue()},
            {u"prices"_s, datedPricesJson(model ? model->prices : QList<DatedPrice>())},
            {u"factors"_s, factorsJson(factors)},
            {u"peak"_s, service->peak ? QJsonValue(peakJson(*service->peak)) : QJsonValue()},
            {u"integrations"_s, integrations}};
        context.printJson(json);
        return Exit::Done;
    }
    print(u"%1/%2"_s.arg(serviceId, model ? model->id : modelId));
    if (!model || model->prices.isEmpty())
        print(service->local ? Text::tr("Runs on this computer and costs nothing.")
                             : Text::tr("Keyway's list has no price for it."));
    else
        print(Text::tr("Dollars for a million tokens:"));
    for (const DatedPrice &price : model ? model->prices : QList<DatedPrice>())
        printDated(price);
    const QStringList byAnswer = factorLines(factors);
    if (!byAnswer.isEmpty())
        print(Text::tr("By what the answer says, times:"));
    for (const QString &line : byAnswer)
        print(line);
    if (service->peak)
        printPeak(*service->peak);
    for (const OwnView &view : views)
        printOwn(view);
    return Exit::Done;
}

} // namespace

QList<Command> priceCommands()
{
    return {
        {{u"prices"_s, u"list"_s},
         {},
         Text::tr("What each model costs, with the source of the price"),
         {{u"service"_s, u"SERVICE"_s, Text::tr("only this service")},
          {u"type"_s, u"TYPE"_s, Text::tr("only text, image or video")}},
         0,
         0,
         list},
        {{u"prices"_s, u"show"_s},
         u"SERVICE/MODEL"_s,
         Text::tr("Every price of a model with its days, and what your integrations pay"),
         {},
         1,
         1,
         show},
    };
}

} // namespace keyway::cli
