#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/server/usagestore.h"

#include <QtCore/QDate>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

namespace keyway::server {

class SqlConnection;

/// Sums over all accounts by day, plan, service and type: kept in the transaction that keeps the
/// records, so that they are never behind, and read without looking at a record. Errors: Storage.
class PlatformStatistics {
public:
    explicit PlatformStatistics(SqlConnection &sql);

    /// Inside the transaction that adds these records, which are new.
    Result<Done> add(const Id &account, const QList<CheckedUsage> &records);
    /// From the first month to the last one, both included.
    Result<QJsonObject> describe(const QDate &firstMonth, const QDate &lastMonth);

private:
    Result<Done> addMonths(const Id &account, const QList<CheckedUsage> &records);
    Result<qint64> accounts();

    SqlConnection &m_sql;
};

} // namespace keyway::server
