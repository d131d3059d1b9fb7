#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/sync/accountplan.h"
#include "ui/words/dates.h"
#include "ui/words/fees.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

Exit tellPlan(Context &context, const Result<PlanMessage> &plan)
{
    if (!plan)
        return failOnAccount(context, plan.error());
    const QDate today = context.workspace->today();
    if (context.json) {
        context.printJson(plan->toJson(today));
        return Exit::Done;
    }
    print(words::feeLine(plan->history.on(today)));
    if (const auto coming = plan->history.coming(today))
        print(Text::tr("From %1 on: %2")
                  .arg(words::longDate(coming->first), words::feeLine(coming->second)));
    return Exit::Done;
}

/// Asks the server by one call of AccountPlan.
template <class Ask> Exit ask(Context &context, Ask start)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    Result<AccountService::Session> session = sessionOf(context, **own);
    if (!session)
        return failOnAccount(context, session.error());
    ServerClient &client = *session->server;
    AccountPlan plan((*own)->database());
    auto asking = start(plan, client, *session);
    return tellPlan(context, context.finish(std::move(asking)));
}

Exit show(Context &context, const Arguments &)
{
    return ask(context,
               [&](AccountPlan &plan, ServerClient &client, AccountService::Session &session) {
                   return plan.pull(session.account, client, std::move(session.token),
                                    context.stop.token());
               });
}

Exit set(Context &context, const Arguments &arguments)
{
    QString name = arguments.operands().first();
    const auto kind = feePlanFromName(name.replace(u'-', u'_'));
    if (!kind)
        return context.wrongUse(
            Text::tr("A plan is none, percent, per-request, monthly or freemium."));
    const PlanChoice choice{*kind, arguments.has(u"paid"_s)};
    return ask(context,
               [&](AccountPlan &plan, ServerClient &client, AccountService::Session &session) {
                   return plan.choose(session.account, choice, client, std::move(session.token),
                                      context.stop.token());
               });
}

} // namespace

QList<Command> planCommands()
{
    return {
        {{u"plan"_s, u"show"_s}, {}, Text::tr("The fee plan of the account"), {}, 0, 0, show},
        {{u"plan"_s, u"set"_s},
         u"PLAN"_s,
         Text::tr("Choose none, percent, per-request, monthly or freemium, from next month on"),
         {{u"paid"_s, {}, Text::tr("the paid form of freemium")}},
         1,
         1,
         set},
    };
}

} // namespace keyway::cli
