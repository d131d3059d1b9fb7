#include "app/admin/console.h"
#include "ui/terminal/output.h"
#include "ui/words/admin.h"

namespace keyway::app {

using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AdminAuditCommands)
};

QJsonObject entryJson(const AuditedAction &entry)
{
    return {{u"sequence"_s, entry.sequence}, {u"at"_s, entry.at.toString(Qt::ISODateWithMs)},
            {u"actor"_s, entry.actor},       {u"address"_s, entry.address},
            {u"action"_s, entry.action},     {u"detail"_s, entry.detail},
            {u"hash"_s, entry.mark}};
}

Exit list(Console &console, const cli::Arguments &arguments)
{
    bool isNumber = true;
    const qint64 before
        = arguments.has(u"before"_s) ? arguments.value(u"before"_s).toLongLong(&isNumber) : 0;
    if (!isNumber || before < 0)
        return console.wrongUse(Text::tr("--before wants the number of an entry."));
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<QList<AuditedAction>> entries
        = cli::finish((*client)->audit(before, console.stop.token()));
    if (!entries)
        return console.fail(entries.error());
    QJsonArray array;
    QList<QStringList> lines;
    for (const AuditedAction &entry : *entries) {
        array.append(entryJson(entry));
        lines.append({QString::number(entry.sequence), entry.at.toString(Qt::ISODate),
                      words::auditAction(entry.action), entry.actor, entry.address,
                      entry.mark.left(7), words::auditDetail(entry.detail)});
    }
    if (console.json)
        console.printJson(array);
    else
        cli::printTable(lines, u"rllllll"_s,
                        {Text::tr("No."), Text::tr("Time"), Text::tr("What"), Text::tr("By"),
                         Text::tr("From"), Text::tr("Mark"), Text::tr("Details")});
    return Exit::Done;
}

Exit verify(Console &console, const cli::Arguments &)
{
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<AuditVerdict> check = cli::finish((*client)->checkAudit(console.stop.token()));
    if (!check)
        return console.fail(check.error());
    if (console.json) {
        QJsonObject json{{u"whole"_s, check->whole}};
        if (!check->whole)
            json.insert(u"first_broken"_s, check->firstBroken);
        console.printJson(json);
    } else if (check->whole) {
        cli::print(Text::tr("Nothing has been changed: every entry fits the one before."));
    } else {
        cli::print(
            Text::tr("Entry %1 is not as it was written, or is gone.").arg(check->firstBroken));
    }
    return check->whole ? Exit::Done : Exit::Error;
}

} // namespace

QList<AdminCommand> auditCommands()
{
    return {
        {{u"audit"_s, u"list"_s},
         {},
         Text::tr("who did what from where, the newest first"),
         {{u"before"_s, u"NUMBER"_s, Text::tr("entries before this one")}},
         0,
         0,
         list},
        {{u"audit"_s, u"verify"_s},
         {},
         Text::tr("check that no entry was changed"),
         {},
         0,
         0,
         verify},
    };
}

} // namespace keyway::app
