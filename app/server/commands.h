#pragma once

#include "app/server/options.h"

namespace keyway::app {

/// Whether these words are a command, or none at all.
bool isCommand(const QStringList &words);

/// Does what an operator wants on the database of a server, which may run at the same time, and
/// tells what was done on standard output. Error: its detail is for the operator.
/// - `close-months`: issues all invoices that are due;
/// - `invoices mark-paid NUMBER`: notes a payment that came in by another way.
Result<Done> runCommand(const ServerOptions &options);

} // namespace keyway::app
