#include "core/http/connection.h"

#include <QtNetwork/QSslSocket>

#include <algorithm>
#include <utility>

namespace keyway::http {

using namespace std::chrono_literals;

namespace {

constexpr qint64 readAtOnce = 64 * 1024;
constexpr auto lingerTime = 1s;
constexpr qint64 mostThrownAway = 4 * 1024 * 1024;
// A source that does not look at what write() says is cut at this many times the mark.
constexpr qint64 deafSource = 16;

/// Header values come from programs, yet a line break in one would be a second header.
QByteArray oneLine(QByteArray value)
{
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; },
        ' ');
    return value;
}

} // namespace

Connection::Connection(QTcpSocket *socket, bool secure, const Limits &limits,
                       const Handler &handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_secure(secure)
    , m_limits(limits)
    , m_handler(handler)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(readAtOnce);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Connection::timeUp);
    connect(m_socket, &QIODevice::readyRead, this, &Connection::readMore);
    connect(m_socket, &QIODevice::bytesWritten, this, &Connection::written);
    connect(m_socket, &QAbstractSocket::disconnected, this, &Connection::disconnected);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this] {
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            disconnected();
    });
}

void Connection::start()
{
    begin();
    m_deadline.start(m_limits.headerTime); // a new client has something to say
    if (auto *const tls = qobject_cast<QSslSocket *>(m_socket)) {
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &Connection::written);
        tls->startServerEncryption();
    }
}

Connection::~Connection() = default;

std::optional<qint64> Connection::waitingMs() const
{
    if (m_phase == Phase::Waiting || m_phase == Phase::Reading)
        return m_waiting.elapsed();
    return std::nullopt;
}

void Connection::begin()
{
    m_phase = Phase::Waiting;
    m_inBody = false;
    m_reader = std::make_unique<RequestReader>(m_limits);
    m_waiting.start();
    m_deadline.start(m_limits.idleTime);
}

void Connection::readMore()
{
    if (m_phase == Phase::Lingering) {
        // The rest of what was refused: read so that the answer is not lost to a reset, not kept.
        m_thrownAway += m_socket->skip(m_socket->bytesAvailable());
        if (m_thrownAway > mostThrownAway)
            cut();
        return;
    }
    while ((m_phase == Phase::Waiting || m_phase == Phase::Reading)
           && m_socket->bytesAvailable() > 0) {
        m_unparsed += m_socket->read(readAtOnce);
        parse();
    }
}

void Connection::parse()
{
    const RequestReader::State state = m_reader->feed(m_unparsed);
    if (m_phase == Phase::Waiting && m_reader->hasBegun()) {
        m_phase = Phase::Reading;
        m_waiting.start();
        m_deadline.start(m_limits.headerTime);
    }
    switch (state) {
    case RequestReader::State::NeedsMore:
        if (!m_inBody && m_reader->isHeaderDone()) {
            m_inBody = true;
            m_deadline.start(m_limits.bodyTime);
        }
        if (m_reader->takeExpectsContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    case RequestReader::State::Refused:
        refuse(m_reader->refusal());
        return;
    case RequestReader::State::Done:
        answer();
        return;
    }
}

void Connection::answer()
{
    m_phase = Phase::Answering;
    m_deadline.stop();
    m_keepAlive = m_reader->keepAlive() && !m_retired;
    m_chunked = !m_reader->isOldVersion();
    Request request = m_reader->take();
    request.peer = m_socket->peerAddress();
    request.secure = m_secure;
    m_withoutBody = request.method == "HEAD";
    m_reader.reset();
    // Let go by another thread last, it is still deleted on ours.
    m_exchange = std::shared_ptr<Exchange>(new Exchange(std::move(request), this),
                                           [](Exchange *exchange) { exchange->deleteLater(); });
    m_handler(m_exchange);
}

void Connection::refuse(int status)
{
    m_phase = Phase::Answering;
    m_refused = true;
    m_chunked = false;
    m_keepAlive = false;
    const QByteArray body = QByteArray::number(status) + ' ' + reasonOf(status) + '\n';
    writeHead(status, {{"Content-Type", "text/plain; charset=utf-8"}},
              QByteArray::number(body.size()));
    m_socket->write(body);
    linger();
}

void Connection::writeHead(int status, const Headers &headers, const QByteArray &length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + oneLine(value) + "\r\n";
    head += "Date: " + dateText(QDateTime::currentDateTimeUtc()) + "\r\n";
    if (!length.isEmpty())
        head += "Content-Length: " + length + "\r\n";
    else if (m_chunked)
        head += "Transfer-Encoding: chunked\r\n";
    head += m_keepAlive && !m_retired ? "Connection: keep-alive\r\n\r\n"
                                      : "Connection: close\r\n\r\n";
    m_socket->write(head);
}

void Connection::sendWhole(const Response &response)
{
    const bool bare = response.status == 204 || response.status == 304;
    const QByteArray length = bare ? QByteArray() : QByteArray::number(response.body.size());
    const bool chunked = std::exchange(m_chunked, false);
    writeHead(response.status, response.headers, length);
    m_chunked = chunked;
    if (!bare && !m_withoutBody)
        m_socket->write(response.body);
    ended();
}

void Connection::beginStream(int status, const Headers &headers)
{
    if (!m_chunked)
        m_keepAlive = false; // HTTP/1.0 sees the end by the connection's
    writeHead(status, headers, {});
    watchReader();
}

bool Connection::writePiece(const QByteArray &piece)
{
    if (piece.isEmpty() || m_withoutBody)
        return true;
    if (m_chunked)
        m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
    else
        m_socket->write(piece);
    m_socket->flush();
    watchReader();
    const qint64 waiting = unsent();
    if (waiting > deafSource * m_limits.unsentBytes) {
        cut();
        return true;
    }
    m_holdsBack = waiting > m_limits.unsentBytes;
    return !m_holdsBack;
}

void Connection::finishStream()
{
    if (m_chunked && !m_withoutBody)
        m_socket->write("0\r\n\r\n");
    ended();
}

void Connection::ended()
{
    m_exchange.reset();
    m_holdsBack = false;
    if (m_phase == Phase::Gone)
        return;
    if (!m_keepAlive || m_retired) {
        linger();
        return;
    }
    watchReader();
    // Not at once: a client with a hundred requests in one packet takes its turn among the others.
    QMetaObject::invokeMethod(this, &Connection::next, Qt::QueuedConnection);
}

void Connection::next()
{
    if (m_phase != Phase::Answering)
        return;
    // Answers to somebody who asks and asks and does not read stay where they are.
    if (unsent() > m_limits.unsentBytes)
        return; // written() comes back here
    begin();
    if (!m_unparsed.isEmpty())
        parse();
    readMore();
}

/// The last answer is on its way; the connection ends behind it. Closed while bytes of the client
/// are unread, the system would send a reset, which overtakes the answer.
void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_unparsed.clear();
    m_socket->flush();
    written();
    readMore();
}

void Connection::written()
{
    const qint64 waiting = unsent();
    if (m_phase == Phase::Lingering) {
        m_deadline.start(waiting > 0 ? m_limits.stalledTime : lingerTime);
        if (waiting == 0 && !m_refused)
            m_socket->disconnectFromHost();
        return;
    }
    if (m_phase != Phase::Answering)
        return;
    watchReader();
    if (!m_exchange) {
        if (waiting <= m_limits.unsentBytes)
            next();
        return;
    }
    if (m_holdsBack && waiting <= m_limits.unsentBytes / 2) {
        m_holdsBack = false;
        Q_EMIT m_exchange->drained();
    }
}

/// While something is to be read by the client, it has to read some of it now and then.
void Connection::watchReader()
{
    if (m_phase != Phase::Answering)
        return;
    if (unsent() > 0)
        m_deadline.start(m_limits.stalledTime);
    else
        m_deadline.stop();
}

qint64 Connection::unsent() const
{
    qint64 bytes = m_socket->bytesToWrite();
    if (const auto *const tls = qobject_cast<const QSslSocket *>(m_socket))
        bytes += tls->encryptedBytesToWrite();
    return bytes;
}

void Connection::timeUp()
{
    if (m_phase == Phase::Reading)
        refuse(408);
    else
        cut();
}

void Connection::retire()
{
    m_retired = true;
    if (m_phase == Phase::Waiting || m_phase == Phase::Reading)
        cut();
}

void Connection::cut()
{
    m_socket->abort();
    disconnected();
}

void Connection::disconnected()
{
    if (m_phase == Phase::Gone)
        return;
    m_phase = Phase::Gone;
    m_deadline.stop();
    Q_EMIT gone();
    if (const std::shared_ptr<Exchange> exchange = std::move(m_exchange)) {
        exchange->m_connection.clear();
        if (exchange->m_stage != Exchange::Stage::Ended) {
            exchange->m_stage = Exchange::Stage::Ended;
            Q_EMIT exchange->closed();
        }
    }
    deleteLater();
}

} // namespace keyway::http
