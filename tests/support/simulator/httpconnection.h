#pragma once

#include "tests/support/simulator/requestparser.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <memory>

namespace keyway::simulator {

/// One client: reads requests one after the other and plays the reply to each. Deletes itself when
/// the client is gone.
class HttpConnection : public QObject {
    Q_OBJECT
public:
    enum class Outcome {
        Pending, ///< the reply is being played
        Answered, ///< every byte was written
        Broken, ///< the simulator closed the connection, as told
        Abandoned ///< the client went before the end
    };
    /// Gives the reply to a request. The second function learns how it ended.
    using Handler = std::function<Reply(const HttpRequest &, std::function<void(Outcome)> &ended)>;

    HttpConnection(QTcpSocket *socket, int number, Handler handler, QObject *parent);
    ~HttpConnection() override;

private:
    void readMore();
    void parse();
    void refuse();
    void play(Reply reply);
    void writeHead();
    void writePieces();
    void finish();
    void end(Outcome outcome);

    QTcpSocket *m_socket;
    const int m_number;
    const Handler m_handler;
    std::unique_ptr<RequestParser> m_parser;
    QByteArray m_unparsed;
    bool m_busy = false;
    bool m_keepAlive = true;

    std::function<void(Outcome)> m_ended;
    Reply m_reply;
    qsizetype m_nextPiece = 0;
    bool m_headWritten = false;
    bool m_waitsForReader = false;
    QTimer m_timer;
    QElapsedTimer m_sinceHead;
    std::chrono::milliseconds m_due{0};
};

} // namespace keyway::simulator
