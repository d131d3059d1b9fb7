#pragma once

#include "core/providers/httpexchange.h"

#include <QtCore/QDateTime>

#include <optional>

namespace keyway {

/// What a service said about an error, in whichever shape it says it.
struct ServiceFault {
    QString code; ///< `insufficient_quota`
    QString type; ///< `invalid_request_error`
    QString message;
    QString requestId;
    bool isHtml = false; ///< a page for browsers: some proxy answered, or the address is wrong
    bool isEmpty() const { return code.isEmpty() && type.isEmpty() && message.isEmpty(); }
};

/// Reads `{"error": {...}}`, `{"error": "text"}`, `{"detail": ...}`, `{"message": ...}`,
/// `{"errors": [...], "name": ...}` and whatever else a body may hold; never fails.
ServiceFault faultIn(const QByteArray &body);

/// How long the service asks to wait: retry-after-ms, Retry-After (seconds or a date), else the
/// reset of the limit that ran out (`x-ratelimit-reset-*`, `anthropic-ratelimit-*-reset`).
std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, const QDateTime &now);
/// The service's id of the request from its headers.
QString requestIdOf(const HttpReply &reply);

} // namespace keyway
