#pragma once

#include "core/base/signature.h"
#include "core/http/server.h"
#include "core/server/call.h"
#include "core/server/closer.h"
#include "core/server/databaseaddress.h"
#include "core/server/metrics.h"
#include "core/server/parts.h"
#include "core/server/passwords.h"
#include "core/server/paymentprovider.h"
#include "core/server/ratelimit.h"
#include "core/server/relay.h"
#include "core/server/schema.h"
#include "core/server/sealer.h"
#include "core/server/workers.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <memory>

namespace keyway::server {

struct BackendSettings {
    DatabaseAddress database;
    http::Limits limits;
    BillingRules billing;
    std::shared_ptr<const SigningKey> signingKey; ///< of invoices; has to be there
    std::chrono::milliseconds closingInterval = std::chrono::hours(1);
    FeePolicy policy; ///< of every account
    /// For the platform's own keys and administrators; without one there are none.
    std::shared_ptr<const Sealer> sealer;
    /// Who takes money for invoices, called once, on the server's thread; without it they are
    /// marked as paid by hand.
    std::function<std::unique_ptr<PaymentProvider>()> makePayments;
    int workers = 4; ///< threads with a database connection each
    qsizetype longestQueue = 512; ///< of requests that wait for one of them; more are answered 503
    /// Requests come through a reverse proxy on this computer: the client is the last address in
    /// X-Forwarded-For.
    bool behindProxy = false;
    int callsPerMinute = 1200; ///< of one address; a quarter of it at once
    int guardedCallsPerMinute = 20; ///< of those that cost much or may be guessed at
};

/// The whole server: finds the route of a request, lets a worker answer it, counts and logs. Lives
/// on the thread that made it; `clock`, `catalogue` and `mailer` outlive it.
class Backend : public QObject {
    Q_OBJECT
public:
    Backend(const BackendSettings &settings, const Clock &clock, const Catalogue &catalogue,
            Mailer &mailer, QObject *parent = nullptr);
    ~Backend() override;

    /// Brings the database to the newest schema, then listens, and closes months from then on.
    /// Error: Storage; Network; Rejected, `other-signing-key`, where the servers of this database
    /// sign with another key.
    Result<Done> start(const QHostAddress &address, quint16 port,
                       const std::optional<QSslConfiguration> &tls = {});
    /// The administrators' listener, once start() is done. Error: Network.
    Result<Done> startAdmin(const QHostAddress &address, quint16 port,
                            const std::optional<QSslConfiguration> &tls = {});
    quint16 port() const { return m_server.port(); }
    quint16 adminPort() const { return m_adminServer.port(); }
    QHostAddress address() const { return m_server.address(); }
    const QList<Route> &routes() const { return m_router.routes(); }
    const QList<Route> &adminRoutes() const { return m_adminRouter.routes(); }
    const Metrics &metrics() const { return m_metrics; }

    /// Lets running requests end, then stopped().
    void stop(std::chrono::milliseconds grace);

Q_SIGNALS:
    void stopped();

private:
    struct Running;
    void receive(const Router &router, std::shared_ptr<http::Exchange> exchange);
    void submit(std::shared_ptr<Running> running);
    Route::Opened answer(const Running &running, Result<SqlConnection *> sql);
    Result<Done> letIn(const Route &route, Call &call);
    void finish(const Running &running, http::Response response);
    void goOn(const Running &running, const Sending &sending);
    static QCoro::Task<> ask(QPointer<Backend> backend, std::shared_ptr<Running> running,
                             Asking asking);
    void note(const Running &running, int status, qint64 bytes);
    void maintain();
    void stopIfDone();
    QByteArray clientOf(const http::Request &request) const;
    static bool isHere(const http::Request &request);

    const BackendSettings m_settings;
    const Clock &m_clock;
    Metrics m_metrics;
    Partitions m_partitions;
    Passwords m_passwords;
    const std::unique_ptr<PaymentProvider> m_payments;
    RateLimit m_addresses;
    RateLimit m_guarded;
    RateLimit m_accounts;
    const ServerParts m_parts;
    const Router m_router;
    const Router m_adminRouter;
    http::Server m_server;
    http::Server m_adminServer;
    Closer m_closer;
    QTimer m_maintenance;
    bool m_serverStopped = false;
    bool m_adminServerStopped = false;
    Relay m_relay;
    Workers m_workers; ///< ends first: its jobs use what is above
};

} // namespace keyway::server
