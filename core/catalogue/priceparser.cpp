#include "core/catalogue/catalogueparser.h"

#include <limits>

namespace keyway::catalogueparser {

using namespace Qt::StringLiterals;

namespace {

/// Dollars for one piece, at most a million, with at most twelve decimals: exact in pico-dollars.
std::optional<Price> perPiece(const QString &dollars)
{
    const qsizetype point = dollars.indexOf(u'.');
    const QString whole = point < 0 ? dollars : dollars.left(point);
    const QString fraction = point < 0 ? QString() : dollars.mid(point + 1);
    if (whole.isEmpty() || whole.size() > 6 || fraction.size() > 12
        || (point >= 0 && fraction.isEmpty()))
        return std::nullopt;
    qint64 pico = 0;
    for (const QChar digit : QString(whole + fraction.leftJustified(12, u'0'))) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        pico = pico * 10 + digit.unicode() - u'0';
    }
    return Price::fromPico(pico);
}

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
        const std::optional<Price> price = pieces ? perPiece(text) : Price::perMillion(text);
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

DatedPrice datedPrice(JsonFields &fields)
{
    DatedPrice price;
    price.from = day(fields, u"from");
    price.tiers.append({0, unitPrices(fields)});
    if (!fields.has(u"tiers"))
        return price;
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
    return price;
}

} // namespace keyway::catalogueparser
