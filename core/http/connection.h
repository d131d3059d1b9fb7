#pragma once

#include "core/http/exchange.h"
#include "core/http/limits.h"
#include "core/http/requestreader.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <memory>
#include <optional>

namespace keyway::http {

/// One client of a Server: reads a request, waits until it is answered, then reads the next, so
/// that answers are in order and nothing piles up. Deletes itself when the client has gone.
class Connection : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void(std::shared_ptr<Exchange>)>;

    /// `socket` is connected, or in the middle of a TLS handshake; it is owned.
    Connection(QTcpSocket *socket, bool secure, const Limits &limits, const Handler &handler,
               QObject *parent);
    ~Connection() override;
    void start(); ///< once gone() is listened to

    /// How long it has been waiting for a request (or the rest of one); nothing while it answers.
    std::optional<qint64> waitingMs() const;
    /// Ends as soon as the answer that is owed, if any, is out.
    void retire();
    void cut();

Q_SIGNALS:
    void gone();

private:
    friend class Exchange;
    enum class Phase { Waiting, Reading, Answering, Lingering, Gone };

    void sendWhole(const Response &response);
    void beginStream(int status, const Headers &headers);
    bool writePiece(const QByteArray &piece);
    void finishStream();

    void begin();
    void readMore();
    void parse();
    void answer();
    void refuse(int status);
    void ended();
    void next();
    void linger();
    void written();
    void timeUp();
    void disconnected();
    void writeHead(int status, const Headers &headers, const QByteArray &length);
    void watchReader();
    qint64 unsent() const;

    QTcpSocket *m_socket;
    const bool m_secure;
    const Limits &m_limits;
    const Handler &m_handler;
    std::unique_ptr<RequestReader> m_reader;
    std::shared_ptr<Exchange> m_exchange;
    QByteArray m_unparsed;
    QTimer m_deadline;
    QElapsedTimer m_waiting;
    Phase m_phase = Phase::Waiting;
    qint64 m_thrownAway = 0;
    bool m_inBody = false;
    bool m_keepAlive = true;
    bool m_retired = false;
    bool m_refused = false;
    bool m_chunked = false;
    bool m_withoutBody = false;
    bool m_holdsBack = false;
};

} // namespace keyway::http
