#pragma once

#include "core/http/limits.h"
#include "core/http/message.h"

#include <memory>

namespace keyway::http {

/// Turns the bytes of one request into a Request, by Boost.Beast's parser, and refuses what that
/// lets pass: two hosts or lengths, a length beside chunks, encodings other than chunked.
class RequestReader {
public:
    enum class State { NeedsMore, Done, Refused };

    explicit RequestReader(const Limits &limits);
    ~RequestReader();

    /// Takes what belongs to this request from the front of `bytes` and leaves the rest. Call it
    /// again with more bytes while it NeedsMore.
    State feed(QByteArray &bytes);
    bool hasBegun() const; ///< a byte of it was seen
    bool isHeaderDone() const;
    /// Whether the client waits for `100 Continue` before it sends the body; true once.
    bool takeExpectsContinue();
    int refusal() const { return m_refusal; } ///< the status for what was Refused

    // Once it is Done:
    Request take();
    bool keepAlive() const;
    bool isOldVersion() const; ///< HTTP/1.0: knows no chunks

private:
    struct Parser;
    State refuse(int status);
    State checkHeader();

    const Limits m_limits;
    std::unique_ptr<Parser> m_parser;
    int m_refusal = 0;
    bool m_begun = false;
    bool m_expectsContinue = false;
};

} // namespace keyway::http
