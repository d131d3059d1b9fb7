#include "core/storage/recordimport.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/recordrow.h"
#include "core/storage/recordsums.h"
#include "core/storage/recordthinning.h"

#include <tuple>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool sameRecord(const UsageRecord &a, const UsageRecord &b)
{
    const auto start = [](const UsageRecord &r) {
        return std::tie(r.recordId, r.service, r.model, r.type, r.strategy, r.app, r.origin,
                        r.startedAt, r.billingDay);
    };
    return start(a) == start(b) && sameEnd(a, b);
}

/// The one with the same id, or the same place in its request.
Result<std::optional<UsageRecord>> present(Database &database, const UsageRecord &record)
{
    std::optional<UsageRecord> found;
    const auto read = database.query(
        "SELECT "_L1 + recordColumns()
            + " FROM attempt WHERE record_id = ? OR (request_id = ? AND attempt = ?)"_L1,
        {record.recordId.toString(), record.requestId.toString(), record.attempt},
        [&found](const Row &row) {
            found = recordFrom(row);
            return false;
        });
    if (!read)
        return read.error();
    return found;
}

/// What a row of a record refers to, where it is not here yet.
Result<Done> addGround(Database &database, const UsageRecord &r)
{
    const QString integration = r.integrationId.toString();
    const QVariant now = stored(database.clock().now());
    const std::pair<QString, QVariantList> statements[] = {
        {u"INSERT INTO integration (id, name, name_key, service, base_url, model, enabled, "
         "key_source, key_tail, position, added_at, limit_action, warn_at_percent, "
         "first_byte_timeout_s, automatic_routing, allow_fallback, own_prices, removed_at) "
         "VALUES (?, ?, ?, ?, '', ?, 0, 'none', '', 0, ?, 'stop', 80, 120, 0, 0, '{}', ?) "
         "ON CONFLICT (id) DO NOTHING"_s,
         {integration, r.integrationName, r.integrationName.toCaseFolded(), r.service, r.model, now,
          now}},
        {u"INSERT INTO budget (integration_id, month) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
         {integration, monthKey(r.billingDay)}},
    };
    for (const auto &[sql, values] : statements) {
        if (const auto done = database.run(sql, values); !done)
            return done.error();
    }
    return Done();
}

Result<Done> addCorrection(Database &database, const EndedRecord &ended)
{
    if (!ended.correctedCost)
        return Done();
    const auto corrected
        = database.run(u"INSERT INTO correction (record_id, platform_cost_nano, source, at) "
                       "VALUES (?, ?, 'import', ?)"_s,
                       {ended.record.recordId.toString(), stored(*ended.correctedCost),
                        stored(database.clock().now())});
    return corrected ? Result<Done>(Done()) : corrected.error();
}

} // namespace

Result<Done> insertEnded(Database &database, const UsageRecord &r)
{
    const auto request = database.run(
        u"INSERT INTO request (id, type, strategy, app, started_at, plan, conversation_id) "
        "VALUES (?, ?, ?, ?, ?, '', NULL) ON CONFLICT (id) DO NOTHING"_s,
        {r.requestId.toString(), nameOf(r.type), nameOf(r.strategy), nameOf(r.app),
         stored(r.startedAt)});
    if (!request)
        return request.error();
    const auto attempt = database.run(
        "INSERT INTO attempt ("_L1 + recordColumns()
            + ", tokens_in, tokens_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?, ?)"_L1,
        {r.recordId.toString(),
         r.requestId.toString(),
         r.attempt,
         r.integrationId.toString(),
         r.integrationName,
         r.service,
         r.model,
         r.modelReported,
         nameOf(r.type),
         nameOf(r.strategy),
         nameOf(r.app),
         stored(r.startedAt),
         stored(r.billingDay),
         nameOf(r.outcome),
         r.errorKind ? Error::kindName(*r.errorKind) : u""_s,
         r.httpStatus,
         r.serviceCode,
         r.serviceRequestId,
         nameOf(r.costState),
         usageText(r.usage),
         r.priceVersion,
         stored(r.platformCost),
         stored(r.platformFee),
         stored(r.statedCost),
         stored(r.firstTokenMs),
         stored(r.durationMs),
         nameOf(r.origin),
         stored(r.usage.tokensIn()),
         stored(r.usage.tokensOut())});
    return attempt ? Result<Done>(Done()) : attempt.error();
}

Result<Imported> importRecord(Database &database, const EndedRecord &ended)
{
    const UsageRecord &record = ended.record;
    const auto known = present(database, record);
    if (!known)
        return known.error();
    if (*known && sameRecord(**known, record))
        return Imported::Known;
    if (*known)
        return Error(Error::Kind::Rejected, record.recordId.toString())
            .withReason(u"record-differs"_s);
    const auto thinned = isThinned(database, record.billingDay);
    if (!thinned)
        return thinned.error();
    if (*thinned)
        return Error(Error::Kind::Rejected, monthKey(record.billingDay))
            .withReason(u"month-thinned"_s);
    if (auto added = addGround(database, record); !added)
        return added.error();
    if (auto added = insertEnded(database, record); !added)
        return added.error();
    if (auto added = addCorrection(database, ended); !added)
        return added.error();
    if (auto added = addToSums(database, record, {}); !added)
        return added.error();
    const auto noted
        = AuditTrail(database).append({u"attempt.imported"_s,
                                       record.recordId.toString(),
                                       {{u"outcome"_s, nameOf(record.outcome)},
                                        {u"cost_state"_s, nameOf(record.costState)},
                                        {u"platform_cost_nano"_s, record.platformCost.nano()},
                                        {u"platform_fee_nano"_s, record.platformFee.nano()}}});
    if (!noted)
        return noted.error();
    return Imported::Added;
}

} // namespace keyway
