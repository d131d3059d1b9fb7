#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/sync/accountplan.h"

#include <QtCore/QSysInfo>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Account)
};

Exit signUp(Context &context, const Arguments &arguments)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    if (const Result<Done> named = (*own)->nameServer(arguments); !named)
        return failOnAccount(context, named.error());
    if (const Result<ServerClient *> server = (*own)->service().client(); !server)
        return failOnAccount(context, server.error()); // before anybody types
    const QString email = arguments.operands().first();
    Result<Secret> password = readSecret(Text::tr("New password (10 characters or more):"));
    if (!password)
        return context.fail(password.error());
    auto asking = (*own)->service().signUp(email, std::move(*password), context.stop.token());
    const Result<Done> done = context.finish(std::move(asking));
    if (!done)
        return failOnAccount(context, done.error());
    if (!context.quiet) {
        print(Text::tr("A mail with a code is on its way to %1.").arg(email));
        print(Text::tr("keyway account verify takes the code, then keyway account signin."));
    }
    return Exit::Done;
}

Exit verify(Context &context, const Arguments &arguments)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    if (const Result<Done> named = (*own)->nameServer(arguments); !named)
        return failOnAccount(context, named.error());
    Result<Secret> code = readSecret(Text::tr("Code from the mail:"));
    if (!code)
        return context.fail(code.error());
    auto asking = (*own)->service().verify(std::move(*code), context.stop.token());
    const Result<Done> done = context.finish(std::move(asking));
    if (!done)
        return failOnAccount(context, done.error());
    if (!context.quiet)
        print(Text::tr("The address is confirmed."));
    return Exit::Done;
}

/// Attempts from now on are charged by the account's plan.
Result<PlanMessage> readPlan(Context &context, ServerAccount &own)
{
    Result<AccountService::Session> session = sessionOf(context, own);
    if (!session)
        return session.error();
    AccountPlan plan(own.database());
    auto asking = plan.pull(session->account, *session->server, std::move(session->token),
                            context.stop.token());
    return context.finish(std::move(asking));
}

Exit signIn(Context &context, const Arguments &arguments)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const auto before = (*own)->service().link().account();
    if (!before)
        return context.fail(before.error());
    if (*before) {
        tell(Text::tr("%1 is signed in. keyway account signout signs out.").arg((*before)->email));
        return Exit::Error;
    }
    if (const Result<Done> named = (*own)->nameServer(arguments); !named)
        return failOnAccount(context, named.error());
    if (const Result<ServerClient *> server = (*own)->service().client(); !server)
        return failOnAccount(context, server.error());
    Result<Secret> password = readSecret(Text::tr("Password:"));
    if (!password)
        return context.fail(password.error());
    const SignIn wanted{arguments.operands().first(),
                        arguments.has(u"name"_s) ? arguments.value(u"name"_s)
                                                 : QSysInfo::machineHostName(),
                        arguments.has(u"with-earlier"_s)};
    auto asking = (*own)->service().signIn(wanted, std::move(*password), context.stop.token());
    const Result<Done> done = context.finish(std::move(asking));
    if (!done)
        return failOnAccount(context, done.error());
    if (!readPlan(context, **own))
        tell(Text::tr("The fee plan could not be read yet. keyway plan show tries again."));
    if (!context.quiet)
        print(Text::tr("Signed in. keyway sync now sends what was used; never a key or a prompt."));
    return Exit::Done;
}

Exit status(Context &context, const Arguments &)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const auto account = (*own)->service().link().account();
    if (!account)
        return context.fail(account.error());
    if (context.json) {
        QJsonObject json{{u"signed_in"_s, account->has_value()}};
        if (*account) {
            json.insert(u"email"_s, (*account)->email);
            json.insert(u"server"_s, (*account)->server.toString());
            json.insert(u"account_id"_s, (*account)->account.toString());
            json.insert(u"device_id"_s, (*account)->device.toString());
            json.insert(u"syncs"_s, (*account)->syncs);
        }
        context.printJson(json);
    } else if (*account) {
        print(Text::tr("%1 at %2").arg((*account)->email, (*account)->server.host()));
    } else {
        print(Text::tr("Nobody is signed in. Everything works without an account."));
    }
    return Exit::Done;
}

Exit signOut(Context &context, const Arguments &)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    auto leaving = (*own)->service().signOut(context.stop.token());
    const Result<bool> told = context.finish(std::move(leaving));
    if (!told)
        return failOnAccount(context, told.error());
    if (!*told && !context.quiet)
        tell(Text::tr("The server was not told: its list still has this computer."));
    if (!context.quiet)
        print(Text::tr("Signed out. Everything on this computer stays."));
    return Exit::Done;
}

Exit exportAccount(Context &context, const Arguments &)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    auto asking = (*own)->service().exported(context.stop.token());
    const Result<QJsonObject> facts = context.finish(std::move(asking));
    if (!facts)
        return failOnAccount(context, facts.error());
    context.printJson(*facts);
    return Exit::Done;
}

Exit deleteAccount(Context &context, const Arguments &)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const Result<LinkedAccount> account = (*own)->service().account();
    if (!account)
        return failOnAccount(context, account.error());
    if (!context.yes
        && !confirmed(Text::tr("Delete the account of %1 on the server? This computer keeps its "
                               "own records.")
                          .arg(account->email)))
        return Exit::Error;
    Result<Secret> password = readSecret(Text::tr("Password:"));
    if (!password)
        return context.fail(password.error());
    auto asking = (*own)->service().deleteAccount(std::move(*password), context.stop.token());
    const Result<Done> done = context.finish(std::move(asking));
    if (!done)
        return failOnAccount(context, done.error());
    if (!context.quiet)
        print(Text::tr("The account is deleted."));
    return Exit::Done;
}

} // namespace

QList<Command> serverAccountCommands()
{
    return {
        {{u"account"_s, u"signup"_s},
         u"EMAIL"_s,
         Text::tr("Make an account on a server; it is not needed for anything else"),
         {serverOption()},
         1,
         1,
         signUp},
        {{u"account"_s, u"verify"_s},
         {},
         Text::tr("Confirm the address by the code of the mail"),
         {serverOption()},
         0,
         0,
         verify},
        {{u"account"_s, u"signin"_s},
         u"EMAIL"_s,
         Text::tr("Sign in on this computer"),
         {serverOption(),
          {u"name"_s, u"NAME"_s, Text::tr("what the list of computers calls this one")},
          {u"with-earlier"_s, {}, Text::tr("also send what was used before; it is never billed")}},
         1,
         1,
         signIn},
        {{u"account"_s, u"status"_s}, {}, Text::tr("Who is signed in"), {}, 0, 0, status},
        {{u"account"_s, u"signout"_s},
         {},
         Text::tr("Sign out on this computer"),
         {},
         0,
         0,
         signOut},
        {{u"account"_s, u"export"_s},
         {},
         Text::tr("Everything the server keeps, as JSON"),
         {},
         0,
         0,
         exportAccount},
        {{u"account"_s, u"delete"_s},
         {},
         Text::tr("Delete the account on the server"),
         {},
         0,
         0,
         deleteAccount},
    };
}

} // namespace keyway::cli
