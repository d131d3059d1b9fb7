#pragma once

#include <QtCore/QString>

namespace keyway::engine {

/// The folder that everything is kept in: what `--data-dir` gave, else KEYWAY_DATA_DIR, else
/// `keyway` where the system keeps such data. The same for every program.
QString dataDirOr(const QString &option);
/// The file of the records in such a folder.
QString databaseIn(const QString &dataDir);
/// Where everything is kept unless somebody says otherwise.
QString usualDataDir();

} // namespace keyway::engine
