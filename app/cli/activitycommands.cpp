#include "app/cli/commands.h"
#include "app/cli/exporting.h"
#include "app/cli/terminal.h"
#include "core/export/auditexport.h"
#include "ui/words/activity.h"

#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

/// A day or a moment; `isEnd` means the end of that day.
std::optional<QDateTime> timeFrom(const QString &text, bool isEnd)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid())
        return (isEnd ? day.addDays(1) : day).startOfDay();
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

std::optional<AuditFilter> filterFrom(Context &context, const Arguments &arguments)
{
    AuditFilter filter;
    filter.groups = arguments.values(u"group"_s);
    filter.text = arguments.value(u"match"_s);
    filter.by = arguments.value(u"by"_s);
    const std::pair<QString, std::optional<QDateTime> AuditFilter::*> times[]
        = {{u"since"_s, &AuditFilter::from}, {u"until"_s, &AuditFilter::until}};
    for (const auto &[option, member] : times) {
        if (!arguments.has(option))
            continue;
        filter.*member = timeFrom(arguments.value(option), option == "until"_L1);
        if (!(filter.*member)) {
            context.wrongUse(
                Text::tr("--%1 takes a day, 2026-11-18, or a moment, 2026-11-18T09:30.")
                    .arg(option));
            return std::nullopt;
        }
    }
    return filter;
}

Exit list(Context &context, const Arguments &arguments)
{
    std::optional<AuditFilter> filter = filterFrom(context, arguments);
    if (!filter)
        return Exit::WrongUse;
    if (arguments.has(u"limit"_s)) {
        bool isNumber = false;
        filter->limit = arguments.value(u"limit"_s).toInt(&isNumber);
        if (!isNumber || filter->limit < 1)
            return context.wrongUse(Text::tr("--limit takes a number of entries, from 1 on."));
    }
    const Result<QList<AuditEntry>> entries = context.workspace->activity(*filter);
    if (!entries)
        return context.fail(entries.error());
    if (context.json) {
        QJsonArray array;
        for (const AuditEntry &entry : *entries)
            array.append(toJson(entry));
        context.printJson(array);
        return Exit::Done;
    }
    if (entries->isEmpty()) {
        print(Text::tr("Nothing in the record fits this."));
        return Exit::Done;
    }
    QList<QStringList> rows;
    constexpr int shownOfMark = 7;
    for (const AuditEntry &entry : *entries) {
        rows.append({QString::number(entry.sequence),
                     entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                     words::activityTitle(entry.event), words::activityBy(entry),
                     QString::fromLatin1(entry.hash.toHex().left(shownOfMark)),
                     words::activityDetails(entry)});
    }
    printTable(rows, u"rlllll"_s,
               {Text::tr("Entry"), Text::tr("Time"), Text::tr("What"), Text::tr("By"),
                Text::tr("Mark"), Text::tr("Details")});
    return Exit::Done;
}

Exit exportActivity(Context &context, const Arguments &arguments)
{
    const std::optional<AuditFilter> filter = filterFrom(context, arguments);
    if (!filter)
        return Exit::WrongUse;
    const QString path = arguments.operands().value(0, arguments.value(u"output"_s));
    const bool isCsv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    const QString format = arguments.has(u"format"_s)
        ? arguments.value(u"format"_s)
        : nameOf(isCsv ? ExportFormat::Csv : ExportFormat::JsonLines);
    AuditOrder order;
    order.format = exportFormatFromName(format).value_or(ExportFormat::Focus);
    order.filter = *filter;
    if (order.format != ExportFormat::Csv && order.format != ExportFormat::JsonLines)
        return context.wrongUse(Text::tr("--format is jsonl or csv."));
    const Result<ExportReport> report = finishExport(
        context,
        [&](Database &database, const CancelToken &cancel, const ExportProgress &progress) {
            if (!path.isEmpty())
                return exportAuditToFile(database, order, path, cancel, progress);
            return exportToOutput(
                [&](QIODevice &to) { return exportAudit(database, order, to, cancel, progress); });
        });
    if (!report)
        return context.fail(report.error());
    return tellExport(
        context, path, order.format, *report,
        Text::tr("%n entries are in %1.", nullptr, static_cast<int>(report->records)).arg(path));
}

} // namespace

QList<Command> activityCommands()
{
    const QList<Option> which{
        {u"group"_s, u"GROUP"_s,
         Text::tr("only attempt, integration, limit, spending, alert, setting, sync, cost, models "
                  "or audit; may be given again")},
        {u"by"_s, u"WHO"_s,
         Text::tr("only what window, cli, gateway or sync did, or what an integration or a service "
                  "was asked")},
        {u"since"_s, u"DAY"_s, Text::tr("from this day on: 2026-11-18, or 2026-11-18T09:30")},
        {u"until"_s, u"DAY"_s, Text::tr("to the end of this day, or before this moment")},
        {u"match"_s, u"TEXT"_s,
         Text::tr("only entries with this in their name, facts or service")}};
    return {
        {{u"activity"_s, u"export"_s},
         u"[FILE]"_s,
         Text::tr("Write everything Keyway did for other programs, newest first"),
         which
             + QList<Option>{{u"format"_s, u"FORMAT"_s,
                              Text::tr(
                                  "jsonl or csv; otherwise as the file is called, jsonl in doubt")},
                             {u"output"_s, u"FILE"_s,
                              Text::tr("into a file; otherwise to the terminal")}},
         0,
         1,
         exportActivity},
        {{u"activity"_s},
         {},
         Text::tr("Everything Keyway did, newest first, with the mark of each entry"),
         which
             + QList<Option>{{u"limit"_s, u"COUNT"_s,
                              Text::tr("the newest so many; 100 where nothing is said")}},
         0,
         0,
         list},
    };
}

} // namespace keyway::cli
