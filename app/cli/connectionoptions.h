#pragma once

#include "core/catalogue/connectionpolicy.h"
#include "ui/terminal/arguments.h"

namespace keyway::cli {

/// `--proxy` and `--ca-file`.
QList<Option> connectionOptions();

/// Writes what was given over `connection`. A relative path is one from the current folder. Error:
/// Rejected, as of ConnectionPolicy::setProxy().
Result<Done> readConnection(const Arguments &arguments, ConnectionPolicy *connection);

} // namespace keyway::cli
