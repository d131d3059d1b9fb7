#pragma once

#include "app/cli/arguments.h"
#include "core/catalogue/connectionpolicy.h"

namespace keyway::cli {

/// `--proxy` and `--ca-file`.
QList<Option> connectionOptions();

/// Writes what was given over `connection`. A relative path is one from the current folder. Error:
/// Rejected, as of ConnectionPolicy::setProxy().
Result<Done> readConnection(const Arguments &arguments, ConnectionPolicy *connection);

} // namespace keyway::cli
