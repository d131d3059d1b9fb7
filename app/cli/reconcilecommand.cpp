#include "app/cli/commands.h"
#include "app/cli/reconciling.h"
#include "app/cli/terminal.h"

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Reconcile)
};

/// Opens the vault where a key that may be needed is kept there.
Result<Done> openStores(Context &context)
{
    const Result<engine::Overview> view = context.workspace->overview();
    if (!view)
        return view.error();
    for (const engine::IntegrationSummary &summary : view->integrations) {
        const auto admin = context.workspace->adminKey(summary.integration.id);
        if (!admin)
            return admin.error();
        const bool inVault = summary.integration.keySource == KeySource::Vault
            || (*admin && (*admin)->source == KeySource::Vault);
        if (inVault)
            return context.openVaultIfNeeded();
    }
    return Done{};
}

Exit reconcile(Context &context, const Arguments &arguments)
{
    QString problem;
    const std::optional<QDate> month
        = arguments.month(QDateTime::currentDateTimeUtc().date(), &problem);
    if (!month)
        return context.wrongUse(problem);
    const bool ask = !arguments.has(u"stored"_s);
    if (ask) {
        if (const Result<Done> opened = openStores(context); !opened)
            return context.fail(opened.error());
    }
    auto reconciling = context.workspace->reconcile(*month, ask, context.stop.token());
    const Result<engine::Reconciliation> result = context.finish(std::move(reconciling));
    if (!result)
        return context.fail(result.error());
    if (context.json)
        context.printJson(reconciliationJson(*result));
    else
        printReconciliation(*result);
    const auto failed = std::find_if(result->accounts.cbegin(), result->accounts.cend(),
                                     [](const auto &account) { return account.error.has_value(); });
    return failed == result->accounts.cend() ? Exit::Done : exitFor(*failed->error);
}

Exit setAdminKey(Context &context, const Arguments &arguments)
{
    const Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    words::ErrorFacts facts = context.factsOf(*found);
    const Service *const service = context.workspace->catalogue().service(found->service);
    if (!service || !service->bill || !needsAdminKey(*service->bill))
        return context.fail(Error(Error::Kind::Rejected).withReason(u"no-admin-key"_s), facts);
    const bool inVault = arguments.has(u"vault"_s) || found->keySource == KeySource::Vault;
    Result<Secret> key = readSecret(Text::tr("Admin key for %1:").arg(service->name));
    if (!key)
        return context.fail(key.error(), facts);
    if (inVault) {
        if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
            return context.fail(opened.error(), facts);
    }
    auto setting = context.workspace->setAdminKey(
        found->id, std::move(*key), inVault, !arguments.has(u"no-test"_s), context.stop.token());
    const Result<Done> done = context.finish(std::move(setting));
    if (!done)
        return context.fail(done.error(), facts);
    if (!context.quiet)
        print(Text::tr("The admin key of %1 is kept. It reads bills and is never used for prompts.")
                  .arg(found->name));
    return Exit::Done;
}

Exit removeAdminKey(Context &context, const Arguments &arguments)
{
    const Result<Integration> found = context.named(arguments.operands().first());
    if (!found)
        return context.fail(found.error());
    const auto known = context.workspace->adminKey(found->id);
    if (!known)
        return context.fail(known.error());
    if (*known && (*known)->source == KeySource::Vault) {
        if (const Result<Done> opened = context.openVaultIfNeeded(); !opened)
            return context.fail(opened.error());
    }
    auto removing = context.workspace->removeAdminKey(found->id);
    const Result<Done> done = context.finish(std::move(removing));
    if (!done)
        return context.fail(done.error(), context.factsOf(*found));
    if (!context.quiet)
        print(*known ? Text::tr("The admin key of %1 is removed.").arg(found->name)
                     : Text::tr("%1 has no admin key.").arg(found->name));
    return Exit::Done;
}

} // namespace

QList<Command> accountCommands()
{
    return {
        {{u"usage"_s, u"reconcile"_s},
         {},
         Text::tr("Set what your services say they charged beside what Keyway counted"),
         {{u"month"_s, u"YYYY-MM"_s, Text::tr("another month, by its days in UTC")},
          {u"stored"_s, {}, Text::tr("ask nobody: compare what was read last")}},
         0,
         0,
         reconcile},
        {{u"integrations"_s, u"admin-key"_s, u"set"_s},
         u"NAME"_s,
         Text::tr("Keep a key that may read bills; it is read from standard input or typed "
                  "unseen"),
         {{u"no-test"_s, {}, Text::tr("do not ask the service whether the key works")},
          {u"vault"_s, {}, Text::tr("keep the key in the encrypted vault")}},
         1,
         1,
         setAdminKey},
        {{u"integrations"_s, u"admin-key"_s, u"remove"_s},
         u"NAME"_s,
         Text::tr("Delete the key that reads bills"),
         {},
         1,
         1,
         removeAdminKey},
    };
}

} // namespace keyway::cli
