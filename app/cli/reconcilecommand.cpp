#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/reconciliation.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Reconcile)
};

QJsonValue timeOrNull(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject comparisonJson(const Comparison &comparison)
{
    QJsonArray causes;
    for (const DifferencePart &part : comparison.parts) {
        causes.append(QJsonObject{{u"cause"_s, nameOf(part.cause)},
                                  {u"amount_nano"_s, part.amount.nano()},
                                  {u"attempts"_s, part.attempts}});
    }
    return {{u"from"_s, timeOrNull(comparison.from)},
            {u"until"_s, timeOrNull(comparison.until)},
            {u"recorded_nano"_s, comparison.ours.nano()},
            {u"service_nano"_s, comparison.theirs.nano()},
            {u"difference_nano"_s, comparison.difference().nano()},
            {u"attempts"_s, comparison.sums.attempts},
            {u"unknown_costs"_s, comparison.sums.unknown},
            {u"estimated_costs"_s, comparison.sums.estimated},
            {u"agreement"_s, nameOf(comparison.agreement)},
            {u"causes"_s, causes}};
}

QJsonObject accountJson(const engine::AccountReport &account)
{
    QJsonObject json{{u"service"_s, account.service},
                     {u"integrations"_s, QJsonArray::fromStringList(account.integrations)},
                     {u"state"_s, nameOf(account.state)},
                     {u"compared_by"_s, account.byBalance ? u"balance"_s : u"bill"_s},
                     {u"read_at"_s, timeOrNull(account.readAt)},
                     {u"recorded_month_nano"_s, account.recorded.nano()}};
    json.insert(u"balance_nano"_s,
                account.balance ? QJsonValue(account.balance->left.nano()) : QJsonValue());
    const bool compared = account.state == engine::AccountState::Compared;
    json.insert(u"total"_s, compared ? QJsonValue(comparisonJson(account.total)) : QJsonValue());
    QJsonArray days;
    for (const Comparison &part : account.parts)
        days.append(comparisonJson(part));
    json.insert(u"days"_s, days);
    json.insert(u"error_kind"_s,
                account.error ? QJsonValue(Error::kindName(account.error->kind())) : QJsonValue());
    json.insert(u"reason"_s, account.error ? QJsonValue(account.error->reason()) : QJsonValue());
    return json;
}

QString days(const Comparison &comparison)
{
    const QString first = comparison.from.date().toString(Qt::ISODate);
    if (comparison.isDay())
        return first;
    const QDateTime last = comparison.until.addMSecs(-1);
    return u"%1 – %2"_s.arg(first, last.date().toString(Qt::ISODate));
}

void printAccount(const engine::AccountReport &account)
{
    print({});
    const QString names = account.integrations.join(u", "_s);
    print(names == account.serviceName ? names : u"%1 (%2)"_s.arg(account.serviceName, names));
    if (account.error) {
        words::ErrorFacts facts;
        facts.serviceName = account.serviceName;
        facts.integrationName = account.integrations.value(0);
        print(u"  "_s + words::errorWords(*account.error, facts).sentence());
    }
    if (account.balance)
        print(u"  "_s + Text::tr("Left there: %1").arg(words::money(account.balance->left)));
    if (account.state != engine::AccountState::Compared) {
        print(u"  "_s + words::accountStateWords(nameOf(account.state), account.serviceName));
        print(u"  "_s + Text::tr("Keyway counted %1.").arg(words::money(account.recorded)));
        if (account.state == engine::AccountState::AdminKeyMissing)
            print(u"  "_s
                  + Text::tr("keyway integrations admin-key set %1 takes one.")
                        .arg(account.integrations.value(0)));
        return;
    }
    print(u"  "_s + words::comparisonWords(account.serviceName, account.total));
    if (const QString causes = words::causesWords(account.total); !causes.isEmpty())
        print(u"  "_s + Text::tr("Why: %1.").arg(causes));
    QList<QStringList> lines;
    for (const Comparison &part : account.parts) {
        if (part.ours.isZero() && part.theirs.isZero())
            continue;
        lines.append({u"  "_s + days(part), words::requestMoney(part.ours),
                      words::requestMoney(part.theirs), words::agreementWord(part.agreement)});
    }
    if (!lines.isEmpty())
        printTable(lines, u"lrrl"_s,
                   {u"  "_s + Text::tr("Day (UTC)"), Text::tr("Keyway"), Text::tr("Service says"),
                    QString()});
}

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
    if (context.json) {
        QJsonArray accounts;
        for (const engine::AccountReport &account : result->accounts)
            accounts.append(accountJson(account));
        context.printJson(QJsonObject{{u"month"_s, result->month.toString(u"yyyy-MM"_s)},
                                      {u"accounts"_s, accounts}});
    } else {
        print(u"%1 %2"_s.arg(words::monthName(result->month)).arg(result->month.year()));
        if (result->accounts.isEmpty())
            print(Text::tr("No integrations yet. Add one: keyway integrations add openai"));
        for (const engine::AccountReport &account : result->accounts)
            printAccount(account);
    }
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
