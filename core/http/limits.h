#pragma once

#include <QtCore/QtGlobal>

#include <chrono>

namespace keyway::http {

/// What one client may take. Whoever goes beyond is answered and cut, or cut.
struct Limits {
    qint64 headerBytes = 16 * 1024; ///< of the request line and of the fields, each; else 431
    qint64 bodyBytes = 1024 * 1024; ///< decoded; else 413, before the body is read
    int connections = 4000; ///< at one time; the one that waits longest makes room, else refused
    std::chrono::milliseconds headerTime{10'000}; ///< from the first byte, or from connecting
    std::chrono::milliseconds bodyTime{30'000}; ///< for the whole body
    std::chrono::milliseconds idleTime{60'000}; ///< between two requests
    std::chrono::milliseconds stalledTime{30'000}; ///< a reader takes nothing of an answer
    qint64 unsentBytes = 256 * 1024; ///< of a stream: above it Exchange::write() says "wait"
};

} // namespace keyway::http
