#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/engine/commitsignal.h"
#include "core/engine/datadir.h"
#include "core/export/recordimporter.h"
#include "core/storage/database.h"

#include <QtCore/QFile>
#include <QtCore/QJsonObject>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

Exit importUsage(Context &context, const Arguments &arguments)
{
    QFile file(arguments.operands().first());
    if (!file.open(QIODevice::ReadOnly))
        return context.fail(
            Error(Error::Kind::Storage, file.errorString()).withReason(u"cannot-read"_s));
    const SystemClock clock;
    const auto database = Database::open(engine::databaseIn(context.workspace->dataDir()),
                                         Database::Access::ReadWrite, clock);
    if (!database)
        return context.fail(database.error());
    // Between two thousands Ctrl+C is heard.
    const auto look = [](qint64) { QCoreApplication::processEvents(); };
    const Result<ImportReport> report = importRecords(**database, file, context.stop.token(), look);
    engine::CommitSignal(context.workspace->dataDir()).announce();
    if (!report && report.error().kind() == Error::Kind::Cancelled) {
        tell(Text::tr("Stopped. What was taken in stays; the same file again goes on from there."));
        return Exit::Error;
    }
    if (!report)
        return context.fail(report.error());
    if (context.json) {
        context.printJson(QJsonObject{{u"added"_s, report->added}, {u"known"_s, report->known}});
    } else if (!context.quiet) {
        print(Text::tr("%n record(s) taken in.", nullptr, static_cast<int>(report->added)));
        if (report->known > 0)
            print(Text::tr("%n record(s) were here already.", nullptr,
                           static_cast<int>(report->known)));
    }
    return Exit::Done;
}

} // namespace

QList<Command> importCommands()
{
    return {{{u"usage"_s, u"import"_s},
             u"FILE"_s,
             Text::tr("Take in records that keyway export --format jsonl wrote elsewhere; again "
                      "changes nothing"),
             {},
             1,
             1,
             importUsage}};
}

} // namespace keyway::cli
