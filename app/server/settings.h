#pragma once

#include "app/server/options.h"
#include "core/server/backend.h"

namespace keyway::app {

/// What the options mean for the parts of the server: database, plans, signing key. Makes the data
/// folder and, where there is none and it is not named, the key. Error: its detail is for the
/// operator.
Result<server::BackendSettings> settingsFrom(const ServerOptions &options);

} // namespace keyway::app
