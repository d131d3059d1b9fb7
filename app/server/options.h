#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtNetwork/QHostAddress>

namespace keyway::app {

/// What the command line of keyway-server says.
struct ServerOptions {
    QString dataDir;
    QString databaseUrl; ///< empty: SQLite in the data folder
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8460;
    QString certificateFile;
    QString keyFile;
    QString feePolicyFile;
    QStringList mailCommand;
    bool printMail = false;
    bool behindProxy = false;
    int workers = 4;
};

/// Ends the program for --help and --version. Error: Rejected, detail says to the operator what is
/// wrong.
Result<ServerOptions> readOptions(const QStringList &arguments);

} // namespace keyway::app
