#include "app/cli/json.h"

#include "ui/words/routing.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue nano(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->nano()) : QJsonValue(QJsonValue::Null);
}

/// Null where the cost is not known, which is not zero.
QJsonValue nanoIf(bool known, Money amount)
{
    return nano(known ? std::optional(amount) : std::nullopt);
}

QJsonValue number(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue time(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue(at->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject usageJson(const TokenUsage &usage)
{
    QJsonObject json;
    for (int i = 0; i < counterCount; ++i) {
        const auto counter = static_cast<Counter>(i);
        json.insert(counterName(counter), usage[counter]);
    }
    json.insert("out_thinking"_L1, usage.outThinking());
    return json;
}

/// The stable code under `reason`, what it speaks of, and the sentence for people.
void insertReason(QJsonObject &json, const routing::Reason &reason)
{
    json.insert("reason"_L1, nameOf(reason.code));
    json.insert("reason_values"_L1, reason.values);
    json.insert("reason_text"_L1, words::reasonWords(reason));
}

QJsonValue errorKind(const std::optional<Error::Kind> &kind)
{
    return kind ? QJsonValue(Error::kindName(*kind)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject integrationJson(const engine::IntegrationSummary &summary)
{
    const Integration &integration = summary.integration;
    return {
        {u"id"_s, integration.id.toString()},
        {u"name"_s, integration.name},
        {u"service"_s, integration.service},
        {u"base_url"_s, integration.baseUrl.toString()},
        {u"model"_s, integration.model},
        {u"proxy"_s, integration.connection.proxyText()},
        {u"ca_file"_s, textOrNull(integration.connection.caFile)},
        {u"enabled"_s, integration.enabled},
        {u"health"_s, nameOf(summary.health)},
        {u"key_tail"_s, textOrNull(integration.keyTail)},
        {u"key_source"_s, nameOf(integration.keySource)},
        {u"added_date"_s, integration.addedAt.toUTC().date().toString(Qt::ISODate)},
        {u"last_used"_s, time(integration.lastUsedAt)},
        {u"total_spent_nano"_s, summary.totalSpent.nano()},
        {u"this_month_nano"_s, summary.thisMonth.nano()},
        {u"monthly_limit_nano"_s, nano(integration.monthlyLimit)},
    };
}

QJsonObject attemptJson(const UsageRecord &record)
{
    const bool known = record.costState != CostState::Unknown;
    return {
        {u"integration"_s, record.integrationName},
        {u"service"_s, record.service},
        {u"model"_s, record.model},
        {u"outcome"_s, nameOf(record.outcome)},
        {u"error_kind"_s, errorKind(record.errorKind)},
        {u"cost_state"_s, nameOf(record.costState)},
        {u"usage"_s, usageJson(record.usage)},
        {u"price_version"_s, textOrNull(record.priceVersion)},
        {u"platform_cost_nano"_s, nanoIf(known, record.platformCost)},
        {u"platform_fee_nano"_s, nanoIf(known, record.platformFee)},
        {u"total_nano"_s, nanoIf(known, record.total())},
        {u"first_token_ms"_s, number(record.firstTokenMs)},
        {u"duration_ms"_s, record.durationMs},
    };
}

QJsonObject recordJson(const UsageRecord &record)
{
    QJsonObject json = attemptJson(record);
    json.insert("record_id"_L1, record.recordId.toString());
    json.insert("request_id"_L1, record.requestId.toString());
    json.insert("attempt"_L1, record.attempt);
    json.insert("started_at"_L1, record.startedAt.toUTC().toString(Qt::ISODateWithMs));
    json.insert("type"_L1, nameOf(record.type));
    return json;
}

QJsonArray candidatesJson(const routing::RoutePlan &plan)
{
    QJsonArray array;
    for (const routing::Candidate &candidate : plan.candidates) {
        QJsonObject json{{u"integration"_s, candidate.integrationName},
                         {u"service"_s, candidate.service},
                         {u"model"_s, candidate.model},
                         {u"score"_s, candidate.score},
                         {u"score_terms"_s, termsJson(candidate)},
                         {u"estimated_cost_nano"_s, nano(candidate.estimatedCost)},
                         {u"worst_cost_nano"_s, nano(candidate.worstCost)},
                         {u"first_token_ms"_s, number(candidate.firstTokenMs)},
                         {u"expected_ms"_s, number(candidate.expectedMs)},
                         {u"quality"_s, number(candidate.quality)}};
        if (candidate.votes) {
            json.insert(u"voted_points"_s, candidate.votes->points);
            json.insert(u"comparisons"_s, candidate.votes->comparisons);
        }
        insertReason(json, candidate.reason);
        array.append(json);
    }
    return array;
}

QJsonArray excludedJson(const routing::RoutePlan &plan)
{
    QJsonArray array;
    for (const routing::Excluded &excluded : plan.excluded) {
        QJsonObject json{{u"integration"_s, excluded.integrationName},
                         {u"service"_s, excluded.service},
                         {u"model"_s, excluded.model}};
        insertReason(json, excluded.reason);
        array.append(json);
    }
    return array;
}

QString shortId(const Job &job)
{
    return job.id.toString().right(12);
}

QJsonObject jobJson(const Job &job)
{
    QJsonArray files;
    for (const JobFile &file : job.files) {
        QJsonObject entry{
            {u"path"_s, file.path}, {u"mime_type"_s, file.mimeType}, {u"bytes"_s, file.bytes}};
        if (file.seed)
            entry.insert("seed"_L1, *file.seed);
        files.append(entry);
    }
    const bool known = job.hasEnded() && job.costState != CostState::Unknown;
    const QString kind = job.error ? Error::kindName(job.error->kind()) : QString();
    return {
        {u"id"_s, job.id.toString()},
        {u"request_id"_s, job.requestId.toString()},
        {u"type"_s, nameOf(job.type)},
        {u"stage"_s, nameOf(job.stage)},
        {u"outcome"_s,
         job.outcome == Outcome::Started ? QJsonValue(QJsonValue::Null)
                                         : QJsonValue(nameOf(job.outcome))},
        {u"percent"_s, job.percent ? QJsonValue(*job.percent) : QJsonValue(QJsonValue::Null)},
        {u"prompt"_s, job.prompt},
        {u"integration"_s, textOrNull(job.integrationName)},
        {u"service"_s, textOrNull(job.service)},
        {u"model"_s, textOrNull(job.model)},
        {u"ticket"_s, textOrNull(job.ticket)},
        {u"expected_cost_nano"_s, nano(job.expectedCost)},
        {u"cost_state"_s, nameOf(job.costState)},
        {u"platform_cost_nano"_s, nanoIf(known, job.platformCost)},
        {u"platform_fee_nano"_s, nanoIf(known, job.platformFee)},
        {u"created_at"_s, time(job.createdAt)},
        {u"ended_at"_s, time(job.endedAt)},
        {u"error_kind"_s, textOrNull(kind)},
        {u"reason"_s, textOrNull(job.error ? job.error->reason() : QString())},
        {u"service_words"_s, textOrNull(job.words)},
        {u"files"_s, files},
    };
}

QJsonObject answerJson(const engine::Answer &answer)
{
    QJsonArray attempts;
    for (const engine::AttemptReport &attempt : answer.attempts)
        attempts.append(attemptJson(attempt.record));
    const QString kind = answer.error ? Error::kindName(answer.error->kind()) : QString();
    return {
        {u"request_id"_s, answer.requestId.toString()},
        {u"answer"_s, answer.text},
        {u"strategy"_s, nameOf(answer.plan.strategy)},
        {u"outcome"_s, nameOf(answer.outcome)},
        {u"error_kind"_s, textOrNull(kind)},
        {u"platform_cost_nano"_s, answer.platformCost().nano()},
        {u"platform_fee_nano"_s, answer.platformFee().nano()},
        {u"total_nano"_s, (answer.platformCost() + answer.platformFee()).nano()},
        {u"attempts"_s, attempts},
        {u"candidates"_s, candidatesJson(answer.plan)},
        {u"excluded"_s, excludedJson(answer.plan)},
    };
}

QJsonObject alertJson(const guard::Alert &alert)
{
    const bool ofMoney = alert.kind != guard::Alert::Kind::RepeatedPrompt;
    return {{u"id"_s, alert.id.toString()},
            {u"kind"_s, nameOf(alert.kind)},
            {u"since"_s, time(alert.since)},
            {u"raised_at"_s, time(alert.raisedAt)},
            {u"spent_nano"_s, nanoIf(ofMoney, alert.spent)},
            {u"usual_nano"_s, nanoIf(ofMoney, alert.usual)},
            {u"times"_s, ofMoney ? QJsonValue() : QJsonValue(alert.times)},
            {u"app"_s, nameOf(alert.app)},
            {u"seen_at"_s, time(alert.seenAt)},
            {u"acknowledged_at"_s, time(alert.acknowledgedAt)}};
}

} // namespace keyway::cli
