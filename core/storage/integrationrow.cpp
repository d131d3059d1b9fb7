#include "core/storage/integrationrow.h"

#include "core/storage/pricejson.h"

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

ConnectionPolicy connectionFrom(const QString &text)
{
    ConnectionPolicy policy;
    if (text.isEmpty())
        return policy;
    const QJsonObject json = parsed(text);
    // A proxy that cannot be read is still one: nothing may go past it.
    if (!policy.setProxy(json.value("proxy"_L1).toString()))
        policy.way = ConnectionPolicy::Way::Proxy;
    policy.caFile = json.value("ca_file"_L1).toString();
    return policy;
}

} // namespace

QString integrationColumns()
{
    return u"id, name, service, base_url, model, enabled, key_source, key_tail, position, "
           u"added_at, "
           "last_used_at, disabled_at, tested_at, monthly_limit_nano, limit_action, "
           "warn_at_percent, first_byte_timeout_s, automatic_routing, allow_fallback, own_prices, "
           "hold, connection, removed_at"_s;
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
    integration.limitAction = limitActionFromName(row.text(14)).value_or(LimitAction::Stop);
    integration.warnAtPercent = row.integer(15);
    integration.firstByteTimeout = std::chrono::seconds(row.number(16));
    integration.automaticRouting = row.flag(17);
    integration.allowFallback = row.flag(18);
    integration.terms = termsFrom(parsed(row.text(19)));
    integration.hold = holdFrom(row.text(20));
    integration.connection = connectionFrom(row.text(21));
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

QString connectionText(const ConnectionPolicy &policy)
{
    if (policy.isDefault())
        return {};
    return compact({{u"proxy"_s, policy.proxyText()}, {u"ca_file"_s, policy.caFile}});
}

QString holdText(const Hold &hold)
{
    return compact({{u"kind"_s, Error::kindName(hold.kind)},
                    {u"since"_s, hold.since.toMSecsSinceEpoch()},
                    {u"model"_s, hold.model}});
}

} // namespace keyway
