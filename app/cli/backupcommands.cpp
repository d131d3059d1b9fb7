#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/engine/datadir.h"
#include "core/export/backup.h"
#include "core/storage/database.h"

#include <QtCore/QJsonObject>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

QJsonObject reportJson(const QString &file, const BackupReport &report)
{
    return {{u"file"_s, file}, {u"records"_s, report.records}, {u"bytes"_s, report.bytes}};
}

QString records(const BackupReport &report)
{
    return Text::tr("%n record(s)", nullptr, static_cast<int>(report.records));
}

Exit backUp(Context &context, const Arguments &arguments)
{
    const QString path = arguments.operands().first();
    const SystemClock clock;
    const auto database
        = Database::open(engine::databaseIn(context.dataDir), Database::Access::ReadOnly, clock);
    if (!database)
        return context.fail(database.error());
    const Result<BackupReport> report = backUpTo(**database, path);
    if (!report)
        return context.fail(report.error());
    if (context.json)
        context.printJson(reportJson(path, *report));
    else if (!context.quiet)
        print(Text::tr("%1 is written and was read again: %2, conversations and settings. Keys are "
                       "not in it.")
                  .arg(path, records(*report)));
    return Exit::Done;
}

Exit restore(Context &context, const Arguments &arguments)
{
    const QString path = arguments.operands().first();
    const SystemClock clock;
    const Result<BackupReport> good = checkBackup(path, clock);
    if (!good)
        return context.fail(good.error());
    if (!context.yes
        && !confirmed(Text::tr("Restore this backup? It has %1 and takes the place of all records "
                               "and conversations on this computer, which are put aside. Keys in "
                               "the keychain stay.")
                          .arg(records(*good)))) {
        tell(Text::tr("Nothing was changed."));
        return Exit::Error;
    }
    const auto restored = restoreFrom(path, engine::databaseIn(context.dataDir), clock);
    if (!restored)
        return context.fail(restored.error());
    if (context.json) {
        QJsonObject json = reportJson(path, restored->restored);
        json.insert(u"replaced"_s,
                    restored->replaced.isEmpty() ? QJsonValue() : QJsonValue(restored->replaced));
        context.printJson(json);
    } else if (!context.quiet) {
        print(Text::tr("%1 is restored: %2.").arg(path, records(restored->restored)));
        if (!restored->replaced.isEmpty())
            print(Text::tr("What was there is now %1.").arg(restored->replaced));
    }
    return Exit::Done;
}

} // namespace

QList<Command> backupCommands()
{
    return {
        {{u"backup"_s},
         u"FILE"_s,
         Text::tr("Copy everything that is recorded into one file, and check it"),
         {},
         1,
         1,
         backUp},
        {{u"restore"_s},
         u"FILE"_s,
         Text::tr("Put a backup in the place of what is recorded here"),
         {},
         1,
         1,
         restore,
         false},
    };
}

} // namespace keyway::cli
