#pragma once

#include "core/http/message.h"
#include "core/server/accounts.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QUrlQuery>

#include <functional>
#include <optional>

namespace keyway::server {

struct ServerParts;
class SqlConnection;

/// Who may use a route.
enum class Access {
    Anyone,
    Device, ///< who shows a device's token
    Here ///< programs of the same computer, not by way of a proxy
};

/// One request on a worker thread, with what its route needs.
struct Call {
    const http::Request &request;
    QHash<QByteArray, QString> path; ///< what stands in the place of `{name}`
    QUrlQuery query;
    QJsonObject body; ///< of a POST or a PUT
    Caller caller; ///< where the route is a Device's
    SqlConnection &sql;
    const ServerParts &parts;

    Accounts accounts() const;
};

/// A method and a path, and the function that answers.
struct Route {
    using Handler = std::function<http::Response(const Call &)>; ///< on a worker thread
    using Direct = std::function<http::Response(const ServerParts &)>; ///< at once, no database

    QByteArray method;
    QByteArray path; ///< such as `/v1/devices/{device_id}`
    Access access = Access::Anyone;
    /// Calls that cost much or may be guessed at: fewer of them from one address.
    bool guarded = false;
    Handler handler;
    Direct direct = {}; ///< in the place of `handler`
};

/// Finds the route of a request.
class Router {
public:
    struct Match {
        const Route *route = nullptr;
        QHash<QByteArray, QString> path;
        bool pathKnown = false; ///< by another method
    };

    explicit Router(QList<Route> routes);
    Match match(const QByteArray &method, const QByteArray &path) const;
    const QList<Route> &routes() const { return m_routes; }

private:
    const QList<Route> m_routes;
};

/// `{"error": {"code": ..., "detail": ...}}`. The code is a stable word, the words for people are
/// the application's.
http::Response failure(int status, const QString &code, const QString &detail = {});
/// The answer to an error of the kinds that a route gives.
http::Response failure(const Error &error);
http::Response nothing(); ///< 204

QList<Route> accountRoutes();
QList<Route> sessionRoutes();
QList<Route> usageRoutes();
QList<Route> billingRoutes();
QList<Route> operationRoutes();

} // namespace keyway::server
