#include "app/cli/commands.h"
#include "app/cli/printing.h"
#include "app/cli/terminal.h"
#include "core/engine/datadir.h"
#include "core/export/exportrun.h"
#include "ui/words/money.h"
#include "ui/words/usagesheet.h"

#include <QtCore/QFile>

#include <cstdio>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

const QString reportFormat = u"pdf"_s;

Result<ExportReport> toOutput(Database &database, const ExportOrder &order,
                              const CancelToken &cancel, const ExportProgress &progress)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return Error(Error::Kind::Storage, output.errorString()).withReason(u"cannot-write"_s);
    return exportRecords(database, order, output, cancel, progress);
}

/// Runs it and waits; Ctrl+C stops it, and then no file is left.
Result<ExportReport> finish(Context &context, ExportRun::Work work)
{
    ExportRun run(engine::databaseIn(context.workspace->dataDir()), std::move(work));
    QEventLoop loop;
    QObject::connect(&run, &ExportRun::ended, &loop, &QEventLoop::quit);
    const CancelToken stop = context.stop.token();
    QObject::connect(stop.notifier(), &CancelNotifier::cancelled, &run, &ExportRun::cancel);
    const bool shown = errorIsTerminal() && !context.quiet;
    if (shown) {
        QObject::connect(&run, &ExportRun::progressed, &loop, [](qint64 records) {
            tellPart(u'\r' + Text::tr("%1 records").arg(words::count(records)));
        });
    }
    run.start();
    loop.exec();
    if (shown)
        tellPart(u"\r\x1b[K"_s);
    return run.result();
}

/// A month for people, not for programs: sums, and no row an attempt.
Exit exportReport(Context &context, const Arguments &arguments)
{
    const engine::Workspace &workspace = *context.workspace;
    const QString path = arguments.value(u"output"_s);
    if (path.isEmpty())
        return context.wrongUse(Text::tr("A PDF goes into a file: --output FILE."));
    QString problem;
    const std::optional<QDate> month = arguments.month(workspace.today(), &problem);
    if (!month)
        return context.wrongUse(problem);
    const Result<UsageSummary> summary = workspace.usage(*month);
    if (!summary)
        return context.fail(summary.error());
    const auto nameOf = [&workspace](const QString &id) {
        const Service *const service = workspace.catalogue().service(id);
        return service ? service->name : id;
    };
    const words::UsageSheet sheet
        = words::usageSheet(*summary, workspace.feePolicyOn(*month), nameOf, workspace.today());
    const Result<Done> written = printed({{u"usage"_s, sheet.toJson()}}, path);
    if (!written)
        return context.fail(written.error());
    if (context.json)
        context.printJson(QJsonObject{{u"file"_s, path},
                                      {u"format"_s, reportFormat},
                                      {u"month"_s, month->toString(u"yyyy-MM"_s)}});
    else if (!context.quiet)
        tell(Text::tr("%1 is written.").arg(path));
    return Exit::Done;
}

Exit exportUsage(Context &context, const Arguments &arguments)
{
    if (arguments.value(u"format"_s) == reportFormat)
        return exportReport(context, arguments);
    ExportOrder order;
    const auto format = exportFormatFromName(arguments.value(u"format"_s));
    if (!format)
        return context.wrongUse(Text::tr("--format is csv, spreadsheet, jsonl, focus or pdf."));
    order.format = *format;
    if (arguments.has(u"month"_s)) {
        QString problem;
        order.filter.month = arguments.month({}, &problem);
        if (!order.filter.month)
            return context.wrongUse(problem);
    }
    for (const Service &service : context.workspace->catalogue().services())
        order.serviceNames.insert(service.id, service.name);
    const QString path = arguments.value(u"output"_s);
    const Result<ExportReport> report = finish(
        context,
        [&](Database &database, const CancelToken &cancel, const ExportProgress &progress) {
            return path.isEmpty() ? toOutput(database, order, cancel, progress)
                                  : exportToFile(database, order, path, cancel, progress);
        });
    if (!report)
        return context.fail(report.error());
    if (path.isEmpty())
        return Exit::Done;
    if (context.json)
        context.printJson(QJsonObject{{u"file"_s, path},
                                      {u"format"_s, nameOf(order.format)},
                                      {u"records"_s, report->records},
                                      {u"bytes"_s, report->bytes}});
    else if (!context.quiet)
        tell(Text::tr("%n record(s) are in %1.", nullptr, static_cast<int>(report->records))
                 .arg(path));
    return Exit::Done;
}

} // namespace

QList<Command> exportCommands()
{
    return {
        {{u"export"_s},
         {},
         Text::tr("Write what was recorded for other programs: a line an attempt, oldest first"),
         {{u"format"_s, u"FORMAT"_s,
           Text::tr("csv, spreadsheet (csv as your country writes it), jsonl, focus (FinOps FOCUS "
                    "1.2) or pdf (the sums of one month, to read)")},
          {u"month"_s, u"YYYY-MM"_s, Text::tr("one month; otherwise everything")},
          {u"output"_s, u"FILE"_s, Text::tr("into a file; otherwise to the terminal")}},
         0,
         0,
         exportUsage}};
}

} // namespace keyway::cli
