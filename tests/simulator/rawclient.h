#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QTcpSocket>

#include <optional>

namespace keyway {

/// An answer as bytes, read by hand so that nothing smooths over what the simulator sends.
struct RawAnswer {
    QByteArray head;
    QByteArray body; ///< with its chunked encoding undone
    qsizetype chunks = 0; ///< without the last, empty one
    bool complete = false; ///< as long as Content-Length says, or with its last chunk
    qint64 headMs = -1; ///< from sending to the whole head
    qint64 bodyMs = -1; ///< from sending to the first byte of the body
    qint64 endMs = -1;

    int status() const { return head.mid(9, 3).toInt(); }
    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// A plain socket that blocks; the simulator has a thread of its own.
class RawClient {
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!m_socket.waitForConnected(5000))
            qFatal("no connection: %s", qPrintable(m_socket.errorString()));
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    void send(const QByteArray &bytes)
    {
        m_clock.start();
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) { }
    }

    /// Reads until the answer is whole, the connection is closed or `timeoutMs` have passed.
    RawAnswer receive(int timeoutMs = 5000)
    {
        RawAnswer answer;
        for (;;) {
            if (parse(answer) || m_clock.elapsed() > timeoutMs)
                break;
            if (!m_socket.waitForReadyRead(int(timeoutMs - m_clock.elapsed() + 1)))
                break;
            m_bytes += m_socket.readAll();
        }
        m_bytes += m_socket.readAll();
        parse(answer);
        answer.endMs = m_clock.elapsed();
        if (answer.complete)
            m_bytes.remove(0, m_used);
        return answer;
    }

    /// Whether the other side closes the connection within `timeoutMs`.
    bool isClosed(int timeoutMs = 2000)
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState
            || m_socket.waitForDisconnected(timeoutMs);
    }
    void abort() { m_socket.abort(); }

private:
    bool parse(RawAnswer &answer)
    {
        const qsizetype split = m_bytes.indexOf("\r\n\r\n");
        if (split < 0)
            return false;
        answer.head = m_bytes.left(split + 4);
        if (answer.headMs < 0)
            answer.headMs = m_clock.elapsed();
        const QByteArray rest = m_bytes.mid(split + 4);
        if (!rest.isEmpty() && answer.bodyMs < 0)
            answer.bodyMs = m_clock.elapsed();
        if (answer.header("transfer-encoding") == "chunked") {
            const qsizetype used = unchunk(rest, answer);
            m_used = split + 4 + used;
            return answer.complete;
        }
        const qsizetype length = answer.header("content-length").toLongLong();
        answer.body = rest.left(length);
        answer.complete = answer.body.size() == length;
        m_used = split + 4 + length;
        return answer.complete;
    }

    static qsizetype unchunk(const QByteArray &bytes, RawAnswer &answer)
    {
        answer.body.clear();
        answer.chunks = 0;
        qsizetype at = 0;
        for (;;) {
            const qsizetype lineEnd = bytes.indexOf("\r\n", at);
            if (lineEnd < 0)
                return at;
            const qsizetype size = bytes.mid(at, lineEnd - at).toLongLong(nullptr, 16);
            if (bytes.size() < lineEnd + 2 + size + 2)
                return at;
            at = lineEnd + 2 + size + 2;
            if (size == 0) {
                answer.complete = true;
                return at;
            }
            answer.body += bytes.mid(lineEnd + 2, size);
            ++answer.chunks;
        }
    }

    QTcpSocket m_socket;
    QElapsedTimer m_clock;
    QByteArray m_bytes;
    qsizetype m_used = 0;
};

} // namespace keyway
