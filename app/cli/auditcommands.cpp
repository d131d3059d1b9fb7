#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/engine/datadir.h"
#include "core/engine/recordseals.h"
#include "core/storage/database.h"
#include "ui/words/activity.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

/// Nothing outside the database speaks against it.
Exit exitFor(const AuditCheck &check)
{
    return check.isVouchedFor() ? Exit::Done : Exit::Error;
}

/// `sealFile`: one of which the settings know nothing, where one is given.
Result<AuditCheck> checked(const Context &context, const QString &sealFile)
{
    if (sealFile.isEmpty())
        return context.workspace->verifyAudit();
    const QFileInfo file(sealFile);
    if (!file.isFile() || !file.isReadable())
        return Error(Error::Kind::Storage, sealFile).withReason(u"cannot-read"_s);
    const SystemClock clock;
    const auto database = Database::open(engine::databaseIn(context.workspace->dataDir()),
                                         Database::Access::ReadOnly, clock);
    if (!database)
        return database.error();
    return AuditTrail(**database).verify({}, {file.absoluteFilePath()});
}

Exit verify(Context &context, const Arguments &arguments)
{
    engine::catchUpSeals(*context.workspace);
    const Result<AuditCheck> check = checked(context, arguments.value(u"seals"_s));
    if (!check)
        return context.fail(check.error());
    if (context.json) {
        context.printJson(toJson(*check));
        return exitFor(*check);
    }
    print(u"%1 %2"_s.arg(words::auditTitle(*check), words::auditText(*check)));
    if (const QString around = words::auditAround(*check); !around.isEmpty())
        print(around);
    if (!check->isVouchedFor() && check->problem != AuditCheck::Problem::Changed
        && check->problem != AuditCheck::Problem::Missing)
        tell(Text::tr("keyway audit reseal seals the record as it is now."));
    return exitFor(*check);
}

Exit showSeals(Context &context)
{
    const Result<AuditCheck> check = context.workspace->verifyAudit();
    if (!check)
        return context.fail(check.error());
    if (context.json) {
        context.printJson(toJson(*check).value("seal_files"_L1).toArray());
        return exitFor(*check);
    }
    QList<QStringList> rows;
    for (const SealFile &file : check->sealFiles)
        rows.append({file.path, words::sealFileWord(file)});
    printTable(rows, u"ll"_s, {Text::tr("File"), Text::tr("Seals")});
    return exitFor(*check);
}

Exit seals(Context &context, const Arguments &arguments)
{
    const bool none = arguments.has(u"no-copy"_s);
    if (!none && !arguments.has(u"copy"_s))
        return showSeals(context);
    if (none && arguments.has(u"copy"_s))
        return context.wrongUse(Text::tr("Either --copy or --no-copy."));
    const QString path
        = none ? QString() : QFileInfo(arguments.value(u"copy"_s)).absoluteFilePath();
    if (!none && !QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return context.wrongUse(Text::tr("There is no folder for %1.").arg(path));
    const Result<Done> chosen = engine::setSealCopy(*context.workspace, path);
    if (!chosen)
        return context.fail(chosen.error());
    if (!context.json && !context.quiet)
        tell(none ? Text::tr("No copy is kept from now on. The file stays where it is.")
                  : Text::tr("Each day's seal is also kept in %1 from now on.").arg(path));
    return Exit::Done;
}

Exit reseal(Context &context, const Arguments &)
{
    if (!context.yes
        && !confirmed(Text::tr("Seal the record as it is now? The present files of seals are put "
                               "aside. Do so only where you know why they do not fit."))) {
        tell(Text::tr("Nothing was changed."));
        return Exit::Error;
    }
    const Result<Done> renewed = engine::renewSeals(*context.workspace);
    if (!renewed)
        return context.fail(renewed.error());
    if (!context.json && !context.quiet)
        tell(Text::tr("The record is sealed as it is now, and tells that it was."));
    return Exit::Done;
}

} // namespace

QList<Command> auditCommands()
{
    return {
        {{u"audit"_s, u"verify"_s},
         {},
         Text::tr("Check that no record was changed"),
         {{u"seals"_s, u"FILE"_s,
           Text::tr("hold it against these seals, too: a copy that you put away yourself")}},
         0,
         0,
         verify},
        {{u"audit"_s, u"seals"_s},
         {},
         Text::tr("Where the seals of the days are kept, and whether they fit"),
         {{u"copy"_s, u"FILE"_s,
           Text::tr("keep them in this file, too: on another disk, best on another computer")},
          {u"no-copy"_s, {}, Text::tr("keep them beside the records only")}},
         0,
         0,
         seals},
        {{u"audit"_s, u"reseal"_s},
         {},
         Text::tr("Seal the record as it is now, where seals were lost or a backup was restored"),
         {},
         0,
         0,
         reseal},
    };
}

} // namespace keyway::cli
