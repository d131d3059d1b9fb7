#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject plainEntry(const QString &name)
{
    return {{u"id"_s, name},
            {u"object"_s, u"model"_s},
            {u"created"_s, 1'790'000'000},
            {u"owned_by"_s, u"system"_s}};
}

/// One model as the service lists it.
QJsonObject entryOf(Wire wire, const QString &name)
{
    QJsonObject entry = plainEntry(name);
    switch (wire) {
    case Wire::Anthropic:
        return {{u"id"_s, name},
                {u"type"_s, u"model"_s},
                {u"display_name"_s, name},
                {u"created_at"_s, u"2026-10-01T00:00:00Z"_s}};
    case Wire::Gemini:
        return {{u"name"_s, u"models/"_s + name},
                {u"displayName"_s, name},
                {u"inputTokenLimit"_s, 1'048'576},
                {u"outputTokenLimit"_s, 65'536},
                {u"supportedGenerationMethods"_s, QJsonArray{u"generateContent"_s}},
                {u"thinking"_s, true}};
    case Wire::Cohere:
        return {{u"name"_s, name},
                {u"endpoints"_s, QJsonArray{u"chat"_s}},
                {u"context_length"_s, 256'000}};
    case Wire::OpenRouter:
        entry.insert(u"name"_s, name);
        entry.insert(u"context_length"_s, 200'000);
        entry.insert(u"architecture"_s,
                     QJsonObject{{u"input_modalities"_s, QJsonArray{u"text"_s, u"image"_s}},
                                 {u"output_modalities"_s, QJsonArray{u"text"_s}}});
        // Dollars for one token, as texts.
        entry.insert(u"pricing"_s,
                     QJsonObject{{u"prompt"_s, u"0.0000005"_s},
                                 {u"completion"_s, u"0.0000015"_s},
                                 {u"request"_s, u"0"_s},
                                 {u"image"_s, u"0"_s},
                                 {u"web_search"_s, u"0"_s},
                                 {u"internal_reasoning"_s, u"0.0000015"_s},
                                 {u"input_cache_read"_s, u"0.00000005"_s},
                                 {u"input_cache_write"_s, u"0.000000625"_s}});
        entry.insert(u"supported_parameters"_s, QJsonArray{u"max_tokens"_s, u"temperature"_s});
        return entry;
    case Wire::Mistral:
        entry.insert(u"capabilities"_s,
                     QJsonObject{{u"completion_chat"_s, true}, {u"vision"_s, true}});
        entry.insert(u"max_context_length"_s, 131'072);
        entry.insert(u"deprecation"_s, QJsonValue::Null);
        return entry;
    case Wire::Groq:
        entry.insert(u"active"_s, true);
        entry.insert(u"context_window"_s, 131'072);
        return entry;
    default:
        return entry;
    }
}

QJsonObject deepSeekBalance(double credits)
{
    const QString total = QString::number(credits, 'f', 2);
    return {{u"is_available"_s, credits > 0},
            {u"balance_infos"_s,
             QJsonArray{QJsonObject{{u"currency"_s, u"USD"_s},
                                    {u"total_balance"_s, total},
                                    {u"granted_balance"_s, u"0.00"_s},
                                    {u"topped_up_balance"_s, total}}}}};
}

QJsonObject openRouterKey(double credits)
{
    return {{u"data"_s,
             QJsonObject{{u"label"_s, u"simulated"_s},
                         {u"limit"_s, credits},
                         {u"limit_remaining"_s, credits - 1},
                         {u"usage"_s, 1},
                         {u"usage_daily"_s, 0.25},
                         {u"usage_weekly"_s, 0.5},
                         {u"usage_monthly"_s, 1},
                         {u"is_free_tier"_s, false}}}};
}

QJsonObject runwayOrganization(double credits)
{
    const QJsonObject limits{{u"maxConcurrentGenerations"_s, 2}, {u"maxDailyGenerations"_s, 100}};
    return {{u"creditBalance"_s, credits},
            {u"tier"_s,
             QJsonObject{{u"maxMonthlyCreditSpend"_s, 10'000},
                         {u"models"_s, QJsonObject{{u"gen4.5"_s, limits}}}}},
            {u"usage"_s, QJsonObject{{u"models"_s, QJsonObject()}}}};
}

/// The bill by its days, between the wanted times.
QList<std::pair<QDateTime, QList<BillLine>>> daysOf(const Script &script, const QDateTime &from,
                                                    const QDateTime &until)
{
    QMap<QString, QList<BillLine>> byDay;
    for (const BillLine &line : script.bill)
        byDay[line.day].append(line);
    QList<std::pair<QDateTime, QList<BillLine>>> days;
    for (QDateTime day = QDateTime(from.toUTC().date(), QTime(0, 0), Qt::UTC); day < until;
         day = day.addDays(1))
        days.append({day, byDay.value(day.date().toString(Qt::ISODate))});
    return days;
}

/// A page of buckets as OpenAI and Anthropic send them; `bucket` writes one day.
Reply pages(const Exchange &exchange, Backstage &stage, const QDateTime &from,
            const QDateTime &until, int usualLimit,
            QJsonObject (*bucket)(const QDateTime &, const QList<BillLine> &))
{
    const auto days = daysOf(stage.script, from, until);
    const QString limitText = exchange.queryValue(u"limit"_s);
    const qsizetype limit = limitText.isEmpty() ? usualLimit : limitText.toInt();
    const qsizetype first = exchange.queryValue(u"page"_s).section(u'_', -1).toInt();
    QJsonArray data;
    for (qsizetype i = first; i < std::min(first + limit, days.size()); ++i)
        data.append(bucket(days.at(i).first, days.at(i).second));
    const bool more = first + limit < days.size();
    return jsonReply(
        200,
        {{u"object"_s, u"page"_s},
         {u"data"_s, data},
         {u"has_more"_s, more},
         {u"next_page"_s, textOrNull(more ? u"page_%1"_s.arg(first + limit) : QString())}});
}

Reply openAiPages(const Exchange &exchange, Backstage &stage,
                  QJsonObject (*bucket)(const QDateTime &, const QList<BillLine> &))
{
    const auto time = [&exchange](const QString &name, qint64 usual) {
        const QString text = exchange.queryValue(name);
        return QDateTime::fromSecsSinceEpoch(text.isEmpty() ? usual : text.toLongLong(), Qt::UTC);
    };
    return pages(exchange, stage, time(u"start_time"_s, 0),
                 time(u"end_time"_s, QDateTime::currentSecsSinceEpoch()), 7, bucket);
}

Reply anthropicPages(const Exchange &exchange, Backstage &stage,
                     QJsonObject (*bucket)(const QDateTime &, const QList<BillLine> &))
{
    const auto time = [&exchange](const QString &name, const QDateTime &usual) {
        const QDateTime read = QDateTime::fromString(exchange.queryValue(name), Qt::ISODate);
        return read.isValid() ? read : usual;
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return pages(exchange, stage, time(u"starting_at"_s, now.addDays(-7)),
                 time(u"ending_at"_s, now), 7, bucket);
}

QJsonObject openAiBucket(const QDateTime &day, const QJsonArray &results)
{
    return {{u"object"_s, u"bucket"_s},
            {u"start_time"_s, day.toSecsSinceEpoch()},
            {u"end_time"_s, day.addDays(1).toSecsSinceEpoch()},
            {u"results"_s, results}};
}

QJsonObject anthropicBucket(const QDateTime &day, const QJsonArray &results)
{
    return {{u"starting_at"_s, day.toString(Qt::ISODate)},
            {u"ending_at"_s, day.addDays(1).toString(Qt::ISODate)},
            {u"results"_s, results}};
}
} // namespace

Reply modelList(const Exchange &exchange, Backstage &stage)
{
    QJsonArray list;
    for (const QString &name : stage.models)
        list.append(entryOf(exchange.wire(), name));
    switch (exchange.wire()) {
    case Wire::Anthropic: {
        QJsonObject body{{u"data"_s, list}, {u"has_more"_s, false}};
        body.insert(u"first_id"_s,
                    stage.models.isEmpty() ? QJsonValue() : QJsonValue(stage.models.first()));
        body.insert(u"last_id"_s,
                    stage.models.isEmpty() ? QJsonValue() : QJsonValue(stage.models.last()));
        return jsonReply(200, body);
    }
    case Wire::Gemini:
    case Wire::Cohere:
        return jsonReply(200, {{u"models"_s, list}});
    default:
        return jsonReply(200, {{u"object"_s, u"list"_s}, {u"data"_s, list}});
    }
}

Reply balance(const Exchange &exchange, Backstage &stage)
{
    const QJsonValue given = stage.script.credits;
    const double credits = given.toDouble();
    const QString &path = exchange.route.call->path;
    switch (exchange.wire()) {
    case Wire::DeepSeek:
        return jsonReply(200, deepSeekBalance(credits));
    case Wire::OpenRouter:
        if (path == "/key"_L1)
            return jsonReply(200, openRouterKey(credits));
        return jsonReply(
            200, {{u"data"_s, QJsonObject{{u"total_credits"_s, given}, {u"total_usage"_s, 1}}}});
    case Wire::Runway:
        return jsonReply(200, runwayOrganization(credits));
    case Wire::Luma:
        if (path.endsWith("/ping"_L1))
            return jsonReply(200, {{u"message"_s, u"pong"_s}});
        return jsonReply(200, {{u"credit_balance"_s, given}});
    case Wire::Replicate:
        return jsonReply(
            200,
            {{u"type"_s, u"user"_s}, {u"username"_s, u"simulated"_s}, {u"name"_s, u"Simulated"_s}});
    case Wire::Xai:
        return jsonReply(200,
                         {{u"name"_s, u"simulated"_s},
                          {u"api_key_blocked"_s, false},
                          {u"api_key_disabled"_s, false},
                          {u"team_blocked"_s, false}});
    default:
        break;
    }
    if (path.endsWith("/account"_L1))
        return jsonReply(200, {{u"id"_s, u"user-simulated"_s}, {u"email"_s, u"a@example.org"_s}});
    return jsonReply(200, {{u"credits"_s, given}});
}

Reply openAiCosts(const Exchange &exchange, Backstage &stage)
{
    return openAiPages(exchange, stage, [](const QDateTime &day, const QList<BillLine> &lines) {
        QJsonArray results;
        for (const BillLine &line : lines) {
            results.append(QJsonObject{
                {u"object"_s, u"organization.costs.result"_s},
                {u"amount"_s,
                 QJsonObject{{u"value"_s, dollars(line.cost)}, {u"currency"_s, u"usd"_s}}},
                {u"line_item"_s, line.model},
                {u"project_id"_s, QJsonValue::Null}});
        }
        return openAiBucket(day, results);
    });
}

Reply openAiUsage(const Exchange &exchange, Backstage &stage)
{
    return openAiPages(exchange, stage, [](const QDateTime &day, const QList<BillLine> &lines) {
        QJsonArray results;
        for (const BillLine &line : lines) {
            results.append(QJsonObject{{u"object"_s, u"organization.usage.completions.result"_s},
                                       {u"input_tokens"_s, line.input + line.cacheRead},
                                       {u"input_cached_tokens"_s, line.cacheRead},
                                       {u"output_tokens"_s, line.output},
                                       {u"num_model_requests"_s, line.requests},
                                       {u"model"_s, line.model}});
        }
        return openAiBucket(day, results);
    });
}

Reply openAiPictureUsage(const Exchange &exchange, Backstage &stage)
{
    return openAiPages(exchange, stage, [](const QDateTime &day, const QList<BillLine> &lines) {
        QJsonArray results;
        for (const BillLine &line : lines) {
            results.append(QJsonObject{{u"object"_s, u"organization.usage.images.result"_s},
                                       {u"images"_s, line.requests},
                                       {u"num_model_requests"_s, line.requests},
                                       {u"model"_s, line.model}});
        }
        return openAiBucket(day, results);
    });
}

Reply anthropicUsage(const Exchange &exchange, Backstage &stage)
{
    return anthropicPages(exchange, stage, [](const QDateTime &day, const QList<BillLine> &lines) {
        QJsonArray results;
        for (const BillLine &line : lines) {
            results.append(
                QJsonObject{{u"uncached_input_tokens"_s, line.input},
                            {u"cache_creation"_s,
                             QJsonObject{{u"ephemeral_5m_input_tokens"_s, 0},
                                         {u"ephemeral_1h_input_tokens"_s, 0}}},
                            {u"cache_read_input_tokens"_s, line.cacheRead},
                            {u"output_tokens"_s, line.output},
                            {u"server_tool_use"_s, QJsonObject{{u"web_search_requests"_s, 0}}},
                            {u"model"_s, line.model}});
        }
        return anthropicBucket(day, results);
    });
}

Reply anthropicCosts(const Exchange &exchange, Backstage &stage)
{
    return anthropicPages(exchange, stage, [](const QDateTime &day, const QList<BillLine> &lines) {
        QJsonArray results;
        for (const BillLine &line : lines) {
            // Cents as a text with fractions.
            const QString cents = u"%1.%2"_s.arg(line.cost / 10'000'000)
                                      .arg(line.cost % 10'000'000, 7, 10, QLatin1Char('0'));
            results.append(QJsonObject{{u"amount"_s, cents},
                                       {u"currency"_s, u"USD"_s},
                                       {u"description"_s, line.model},
                                       {u"cost_type"_s, u"tokens"_s},
                                       {u"model"_s, line.model}});
        }
        return anthropicBucket(day, results);
    });
}

} // namespace keyway::simulator
