#include "tests/support/tunnels.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <memory>

namespace keyway {

using namespace Qt::StringLiterals;

LoopbackServer::LoopbackServer()
{
    m_thread.start();
    m_home = new QObject;
    m_home->moveToThread(&m_thread);
}

LoopbackServer::~LoopbackServer()
{
    stop();
    m_thread.quit();
    m_thread.wait();
}

void LoopbackServer::start(const std::function<QTcpServer *()> &makeServer)
{
    const auto listen = [&] {
        QTcpServer *server = makeServer();
        server->setParent(m_home);
        server->setProxy(QNetworkProxy::NoProxy);
        if (!server->listen(QHostAddress::LocalHost))
            qFatal("a test's server cannot listen");
        m_port = server->serverPort();
        // A QSslServer announces a connection after its handshake.
        QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [this, server] {
            while (QTcpSocket *client = server->nextPendingConnection())
                accept(client);
        });
    };
    QMetaObject::invokeMethod(m_home, listen, Qt::BlockingQueuedConnection);
}

void LoopbackServer::stop()
{
    if (!m_home)
        return;
    QMetaObject::invokeMethod(
        m_home, [home = m_home] { delete home; }, Qt::BlockingQueuedConnection);
    m_home = nullptr;
}

void LoopbackServer::join(QTcpSocket *client, QTcpSocket *server,
                          const std::function<void(const QByteArray &)> &seen)
{
    const auto up = [client, server, seen] {
        const QByteArray bytes = client->readAll();
        if (seen)
            seen(bytes);
        server->write(bytes);
    };
    const auto down = [client, server] { client->write(server->readAll()); };
    QObject::connect(client, &QTcpSocket::readyRead, server, up);
    QObject::connect(server, &QTcpSocket::readyRead, client, down);
    QObject::connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    if (client->bytesAvailable() > 0)
        up();
    if (server->bytesAvailable() > 0)
        down();
}

TestProxy::TestProxy(quint16 target, Manner manner)
    : m_target(target)
    , m_manner(manner)
{
    start([] { return new QTcpServer; });
}

QUrl TestProxy::url(const QString &scheme) const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port()));
}

QByteArrayList TestProxy::targets() const
{
    const QMutexLocker lock(&m_mutex);
    return m_targets;
}

int TestProxy::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

QByteArray TestProxy::heard() const
{
    const QMutexLocker lock(&m_mutex);
    return m_heard;
}

void TestProxy::hear(const QByteArray &bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_heard += bytes;
}

void TestProxy::accept(QTcpSocket *client)
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_connections;
    }
    QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] {
        const QByteArray bytes = client->readAll();
        hear(bytes);
        take(client, bytes);
    });
}

void TestProxy::take(QTcpSocket *client, const QByteArray &bytes)
{
    switch (m_manner) {
    case Manner::Closes:
        return client->disconnectFromHost();
    case Manner::IsSilent:
        return;
    case Manner::SpeaksNonsense:
        client->write("What is this?\r\n\r\n");
        return client->disconnectFromHost();
    default:
        break;
    }
    // Both are short enough to come in one piece over loopback.
    if (bytes.startsWith('\5'))
        takeSocks(client, bytes);
    else
        takeConnect(client, bytes);
}

void TestProxy::takeConnect(QTcpSocket *client, const QByteArray &head)
{
    const auto refuse = [client](const QByteArray &status, const QByteArray &headers = {}) {
        client->write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n");
    };
    if (!head.startsWith("CONNECT "))
        return refuse("400 Bad Request");
    const QByteArray target = head.left(head.indexOf(" HTTP/"));
    if (m_manner == Manner::AsksForPassword)
        return refuse("407 Proxy Authentication Required",
                      "Proxy-Authenticate: Basic realm=\"office\"\r\n");
    if (m_manner == Manner::Forbids)
        return refuse("403 Forbidden");
    if (m_manner == Manner::CannotReach)
        return refuse("502 Bad Gateway");
    open(client, target, "HTTP/1.1 200 Connection established\r\n\r\n");
}

void TestProxy::takeSocks(QTcpSocket *client, const QByteArray &bytes)
{
    // RFC 1928: first the methods, then the wish: 5, CONNECT, 0, a name (3) with its length, a
    // port.
    const bool greeting = bytes.size() == 2 + static_cast<quint8>(bytes.at(1));
    if (greeting && m_manner == Manner::AsksForPassword) {
        client->write("\5\xff"_ba);
        return client->disconnectFromHost();
    }
    if (greeting) {
        client->write(QByteArray("\5\0", 2));
        return;
    }
    const QByteArray place(6, '\0');
    const auto answer
        = [&place](char code) { return QByteArray("\5") + code + QByteArray("\0\1", 2) + place; };
    if (m_manner == Manner::Forbids || m_manner == Manner::CannotReach) {
        client->write(answer(m_manner == Manner::Forbids ? '\2' : '\4'));
        return client->disconnectFromHost();
    }
    const qsizetype length = static_cast<quint8>(bytes.at(4));
    const int port = static_cast<quint8>(bytes.at(5 + length)) * 256
        + static_cast<quint8>(bytes.at(6 + length));
    open(client, "SOCKS " + bytes.mid(5, length) + ':' + QByteArray::number(port), answer('\0'));
}

void TestProxy::open(QTcpSocket *client, const QByteArray &target, const QByteArray &welcome)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_targets += target;
    }
    QObject::disconnect(client, &QTcpSocket::readyRead, client, nullptr);
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    QObject::connect(server, &QTcpSocket::connected, client, [this, client, server, welcome] {
        client->write(welcome);
        join(client, server, [this](const QByteArray &bytes) { hear(bytes); });
    });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

TlsFront::TlsFront(quint16 target, const QSslConfiguration &tls)
    : m_target(target)
{
    start([&tls] {
        auto *server = new QSslServer;
        server->setSslConfiguration(tls);
        return server;
    });
}

int TlsFront::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

QByteArray TlsFront::heard() const
{
    const QMutexLocker lock(&m_mutex);
    return m_heard;
}

void TlsFront::accept(QTcpSocket *client)
{
    {
        const QMutexLocker lock(&m_mutex);
        ++m_connections;
    }
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    QObject::connect(server, &QTcpSocket::connected, client, [this, client, server] {
        join(client, server, [this](const QByteArray &bytes) {
            const QMutexLocker lock(&m_mutex);
            m_heard += bytes;
        });
    });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace keyway
