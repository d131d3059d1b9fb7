#include "core/server/call.h"
#include "core/server/metrics.h"
#include "core/server/parts.h"
#include "core/server/schema.h"
#include "core/server/sqlconnection.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

http::Response health(const ServerParts &)
{
    return http::Response::json(
        200, {{u"status"_s, u"ok"_s}, {u"version"_s, QStringLiteral(KEYWAY_VERSION)}});
}

http::Response ready(const Call &call)
{
    const Result<qint64> version = call.sql.number(u"SELECT version FROM schema_version"_s);
    if (!version)
        return failure(version.error());
    if (*version != schemaSteps().size())
        return failure(503, u"other-schema"_s);
    return http::Response::json(200, {{u"status"_s, u"ok"_s}});
}

http::Response metrics(const ServerParts &parts)
{
    http::Response response = http::Response::text(200, parts.metrics.text());
    response.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}};
    return response;
}

} // namespace

QList<Route> operationRoutes()
{
    return {
        {"GET", "/healthz", Access::Anyone, false, {}, health},
        {"GET", "/readyz", Access::Anyone, false, ready},
        {"GET", "/metrics", Access::Here, false, {}, metrics},
    };
}

} // namespace keyway::server
