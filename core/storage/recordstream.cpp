#include "core/storage/recordstream.h"

#include "core/storage/database.h"
#include "core/storage/recordconditions.h"
#include "core/storage/recordrow.h"

namespace keyway {

using namespace Qt::StringLiterals;

Result<Done> forEachEnded(Database &database, RecordFilter filter,
                          const std::function<bool(const EndedRecord &)> &each)
{
    constexpr int correctionColumn = reservedColumn + 2; // behind reserved_nano and session
    filter.running = false;
    const RecordConditions where(filter);
    const QString sql = "SELECT "_L1 + recordColumns()
        + ", (SELECT c.platform_cost_nano FROM correction c "
          "WHERE c.record_id = attempt.record_id) FROM attempt"_L1
        + where.sql() + " ORDER BY billing_day, started_at, record_id"_L1;
    EndedRecord one;
    return database.query(sql, where.values, [&](const Row &row) {
        one.record = recordFrom(row);
        one.correctedCost = row.optionalMoney(correctionColumn);
        return each(one);
    });
}

} // namespace keyway
