#pragma once

#include "tests/support/simulator/behaviour.h"

#include <QtCore/QJsonObject>

namespace keyway::simulator {

/// A request exactly as it came.
struct HttpRequest {
    QByteArray method;
    QByteArray target; ///< path and query
    QByteArray head; ///< the raw bytes of request line and headers, with the empty line
    HeaderList headers; ///< in their spelling; those of one name side by side
    QByteArray body; ///< without its transfer encoding
    int connection = 0; ///< counts the connections of a simulator from 1
    bool keepAlive = true;

    QByteArray path() const;
    bool hasHeader(QByteArrayView name) const;
    /// The first header of that name in any case; empty without one.
    QByteArray header(QByteArrayView name) const;
    /// The body as an object; empty when it is none.
    QJsonObject json() const;
};

/// An answer as a plan: what is written when, and how it ends.
struct Reply {
    enum class Start { Answer, Close, Hang };
    enum class End { Complete, Cut, Stall };

    Start start = Start::Answer;
    int status = 200;
    HeaderList headers;
    QList<QByteArray> pieces; ///< one write each
    bool chunked = false; ///< else Content-Length, which counts what a cut leaves out as well
    qsizetype contentLength = 0;
    End end = End::Complete;
    std::chrono::milliseconds headersDelay{0};
    std::chrono::milliseconds firstByteDelay{0};
    std::chrono::milliseconds chunkDelay{0};

    /// A whole body with its type.
    static Reply of(int status, QByteArray contentType, QByteArray body);
    /// Status line and headers.
    QByteArray head(bool keepAlive) const;
};

} // namespace keyway::simulator
