#include "core/engine/datadir.h"

#include <QtCore/QStandardPaths>

namespace keyway::engine {

using namespace Qt::StringLiterals;

QString dataDirOr(const QString &option)
{
    if (!option.isEmpty())
        return option;
    const QString variable = qEnvironmentVariable("KEYWAY_DATA_DIR");
    if (!variable.isEmpty())
        return variable;
    return usualDataDir();
}

QString databaseIn(const QString &dataDir)
{
    return dataDir + "/keyway.db"_L1;
}

QString usualDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/keyway"_L1;
}

} // namespace keyway::engine
