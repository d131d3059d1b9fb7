#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

#include <optional>

namespace keyway::app {

/// An address and a port to listen on.
struct ListenAddress {
    QHostAddress address;
    quint16 port = 0;
};

/// What the command line of keyway-server says.
struct ServerOptions {
    QStringList command; ///< such as `admin create`, and what follows it; empty: serve
    QString dataDir;
    QString databaseUrl; ///< empty: SQLite in the data folder
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8460;
    std::optional<ListenAddress> admin; ///< nothing: administrators cannot sign in
    QString masterKeyFile; ///< empty: in the data folder
    QString certificateFile;
    QString keyFile;
    QString feePolicyFile;
    QString signingKeyFile; ///< empty: one in the data folder, made when it is needed
    int graceDays = 3;
    int taxBasisPoints = 0;
    QString invoicePrefix = QStringLiteral("KW");
    QString stripeKeyFile; ///< empty: nobody takes money for invoices
    QString stripeNoticeFile;
    QUrl paymentReturn; ///< where people go after paying
    QStringList mailCommand;
    bool printMail = false;
    bool behindProxy = false;
    int workers = 4;
    std::optional<qint64> cents;
    QString reference;
    bool json = false;
    bool dryRun = false;
    QString from; ///< the file of another system
    QString usersFile; ///< whose rows its are
    QStringList platformUsers;
    QString role; ///< of a new administrator
    QString label; ///< of a new key
    QString baseUrl;
};

/// Ends the program for --help and --version. Error: Rejected, detail says to the operator what is
/// wrong.
Result<ServerOptions> readOptions(const QStringList &arguments);

} // namespace keyway::app
