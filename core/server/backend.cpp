#include "core/server/backend.h"

#include "core/server/databasekeys.h"
#include "core/server/keyclaims.h"
#include "core/server/logging.h"
#include "core/server/servicereports.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestToken = 200;
constexpr auto maintainEvery = 10min;
constexpr qint64 reportDays = 40; ///< for which reports about services are kept

/// From `Authorization: Bearer ...`.
QByteArray tokenOf(const http::Request &request)
{
    const QByteArray value = request.header("Authorization");
    if (value.size() > longestToken || !value.toLower().startsWith("bearer "))
        return {};
    return value.mid(7).trimmed();
}

bool takesBody(const QByteArray &method)
{
    return method == "POST" || method == "PUT";
}

http::Response tooMany(std::chrono::milliseconds wait)
{
    Error::ServiceReply reply;
    reply.retryAfter = wait;
    return failure(Error(Error::Kind::RateLimited).withReason(u"too-fast"_s).withReply(reply));
}

} // namespace

/// One request on its way through the house.
struct Backend::Running {
    std::shared_ptr<http::Exchange> exchange;
    const Route *route = nullptr;
    QHash<QByteArray, QString> path;
    QByteArray id;
    QElapsedTimer time;
};

Backend::Backend(const BackendSettings &settings, const Clock &clock, const Catalogue &catalogue,
                 Mailer &mailer, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_payments(settings.makePayments ? settings.makePayments() : nullptr)
    , m_addresses(settings.callsPerMinute, 1min, std::max(1, settings.callsPerMinute / 4))
    , m_guarded(settings.guardedCallsPerMinute, 1min,
                std::max(1, settings.guardedCallsPerMinute / 2))
    , m_accounts(settings.callsPerMinute, 1min, std::max(1, settings.callsPerMinute / 4))
    , m_parts{clock,  catalogue,    settings.billing, *settings.signingKey, m_passwords,
              mailer, m_partitions, m_metrics,        m_payments.get(),     settings.sealer.get()}
    , m_router(sessionRoutes() + accountRoutes() + usageRoutes() + billingRoutes() + paymentRoutes()
               + keyClaimRoutes() + relayRoutes() + reportRoutes() + operationRoutes())
    , m_adminRouter(server::adminRoutes())
    , m_server(settings.limits,
               [this](std::shared_ptr<http::Exchange> exchange) {
                   receive(m_router, std::move(exchange));
               })
    , m_adminServer(settings.limits,
                    [this](std::shared_ptr<http::Exchange> exchange) {
                        receive(m_adminRouter, std::move(exchange));
                    })
    , m_closer(m_workers, m_parts, settings.closingInterval)
    , m_relay(m_workers, m_parts)
    , m_workers(settings.database, settings.workers, settings.longestQueue)
{
    connect(&m_server, &http::Server::stopped, this, [this] {
        m_serverStopped = true;
        stopIfDone();
    });
    connect(&m_adminServer, &http::Server::stopped, this, [this] {
        m_adminServerStopped = true;
        stopIfDone();
    });
    connect(&m_relay, &Relay::idle, this, &Backend::stopIfDone);
    connect(&m_maintenance, &QTimer::timeout, this, &Backend::maintain);
}

Backend::~Backend() = default;

Result<Done> Backend::start(const QHostAddress &address, quint16 port,
                            const std::optional<QSslConfiguration> &tls)
{
    const Result<std::unique_ptr<SqlConnection>> sql = SqlConnection::open(m_settings.database);
    if (!sql)
        return sql.error();
    if (auto migrated = migrate(**sql); !migrated)
        return migrated;
    if (auto known = claimSigningKey(**sql, m_settings.signingKey->publicKey()); !known)
        return known;
    if (m_parts.sealer) {
        if (auto right = checkMasterKey(**sql, *m_parts.sealer); !right)
            return right;
    }
    if (auto listening = m_server.listen(address, port, tls); !listening)
        return listening;
    m_closer.start();
    m_maintenance.start(maintainEvery);
    maintain();
    return Done();
}

Result<Done> Backend::startAdmin(const QHostAddress &address, quint16 port,
                                 const std::optional<QSslConfiguration> &tls)
{
    return m_adminServer.listen(address, port, tls);
}

void Backend::stop(std::chrono::milliseconds grace)
{
    m_closer.stop();
    m_maintenance.stop();
    m_server.stop(grace);
    m_adminServer.stop(grace);
}

void Backend::stopIfDone()
{
    if (m_serverStopped && m_adminServerStopped && m_relay.isIdle())
        Q_EMIT stopped();
}

/// What has to be done now and then; several servers may do it at the same time.
void Backend::maintain()
{
    m_workers.submit([this](Result<SqlConnection *> sql) {
        if (!sql)
            return;
        auto done = Relay::settleLost(**sql, m_parts);
        if (done)
            done = ServiceReports(**sql).dropBefore(m_clock.now().addDays(-reportDays));
        if (done && m_parts.sealer) {
            const auto dropped = KeyClaims(**sql, *m_parts.sealer, m_clock).dropExpired();
            done = dropped ? Result<Done>(Done()) : dropped.error();
        }
        if (!done)
            qCWarning(logServer, "maintenance: %s (%s)", qPrintable(done.error().reason()),
                      qPrintable(done.error().detail()));
    });
}

/// By address; the last one that a proxy of ours wrote, not what the client wrote before it.
QByteArray Backend::clientOf(const http::Request &request) const
{
    if (m_settings.behindProxy) {
        const QByteArray last = request.header("X-Forwarded-For").split(',').constLast().trimmed();
        if (!last.isEmpty())
            return last.left(64);
    }
    // Whoever has one IPv6 address has all of its network.
    if (request.peer.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR six = request.peer.toIPv6Address();
        return QByteArray(reinterpret_cast<const char *>(six.c), 8);
    }
    return request.peer.toString().toLatin1();
}

bool Backend::isHere(const http::Request &request)
{
    return request.peer.isLoopback() && request.header("X-Forwarded-For").isEmpty()
        && request.header("Forwarded").isEmpty();
}

void Backend::receive(const Router &router, std::shared_ptr<http::Exchange> exchange)
{
    const http::Request &request = exchange->request();
    auto running = std::make_shared<Running>();
    running->exchange = exchange;
    running->time.start();
    running->id = Id::create(m_clock.now()).toString().toLatin1();
    m_metrics.setGauges({m_server.connections(), m_workers.waiting()});

    const Router::Match match = router.match(request.method, request.path);
    if (!match.route || (match.route->access == Access::Here && !isHere(request))) {
        const bool other = !match.route && match.pathKnown;
        finish(*running,
               other ? failure(405, u"no-such-method"_s) : failure(404, u"no-such-path"_s));
        return;
    }
    running->route = match.route;
    running->path = match.path;
    if (match.route->direct) {
        finish(*running, match.route->direct(m_parts));
        return;
    }
    const QByteArray client = clientOf(request);
    auto wait = m_addresses.admit(client, m_clock.monotonic());
    if (!wait && match.route->guarded)
        wait = m_guarded.admit(client, m_clock.monotonic());
    if (wait) {
        finish(*running, tooMany(*wait));
        return;
    }
    const QByteArray type = request.header("Content-Type").split(';').constFirst().trimmed();
    if (takesBody(request.method) && type.toLower() != "application/json") {
        finish(*running, failure(415, u"not-json"_s));
        return;
    }
    submit(running);
}

void Backend::submit(std::shared_ptr<Running> running)
{
    const bool taken = m_workers.submit([this, running](Result<SqlConnection *> sql) {
        Route::Opened answered = answer(*running, std::move(sql));
        QMetaObject::invokeMethod(
            this,
            [this, running, answered = std::move(answered)] {
                if (const auto *const sending = std::get_if<Sending>(&answered))
                    goOn(*running, *sending);
                else if (const auto *const asking = std::get_if<Asking>(&answered))
                    ask(this, running, *asking);
                else
                    finish(*running, std::get<http::Response>(answered));
            },
            Qt::QueuedConnection);
    });
    if (!taken) {
        http::Response busy = failure(503, u"busy"_s);
        busy.headers.emplaceBack("Retry-After", "2");
        finish(*running, busy);
    }
}

/// Whether this caller may use the route. Error: Auth; Rejected, `not-your-role`.
Result<Done> Backend::letIn(const Route &route, Call &call)
{
    if (route.access == Access::Device) {
        const Result<Caller> caller = call.accounts().authenticate(call.token);
        if (!caller)
            return caller.error();
        call.caller = *caller;
    }
    if (route.access == Access::Admin) {
        auto admins = call.admins();
        const Result<Admin> admin = admins ? admins->authenticate(call.token)
                                           : Error(Error::Kind::Auth).withReason(u"bad-token"_s);
        if (!admin)
            return admin.error();
        call.admin = *admin;
        if (route.permission && !allows(admin->role, *route.permission))
            return Error(Error::Kind::Auth).withReason(u"not-your-role"_s);
    }
    return Done();
}

Route::Opened Backend::answer(const Running &running, Result<SqlConnection *> sql)
{
    if (!sql)
        return failure(sql.error());
    const http::Request &request = running.exchange->request();
    const Route &route = *running.route;
    Call call{request,
              running.path,
              QUrlQuery(QString::fromUtf8(request.query)),
              {},
              {},
              {},
              clientOf(request),
              tokenOf(request),
              **sql,
              m_parts};
    if (auto in = letIn(route, call); !in)
        return failure(in.error());
    if (route.access == Access::Device) {
        const QByteArray account = call.caller.account.toString().toLatin1();
        if (const auto wait = m_accounts.admit(account, m_clock.monotonic()))
            return tooMany(*wait);
    }
    if (takesBody(request.method)) {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
        if (problem.error != QJsonParseError::NoError || !document.isObject())
            return failure(400, u"bad-json"_s);
        call.body = document.object();
    }
    if (route.opening)
        return route.opening(call);
    return route.handler(call);
}

void Backend::finish(const Running &running, http::Response response)
{
    response.headers.emplaceBack("Cache-Control", "no-store");
    response.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    response.headers.emplaceBack("X-Request-Id", running.id);
    note(running, response.status, response.body.size());
    running.exchange->send(response);
}

void Backend::goOn(const Running &running, const Sending &sending)
{
    note(running, 200, 0);
    sending(m_relay, running.exchange);
}

QCoro::Task<> Backend::ask(QPointer<Backend> backend, std::shared_ptr<Running> running,
                           Asking asking)
{
    auto answering = asking();
    const auto answer = co_await answering;
    if (backend)
        backend->finish(*running, answer ? *answer : failure(answer.error()));
}

void Backend::note(const Running &running, int status, qint64 bytes)
{
    const QByteArray route = running.route ? running.route->path : QByteArray();
    const http::Request &request = running.exchange->request();
    const std::chrono::microseconds took(running.time.nsecsElapsed() / 1000);
    m_metrics.answered(running.route ? request.method : QByteArray(), route, status, took);
    // The route and not the path, no address, no header: nothing of anybody.
    qCInfo(logServer, "request id=%s method=%s route=%s status=%d us=%lld in=%lld out=%lld",
           running.id.constData(), running.route ? request.method.constData() : "-",
           running.route ? route.constData() : "-", status, qint64(took.count()),
           qint64(request.body.size()), bytes);
}

} // namespace keyway::server
