#include "core/storage/pricejson.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const UnitPrices &prices)
{
    QJsonObject json;
    for (auto it = prices.cbegin(); it != prices.cend(); ++it)
        json.insert(counterName(it.key()), it.value().pico());
    return json;
}

UnitPrices unitPricesFrom(const QJsonObject &json)
{
    UnitPrices prices;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        if (const auto counter = counterFromName(it.key()))
            prices.insert(*counter, Price::fromPico(it.value().toInteger()));
    }
    return prices;
}

} // namespace

void putDays(QJsonObject &json, const QDate &from, const std::optional<QDate> &to)
{
    json.insert(u"from"_s, from.toString(Qt::ISODate));
    if (to)
        json.insert(u"to"_s, to->toString(Qt::ISODate));
}

QDate firstDay(const QJsonObject &json)
{
    return QDate::fromString(json.value("from"_L1).toString(), Qt::ISODate);
}

std::optional<QDate> lastDay(const QJsonObject &json)
{
    const QDate day = QDate::fromString(json.value("to"_L1).toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QJsonObject toJson(const DatedPrice &price)
{
    QJsonArray tiers;
    for (const DatedPrice::Tier &tier : price.tiers)
        tiers.append(
            QJsonObject{{u"above"_s, tier.abovePromptTokens}, {u"pico"_s, toJson(tier.prices)}});
    QJsonArray variants;
    for (const DatedPrice::Variant &variant : price.variants) {
        QJsonObject when;
        for (auto it = variant.when.cbegin(); it != variant.when.cend(); ++it)
            when.insert(it.key(), it.value());
        variants.append(QJsonObject{{u"when"_s, when}, {u"pico"_s, toJson(variant.prices)}});
    }
    QJsonObject json{
        {u"source"_s, price.source}, {u"version"_s, price.version}, {u"tiers"_s, tiers}};
    putDays(json, price.from, price.to);
    if (price.asOf.isValid())
        json.insert(u"as_of"_s, price.asOf.toString(Qt::ISODate));
    if (!variants.isEmpty())
        json.insert(u"variants"_s, variants);
    return json;
}

DatedPrice priceFrom(const QJsonObject &json)
{
    DatedPrice price;
    price.from = firstDay(json);
    price.to = lastDay(json);
    price.source = json.value("source"_L1).toString();
    price.version = json.value("version"_L1).toString();
    price.asOf = QDate::fromString(json.value("as_of"_L1).toString(), Qt::ISODate);
    const QJsonArray tiers = json.value("tiers"_L1).toArray();
    for (const QJsonValue &value : tiers)
        price.tiers.append(
            {value["above"_L1].toInteger(), unitPricesFrom(value["pico"_L1].toObject())});
    const QJsonArray variants = json.value("variants"_L1).toArray();
    for (const QJsonValue &value : variants) {
        DatedPrice::Variant variant;
        const QJsonObject when = value["when"_L1].toObject();
        for (auto it = when.constBegin(); it != when.constEnd(); ++it)
            variant.when.insert(it.key(), it.value().toString());
        variant.prices = unitPricesFrom(value["pico"_L1].toObject());
        price.variants.append(variant);
    }
    return price;
}

} // namespace keyway
