#pragma once

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/fees/planoffer.h"
#include "core/server/accounts.h"
#include "core/wire/usageanswer.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

class Partitions;
class SqlConnection;

/// What all ingestions share; safe to read from any thread.
struct IngestionTerms {
    const Catalogue &catalogue;
    const PlanOffer &offer;
    Partitions &partitions;
    const Clock &clock;
    bool ofRelay = false; ///< the server's own records of the free tier; nobody else's are taken
};

/// Stores a batch of records, each exactly once by account and record id, with the days' sums in
/// the same transaction; when this returns they are on the disk. The owner is the caller, whatever
/// a record says. A failure of the database is an error for the whole batch, of which nothing is
/// kept then. One answer for each record, in the order of the batch.
Result<QList<UsageAnswer>> ingest(SqlConnection &sql, const IngestionTerms &terms,
                                  const Caller &caller, const QJsonArray &batch);

} // namespace keyway::server
