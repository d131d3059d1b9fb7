#pragma once

#include "app/cli/context.h"
#include "ui/terminal/arguments.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway::cli {

/// One command: `keyway <words> ...`.
struct Command {
    QStringList words; ///< `integrations`, `add`
    QString operands; ///< for the help: `SERVICE`
    QString help;
    QList<Option> options; ///< beside those of every command
    int leastOperands = 0;
    int mostOperands = 0;
    Exit (*run)(Context &context, const Arguments &arguments) = nullptr;
    bool needsWorkspace = true; ///< false: the records may be damaged, or are to be replaced
};

QList<Command> integrationCommands();
QList<Command> integrationChangeCommands();
QList<Command> askCommands();
QList<Command> compareCommands();
QList<Command> routingCommands();
QList<Command> mediaCommands();
QList<Command> jobCommands();
QList<Command> limitCommands();
QList<Command> rateCommands();
QList<Command> alertCommands();
QList<Command> activityCommands();
QList<Command> auditCommands();
QList<Command> galleryCommands();
QList<Command> usageCommands();
QList<Command> exportCommands();
QList<Command> importCommands();
QList<Command> backupCommands();
QList<Command> accountCommands();
QList<Command> billCommands();
QList<Command> thinCommands();
QList<Command> priceCommands();
QList<Command> priceSetCommands();
QList<Command> modelCommands();
QList<Command> serverAccountCommands();
QList<Command> keyClaimCommands();
QList<Command> syncCommands();
QList<Command> invoiceCommands();
QList<Command> planCommands();
QList<Command> statusCommands();

} // namespace keyway::cli
