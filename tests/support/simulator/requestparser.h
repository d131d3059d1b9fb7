#pragma once

#include "tests/support/simulator/httpmessage.h"

#include <memory>

namespace keyway::simulator {

/// Turns the bytes of one request into an HttpRequest (Boost.Beast's parser does the work).
class RequestParser {
public:
    enum class State { NeedsMore, Done, Malformed };

    RequestParser();
    ~RequestParser();

    /// Takes what belongs to this request from the front of `bytes` and leaves the rest.
    State feed(QByteArray &bytes);
    /// Whether the client waits for "100 Continue" before it sends the body; true once.
    bool takeExpectsContinue();
    /// Valid after Done.
    HttpRequest request() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace keyway::simulator
