#include "core/server/call.h"
#include "core/server/ingestion.h"
#include "core/server/metrics.h"
#include "core/server/parts.h"
#include "core/server/usagestore.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPage = 1000;
constexpr int longestDays = 400;

http::Response addUsage(const Call &call)
{
    const QJsonValue records = call.body.value("records"_L1);
    if (call.body.size() != 1 || !records.isArray())
        return failure(422, u"bad-body"_s);
    const QJsonArray batch = records.toArray();
    if (batch.isEmpty() || batch.size() > mostRecordsInBatch)
        return failure(422, u"bad-batch-size"_s);
    const IngestionTerms terms{call.parts.catalogue, call.parts.billing.offer,
                               call.parts.partitions, call.parts.clock};
    const Result<QList<UsageAnswer>> answers = ingest(call.sql, terms, call.caller, batch);
    if (!answers)
        return failure(answers.error());
    call.parts.metrics.ingested(*answers);
    QJsonArray results;
    for (const UsageAnswer &answer : *answers)
        results.append(answer.toJson());
    return http::Response::json(200, {{u"results"_s, results}});
}

/// A whole number of the query, within bounds; nothing where it is something else.
std::optional<qint64> numberOf(const Call &call, const QString &name, qint64 otherwise,
                               qint64 highest)
{
    if (!call.query.hasQueryItem(name))
        return otherwise;
    bool ok = false;
    const qint64 number = call.query.queryItemValue(name).toLongLong(&ok);
    return ok && number >= 0 && number <= highest ? std::optional(number) : std::nullopt;
}

http::Response usage(const Call &call)
{
    constexpr qint64 highest = 1LL << 53;
    const std::optional<qint64> after = numberOf(call, u"after"_s, 0, highest);
    const std::optional<qint64> limit = numberOf(call, u"limit"_s, 500, longestPage);
    if (!after || !limit || *limit == 0)
        return failure(422, u"bad-query"_s);
    const Result<UsagePage> page
        = UsageStore(call.sql).page(call.caller.account, *after, static_cast<int>(*limit));
    if (!page)
        return failure(page.error());
    QJsonArray records;
    for (const UsageMessage &message : page->records)
        records.append(message.toJson());
    return http::Response::json(
        200, {{u"records"_s, records}, {u"next"_s, page->next}, {u"more"_s, page->more}});
}

http::Response days(const Call &call)
{
    const QString from = call.query.queryItemValue(u"from"_s);
    const QString to = call.query.queryItemValue(u"to"_s);
    const QDate first = QDate::fromString(from, Qt::ISODate);
    const QDate last = QDate::fromString(to, Qt::ISODate);
    if (!first.isValid() || !last.isValid() || from.size() != 10 || to.size() != 10
        || first.daysTo(last) < 0 || first.daysTo(last) > longestDays)
        return failure(422, u"bad-query"_s);
    const Result<QJsonArray> found = UsageStore(call.sql).days(call.caller.account, first, last);
    if (!found)
        return failure(found.error());
    return http::Response::json(200, {{u"days"_s, *found}});
}

http::Response quarantine(const Call &call)
{
    const Result<QJsonArray> records = UsageStore(call.sql).quarantine(call.caller.account);
    if (!records)
        return failure(records.error());
    return http::Response::json(200, {{u"records"_s, *records}});
}

} // namespace

QList<Route> usageRoutes()
{
    return {
        {"POST", "/v1/usage", Access::Device, false, addUsage},
        {"GET", "/v1/usage", Access::Device, false, usage},
        {"GET", "/v1/usage/days", Access::Device, false, days},
        {"GET", "/v1/usage/quarantine", Access::Device, false, quarantine},
    };
}

} // namespace keyway::server
