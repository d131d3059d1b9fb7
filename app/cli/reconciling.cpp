#include "app/cli/reconciling.h"

#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"
#include "ui/words/reconciliation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

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

} // namespace

QJsonObject reconciliationJson(const engine::Reconciliation &reconciliation)
{
    QJsonArray accounts;
    for (const engine::AccountReport &account : reconciliation.accounts)
        accounts.append(accountJson(account));
    return {{u"month"_s, reconciliation.month.toString(u"yyyy-MM"_s)}, {u"accounts"_s, accounts}};
}

void printReconciliation(const engine::Reconciliation &reconciliation)
{
    print(u"%1 %2"_s.arg(words::monthName(reconciliation.month)).arg(reconciliation.month.year()));
    if (reconciliation.accounts.isEmpty())
        print(Text::tr("No integrations yet. Add one: keyway integrations add openai"));
    for (const engine::AccountReport &account : reconciliation.accounts)
        printAccount(account);
}

} // namespace keyway::cli
