#pragma once

#include "app/server/options.h"

namespace keyway::app {

/// Moves the keys of another system into this one and says what was moved; see
/// runPlatformCommand().
int migrateFrom(const ServerOptions &options);

/// Says what went wrong; the exit code.
int failed(const Error &error);

} // namespace keyway::app
