#include "core/server/servicereports.h"

#include "core/server/sqlconnection.h"

#include <QtCore/QMap>

#include <tuple>

namespace keyway::server {

using namespace Qt::StringLiterals;

ServiceReports::ServiceReports(SqlConnection &sql)
    : m_sql(sql)
{
}

Result<Done> ServiceReports::add(const QList<HealthReport> &reports)
{
    // In order, so that two batches never wait for each other's rows crosswise.
    QMap<std::tuple<qint64, QString, QString, QString>, qint64> counts;
    for (const HealthReport &report : reports)
        counts[{report.hour.toMSecsSinceEpoch(), report.service, nameOf(report.outcome),
                nameOf(report.latency)}]
            += report.count;
    return m_sql.write([&]() -> Result<Done> {
        for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
            const auto &[hour, service, outcome, latency] = it.key();
            const auto added = m_sql.run(
                u"INSERT INTO service_report (hour, service, outcome, latency, reports) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (hour, service, outcome, latency) DO UPDATE "
                "SET reports = service_report.reports + excluded.reports"_s,
                {hour, service, outcome, latency, *it});
            if (!added)
                return added.error();
        }
        return Done();
    });
}

Result<QJsonArray> ServiceReports::since(const QDateTime &from)
{
    QJsonArray rows;
    const auto read = m_sql.query(
        u"SELECT hour, service, outcome, latency, reports FROM service_report WHERE hour >= ? "
        "ORDER BY service, hour, outcome, latency"_s,
        {stored(from)}, [&rows](const Row &row) {
            rows.append(QJsonObject{{u"hour"_s, row.time(0).toString(Qt::ISODate)},
                                    {u"service"_s, row.text(1)},
                                    {u"outcome"_s, row.text(2)},
                                    {u"latency"_s, row.text(3)},
                                    {u"reports"_s, row.number(4)}});
            return true;
        });
    if (!read)
        return read.error();
    return rows;
}

Result<Done> ServiceReports::dropBefore(const QDateTime &time)
{
    const auto dropped = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"DELETE FROM service_report WHERE hour < ?"_s, {stored(time)});
    });
    return dropped ? Result<Done>(Done()) : dropped.error();
}

} // namespace keyway::server
