#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/base/sealedbox.h"

#include <QtCore/QJsonArray>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Claim)
};

/// Into the keychain first; only then is the server told to delete it.
Result<Integration> take(Context &context, const Arguments &arguments, ServerClient &client,
                         const AccountService::Session &session, const WaitingKey &waiting,
                         const BoxKey &box)
{
    std::optional<Secret> key = box.open(waiting.box);
    if (!key)
        return Error(Error::Kind::Protocol, u"a box that does not open"_s)
            .withReason(u"not-keyway"_s);
    engine::NewIntegration wanted;
    wanted.service = waiting.service;
    wanted.keySource = arguments.has(u"vault"_s) ? KeySource::Vault : KeySource::Keychain;
    wanted.startDisabled = !waiting.enabled;
    wanted.test = false; // a service that is away must not keep the key on the server
    auto adding = context.workspace->addIntegration(wanted, std::move(*key), context.stop.token());
    Result<Integration> added = context.finish(std::move(adding));
    if (!added)
        return added;
    auto confirming
        = client.confirmClaim(session.token.clone(), waiting.claim, context.stop.token());
    const Result<Done> confirmed = context.finish(std::move(confirming));
    if (!confirmed)
        tell(Text::tr("%1 is added, but the server was not told: it keeps its copy for 30 days.")
                 .arg(added->name));
    else if (!context.json && !context.quiet)
        print(Text::tr("%1 is added; its key is in your keychain and no longer on the server.")
                  .arg(added->name));
    return added;
}

Exit claimKeys(Context &context, const Arguments &arguments)
{
    const auto own = ServerAccount::open(context);
    if (!own)
        return context.fail(own.error());
    const Result<AccountService::Session> session = sessionOf(context, **own);
    if (!session)
        return failOnAccount(context, session.error());
    if (arguments.has(u"vault"_s)) {
        if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
            return context.fail(opened.error());
    }
    const BoxKey box = BoxKey::create();
    ServerClient &client = *session->server;
    auto asking = client.claimKeys(session->token.clone(), box.publicKey(), context.stop.token());
    const Result<QList<WaitingKey>> waiting = context.finish(std::move(asking));
    if (!waiting)
        return failOnAccount(context, waiting.error());
    QJsonArray names;
    for (const WaitingKey &key : *waiting) {
        const Result<Integration> added = take(context, arguments, client, *session, key, box);
        if (!added)
            return context.fail(added.error());
        names.append(added->name);
    }
    if (context.json)
        context.printJson(QJsonObject{{u"added"_s, names}});
    else if (waiting->isEmpty() && !context.quiet)
        print(Text::tr("No keys are waiting for this computer."));
    return Exit::Done;
}

} // namespace

QList<Command> keyClaimCommands()
{
    return {{{u"account"_s, u"claim-keys"_s},
             {},
             Text::tr("Take over the keys that administrators held for you; they are deleted from "
                      "the server"),
             {{u"vault"_s, {}, Text::tr("keep them in the encrypted vault")}},
             0,
             0,
             claimKeys}};
}

} // namespace keyway::cli
