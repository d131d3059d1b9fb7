#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/sync/accountplan.h"
#include "core/sync/uploader.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

Exit syncNow(Context &context, const Arguments &)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const Result<LinkedAccount> account = (*own)->service().account();
    if (!account)
        return failOnAccount(context, account.error());
    if (!account->syncs) {
        tell(Text::tr("Sending is off. keyway sync on switches it on."));
        return Exit::Error;
    }
    const Result<ServerClient *> server = (*own)->service().client();
    if (!server)
        return failOnAccount(context, server.error());
    ServerClient &client = **server;
    auto reading = (*own)->service().link().currentToken(*account, client, context.stop.token());
    Result<Secret> token = context.finish(std::move(reading));
    if (!token)
        return failOnAccount(context, token.error());
    // The server works fees out by the account's plan: so does this computer.
    AccountPlan plans((*own)->database());
    auto asking = plans.pull(*account, client, token->clone(), context.stop.token());
    if (const auto plan = context.finish(std::move(asking)); !plan)
        return failOnAccount(context, plan.error());
    Uploader uploader((*own)->database(), context.workspace->catalogue(), client);
    auto sending = uploader.drain(*account, std::move(*token), context.stop.token());
    const Result<SyncReport> report = context.finish(std::move(sending));
    if (!report)
        return failOnAccount(context, report.error());
    if (context.json) {
        context.printJson(QJsonObject{{u"sent"_s, report->sent},
                                      {u"already_there"_s, report->alreadyThere},
                                      {u"quarantined"_s, report->quarantined},
                                      {u"refused"_s, report->refused}});
        return Exit::Done;
    }
    if (!context.quiet)
        print(Text::tr("%n record(s) sent.", nullptr,
                       static_cast<int>(report->sent + report->alreadyThere)));
    if (report->quarantined > 0)
        tell(Text::tr("%n record(s) do not add up for the server. They are put aside and not "
                      "billed.",
                      nullptr, static_cast<int>(report->quarantined)));
    if (report->refused > 0)
        tell(Text::tr("%n record(s) were not taken by the server. They stay on this computer.",
                      nullptr, static_cast<int>(report->refused)));
    return Exit::Done;
}

Exit syncStatus(Context &context, const Arguments &)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const Result<LinkedAccount> account = (*own)->service().account();
    if (!account)
        return failOnAccount(context, account.error());
    const Result<ServerClient *> server = (*own)->service().client();
    if (!server)
        return failOnAccount(context, server.error());
    ServerClient &client = **server;
    const Result<qint64> waiting
        = Uploader((*own)->database(), context.workspace->catalogue(), client).waiting(*account);
    if (!waiting)
        return context.fail(waiting.error());
    if (context.json) {
        context.printJson(QJsonObject{{u"syncs"_s, account->syncs},
                                      {u"tells_health"_s, account->tellsHealth},
                                      {u"waiting"_s, *waiting}});
        return Exit::Done;
    }
    print(account->syncs ? Text::tr("Sending is on.") : Text::tr("Sending is off."));
    print(Text::tr("%n record(s) wait to be sent.", nullptr, static_cast<int>(*waiting)));
    return Exit::Done;
}

Exit setSyncs(Context &context, bool on)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const Result<Done> done = (*own)->service().link().setSyncs(on);
    if (!done)
        return failOnAccount(context, done.error());
    if (!context.quiet)
        print(on ? Text::tr("Sending is on.") : Text::tr("Sending is off."));
    return Exit::Done;
}

Exit setTellsHealth(Context &context, const Arguments &arguments)
{
    const QString wanted = arguments.operands().first();
    if (wanted != "on"_L1 && wanted != "off"_L1)
        return context.wrongUse(Text::tr("keyway sync health takes on or off."));
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const Result<Done> done = (*own)->service().link().setTellsHealth(wanted == "on"_L1);
    if (!done)
        return failOnAccount(context, done.error());
    if (!context.quiet)
        print(wanted == "on"_L1 ? Text::tr("How services answer is told, without your account.")
                                : Text::tr("How services answer is not told."));
    return Exit::Done;
}

Exit syncOn(Context &context, const Arguments &)
{
    return setSyncs(context, true);
}

Exit syncOff(Context &context, const Arguments &)
{
    return setSyncs(context, false);
}

} // namespace

QList<Command> syncCommands()
{
    return {
        {{u"sync"_s, u"now"_s},
         {},
         Text::tr("Send what was used to the server"),
         {},
         0,
         0,
         syncNow},
        {{u"sync"_s, u"status"_s}, {}, Text::tr("What waits to be sent"), {}, 0, 0, syncStatus},
        {{u"sync"_s, u"on"_s}, {}, Text::tr("Send records from now on"), {}, 0, 0, syncOn},
        {{u"sync"_s, u"off"_s}, {}, Text::tr("Stay signed in and send nothing"), {}, 0, 0, syncOff},
        {{u"sync"_s, u"health"_s},
         u"on|off"_s,
         Text::tr("Whether the desktop application tells the server how services answer: counts by "
                  "hour, without your account"),
         {},
         1,
         1,
         setTellsHealth},
    };
}

} // namespace keyway::cli
