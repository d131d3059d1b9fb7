#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "ui/words/activity.h"

#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

Exit list(Context &context, const Arguments &arguments)
{
    AuditFilter filter;
    filter.groups = arguments.values(u"about"_s);
    filter.text = arguments.value(u"match"_s);
    if (arguments.has(u"limit"_s)) {
        bool isNumber = false;
        filter.limit = arguments.value(u"limit"_s).toInt(&isNumber);
        if (!isNumber || filter.limit < 1)
            return context.wrongUse(Text::tr("--limit takes a number of entries, from 1 on."));
    }
    const Result<QList<AuditEntry>> entries = context.workspace->activity(filter);
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
                     words::activityTitle(entry.event),
                     QString::fromLatin1(entry.hash.toHex().left(shownOfMark)),
                     words::activityDetails(entry)});
    }
    printTable(rows, u"rllll"_s,
               {Text::tr("Entry"), Text::tr("Time"), Text::tr("What"), Text::tr("Mark"),
                Text::tr("Details")});
    return Exit::Done;
}

} // namespace

QList<Command> activityCommands()
{
    const QList<Option> options{
        {u"about"_s, u"GROUP"_s,
         Text::tr("only attempt, integration, limit, spending, alert, setting, sync, cost or "
                  "models; may be given again")},
        {u"match"_s, u"TEXT"_s, Text::tr("only entries with this in their name, facts or service")},
        {u"limit"_s, u"COUNT"_s, Text::tr("the newest so many; 100 where nothing is said")}};
    return {
        {{u"audit"_s, u"list"_s},
         {},
         Text::tr("Everything Keyway did, newest first, with the mark of each entry"),
         options,
         0,
         0,
         list},
    };
}

} // namespace keyway::cli
