#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtNetwork/QHostAddress>

#include <optional>

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
    QString signingKeyFile; ///< empty: one in the data folder, made when it is needed
    int graceDays = 3;
    int taxBasisPoints = 0;
    QString invoicePrefix = QStringLiteral("KW");
    QStringList mailCommand;
    bool printMail = false;
    bool behindProxy = false;
    int workers = 4;
    QStringList command; ///< empty: serve; else what an operator wants to be done, see commands.h
    std::optional<qint64> cents;
    QString reference;
};

/// Ends the program for --help and --version. Error: Rejected, detail says to the operator what is
/// wrong.
Result<ServerOptions> readOptions(const QStringList &arguments);

} // namespace keyway::app
