#pragma once

#include "core/providers/httpexchange.h"

#include <QtCore/QDateTime>

#include <optional>

namespace keyway {

/// What a service said about an error, in whichever shape it says it.
struct ServiceFault {
    QString code; ///< `insufficient_quota`
    QString type; ///< `invalid_request_error`, or Google's status `RESOURCE_EXHAUSTED`
    QString message;
    QString requestId;
    /// Words beside code and type that name the case: `API_KEY_INVALID`, the ids of quotas.
    QStringList hints;
    std::optional<std::chrono::milliseconds> retryAfter; ///< where the body asks for a wait
    bool isHtml = false; ///< a page for browsers: some proxy answered, or the address is wrong
    bool isEmpty() const { return code.isEmpty() && type.isEmpty() && message.isEmpty(); }
};

/// Reads `{"error": {...}}`, the same in an array, `{"error": "text"}`, `{"detail": ...}`,
/// `{"message": ...}`, `{"title": ...}`, `{"errors": [...], "name": ...}`, `{"error": "text",
/// "issues": [...]}` and whatever else a body may hold; never fails.
ServiceFault faultIn(const QByteArray &body);

/// How long the service asks to wait: retry-after-ms, Retry-After (seconds or a date), else the
/// reset of the limit that ran out (`x-ratelimit-reset-*`, `anthropic-ratelimit-*-reset`).
std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, const QDateTime &now);
/// The same reset on a reply that tells how much is left: nothing where there is some.
std::optional<std::chrono::milliseconds> resetOfSpent(const HttpReply &reply, const QDateTime &now);
/// The service's id of the request from its headers.
QString requestIdOf(const HttpReply &reply);

} // namespace keyway
