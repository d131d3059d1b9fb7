#pragma once

#include "app/admin/settings.h"
#include "core/async/canceltoken.h"
#include "core/client/adminsession.h"
#include "ui/terminal/arguments.h"
#include "ui/terminal/exit.h"
#include "ui/terminal/finish.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <memory>

namespace keyway::app {

/// What a command of Keyway Admin works with.
class Console {
    Q_DECLARE_TR_FUNCTIONS(AdminConsole)
public:
    explicit Console(const QString &folder);

    AdminSettings settings;
    bool json = false;
    bool quiet = false;
    bool yes = false;
    CancelSource stop; ///< cancelled by Ctrl+C

    /// The server that is remembered. Error: Rejected, `no-server`.
    Result<AdminSession *> session();
    /// The same, with the session that was kept. Error: Rejected, `signed-out`; Auth, `expired`.
    Result<AdminClient *> client();

    /// Says what went wrong, on standard error and as JSON where it is wanted.
    cli::Exit fail(const Error &error) const;
    cli::Exit wrongUse(const QString &sentence) const;
    void printJson(const QJsonObject &object) const;
    void printJson(const QJsonArray &array) const;

private:
    std::unique_ptr<AdminSession> m_session;
};

/// One command: `keyway-admin <words> ...`.
struct AdminCommand {
    QStringList words; ///< `keys`, `add`
    QString operands; ///< for the help: `SERVICE`
    QString help;
    QList<cli::Option> options; ///< beside those of every command
    int leastOperands = 0;
    int mostOperands = 0;
    cli::Exit (*run)(Console &console, const cli::Arguments &arguments) = nullptr;
};

QList<AdminCommand> sessionCommands();
QList<AdminCommand> platformCommands(); ///< stats, health
QList<AdminCommand> keyCommands();
QList<AdminCommand> auditCommands();

/// Runs one command line; the words after the program's name.
int runConsole(const QStringList &line);

} // namespace keyway::app
