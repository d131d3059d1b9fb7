#include "app/cli/commands.h"
#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/engine/commitsignal.h"
#include "core/sync/thinning.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Thin)
};

QString stateWords(const ThinMonth &month, bool done)
{
    const int waiting = static_cast<int>(month.waiting);
    switch (month.state) {
    case ThinState::Ready:
        return done ? Text::tr("taken out, sums kept") : Text::tr("can be taken out");
    case ThinState::Running:
        return Text::tr("stays: something of it is still running");
    case ThinState::NotSent:
        return Text::tr("stays: %n request(s) are not at your account yet", nullptr, waiting);
    case ThinState::NotInvoiced:
        return Text::tr("stays: %n request(s) are on no invoice yet", nullptr, waiting);
    }
    return {};
}

void tellMonths(Context &context, const ThinReport &report, bool done)
{
    if (context.json) {
        QJsonArray months;
        for (const ThinMonth &month : report.months) {
            months.append(QJsonObject{{u"month"_s, month.rows.month.toString(u"yyyy-MM"_s)},
                                      {u"records"_s, month.rows.records},
                                      {u"state"_s, nameOf(month.state)},
                                      {u"waiting"_s, month.waiting}});
        }
        const bool thinned = done && !report.backup.isEmpty();
        context.printJson(
            QJsonObject{{u"thinned"_s, thinned},
                        {u"backup"_s, thinned ? QJsonValue(report.backup) : QJsonValue()},
                        {u"months"_s, months}});
        return;
    }
    if (report.months.isEmpty())
        return print(Text::tr("There are no single requests from before that month."));
    QList<QStringList> lines;
    for (const ThinMonth &month : report.months) {
        lines.append(
            {u"%1 %2"_s.arg(words::monthName(month.rows.month)).arg(month.rows.month.year()),
             words::count(month.rows.records),
             words::money(month.rows.platformCost + month.rows.platformFee),
             stateWords(month, done)});
    }
    printTable(lines, u"lrrl"_s,
               {Text::tr("Month"), Text::tr("Attempts"), Text::tr("Total"), QString()});
    if (done && !report.backup.isEmpty())
        print(Text::tr("A backup with all of them is %1.").arg(report.backup));
}

Exit thin(Context &context, const Arguments &arguments)
{
    const QDate before = QDate::fromString(arguments.value(u"before"_s) + "-01"_L1, Qt::ISODate);
    if (!before.isValid())
        return context.wrongUse(Text::tr("--before takes a month such as 2026-11."));
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    std::optional<LinkedAccount> account;
    if (const Result<LinkedAccount> linked = (*own)->service().account(); linked)
        account = *linked;
    else if (linked.error().reason() != u"signed-out"_s)
        return context.fail(linked.error());
    Thinning thinning((*own)->database(), context.workspace->catalogue(), account);
    const Result<QList<ThinMonth>> months = thinning.months(before);
    if (!months)
        return context.fail(months.error());
    const bool any = std::any_of(months->cbegin(), months->cend(), [](const ThinMonth &month) {
        return month.state == ThinState::Ready;
    });
    if (arguments.has(u"dry-run"_s) || !any) {
        tellMonths(context, {{}, *months}, false);
        return Exit::Done;
    }
    if (!context.yes) {
        if (!context.json)
            tellMonths(context, {{}, *months}, false);
        if (!confirmed(
                Text::tr("Take the single requests of these months out? A backup is made "
                         "first. What they cost stays in every sum and on every invoice."))) {
            tell(Text::tr("Nothing was changed."));
            return Exit::Error;
        }
    }
    const Result<ThinReport> report = thinning.thin(before);
    engine::CommitSignal(context.workspace->dataDir()).announce();
    if (!report)
        return context.fail(report.error());
    tellMonths(context, *report, true);
    return Exit::Done;
}

} // namespace

QList<Command> thinCommands()
{
    return {{{u"usage"_s, u"thin"_s},
             {},
             Text::tr("Take the single requests of old months out, to have room; what they cost "
                      "stays in every sum"),
             {{u"before"_s, u"YYYY-MM"_s, Text::tr("the first month that stays whole")},
              {u"dry-run"_s, {}, Text::tr("only tell what would go")}},
             0,
             0,
             thin}};
}

} // namespace keyway::cli
