#include "app/cli/pricejson.h"

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

/// An amount of 10 to the power of minus `decimals`, without zeros at its end.
QString decimalText(qint64 amount, int decimals)
{
    QString digits = QString::number(amount).rightJustified(decimals + 1, u'0');
    QString fraction = digits.right(decimals);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    digits.chop(decimals);
    return fraction.isEmpty() ? digits : digits + u'.' + fraction;
}

/// Catalogue: dollars per million tokens, or for one piece.
void insertPrices(QJsonObject &json, const UnitPrices &unitPrices)
{
    QJsonObject prices;
    QJsonObject each;
    for (auto it = unitPrices.cbegin(); it != unitPrices.cend(); ++it) {
        if (isTokenCounter(it.key()))
            prices.insert(counterName(it.key()), decimalText(it->pico(), 6));
        else
            each.insert(counterName(it.key()), decimalText(it->pico(), 12));
    }
    if (!prices.isEmpty())
        json.insert(u"prices"_s, prices);
    if (!each.isEmpty())
        json.insert(u"each"_s, each);
}

QJsonValue dayOrNull(const std::optional<QDate> &day)
{
    return day && day->isValid() ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

QString timeText(int minutes)
{
    constexpr int perHour = 60;
    return u"%1:%2"_s.arg(minutes / perHour, 2, 10, QChar(u'0'))
        .arg(minutes % perHour, 2, 10, QChar(u'0'));
}

} // namespace

QJsonObject datedPriceJson(const DatedPrice &price)
{
    QJsonObject json{{u"from"_s, price.from.toString(Qt::ISODate)},
                     {u"to"_s, dayOrNull(price.to)},
                     {u"source"_s, price.source},
                     {u"as_of"_s, dayOrNull(price.asOf)},
                     {u"third_party"_s, price.thirdParty},
                     {u"version"_s, price.version}};
    QJsonArray tiers;
    for (const DatedPrice::Tier &tier : price.tiers) {
        if (tier.abovePromptTokens == 0) {
            insertPrices(json, tier.prices);
            continue;
        }
        QJsonObject entry{{u"above_prompt_tokens"_s, tier.abovePromptTokens}};
        insertPrices(entry, tier.prices);
        tiers.append(entry);
    }
    QJsonArray variants;
    for (const DatedPrice::Variant &variant : price.variants) {
        QJsonObject when;
        for (auto it = variant.when.cbegin(); it != variant.when.cend(); ++it)
            when.insert(it.key(), it.value());
        QJsonObject entry{{u"when"_s, when}};
        insertPrices(entry, variant.prices);
        variants.append(entry);
    }
    json.insert(u"tiers"_s, tiers);
    json.insert(u"variants"_s, variants);
    return json;
}

QJsonArray datedPricesJson(const QList<DatedPrice> &prices)
{
    QJsonArray json;
    for (const DatedPrice &price : prices)
        json.append(datedPriceJson(price));
    return json;
}

QJsonObject quoteJson(const PriceQuote &quote)
{
    QJsonObject json{{u"version"_s, quote.version},
                     {u"from"_s, dayOrNull(quote.from)},
                     {u"source"_s, quote.source}};
    insertPrices(json, quote.prices);
    return json;
}

QJsonObject discountJson(const Discount &discount)
{
    // In ten-thousandths of a percent, as they are read.
    constexpr qint64 whole = 1'000'000;
    const qint64 off
        = whole - discount.pays.numerator * whole / std::max<qint64>(1, discount.pays.denominator);
    return {{u"from"_s, discount.from.toString(Qt::ISODate)},
            {u"to"_s, dayOrNull(discount.to)},
            {u"model"_s, discount.model.isEmpty() ? QJsonValue() : QJsonValue(discount.model)},
            {u"percent"_s, decimalText(off, 4)}};
}

QJsonObject factorsJson(const PriceFactors &factors)
{
    QJsonObject json;
    for (auto it = factors.cbegin(); it != factors.cend(); ++it) {
        QJsonObject words;
        for (auto word = it->cbegin(); word != it->cend(); ++word) {
            words.insert(word.key(), u"%1/%2"_s.arg(word->numerator).arg(word->denominator));
        }
        json.insert(it.key(), words);
    }
    return json;
}

QJsonObject peakJson(const PeakHours &peak)
{
    QList<int> weekdays(peak.weekdays.cbegin(), peak.weekdays.cend());
    std::sort(weekdays.begin(), weekdays.end());
    QList<QDate> days(peak.except.cbegin(), peak.except.cend());
    std::sort(days.begin(), days.end());
    QJsonArray weekdaysJson;
    for (const int weekday : std::as_const(weekdays))
        weekdaysJson.append(weekday);
    QJsonArray except;
    for (const QDate &day : std::as_const(days))
        except.append(day.toString(Qt::ISODate));
    QJsonArray hours;
    for (const auto &[from, until] : peak.utcMinutes)
        hours.append(QJsonObject{{u"from"_s, timeText(from)}, {u"until"_s, timeText(until)}});
    return {{u"factor"_s, u"%1/%2"_s.arg(peak.factor.numerator).arg(peak.factor.denominator)},
            {u"weekdays"_s, weekdaysJson},
            {u"utc_hours"_s, hours},
            {u"except"_s, except}};
}

} // namespace keyway::cli
