#pragma once

#include "core/base/result.h"
#include "core/wire/healthreport.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

namespace keyway::server {

class SqlConnection;

/// Counters of how services answer, by hour. Nobody's: no account, no address. Errors: Storage.
class ServiceReports {
public:
    explicit ServiceReports(SqlConnection &sql);

    Result<Done> add(const QList<HealthReport> &reports);
    /// Sums from `from` on: service, hour, outcome, latency, reports.
    Result<QJsonArray> since(const QDateTime &from);
    Result<Done> dropBefore(const QDateTime &time);

private:
    SqlConnection &m_sql;
};

} // namespace keyway::server
