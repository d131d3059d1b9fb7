#include "core/providers/accountparser.h"

#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimeZone>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// jsonDecimal() also below zero.
std::optional<qint64> signedDecimal(const QJsonValue &value, int decimals)
{
    QString text = value.toString().trimmed();
    if (!value.isString()) {
        text = QString::fromLatin1(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        text = text.sliced(1, text.size() - 2);
    }
    const bool negative = text.startsWith(u'-');
    const auto number = jsonDecimal(QJsonValue(negative ? text.sliced(1) : text), decimals);
    return number && negative ? std::optional(-*number) : number;
}

/// Cents and Runway's credits.
std::optional<Money> hundredths(const QJsonValue &value)
{
    const auto nano = signedDecimal(value, 7);
    return nano ? std::optional(Money::fromNano(*nano)) : std::nullopt;
}

bool isDollars(const QJsonValue &currency)
{
    return currency.toString().compare("usd"_L1, Qt::CaseInsensitive) == 0;
}

/// Reads buckets of days. `addLine` adds one result to the page; false: not understood.
template <class AddLine>
std::optional<BillPage> pageOf(const QByteArray &body, QDate (*dayOf)(const QJsonObject &),
                               AddLine addLine)
{
    const auto json = jsonObject(body);
    if (!json || !json->value("data"_L1).isArray())
        return std::nullopt;
    BillPage page;
    const QJsonArray buckets = json->value("data"_L1).toArray();
    for (const QJsonValue &entry : buckets) {
        const QJsonObject bucket = entry.toObject();
        const QDate day = dayOf(bucket);
        if (!day.isValid())
            return std::nullopt;
        const QJsonArray results = bucket.value("results"_L1).toArray();
        if (results.isEmpty())
            page.lines.append({day, day, {}, {}});
        for (const QJsonValue &result : results) {
            if (!addLine(page, day, result.toObject()))
                return std::nullopt;
        }
    }
    if (json->value("has_more"_L1).toBool()) {
        page.nextPage = json->value("next_page"_L1).toString();
        if (page.nextPage.isEmpty())
            return std::nullopt; // half a bill would look like a whole one
    }
    return page;
}

QDate dayOfSeconds(const QJsonObject &bucket)
{
    const auto seconds = jsonCount(bucket.value("start_time"_L1));
    return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC).date() : QDate();
}

QDate dayOfText(const QJsonObject &bucket)
{
    const QString text = bucket.value("starting_at"_L1).toString();
    return QDateTime::fromString(text, Qt::ISODate).toUTC().date();
}

/// Picodollars of one unit; nothing where it is absent, below zero (a price that varies) or no
/// number.
std::optional<Price> unitPrice(const QJsonObject &pricing, QLatin1StringView field)
{
    const auto pico = jsonDecimal(pricing.value(field), 12);
    return pico ? std::optional(Price::fromPico(*pico)) : std::nullopt;
}

std::optional<UnitPrices> pricesIn(const QJsonObject &pricing)
{
    const auto in = unitPrice(pricing, "prompt"_L1);
    const auto out = unitPrice(pricing, "completion"_L1);
    const Price eachRequest = unitPrice(pricing, "request"_L1).value_or(Price());
    // No counter says how many requests an attempt is, so such a price would make costs too low.
    if (!in || !out || eachRequest > Price())
        return std::nullopt;
    const Price write = unitPrice(pricing, "input_cache_write"_L1).value_or(*in);
    UnitPrices prices{
        {Counter::InUncached, *in},
        {Counter::InCacheRead, unitPrice(pricing, "input_cache_read"_L1).value_or(*in)},
        {Counter::InCacheWriteA, write},
        {Counter::InCacheWriteB, write},
        {Counter::OutText, *out},
    };
    if (const auto search = unitPrice(pricing, "web_search"_L1); search && *search > Price())
        prices.insert(Counter::CallsWebSearch, *search);
    return prices;
}

} // namespace

std::optional<Money> billedDollars(const QJsonValue &value)
{
    const auto nano = signedDecimal(value, 9);
    return nano ? std::optional(Money::fromNano(*nano)) : std::nullopt;
}

std::optional<BillPage> openAiCosts(const QByteArray &body)
{
    return pageOf(
        body, dayOfSeconds, [](BillPage &page, const QDate &day, const QJsonObject &result) {
            const QJsonObject amount = result.value("amount"_L1).toObject();
            const auto charged = billedDollars(amount.value("value"_L1));
            if (!charged || !isDollars(amount.value("currency"_L1)))
                return false;
            page.lines.append({day, day, result.value("line_item"_L1).toString(), *charged});
            return true;
        });
}

std::optional<BillPage> anthropicCosts(const QByteArray &body)
{
    return pageOf(body, dayOfText, [](BillPage &page, const QDate &day, const QJsonObject &result) {
        const auto charged = hundredths(result.value("amount"_L1));
        if (!charged || !isDollars(result.value("currency"_L1)))
            return false;
        QString line = result.value("description"_L1).toString();
        if (line.isEmpty())
            line = result.value("model"_L1).toString();
        page.lines.append({day, day, line, *charged});
        return true;
    });
}

std::optional<BillPage> runwayUsage(const QByteArray &body, const QDate &from, const QDate &to)
{
    const auto json = jsonObject(body);
    if (!json || !json->value("results"_L1).isArray())
        return std::nullopt;
    BillPage page;
    QSet<QDate> days;
    const QJsonArray results = json->value("results"_L1).toArray();
    for (const QJsonValue &entry : results) {
        const QJsonObject result = entry.toObject();
        const QString text = result.value("date"_L1).toString();
        const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        const QJsonArray used = result.value("usedCredits"_L1).toArray();
        for (const QJsonValue &credits : used) {
            const auto charged = hundredths(credits.toObject().value("amount"_L1));
            if (!charged)
                return std::nullopt;
            page.lines.append(
                {day, day, credits.toObject().value("model"_L1).toString(), *charged});
            days.insert(day);
        }
    }
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        if (!days.contains(day))
            page.lines.append({day, day, {}, {}});
    }
    return page;
}

std::optional<BillPage> openRouterKey(const QByteArray &body, const QDate &todayUtc)
{
    const auto json = jsonObject(body);
    const QJsonObject key = json ? json->value("data"_L1).toObject() : QJsonObject();
    const auto today = billedDollars(key.value("usage_daily"_L1));
    const auto month = billedDollars(key.value("usage_monthly"_L1));
    if (!today || !month)
        return std::nullopt;
    BillPage page;
    const QDate first(todayUtc.year(), todayUtc.month(), 1);
    if (first < todayUtc)
        page.lines.append({first, todayUtc.addDays(-1), {}, *month - *today});
    page.lines.append({todayUtc, todayUtc, {}, *today});
    return page;
}

std::optional<QList<ListedModel>> pricedModels(const QByteArray &body)
{
    const auto json = jsonObject(body);
    if (!json || !json->value("data"_L1).isArray())
        return std::nullopt;
    QList<ListedModel> models;
    const QJsonArray entries = json->value("data"_L1).toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        ListedModel model;
        model.id = entry.value("id"_L1).toString();
        if (model.id.isEmpty())
            continue;
        model.name = entry.value("name"_L1).toString();
        const QJsonObject architecture = entry.value("architecture"_L1).toObject();
        const QJsonArray makes = architecture.value("output_modalities"_L1).toArray();
        for (const QJsonValue &kind : makes) {
            if (const auto type = requestTypeFromName(kind.toString()))
                model.types.insert(*type);
        }
        model.prices = pricesIn(entry.value("pricing"_L1).toObject());
        models.append(model);
    }
    return models;
}

std::optional<Money> openRouterGeneration(const QByteArray &body)
{
    const auto json = jsonObject(body);
    const QJsonObject generation = json ? json->value("data"_L1).toObject() : QJsonObject();
    const auto cost = billedDollars(generation.value("total_cost"_L1));
    if (!cost)
        return std::nullopt;
    const bool ownKey = generation.value("is_byok"_L1).toBool();
    const auto upstream = billedDollars(generation.value("upstream_inference_cost"_L1));
    return ownKey && upstream ? *cost + *upstream : *cost;
}

} // namespace keyway
