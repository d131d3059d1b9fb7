#pragma once

#include "core/http/message.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace keyway::http {

class Connection;

/// One request and the answer that is owed for it: a whole Response, or a stream of pieces. Held by
/// whoever answers, as a shared pointer that may be let go on any thread; everything else is on the
/// server's thread. Once the client has gone every call does nothing.
class Exchange : public QObject {
    Q_OBJECT
public:
    Exchange(Request request, Connection *connection);

    const Request &request() const { return m_request; }
    /// The client is there and its answer has not ended.
    bool isOpen() const;
    int status() const { return m_status; } ///< of the answer, 0 before it

    void send(const Response &response);
    /// Begins an answer whose length is not known.
    void begin(int status, const Headers &headers);
    /// A piece of it, sent at once. False: the client is slower; wait for drained() before the next
    /// one. A source that goes on and on is cut.
    bool write(const QByteArray &piece);
    void finish();
    /// Breaks the connection, so that the client sees that the answer is not whole.
    void abort();

Q_SIGNALS:
    /// What write() asked to wait for has been taken.
    void drained();
    /// The client has gone, or was cut, before the answer ended.
    void closed();

private:
    friend class Connection;
    enum class Stage { Waiting, Streaming, Ended };

    Request m_request;
    QPointer<Connection> m_connection;
    Stage m_stage = Stage::Waiting;
    int m_status = 0;
};

} // namespace keyway::http
