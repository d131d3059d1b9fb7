#pragma once

#include "core/providers/servicefault.h"

namespace keyway {

// Which error an answer of 400 and above is, by status, code, type and words, as the services
// document them. `now` turns dates in headers into waits. Each keeps the service's words, code and
// request id.

/// OpenAI, everything that speaks its wire format, and Anthropic: their codes do not collide.
Error serviceError(const HttpReply &reply, const QDateTime &now);
Error stabilityError(const HttpReply &reply, const QDateTime &now);

/// An error inside an answer of 200, by type and code alone. `withContent`: something was produced
/// before, so it may be billed.
Error streamError(const ServiceFault &fault, bool withContent);

/// An answer of 200 that is not what was asked for; it may be billed. Reasons: `content-type`,
/// `bad-json`, `empty`, `too-large`.
Error unreadableAnswer(const QString &reason);

} // namespace keyway
