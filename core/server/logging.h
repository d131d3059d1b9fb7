#pragma once

#include <QtCore/QLoggingCategory>

namespace keyway::server {

Q_DECLARE_LOGGING_CATEGORY(logServer)

/// The message handler of a server: one JSON object a line on standard error, with what looks like
/// a credential replaced. Call once, before the first message.
void installServerLogging();

} // namespace keyway::server
