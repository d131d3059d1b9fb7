#include "core/storage/recordsums.h"

#include "core/storage/database.h"
#include "core/storage/recordrow.h"
#include "core/storage/spendhistory.h"
#include "core/storage/usagesummary.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

Result<Done> addToSums(Database &database, const UsageRecord &record, Money reserved)
{
    const QString integration = record.integrationId.toString();
    const QVariant cost = stored(record.platformCost);
    const QVariant fee = stored(record.platformFee);
    const QVariant tokensIn = stored(record.usage.tokensIn());
    const QVariant tokensOut = stored(record.usage.tokensOut());
    const auto one = [](bool yes) { return yes ? 1 : 0; };
    const std::pair<QString, QVariantList> changes[] = {
        {u"INSERT INTO daily (billing_day, integration_id, service, model, type, app, requests, "
         "attempts, unknown_costs, estimated_costs, tokens_in, tokens_out, platform_cost_nano, "
         "platform_fee_nano) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT DO "
         "UPDATE "
         "SET requests = requests + excluded.requests, attempts = attempts + 1, "
         "unknown_costs = unknown_costs + excluded.unknown_costs, "
         "estimated_costs = estimated_costs + excluded.estimated_costs, "
         "tokens_in = tokens_in + excluded.tokens_in, tokens_out = tokens_out + "
         "excluded.tokens_out, "
         "platform_cost_nano = platform_cost_nano + excluded.platform_cost_nano, "
         "platform_fee_nano = platform_fee_nano + excluded.platform_fee_nano"_s,
         {stored(record.billingDay), integration, record.service, record.model, nameOf(record.type),
          nameOf(record.app), one(countsAsRequest(record)),
          one(record.costState == CostState::Unknown),
          one(record.costState == CostState::Estimated), tokensIn, tokensOut, cost, fee}},
        {u"UPDATE budget SET spent_nano = spent_nano + ?, reserved_nano = reserved_nano - ? "
         "WHERE integration_id = ? AND month = ?"_s,
         {cost, stored(reserved), integration, monthKey(record.billingDay)}},
        {u"UPDATE integration SET total_spent_nano = total_spent_nano + ?, "
         "last_used_at = MAX(IFNULL(last_used_at, 0), ?) WHERE id = ?"_s,
         {cost, stored(record.startedAt), integration}},
    };
    for (const auto &[sql, values] : changes) {
        if (const auto done = database.run(sql, values); !done)
            return done.error();
    }
    return addToHour(database, record);
}

} // namespace keyway
