#include "tests/support/simulator/httpconnection.h"

#include <algorithm>
#include <utility>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostUnsentBytes = 1024 * 1024;
}

HttpConnection::HttpConnection(QTcpSocket *socket, int number, Handler handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_number(number)
    , m_handler(std::move(handler))
{
    m_socket->setParent(this);
    // Without it a stream of small writes stalls for some 40 ms at a time.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        end(Outcome::Abandoned);
        m_timer.stop();
        deleteLater();
    });
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (std::exchange(m_waitsForReader, false))
            m_timer.start(0);
    });
    connect(&m_timer, &QTimer::timeout, this,
            [this] { m_headWritten ? writePieces() : writeHead(); });
    readMore();
}

HttpConnection::~HttpConnection()
{
    // A simulator that stops drops its clients as a stopped server does.
    end(Outcome::Broken);
    m_socket->disconnect(this);
    m_socket->abort();
}

void HttpConnection::readMore()
{
    m_unparsed += m_socket->readAll();
    if (!m_busy)
        parse();
}

void HttpConnection::parse()
{
    if (m_unparsed.isEmpty())
        return;
    if (!m_parser)
        m_parser = std::make_unique<RequestParser>();
    const RequestParser::State state = m_parser->feed(m_unparsed);
    if (m_parser->takeExpectsContinue() && state == RequestParser::State::NeedsMore)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (state == RequestParser::State::NeedsMore)
        return;
    if (state == RequestParser::State::Malformed) {
        refuse();
        return;
    }
    HttpRequest request = m_parser->request();
    m_parser.reset();
    request.connection = m_number;
    m_keepAlive = request.keepAlive;
    m_busy = true;
    Reply reply = m_handler(request, m_ended);
    play(std::move(reply));
}

void HttpConnection::refuse()
{
    m_busy = true;
    m_keepAlive = false;
    m_unparsed.clear();
    play(Reply::of(400, "text/plain"_ba, "This is no HTTP/1.1 request.\n"_ba));
}

void HttpConnection::play(Reply reply)
{
    m_reply = std::move(reply);
    m_nextPiece = 0;
    m_headWritten = false;
    if (m_reply.start == Reply::Start::Hang)
        return;
    m_timer.start(m_reply.headersDelay);
}

void HttpConnection::writeHead()
{
    if (m_reply.start == Reply::Start::Close) {
        end(Outcome::Broken);
        m_socket->disconnectFromHost();
        return;
    }
    m_headWritten = true;
    m_socket->write(m_reply.head(m_keepAlive));
    m_socket->flush();
    m_sinceHead.start();
    m_due = m_reply.firstByteDelay;
    writePieces();
}

void HttpConnection::writePieces()
{
    // Due times count from the headers, so that a slow machine does not add its own delays up.
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const auto elapsed = [this] { return std::chrono::milliseconds(m_sinceHead.elapsed()); };
    if (m_nextPiece == m_reply.pieces.size()) {
        finish();
        return;
    }
    if (elapsed() < m_due) {
        m_timer.start(m_due - elapsed());
        return;
    }
    // Goes on when the client has read some of it.
    if (m_socket->bytesToWrite() > mostUnsentBytes) {
        m_waitsForReader = true;
        return;
    }
    const QByteArray &piece = m_reply.pieces.at(m_nextPiece++);
    m_due += m_reply.chunkDelay;
    if (m_reply.chunked)
        m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
    else
        m_socket->write(piece);
    const bool last = m_nextPiece == m_reply.pieces.size();
    if (last && !m_reply.chunked) {
        // Before the bytes travel, so that a client that has them all finds the outcome recorded.
        finish();
        return;
    }
    m_socket->flush();
    // Each piece from a turn of the event loop of its own, so that it travels alone.
    m_timer.start(last ? std::chrono::milliseconds(0)
                       : std::max(std::chrono::milliseconds(0), m_due - elapsed()));
}

void HttpConnection::finish()
{
    if (!m_busy)
        return;
    switch (m_reply.end) {
    case Reply::End::Stall:
        m_timer.stop();
        return;
    case Reply::End::Cut:
        end(Outcome::Broken);
        m_socket->disconnectFromHost();
        return;
    case Reply::End::Complete:
        break;
    }
    if (m_reply.chunked)
        m_socket->write("0\r\n\r\n");
    end(Outcome::Answered);
    if (!m_keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    parse();
}

void HttpConnection::end(Outcome outcome)
{
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended(outcome);
}

} // namespace keyway::simulator
