#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QRandomGenerator>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <atomic>
#include <map>
#include <thread>

namespace keyway {

/// Stands between a client and a server on this computer and does what networks do: loses requests
/// and answers, answers 500 in the place of the server, cuts answers, sends requests twice, and an
/// old one once more before a new one. One connection at a time, closed after each answer, as it
/// says.
class FaultProxy {
public:
    enum class Fault { None, LostRequest, LostAnswer, Error500, CutAnswer, Twice, OldOnceMore };

    /// `percent` of the requests have a fault, which ones depends on `seed`.
    FaultProxy(quint16 target, int percent, quint32 seed)
        : m_target(target)
        , m_percent(percent)
        , m_random(seed)
    {
        m_thread = std::thread([this] { work(); });
        while (port == 0)
            std::this_thread::yield();
    }
    ~FaultProxy()
    {
        m_stop = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(FaultProxy)

    std::atomic<quint16> port = 0;
    std::atomic<int> requests = 0;
    /// Where requests go from now on, after the server was started anew.
    void setTarget(quint16 target) { m_target = target; }
    /// How often each fault was played; once no request is on its way.
    const std::map<Fault, int> &played() const { return m_played; }

private:
    void work()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
        port = server.serverPort();
        while (!m_stop) {
            if (!server.waitForNewConnection(50))
                continue;
            while (QTcpSocket *const client = server.nextPendingConnection()) {
                serve(*client);
                client->disconnectFromHost();
                if (client->state() != QAbstractSocket::UnconnectedState)
                    client->waitForDisconnected(1000);
                delete client;
            }
        }
    }

    static QByteArray message(QTcpSocket &socket)
    {
        QByteArray bytes;
        for (;;) {
            const qsizetype split = bytes.indexOf("\r\n\r\n");
            if (split >= 0) {
                const QByteArray head = bytes.left(split).toLower();
                const qsizetype at = head.indexOf("content-length:");
                const qsizetype end = head.indexOf('\r', at);
                const qsizetype length = at < 0
                    ? 0
                    : head.mid(at + 15, end < 0 ? -1 : end - at - 15).trimmed().toInt();
                if (bytes.size() >= split + 4 + length)
                    return bytes;
            }
            if (!socket.waitForReadyRead(10'000))
                return {};
            bytes += socket.readAll();
        }
    }

    QByteArray asked(const QByteArray &request)
    {
        QTcpSocket server;
        server.connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        if (!server.waitForConnected(2000))
            return {};
        server.write(request);
        while (server.bytesToWrite() > 0 && server.waitForBytesWritten(10'000)) { }
        return message(server);
    }

    static void give(QTcpSocket &client, const QByteArray &bytes)
    {
        client.write(bytes);
        while (client.bytesToWrite() > 0 && client.waitForBytesWritten(10'000)) { }
    }

    Fault chosen()
    {
        if (m_random.bounded(100) >= m_percent)
            return Fault::None;
        return static_cast<Fault>(1 + m_random.bounded(6));
    }

    void serve(QTcpSocket &client)
    {
        const QByteArray request = message(client);
        if (request.isEmpty())
            return;
        ++requests;
        const Fault fault = chosen();
        ++m_played[fault];
        if (fault == Fault::LostRequest)
            return;
        if (fault == Fault::OldOnceMore && !m_old.isEmpty())
            asked(m_old);
        if (fault == Fault::Twice)
            asked(request);
        QByteArray answer = asked(request);
        // Said, as an honest server says it: a client would use the connection again.
        if (!answer.isEmpty())
            answer.insert(answer.indexOf("\r\n") + 2, "Connection: close\r\n");
        m_old = request;
        if (fault == Fault::LostAnswer)
            return;
        if (fault == Fault::Error500)
            give(client, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        else if (fault == Fault::CutAnswer)
            give(client, answer.left(answer.size() * 2 / 3));
        else
            give(client, answer);
    }

    std::atomic<quint16> m_target;
    const int m_percent;
    QRandomGenerator m_random;
    QByteArray m_old;
    std::map<Fault, int> m_played;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace keyway
