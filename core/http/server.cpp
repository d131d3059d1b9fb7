#include "core/http/server.h"

#include "core/http/connection.h"

#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>

#include <utility>

namespace keyway::http {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class Server::Listener : public QTcpServer {
public:
    explicit Listener(Server &server)
        : m_server(server)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_server.accept(descriptor); }

private:
    Server &m_server;
};

Server::Server(const Limits &limits, Handler handler, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_handler(std::move(handler))
    , m_listener(std::make_unique<Listener>(*this))
{
    m_grace.setSingleShot(true);
    m_resume.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        const QSet<Connection *> slow = m_connections;
        for (Connection *const connection : slow)
            connection->cut();
    });
    // Out of descriptors, QTcpServer stops accepting for good.
    connect(m_listener.get(), &QTcpServer::acceptError, this, [this] {
        makeRoom();
        m_resume.start(50ms);
    });
    connect(&m_resume, &QTimer::timeout, this, [this] { m_listener->resumeAccepting(); });
}

Server::~Server()
{
    const QSet<Connection *> left = std::exchange(m_connections, {});
    for (Connection *const connection : left) {
        connection->disconnect(this);
        connection->cut();
        delete connection;
    }
}

Result<Done> Server::listen(const QHostAddress &address, quint16 port,
                            const std::optional<QSslConfiguration> &tls)
{
    m_tls = tls;
    m_listener->setListenBacklogSize(1024);
    if (!m_listener->listen(address, port))
        return Error(Error::Kind::Network, m_listener->errorString())
            .withReason(u"cannot-listen"_s);
    return Done();
}

QHostAddress Server::address() const
{
    return m_listener->serverAddress();
}

quint16 Server::port() const
{
    return m_listener->serverPort();
}

void Server::accept(qintptr descriptor)
{
    auto *const socket = m_tls ? new QSslSocket : new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)
        || (m_connections.size() >= m_limits.connections && !makeRoom())) {
        socket->abort();
        delete socket;
        return;
    }
    if (auto *const secure = qobject_cast<QSslSocket *>(socket))
        secure->setSslConfiguration(*m_tls);
    auto *const connection = new Connection(socket, m_tls.has_value(), m_limits, m_handler, this);
    m_connections.insert(connection);
    connect(connection, &Connection::gone, this, [this, connection] { forget(connection); });
    connection->start();
}

/// Cuts the client that has kept us waiting longest.
bool Server::makeRoom()
{
    Connection *slowest = nullptr;
    qint64 longest = -1;
    for (Connection *const connection : std::as_const(m_connections)) {
        const std::optional<qint64> waiting = connection->waitingMs();
        if (waiting && *waiting > longest) {
            longest = *waiting;
            slowest = connection;
        }
    }
    if (slowest)
        slowest->cut();
    return slowest != nullptr;
}

void Server::forget(Connection *connection)
{
    m_connections.remove(connection);
    endIfIdle();
}

void Server::stop(std::chrono::milliseconds grace)
{
    if (std::exchange(m_stopping, true))
        return;
    m_listener->close();
    m_grace.start(grace);
    const QSet<Connection *> all = m_connections;
    for (Connection *const connection : all)
        connection->retire();
    if (all.isEmpty())
        QMetaObject::invokeMethod(this, &Server::endIfIdle, Qt::QueuedConnection);
}

void Server::endIfIdle()
{
    if (!m_stopping || !m_connections.isEmpty())
        return;
    m_grace.stop();
    Q_EMIT stopped();
}

} // namespace keyway::http
