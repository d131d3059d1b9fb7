#pragma once

#include <QtCore/QFile>
#include <QtCore/QList>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpSocket>

#include <chrono>
#include <memory>
#include <optional>

namespace keyway {

/// A server on loopback that plays a script of raw bytes once a whole request came, whatever it
/// says.
class RawServer : public QObject {
public:
    struct Step {
        QByteArray bytes;
        std::chrono::milliseconds after{0};
        bool close = false; ///< close when the bytes are out
        bool reset = false; ///< break the connection
    };

    /// With `tls` it speaks https.
    explicit RawServer(QList<Step> script, const std::optional<QSslConfiguration> &tls = {})
        : m_script(std::move(script))
    {
        if (tls) {
            auto *server = new QSslServer(this);
            server->setSslConfiguration(*tls);
            m_server = server;
        } else {
            m_server = new QTcpServer(this);
        }
        // A QSslServer announces a connection after its handshake.
        connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("RawServer cannot listen");
    }

    static QByteArray response(const QByteArray &status, const QByteArray &type,
                               const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray streamHead(const QByteArray &headers = {})
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + headers
            + "Transfer-Encoding: chunked\r\n\r\n";
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }
    static QByteArray lastChunk() { return "0\r\n\r\n"; }

    /// For the requests to come.
    void setScript(QList<Step> script) { m_script = std::move(script); }
    /// For the second request, the third one, ...
    void addScript(QList<Step> script) { m_later.append(std::move(script)); }
    quint16 port() const { return m_server->serverPort(); }
    QUrl url(const QString &path = {}, const QString &scheme = QStringLiteral("http")) const
    {
        const QString host = scheme == QLatin1String("https") ? QStringLiteral("localhost")
                                                              : QStringLiteral("127.0.0.1");
        return QUrl(scheme + QStringLiteral("://") + host + QLatin1Char(':')
                    + QString::number(port()) + path);
    }
    /// Everything that clients sent, after decryption.
    const QByteArray &received() const { return m_received; }
    int connections() const { return m_connections; }
    int requests() const { return m_requests; }
    int disconnected() const { return m_disconnected; }

    static QByteArray testData(const QString &name)
    {
        QFile file(qEnvironmentVariable("KEYWAY_TEST_DATA") + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("missing test data: %s", qPrintable(file.fileName()));
        return file.readAll();
    }
    /// `localhost` is its own authority and that of the others.
    static QSslCertificate certificate(const QString &name = QStringLiteral("localhost"))
    {
        return QSslCertificate(testData(QStringLiteral("tls/%1.crt").arg(name)));
    }
    /// Of a server with that certificate.
    static QSslConfiguration tls(const QString &name = QStringLiteral("localhost"))
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(certificate(name));
        tls.setPrivateKey(QSslKey(testData(QStringLiteral("tls/localhost.key")), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        return tls;
    }
    /// Neither side takes another version; its ciphers and signatures are no longer taken by
    /// default.
    static void speakOnlyTls11(QSslConfiguration &tls)
    {
        tls.setBackendConfigurationOption("CipherString", QByteArray("ALL:@SECLEVEL=0"));
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        tls.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
    }

private:
    struct Conversation {
        QByteArray pending;
        qsizetype step = 0;
        bool playing = false;
    };

    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++m_connections;
            auto state = std::make_shared<Conversation>();
            const auto read = [this, socket, state] {
                const QByteArray bytes = socket->readAll();
                m_received += bytes;
                state->pending += bytes;
                if (!state->playing && takeRequest(state->pending)) {
                    ++m_requests;
                    state->playing = true;
                    state->step = 0;
                    if (!m_later.isEmpty() && m_requests > 1)
                        m_script = m_later.takeFirst();
                    play(socket, state);
                }
            };
            connect(socket, &QTcpSocket::readyRead, this, read);
            if (socket->bytesAvailable() > 0)
                read();
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                ++m_disconnected;
                socket->deleteLater();
            });
        }
    }

    static bool takeRequest(QByteArray &pending)
    {
        const qsizetype end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        qsizetype length = 0;
        const QByteArray head = pending.left(end).toLower();
        if (const qsizetype at = head.indexOf("content-length:"); at >= 0)
            length = head.mid(at + 15).split('\r').first().trimmed().toLongLong();
        if (pending.size() < end + 4 + length)
            return false;
        pending = pending.mid(end + 4 + length);
        return true;
    }

    void play(QPointer<QTcpSocket> socket, std::shared_ptr<Conversation> state)
    {
        if (!socket)
            return;
        if (state->step >= m_script.size()) {
            state->playing = false;
            return;
        }
        const Step step = m_script.at(state->step++);
        QTimer::singleShot(step.after, this, [this, socket, state, step] {
            if (!socket)
                return;
            socket->write(step.bytes);
            socket->flush();
            if (step.reset)
                socket->abort();
            else if (step.close)
                socket->disconnectFromHost();
            else
                play(socket, state);
        });
    }

    QList<Step> m_script;
    QList<QList<Step>> m_later;
    QTcpServer *m_server = nullptr;
    QByteArray m_received;
    int m_connections = 0;
    int m_requests = 0;
    int m_disconnected = 0;
};

} // namespace keyway
