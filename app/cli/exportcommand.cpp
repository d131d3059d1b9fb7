#include "app/cli/commands.h"
#include "app/cli/exporting.h"
#include "app/cli/printing.h"
#include "app/cli/terminal.h"
#include "ui/words/usagesheet.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

const QString reportFormat = u"pdf"_s;

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
    const Result<ExportReport> report = finishExport(
        context,
        [&](Database &database, const CancelToken &cancel, const ExportProgress &progress) {
            if (!path.isEmpty())
                return exportToFile(database, order, path, cancel, progress);
            return exportToOutput([&](QIODevice &to) {
                return exportRecords(database, order, to, cancel, progress);
            });
        });
    if (!report)
        return context.fail(report.error());
    return tellExport(
        context, path, order.format, *report,
        Text::tr("%n record(s) are in %1.", nullptr, static_cast<int>(report->records)).arg(path));
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
