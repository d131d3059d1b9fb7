#pragma once

#include "app/server/options.h"
#include "core/server/databaseaddress.h"
#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"

#include <memory>

namespace keyway::app {

/// The data folder, for its owner alone. Error: Storage.
Result<Done> prepareDataDir(const ServerOptions &options);
/// SQLite in the data folder, unless the options name another database. Error: Rejected.
Result<server::DatabaseAddress> databaseOf(const ServerOptions &options);
/// From the file that the options name, from systemd's credential `master.key`, or from the data
/// folder, where it is made at the first start. Error: Storage, see readKeyFile().
Result<std::shared_ptr<const server::Sealer>> sealerOf(const ServerOptions &options);

/// The database for a command that works on it beside a server, which may be running.
struct OpenedStore {
    std::unique_ptr<server::SqlConnection> sql;
    std::shared_ptr<const server::Sealer> sealer;
};
/// In its newest form, with the right master key. Error: Storage, Rejected.
Result<OpenedStore> openStore(const ServerOptions &options);

/// Lines for the operator.
void print(const QString &text);
void tell(const QString &text); ///< on standard error

} // namespace keyway::app
