#pragma once

#include "core/base/result.h"
#include "core/storage/usagesummary.h"

#include <QtCore/QList>

namespace keyway {

class Database;

/// What records may be sorted by.
enum class RecordColumn {
    Time,
    Service,
    Model,
    TokensIn,
    TokensOut,
    Duration,
    Strategy,
    App,
    Cost,
    StatedCost ///< what the service said itself
};

struct RecordOrder {
    RecordColumn column = RecordColumn::Time;
    Qt::SortOrder direction = Qt::DescendingOrder; ///< where equal: the newest first
    friend bool operator==(const RecordOrder &, const RecordOrder &) = default;
};

/// Which record, as a number that is good while the database is open: a table of any length knows
/// its rows by eight bytes each, and reads those that are looked at.
using RecordKey = qint64;

/// Reads tables of records, on any connection.
class RecordRows {
public:
    explicit RecordRows(Database &database);

    /// All that fit, in this order. Reads the rows of the filter's month once, so that its time
    /// does not grow with the history. Limit and offset of the filter are not read. Where an amount
    /// is not known it counts as less than nothing.
    Result<QList<RecordKey>> keys(const RecordFilter &filter, const RecordOrder &order = {});
    /// Those records, in the order of the keys; each a look-up.
    Result<QList<UsageRecord>> records(const QList<RecordKey> &keys);

private:
    Database &m_database;
};

} // namespace keyway
