#pragma once

#include <QtCore/QLoggingCategory>

namespace keyway {

Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logProviders)
Q_DECLARE_LOGGING_CATEGORY(logSecrets)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logUi)

/// The one message handler of every program: writes to standard error, after replacing whatever looks
/// like a key (see redacted()). Call once, before the first message.
void installLogging();

/// `text` with everything that looks like a credential replaced by bullets: bearer tokens, values of
/// key headers, `key=` in addresses, and words with the prefixes of known services.
QString redacted(const QString &text);

} // namespace keyway
