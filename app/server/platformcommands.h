#pragma once

#include "app/server/options.h"

namespace keyway::app {

/// Whether these words are a command on the platform's own affairs.
bool isPlatformCommand(const QStringList &words);

/// `admin create`, `keys add`, `keys list`, `migrate`, `backup`: works on the database of a server,
/// which may run at the same time. The program's exit code: 0 done; 1 it failed, and said why; 2
/// wrong use; 3 migrate moved what it could, and some rows are left.
int runPlatformCommand(const ServerOptions &options);

} // namespace keyway::app
