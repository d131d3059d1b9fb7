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

QJsonObject toJson(const DatedPrice &price)
{
    QJsonArray tiers;
    for (const DatedPrice::Tier &tier : price.tiers) {
        QJsonObject prices;
        for (auto it = tier.prices.cbegin(); it != tier.prices.cend(); ++it)
            prices.insert(counterName(it.key()), it.value().pico());
        tiers.append(QJsonObject{{u"above"_s, tier.abovePromptTokens}, {u"pico"_s, prices}});
    }
    return {{u"from"_s, price.from.toString(Qt::ISODate)},
            {u"source"_s, price.source},
            {u"version"_s, price.version},
            {u"tiers"_s, tiers}};
}

DatedPrice priceFrom(const QJsonObject &json)
{
    DatedPrice price;
    price.from = QDate::fromString(json.value("from"_L1).toString(), Qt::ISODate);
    price.source = json.value("source"_L1).toString();
    price.version = json.value("version"_L1).toString();
    const QJsonArray tiers = json.value("tiers"_L1).toArray();
    for (const QJsonValue &value : tiers) {
        DatedPrice::Tier tier;
        tier.abovePromptTokens = value["above"_L1].toInteger();
        const QJsonObject prices = value["pico"_L1].toObject();
        for (auto it = prices.constBegin(); it != prices.constEnd(); ++it) {
            if (const auto counter = counterFromName(it.key()))
                tier.prices.insert(*counter, Price::fromPico(it.value().toInteger()));
        }
        price.tiers.append(tier);
    }
    return price;
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
    const QJsonObject prices = parsed(row.text(19));
    for (auto it = prices.constBegin(); it != prices.constEnd(); ++it)
        integration.ownPrices.insert(it.key(), priceFrom(it.value().toObject()));
    integration.hold = holdFrom(row.text(20));
    return integration;
}

QString nameKey(const QString &name)
{
    // Upper case and not case folding, which in Qt keeps "ß" apart from "SS".
    return name.normalized(QString::NormalizationForm_KC).simplified().toUpper();
}

QString pricesText(const QMap<QString, DatedPrice> &prices)
{
    QJsonObject json;
    for (auto it = prices.cbegin(); it != prices.cend(); ++it)
        json.insert(it.key(), toJson(it.value()));
    return compact(json);
}

QString holdText(const Hold &hold)
{
    return compact({{u"kind"_s, Error::kindName(hold.kind)},
                    {u"since"_s, hold.since.toMSecsSinceEpoch()},
                    {u"model"_s, hold.model}});
}

} // namespace keyway
