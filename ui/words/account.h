#pragma once

#include "core/base/error.h"

#include <QtCore/QString>

namespace keyway::words {

/// The sentence for an error of the account or of sending records: what went wrong and what helps.
/// Empty for errors that have nothing to do with Keyway's server; errorWords() has those.
QString accountErrorWords(const Error &error);

} // namespace keyway::words
