#include "core/server/call.h"
#include "core/server/parts.h"
#include "core/server/servicereports.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostReports = 200;
constexpr qint64 oldestHours = 48;

http::Response addReports(const Call &call)
{
    const QJsonArray list = call.body.value("reports"_L1).toArray();
    if (call.body.size() != 1 || list.isEmpty() || list.size() > mostReports)
        return failure(422, u"bad-body"_s);
    const QDateTime now = call.parts.clock.now();
    QList<HealthReport> reports;
    for (const QJsonValue &value : list) {
        Result<HealthReport> report = HealthReport::fromJson(value.toObject());
        if (!report)
            return failure(422, report.error().reason(), report.error().detail());
        // Names that nobody knows are nobody's to collect; a wrong clock says nothing.
        const qint64 age = report->hour.secsTo(now);
        if (call.parts.catalogue.service(report->service) && age >= -3600
            && age <= oldestHours * 3600)
            reports.append(std::move(report).value());
    }
    const auto added = ServiceReports(call.sql).add(reports);
    return added ? http::Response::json(202, {{u"taken"_s, reports.size()}})
                 : failure(added.error());
}

} // namespace

QList<Route> reportRoutes()
{
    return {{"POST", "/v1/health-reports", Access::Anyone, true, addReports}};
}

} // namespace keyway::server
