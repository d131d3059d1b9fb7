#pragma once

#include "core/async/task.h"
#include "core/http/message.h"
#include "core/server/accounts.h"
#include "core/server/admins.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QUrlQuery>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace keyway::http {
class Exchange;
}

namespace keyway::server {

class Relay;
struct ServerParts;
class SqlConnection;

/// Who may use a route.
enum class Access {
    Anyone,
    Device, ///< who shows a device's token
    Admin, ///< who shows an administrator's; on the administrators' listener
    Here ///< programs of the same computer, not by way of a proxy
};

/// One request on a worker thread, with what its route needs.
struct Call {
    const http::Request &request;
    QHash<QByteArray, QString> path; ///< what stands in the place of `{name}`
    QUrlQuery query;
    QJsonObject body; ///< of a POST or a PUT
    Caller caller; ///< where the route is a Device's
    Admin admin; ///< where it is an Admin's
    QByteArray address; ///< of the client
    QByteArray token; ///< as it came
    SqlConnection &sql;
    const ServerParts &parts;

    /// The texts of a body that has these fields and no others; nothing where it is otherwise.
    std::optional<QHash<QString, QString>> texts(const QStringList &names,
                                                 qsizetype longest = 1000) const;
    Accounts accounts() const;
    /// Nothing: the server has no master key.
    std::optional<Admins> admins() const;
    AdminActor actor() const; ///< the administrator, for what is written down
};

/// A prompt on its way, once the database has said that it may be sent; on the server's thread.
using Sending = std::function<void(Relay &, std::shared_ptr<http::Exchange>)>;

/// An answer that somebody else has to be asked for, once the database has said that it may be; on
/// the server's thread.
using Asking = std::function<Task<http::Response>()>;

/// A method and a path, and the function that answers.
struct Route {
    using Handler = std::function<http::Response(const Call &)>; ///< on a worker thread
    using Direct = std::function<http::Response(const ServerParts &)>; ///< at once, no database
    /// On a worker thread: what goes on from there, or why nothing does.
    using Opened = std::variant<http::Response, Sending, Asking>;
    using Opening = std::function<Opened(const Call &)>;

    QByteArray method;
    QByteArray path; ///< such as `/v1/devices/{device_id}`
    Access access = Access::Anyone;
    /// Calls that cost much or may be guessed at: fewer of them from one address.
    bool guarded = false;
    Handler handler;
    Direct direct = {}; ///< in the place of `handler`
    Opening opening = {}; ///< in the place of `handler`
    std::optional<Permission> permission = {}; ///< what an Admin needs for it
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
QList<Route> paymentRoutes();
QList<Route> operationRoutes();
QList<Route> keyClaimRoutes();
QList<Route> relayRoutes();
QList<Route> reportRoutes();
QList<Route> adminRoutes(); ///< of the administrators' listener

} // namespace keyway::server
