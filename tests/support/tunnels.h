#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QMutex>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtNetwork/QSslConfiguration>

class QTcpServer;
class QTcpSocket;

namespace keyway {

/// A server on loopback and on a thread of its own, so that a blocked test does not block it.
class LoopbackServer {
public:
    virtual ~LoopbackServer();
    Q_DISABLE_COPY_MOVE(LoopbackServer)
    quint16 port() const { return m_port; }
    /// Closes the port and every connection.
    void stop();

protected:
    LoopbackServer();
    /// To be called by the last constructor. `server` is made on the thread.
    void start(const std::function<QTcpServer *()> &makeServer);
    /// On the server's thread.
    virtual void accept(QTcpSocket *client) = 0;
    /// Carries bytes both ways until one side goes; `seen` hears what the client says.
    static void join(QTcpSocket *client, QTcpSocket *server,
                     const std::function<void(const QByteArray &)> &seen = {});

private:
    QThread m_thread;
    QObject *m_home = nullptr;
    quint16 m_port = 0;
};

/// A proxy for CONNECT and SOCKS 5. Whatever host is asked for, a tunnel ends at `target` on this
/// computer, so that a test may use names that nobody else knows.
class TestProxy : public LoopbackServer {
public:
    enum class Manner {
        Tunnels,
        AsksForPassword, ///< 407; SOCKS: no method without a password
        Forbids, ///< 403; SOCKS: not allowed by its rules
        CannotReach, ///< 502; SOCKS: host unreachable
        Closes, ///< when it was asked
        IsSilent,
        SpeaksNonsense,
    };
    explicit TestProxy(quint16 target, Manner manner = Manner::Tunnels);
    ~TestProxy() override { stop(); }

    QUrl url(const QString &scheme = QStringLiteral("http")) const;
    /// What it was asked for, such as `CONNECT api.example.org:443`.
    QByteArrayList targets() const;
    int connections() const;
    /// Everything that clients sent it, also through its tunnels.
    QByteArray heard() const;

private:
    void accept(QTcpSocket *client) override;
    void hear(const QByteArray &bytes);
    void take(QTcpSocket *client, const QByteArray &bytes);
    void takeConnect(QTcpSocket *client, const QByteArray &head);
    void takeSocks(QTcpSocket *client, const QByteArray &bytes);
    void open(QTcpSocket *client, const QByteArray &target, const QByteArray &welcome);

    const quint16 m_target;
    const Manner m_manner;
    mutable QMutex m_mutex;
    QByteArrayList m_targets;
    QByteArray m_heard;
    int m_connections = 0;
};

/// Puts TLS before a server that speaks plain HTTP at `target`.
class TlsFront : public LoopbackServer {
public:
    TlsFront(quint16 target, const QSslConfiguration &tls);
    ~TlsFront() override { stop(); }
    /// Connections whose handshake came about.
    int connections() const;
    /// What clients said, decrypted.
    QByteArray heard() const;

private:
    void accept(QTcpSocket *client) override;

    const quint16 m_target;
    mutable QMutex m_mutex;
    QByteArray m_heard;
    int m_connections = 0;
};

} // namespace keyway
