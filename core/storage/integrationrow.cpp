#include "core/storage/integrationrow.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

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

/// `prices` by model and `discounts`. Before there were discounts, the prices stood alone, one for
/// each model.
OwnTerms termsFrom(const QJsonObject &json)
{
    OwnTerms terms;
    const bool isOld = !json.contains("prices"_L1);
    const QJsonObject prices = isOld ? json : json.value("prices"_L1).toObject();
    for (auto it = prices.constBegin(); it != prices.constEnd(); ++it) {
        const QJsonArray dated = isOld ? QJsonArray{it.value()} : it.value().toArray();
        for (const QJsonValue &value : dated)
            terms.prices[it.key()].append(priceFrom(value.toObject()));
    }
    const QJsonArray discounts = json.value("discounts"_L1).toArray();
    for (const QJsonValue &value : isOld ? QJsonArray() : discounts) {
        const QJsonObject entry = value.toObject();
        terms.discounts.append({firstDay(entry),
                                lastDay(entry),
                                entry.value("model"_L1).toString(),
                                {entry.value("numerator"_L1).toInteger(1),
                                 entry.value("denominator"_L1).toInteger(1)}});
    }
    return terms;
}

std::optional<Hold> holdFrom(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QJsonObject json = parsed(text);
    Hold hold;
    const auto kind = Error::kindFromName(json.value("kind"_L1).toString());
    hold.kind = kind.value_or(Error::Kind::Auth);
    hold.since = QDateTime::fromMSecsSinceEpoch(json.value("since"_L1).toInteger(), Qt::UTC);
    hold.model = json.value("model"_L1).toString();
    return hold;
}

} // namespace

QString integrationColumns()
{
    return u"id, name, service, base_url, model, enabled, key_source, key_tail, position, "
           u"added_at, "
           "last_used_at, disabled_at, tested_at, monthly_limit_nano, limit_action, "
           "warn_at_percent, first_byte_timeout_s, automatic_routing, allow_fallback, own_prices, "
           "hold, removed_at"_s;
}

Integration integrationFrom(const Row &row)
{
    Integration integration;
    integration.id = row.id(0);
    integration.name = row.text(1);
    integration.service = row.text(2);
    integration.baseUrl = QUrl(row.text(3), QUrl::StrictMode);
    integration.model = row.text(4);
    integration.enabled = row.flag(5);
    integration.keySource = keySourceFromName(row.text(6)).value_or(KeySource::None);
    integration.keyTail = row.text(7);
    integration.position = row.integer(8);
    integration.addedAt = row.time(9);
    integration.lastUsedAt = row.optionalTime(10);
    integration.disabledAt = row.optionalTime(11);
    integration.testedAt = row.optionalTime(12);
    integration.monthlyLimit = row.optionalMoney(13);
    integration.limitAction = row.text(14) == u"warn"_s ? LimitAction::WarnOnly : LimitAction::Stop;
    integration.warnAtPercent = row.integer(15);
    integration.firstByteTimeout = std::chrono::seconds(row.number(16));
    integration.automaticRouting = row.flag(17);
    integration.allowFallback = row.flag(18);
    integration.terms = termsFrom(parsed(row.text(19)));
    integration.hold = holdFrom(row.text(20));
    return integration;
}

QString nameKey(const QString &name)
{
    // Upper case and not case folding, which in Qt keeps "ß" apart from "SS".
    return name.normalized(QString::NormalizationForm_KC).simplified().toUpper();
}

QString termsText(const OwnTerms &terms)
{
    QJsonObject prices;
    for (auto it = terms.prices.cbegin(); it != terms.prices.cend(); ++it) {
        QJsonArray dated;
        for (const DatedPrice &price : it.value())
            dated.append(toJson(price));
        prices.insert(it.key(), dated);
    }
    QJsonArray discounts;
    for (const Discount &discount : terms.discounts) {
        QJsonObject entry{{u"model"_s, discount.model},
                          {u"numerator"_s, discount.pays.numerator},
                          {u"denominator"_s, discount.pays.denominator}};
        putDays(entry, discount.from, discount.to);
        discounts.append(entry);
    }
    return compact({{u"prices"_s, prices}, {u"discounts"_s, discounts}});
}

QString holdText(const Hold &hold)
{
    return compact({{u"kind"_s, Error::kindName(hold.kind)},
                    {u"since"_s, hold.since.toMSecsSinceEpoch()},
                    {u"model"_s, hold.model}});
}

} // namespace keyway
