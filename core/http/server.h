#pragma once

#include "core/base/result.h"
#include "core/http/exchange.h"
#include "core/http/limits.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QSslConfiguration>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace keyway::http {

class Connection;

/// An HTTP/1.1 server with hard limits, on the event loop of the thread that made it. The handler
/// is called for every whole request, also before earlier ones of other clients are answered; it
/// keeps the Exchange and answers it now or later. Answers of one client are in the order of its
/// requests.
class Server : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void(std::shared_ptr<Exchange>)>;

    Server(const Limits &limits, Handler handler, QObject *parent = nullptr);
    ~Server() override;

    /// Port 0: any free one. Error: Network, reason `cannot-listen`.
    Result<Done> listen(const QHostAddress &address, quint16 port,
                        const std::optional<QSslConfiguration> &tls = {});
    QHostAddress address() const;
    quint16 port() const;
    qsizetype connections() const { return m_connections.size(); }

    /// No new clients and no new requests; those that are being answered have `grace` to end. Then
    /// stopped().
    void stop(std::chrono::milliseconds grace);

Q_SIGNALS:
    void stopped();

private:
    class Listener;
    void accept(qintptr descriptor);
    bool makeRoom();
    void forget(Connection *connection);
    void endIfIdle();

    const Limits m_limits;
    const Handler m_handler;
    std::unique_ptr<Listener> m_listener;
    std::optional<QSslConfiguration> m_tls;
    QSet<Connection *> m_connections;
    QTimer m_grace;
    QTimer m_resume;
    bool m_stopping = false;
};

} // namespace keyway::http
