#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/limitscope.h"
#include "app/cli/terminal.h"
#include "core/engine/alerts.h"
#include "core/engine/forecasts.h"
#include "ui/words/alerts.h"
#include "ui/words/dates.h"
#include "ui/words/limits.h"

#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;
using guard::Alert;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Alerts)
};

constexpr qsizetype shownOfId = 12;

QString answerOf(const Alert &alert)
{
    if (alert.acknowledgedAt)
        return Text::tr("that was me");
    return alert.seenAt ? Text::tr("seen") : Text::tr("new");
}

/// Limits that are near their end are no alerts of their own: they go away with the limit.
void tellLimits(const Context &context, const guard::SpendingState &state)
{
    const QDate today = context.workspace->today();
    for (const guard::LimitUse &use : state.limits) {
        const QString name
            = words::limitFor(use.limit.scope, nameOfScope(context, use.limit.scope));
        const words::Message words = words::limitAlertWords(use, name, today);
        if (!words.title.isEmpty())
            print(u"%1: %2"_s.arg(words.title, words.text));
    }
}

Exit list(Context &context, const Arguments &)
{
    const Result<QList<Alert>> alerts = engine::alerts(*context.workspace);
    if (!alerts)
        return context.fail(alerts.error());
    if (context.json) {
        QJsonArray array;
        for (const Alert &alert : *alerts)
            array.append(alertJson(alert));
        context.printJson(array);
        return Exit::Done;
    }
    const Result<guard::SpendingState> state = engine::foreseenSpending(*context.workspace);
    if (!state)
        return context.fail(state.error());
    tellLimits(context, *state);
    if (alerts->isEmpty()) {
        print(Text::tr("Nothing unusual."));
        return Exit::Done;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<QStringList> rows;
    for (const Alert &alert : *alerts) {
        const words::Message words = words::alertWords(alert);
        rows.append({alert.id.toString().right(shownOfId), words::moment(alert.raisedAt, now),
                     answerOf(alert), u"%1: %2"_s.arg(words.title, words.text)});
    }
    printTable(rows, u"llll"_s,
               {Text::tr("Alert"), Text::tr("When"), Text::tr("Answer"), Text::tr("What")});
    return Exit::Done;
}

/// The alerts of an id, of its last characters as list() shows them, or of `all`.
Result<QList<Id>> idsOf(const QList<Alert> &alerts, const QString &name)
{
    QList<Id> ids;
    for (const Alert &alert : alerts) {
        const bool named
            = name == "all"_L1 || (name.size() >= shownOfId && alert.id.toString().endsWith(name));
        if (named && !alert.acknowledgedAt)
            ids.append(alert.id);
        else if (named && name != "all"_L1)
            return ids; // answered before
    }
    if (ids.isEmpty() && name != "all"_L1)
        return Error(Error::Kind::Rejected, name).withReason(u"no-such-alert"_s);
    return ids;
}

Exit answer(Context &context, const QString &name,
            Result<Done> (*write)(engine::Workspace &, const QList<Id> &))
{
    const Result<QList<Alert>> alerts = engine::alerts(*context.workspace);
    if (!alerts)
        return context.fail(alerts.error());
    const Result<QList<Id>> ids = idsOf(*alerts, name);
    if (!ids)
        return context.fail(ids.error());
    if (const Result<Done> written = write(*context.workspace, *ids); !written)
        return context.fail(written.error());
    return list(context, {});
}

Exit acknowledge(Context &context, const Arguments &arguments)
{
    return answer(context, arguments.operands().first(), &engine::acknowledgeAlerts);
}

Exit markSeen(Context &context, const Arguments &)
{
    return answer(context, u"all"_s, [](engine::Workspace &workspace, const QList<Id> &ids) {
        return engine::setAlertsSeen(workspace, ids, true);
    });
}

} // namespace

QList<Command> alertCommands()
{
    const QString what = Text::tr("What was unusual, and limits that are near their end");
    return {
        {{u"alerts"_s, u"list"_s}, {}, what, {}, 0, 0, list},
        {{u"alerts"_s, u"ack"_s},
         u"ALERT|all"_s,
         Text::tr("Say that it was you: the same is not told again, a repeated prompt goes on"),
         {},
         1,
         1,
         acknowledge},
        {{u"alerts"_s, u"seen"_s},
         {},
         Text::tr("Mark all as seen, without an answer"),
         {},
         0,
         0,
         markSeen},
        {{u"alerts"_s}, {}, what, {}, 0, 0, list},
    };
}

} // namespace keyway::cli
