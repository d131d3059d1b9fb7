#include "core/catalogue/catalogueparser.h"

#include <QtCore/QTime>

#include <algorithm>
#include <limits>

namespace keyway::catalogueparser {

using namespace Qt::StringLiterals;

namespace {

void readPrices(JsonFields &fields, QStringView name, UnitPrices &prices)
{
    if (!fields.has(name))
        return;
    const bool pieces = name == u"each";
    JsonFields entries(fields.take(name), fields.pathOf(name), fields.problem());
    if (entries.names().isEmpty())
        fields.expected(name, u"at least one price"_s);
    for (const QString &counterText : entries.names()) {
        const QString text = entries.take(counterText).toString();
        const std::optional<Counter> counter = counterFromName(counterText);
        if (!counter) {
            entries.expected(counterText, u"the name of a counter, such as in_uncached"_s);
            continue;
        }
        if (pieces && isTokenCounter(*counter)) {
            entries.expected(counterText, u"tokens to be priced per million, under prices"_s);
            continue;
        }
        if (prices.contains(*counter)) {
            entries.expected(counterText, u"a counter to be priced once"_s);
            continue;
        }
        const std::optional<Price> price = pieces ? Price::each(text) : Price::perMillion(text);
        if (price)
            prices.insert(*counter, *price);
        else if (pieces)
            entries.expected(counterText, u"dollars a piece as a text, such as \"0.03\""_s);
        else
            entries.expected(
                counterText,
                u"dollars per million units as a text with at most six decimals, such as "
                "\"2.50\""_s);
    }
    entries.finish();
}

UnitPrices unitPrices(JsonFields &fields)
{
    UnitPrices prices;
    readPrices(fields, u"prices", prices);
    readPrices(fields, u"each", prices);
    if (prices.isEmpty())
        fields.expected(u"prices", u"at least one price"_s);
    return prices;
}

} // namespace

QDate day(JsonFields &fields, QStringView name)
{
    const QString text = fields.take(name).toString();
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid() || date.year() < 2000)
        fields.expected(name, u"a day such as \"2026-11-22\""_s);
    return date;
}

namespace {

void readTiers(JsonFields &fields, DatedPrice &price)
{
    if (!fields.has(u"tiers"))
        return;
    const QJsonArray tiers = fields.array(u"tiers");
    for (qsizetype i = 0; i < tiers.size(); ++i) {
        JsonFields entry(tiers.at(i), fields.pathOf(u"tiers") + u"[%1]"_s.arg(i), fields.problem());
        DatedPrice::Tier tier;
        tier.abovePromptTokens
            = entry.integer(u"above_prompt_tokens", 1, std::numeric_limits<qint32>::max());
        tier.prices = unitPrices(entry);
        entry.finish();
        if (tier.abovePromptTokens <= price.tiers.constLast().abovePromptTokens)
            entry.expected(u"above_prompt_tokens", u"more than in the tier before"_s);
        price.tiers.append(tier);
    }
}

void readVariants(JsonFields &fields, DatedPrice &price)
{
    if (!fields.has(u"variants"))
        return;
    const QJsonArray variants = fields.array(u"variants");
    for (qsizetype i = 0; i < variants.size(); ++i) {
        JsonFields entry(variants.at(i), fields.pathOf(u"variants") + u"[%1]"_s.arg(i),
                         fields.problem());
        DatedPrice::Variant variant;
        variant.when = priceFacts(entry, u"when");
        variant.prices = unitPrices(entry);
        entry.finish();
        price.variants.append(variant);
    }
}

std::optional<QDate> lastDay(JsonFields &fields, const QDate &from)
{
    if (!fields.has(u"to"))
        return std::nullopt;
    const QDate last = day(fields, u"to");
    if (last < from)
        fields.expected(u"to", u"a day that is not before the first"_s);
    return last;
}

/// Minutes from midnight.
int timeOfDay(JsonFields &fields, QStringView name)
{
    const QString text = fields.take(name).toString();
    constexpr int wholeDay = 24 * 60;
    if (text == "24:00"_L1)
        return wholeDay;
    const QTime time = QTime::fromString(text, u"hh:mm"_s);
    if (!time.isValid())
        fields.expected(name, u"a time such as \"06:00\""_s);
    return time.hour() * 60 + time.minute();
}

PriceFactor paidShare(JsonFields &fields)
{
    const std::optional<PriceFactor> pays = shareAfter(fields.take(u"percent").toString());
    if (!pays)
        fields.expected(u"percent", u"a share of 0 to 100 as a text, such as \"15\""_s);
    return pays.value_or(PriceFactor());
}

PriceFactor priceFactor(JsonFields &fields, QStringView name)
{
    const QStringList parts = fields.take(name).toString().split(u'/');
    const PriceFactor factor{parts.value(0).toLongLong(), parts.value(1).toLongLong()};
    constexpr qint64 highest = 1000;
    if (parts.size() != 2 || factor.numerator < 1 || factor.numerator > highest
        || factor.denominator < 1 || factor.denominator > highest)
        fields.expected(name, u"a fraction such as \"1/2\""_s);
    return factor;
}

} // namespace

DatedPrice datedPrice(JsonFields &fields)
{
    DatedPrice price;
    price.from = day(fields, u"from");
    price.to = lastDay(fields, price.from);
    price.tiers.append({0, unitPrices(fields)});
    readTiers(fields, price);
    readVariants(fields, price);
    return price;
}

PriceFacts priceFacts(JsonFields &parent, QStringView name)
{
    PriceFacts result;
    JsonFields fields(parent.take(name), parent.pathOf(name), parent.problem());
    for (const QString &fact : fields.names())
        result.insert(fact, fields.text(fact));
    if (result.isEmpty())
        parent.expected(name, u"at least one fact"_s);
    fields.finish();
    return result;
}

PriceFactors priceFactors(JsonFields &parent)
{
    PriceFactors result;
    if (!parent.has(u"factors"))
        return result;
    JsonFields facts(parent.take(u"factors"), parent.pathOf(u"factors"), parent.problem());
    for (const QString &fact : facts.names()) {
        JsonFields words(facts.take(fact), facts.pathOf(fact), parent.problem());
        for (const QString &word : words.names())
            result[fact].insert(word, priceFactor(words, word));
        words.finish();
    }
    facts.finish();
    return result;
}

std::optional<PeakHours> peakHours(JsonFields &service)
{
    if (!service.has(u"peak"))
        return std::nullopt;
    JsonFields fields(service.take(u"peak"), service.pathOf(u"peak"), service.problem());
    PeakHours peak;
    peak.factor = priceFactor(fields, u"factor");
    fields.text(u"source");
    const QJsonArray weekdays = fields.array(u"weekdays");
    for (const QJsonValue &weekday : weekdays) {
        const qint64 number = weekday.toInteger();
        if (number < 1 || number > 7)
            fields.expected(u"weekdays", u"numbers from 1, Monday, to 7"_s);
        peak.weekdays.insert(static_cast<int>(number));
    }
    const QJsonArray hours = fields.array(u"utc_hours");
    for (qsizetype i = 0; i < hours.size(); ++i) {
        JsonFields entry(hours.at(i), fields.pathOf(u"utc_hours") + u"[%1]"_s.arg(i),
                         fields.problem());
        const int from = timeOfDay(entry, u"from");
        const int until = timeOfDay(entry, u"until");
        if (until <= from)
            entry.expected(u"until", u"a time after the first"_s);
        entry.finish();
        peak.utcMinutes.emplaceBack(from, until);
    }
    for (const QString &text : fields.optionalTexts(u"except")) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            fields.expected(u"except", u"days such as \"2026-10-01\""_s);
        peak.except.insert(date);
    }
    fields.finish();
    return peak;
}

OwnTerms ownTerms(const QJsonValue &value, JsonProblem &problem)
{
    OwnTerms terms;
    JsonFields root(value, u"$"_s, problem);
    const auto ownPrice = [&problem](const QJsonValue &from, const QString &path) {
        JsonFields fields(from, path, problem);
        DatedPrice price = datedPrice(fields);
        fields.finish();
        price.source = ownPriceVersion;
        price.version = ownPriceVersion;
        return price;
    };
    const bool hasDiscounts = root.has(u"discounts");
    if (root.has(u"models") || !hasDiscounts) {
        JsonFields models(root.take(u"models"), root.pathOf(u"models"), problem);
        for (const QString &id : models.names()) {
            const QJsonValue entry = models.take(id);
            const QString path = models.pathOf(id);
            if (id.isEmpty())
                models.expected(id, u"the id of a model"_s);
            if (!entry.isArray()) {
                terms.prices[id] = {ownPrice(entry, path)};
                continue;
            }
            const QJsonArray list = entry.toArray();
            for (qsizetype i = 0; i < list.size(); ++i) {
                const QString at = path + u"[%1]"_s.arg(i);
                const DatedPrice price = ownPrice(list.at(i), at);
                QList<DatedPrice> &prices = terms.prices[id];
                if (!prices.isEmpty() && price.from <= prices.constLast().from)
                    problem.note(at + u".from"_s, u"a later day than in the price before"_s);
                prices.append(price);
            }
        }
    }
    if (hasDiscounts) {
        const QJsonArray list = root.array(u"discounts");
        for (qsizetype i = 0; i < list.size(); ++i) {
            JsonFields fields(list.at(i), root.pathOf(u"discounts") + u"[%1]"_s.arg(i), problem);
            Discount discount;
            discount.from = day(fields, u"from");
            discount.to = lastDay(fields, discount.from);
            discount.model = fields.optionalText(u"model");
            discount.pays = paidShare(fields);
            fields.finish();
            terms.discounts.append(discount);
        }
    }
    root.finish();
    if (terms.isEmpty())
        problem.note(u"$.models"_s, u"at least one model"_s);
    return terms;
}

} // namespace keyway::catalogueparser
