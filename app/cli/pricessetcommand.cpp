#include "app/cli/commands.h"
#include "app/cli/pricejson.h"
#include "app/cli/terminal.h"
#include "ui/words/prices.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PricesSet)
};

/// What the options ask for, or why not, in words.
struct Wish {
    QString model; ///< empty: all of them
    QDate from;
    std::optional<QDate> to;
    QString problem;
};

/// A day as 2026-11-22.
std::optional<QDate> dayOption(const Arguments &arguments, const QString &name, Wish &wish)
{
    if (!arguments.has(name))
        return std::nullopt;
    const QDate day = QDate::fromString(arguments.value(name), u"yyyy-MM-dd"_s);
    if (!day.isValid() || day.year() < 2000)
        wish.problem = Text::tr("--%1 takes a day such as 2026-11-22.").arg(name);
    return day;
}

/// One price or discount as the file of own terms has it, read by the same strict eyes.
std::optional<OwnTerms> termsOf(const QJsonObject &json)
{
    const Result<OwnTerms> terms = Catalogue::parseOwnTerms(QJsonDocument(json).toJson());
    return terms ? std::optional(*terms) : std::nullopt;
}

bool hasPriceOption(const Arguments &arguments)
{
    return arguments.has(u"in"_s) || arguments.has(u"out"_s) || arguments.has(u"cached"_s)
        || arguments.has(u"image"_s) || arguments.has(u"second"_s);
}

Wish readWish(const Arguments &arguments)
{
    Wish wish;
    wish.model = arguments.operands().value(1);
    const QString named = arguments.value(u"model"_s);
    if (arguments.has(u"model"_s) && !wish.model.isEmpty() && named != wish.model)
        wish.problem = Text::tr("Two models are named: %1 and %2.").arg(wish.model, named);
    if (arguments.has(u"model"_s))
        wish.model = named;
    if (arguments.has(u"model"_s) && named.isEmpty())
        wish.problem = Text::tr("The name of the model is empty.");
    wish.from
        = dayOption(arguments, u"from"_s, wish).value_or(QDateTime::currentDateTimeUtc().date());
    wish.to = dayOption(arguments, u"to"_s, wish);
    if (wish.problem.isEmpty() && wish.to && *wish.to < wish.from)
        wish.problem = Text::tr("--to is before --from (%1).").arg(wish.from.toString(Qt::ISODate));
    const int ways = int(hasPriceOption(arguments)) + int(arguments.has(u"discount"_s))
        + int(arguments.has(u"free-tier"_s)) + int(arguments.has(u"clear"_s));
    if (wish.problem.isEmpty() && ways == 0)
        wish.problem = Text::tr("Say what to set: --in and --out, --image, --second, --discount, "
                                "--free-tier or --clear.");
    if (wish.problem.isEmpty() && ways > 1)
        wish.problem = Text::tr("Set one thing at a time: prices, --discount, --free-tier or "
                                "--clear.");
    if (wish.problem.isEmpty() && arguments.has(u"clear"_s)
        && (arguments.has(u"from"_s) || arguments.has(u"to"_s)))
        wish.problem = Text::tr("--clear takes all days and goes without --from and --to.");
    return wish;
}

void insertDays(QJsonObject &json, const Wish &wish)
{
    json.insert(u"from"_s, wish.from.toString(Qt::ISODate));
    if (wish.to)
        json.insert(u"to"_s, wish.to->toString(Qt::ISODate));
}

/// Adds own prices; the problem in words where they are none.
QString setPrices(const Arguments &arguments, const Wish &wish, OwnTerms &terms)
{
    if (wish.model.isEmpty())
        return Text::tr("Name the model that costs this: keyway prices set NAME MODEL --in ...");
    const bool byTokens = arguments.has(u"in"_s) || arguments.has(u"out"_s);
    if (arguments.has(u"in"_s) != arguments.has(u"out"_s))
        return Text::tr("Give both --in and --out: what a million tokens cost in each direction.");
    if (arguments.has(u"cached"_s) && !byTokens)
        return Text::tr("--cached goes with --in and --out.");
    for (const QString &name : {u"in"_s, u"out"_s, u"cached"_s}) {
        if (arguments.has(name) && !Price::perMillion(arguments.value(name)))
            return Text::tr("--%1 takes dollars for a million tokens with at most six decimals, "
                            "such as 2.50.")
                .arg(name);
    }
    QJsonObject prices;
    if (byTokens) {
        // Cached input without a price of its own would make the cost unknown; it counts as other
        // input.
        const QString in = arguments.value(u"in"_s);
        const QString cached = arguments.has(u"cached"_s) ? arguments.value(u"cached"_s) : in;
        prices = {{u"in_uncached"_s, in},
                  {u"in_cache_read"_s, cached},
                  {u"in_cache_write_a"_s, in},
                  {u"in_cache_write_b"_s, in},
                  {u"out_text"_s, arguments.value(u"out"_s)}};
    }
    QJsonObject each;
    for (const auto &[option, counter] :
         {std::pair(u"image"_s, u"images"_s), std::pair(u"second"_s, u"video_seconds"_s)}) {
        if (!arguments.has(option))
            continue;
        if (!Price::each(arguments.value(option)))
            return Text::tr("--%1 takes dollars with at most twelve decimals, such as 0.04.")
                .arg(option);
        each.insert(counter, arguments.value(option));
    }
    QJsonObject price;
    insertDays(price, wish);
    if (!prices.isEmpty())
        price.insert(u"prices"_s, prices);
    if (!each.isEmpty())
        price.insert(u"each"_s, each);
    const auto read = termsOf({{u"models"_s, QJsonObject{{wish.model, price}}}});
    if (!read)
        return Text::tr("These prices cannot be used.");
    terms.merge(*read);
    return {};
}

QString setDiscount(const QString &percent, const Wish &wish, OwnTerms &terms)
{
    QJsonObject discount{{u"percent"_s, percent}};
    insertDays(discount, wish);
    if (!wish.model.isEmpty())
        discount.insert(u"model"_s, wish.model);
    const auto read = termsOf({{u"discounts"_s, QJsonArray{discount}}});
    if (!read)
        return Text::tr("--discount takes a share of 0 to 100 with at most four decimals, such as "
                        "15 or 12.5.");
    terms.setDiscount(read->discounts.first());
    return {};
}

QString clearTerms(const Wish &wish, OwnTerms &terms)
{
    const bool none = wish.model.isEmpty() ? terms.isEmpty()
                                           : !terms.prices.contains(wish.model)
            && std::none_of(terms.discounts.cbegin(), terms.discounts.cend(),
                            [&](const Discount &one) { return one.model == wish.model; });
    if (none)
        return wish.model.isEmpty()
            ? Text::tr("There are no own prices and discounts to clear.")
            : Text::tr("There are no own prices and discounts of %1 to clear.").arg(wish.model);
    if (wish.model.isEmpty()) {
        terms.prices.clear();
        terms.discounts.clear();
        return {};
    }
    terms.prices.remove(wish.model);
    terms.discounts.removeIf([&](const Discount &one) { return one.model == wish.model; });
    return {};
}

QJsonObject termsJson(const Integration &integration)
{
    QJsonObject prices;
    const OwnTerms &terms = integration.terms;
    for (auto it = terms.prices.cbegin(); it != terms.prices.cend(); ++it)
        prices.insert(it.key(), datedPricesJson(*it));
    QJsonArray discounts;
    for (const Discount &discount : terms.discounts)
        discounts.append(discountJson(discount));
    return {{u"integration"_s, integration.name},
            {u"service"_s, integration.service},
            {u"models"_s, prices},
            {u"discounts"_s, discounts}};
}

void printTerms(const Integration &integration)
{
    const OwnTerms &terms = integration.terms;
    if (terms.isEmpty()) {
        print(Text::tr("%1 has no own prices: those of Keyway's list hold.").arg(integration.name));
        return;
    }
    print(Text::tr("Own prices of %1:").arg(integration.name));
    for (auto it = terms.prices.cbegin(); it != terms.prices.cend(); ++it) {
        for (const DatedPrice &price : *it) {
            print(u"  %1, %2: %3"_s.arg(it.key(), words::daysOfPrice(price.from, price.to),
                                        words::unitPrices(price.pricesFor(0))));
        }
    }
    for (const Discount &discount : terms.discounts) {
        print(u"  %1, %2: %3"_s.arg(
            discount.model.isEmpty() ? Text::tr("all models") : discount.model,
            words::daysOfPrice(discount.from, discount.to), words::discountWords(discount)));
    }
    print(Text::tr("Costs that are already recorded stay as they are."));
}

Exit set(Context &context, const Arguments &arguments)
{
    const Wish wish = readWish(arguments);
    if (!wish.problem.isEmpty())
        return context.wrongUse(wish.problem);
    const Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    Integration changed = *found;
    QString problem;
    if (arguments.has(u"clear"_s))
        problem = clearTerms(wish, changed.terms);
    else if (arguments.has(u"discount"_s))
        problem = setDiscount(arguments.value(u"discount"_s), wish, changed.terms);
    else if (arguments.has(u"free-tier"_s))
        problem = setDiscount(u"100"_s, wish, changed.terms);
    else
        problem = setPrices(arguments, wish, changed.terms);
    if (!problem.isEmpty())
        return context.wrongUse(problem);
    const Result<Done> updated = context.workspace->updateIntegration(changed);
    if (!updated)
        return context.fail(updated.error(), context.factsOf(changed));
    if (context.json)
        context.printJson(termsJson(changed));
    else if (!context.quiet)
        printTerms(changed);
    return Exit::Done;
}

} // namespace

QList<Command> priceSetCommands()
{
    return {
        {{u"prices"_s, u"set"_s},
         u"NAME [MODEL]"_s,
         Text::tr("Set what an integration pays by a contract of your own"),
         {{u"in"_s, u"DOLLARS"_s, Text::tr("for a million tokens in")},
          {u"out"_s, u"DOLLARS"_s, Text::tr("for a million tokens out")},
          {u"cached"_s, u"DOLLARS"_s, Text::tr("for a million tokens in from the cache")},
          {u"image"_s, u"DOLLARS"_s, Text::tr("for an image")},
          {u"second"_s, u"DOLLARS"_s, Text::tr("for a second of video")},
          {u"discount"_s, u"PERCENT"_s, Text::tr("off the list prices, of all models or of one")},
          {u"free-tier"_s, {}, Text::tr("the key is on the service's free tier and costs nothing")},
          {u"model"_s, u"MODEL"_s, Text::tr("the model that a discount is for")},
          {u"from"_s, u"DAY"_s, Text::tr("the first day in UTC; today where it is left out")},
          {u"to"_s, u"DAY"_s, Text::tr("the last day in UTC; none where it is left out")},
          {u"clear"_s, {}, Text::tr("take own prices and discounts away, of all models or one")}},
         1,
         2,
         set},
    };
}

} // namespace keyway::cli
