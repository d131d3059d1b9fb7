#include "core/engine/accountreports.h"

#include "core/engine/workspaceparts.h"
#include "core/storage/billingzone.h"
#include "core/storage/recordthinning.h"

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

QDate lastOfMonth(const QDate &anyDay)
{
    return firstOfMonth(anyDay).addMonths(1).addDays(-1);
}

Result<std::optional<AdminKey>> usableAdminKey(WorkspaceParts &parts,
                                               const Integration &integration)
{
    Result<std::optional<AdminKey>> key = parts.accounts->adminKey(integration.id);
    if (key && *key && (*key)->origin != originOf(integration.baseUrl))
        return std::optional<AdminKey>();
    return key;
}

namespace {

/// The integrations of one account with a service.
struct Account {
    const Service *service = nullptr;
    QList<Integration> members;
};

/// Everything that reports are made of.
struct Ground {
    WorkspaceParts &parts;
    QDate first;
    QDate last;
    QMap<Id, QMap<QDate, OwnSums>> days;
    const QMap<Id, Error> &errors;
};

/// Two keys of one account have the same bill and the same balance; what is told of one key alone
/// is an account of its own.
Result<QString> accountKey(const Ground &ground, const Integration &integration,
                           const Service *service)
{
    const QString address = integration.service + u' ' + originOf(integration.baseUrl);
    if (!service || (!service->bill && !service->balance))
        return address;
    if (service->bill && coversAccount(*service->bill))
        return address;
    if (service->bill)
        return address + u' ' + integration.id.toString();
    const Result<QList<KeptBalance>> readings = ground.parts.accounts->balances(integration.id);
    if (!readings)
        return readings.error();
    return address + u' '
        + (readings->isEmpty() ? u"never"_s : QString::number(readings->first().left.nano()));
}

Result<Done> compareBills(const Ground &ground, const Account &account, AccountReport &report)
{
    QList<Bill> bills;
    bool mayRead = !needsAdminKey(*account.service->bill);
    for (const Integration &member : account.members) {
        const auto bill = ground.parts.accounts->bill(member.id, ground.first, ground.last);
        if (!bill)
            return bill.error();
        const auto admin = usableAdminKey(ground.parts, member);
        if (!admin)
            return admin.error();
        mayRead = mayRead || admin->has_value();
        const bool isNew = *bill && std::none_of(bills.cbegin(), bills.cend(), [&](const Bill &b) {
            return b.lines == (*bill)->lines;
        });
        if (isNew)
            bills.append(**bill);
    }
    if (bills.isEmpty()) {
        report.state = mayRead ? AccountState::NotRead : AccountState::AdminKeyMissing;
        return Done{};
    }
    Bill whole = bills.takeFirst();
    for (const Bill &bill : std::as_const(bills)) {
        whole.lines += bill.lines;
        whole.fetchedAt = std::min(whole.fetchedAt, bill.fetchedAt);
    }
    const QDate readOn = whole.fetchedAt.toUTC().date();
    whole.to = std::min(whole.to, readOn);
    QMap<QDate, OwnSums> own;
    for (const Integration &member : account.members) {
        const QMap<QDate, OwnSums> days = ground.days.value(member.id);
        for (auto it = days.cbegin(); it != days.cend(); ++it)
            own[it.key()] += *it;
    }
    report.state = AccountState::Compared;
    report.readAt = whole.fetchedAt;
    report.parts = compared(whole, own, readOn);
    report.total = summedUp(report.parts);
    return Done{};
}

Result<Done> compareBalances(const Ground &ground, const Account &account, AccountReport &report)
{
    const Result<QList<KeptBalance>> readings
        = ground.parts.accounts->balances(account.members.first().id);
    if (!readings)
        return readings.error();
    if (!readings->isEmpty()) {
        report.balance = readings->first();
        report.readAt = readings->first().at;
    }
    if (account.service->bill)
        return Done{};
    report.byBalance = true;
    report.state = readings->isEmpty() ? AccountState::NotRead : AccountState::FirstBalance;
    if (readings->size() < 2)
        return Done{};
    // Of a month without rows only days are known, and readings are taken at any time of a day.
    const auto thinned
        = isThinned(*ground.parts.database, readings->at(1).at.toUTC().date().addDays(-1),
                    readings->at(0).at.toUTC().date().addDays(1));
    if (!thinned)
        return thinned.error();
    if (*thinned)
        return Done{};
    OwnSums ours;
    for (const Integration &member : account.members) {
        const auto sums
            = ground.parts.ledger->between(member.id, readings->at(1).at, readings->at(0).at);
        if (!sums)
            return sums.error();
        ours += *sums;
    }
    const std::optional<Comparison> one
        = compared(readings->at(1), readings->at(0), ours, readings->at(0).at.toUTC().date());
    report.state = one ? AccountState::Compared : AccountState::ToppedUp;
    if (one) {
        report.parts = {*one};
        report.total = *one;
    }
    return Done{};
}

Result<AccountReport> reportOf(const Ground &ground, const Account &account)
{
    AccountReport report;
    report.service = account.members.first().service;
    report.serviceName = account.service ? account.service->name : report.service;
    for (const Integration &member : account.members) {
        report.integrations.append(member.name);
        const QMap<QDate, OwnSums> days = ground.days.value(member.id);
        for (auto it = days.lowerBound(ground.first); it != days.cend(); ++it)
            report.recorded += it->cost;
        if (const auto error = ground.errors.constFind(member.id);
            error != ground.errors.cend() && !report.error)
            report.error = *error;
    }
    if (!account.service)
        return report;
    if (account.service->local)
        report.state = AccountState::RunsHere;
    if (account.service->balance) {
        if (auto done = compareBalances(ground, account, report); !done)
            return done.error();
    }
    if (account.service->bill) {
        if (auto done = compareBills(ground, account, report); !done)
            return done.error();
    }
    return report;
}

} // namespace

Result<Reconciliation> accountReports(WorkspaceParts &parts, const QDate &month,
                                      const QMap<Id, Error> &errors)
{
    Ground ground{parts, firstOfMonth(month), lastOfMonth(month), {}, errors};
    // The day before, for what ended after its midnight.
    auto days = parts.ledger->utcDays(ground.first.addDays(-1), ground.last);
    if (!days)
        return days.error();
    Result<QList<Integration>> integrations = parts.integrations->list();
    if (!integrations)
        return integrations.error();
    for (auto it = days->cbegin(); it != days->cend(); ++it) {
        const bool isListed
            = std::any_of(integrations->cbegin(), integrations->cend(),
                          [&it](const Integration &one) { return one.id == it.key(); });
        if (isListed)
            continue;
        const Result<Integration> removed = parts.integrations->byId(it.key());
        if (!removed)
            return removed.error();
        integrations->append(*removed);
    }
    QStringList order;
    QMap<QString, Account> accounts;
    for (const Integration &integration : std::as_const(*integrations)) {
        const Service *const service = parts.catalogue.service(integration.service);
        const Result<QString> key = accountKey(ground, integration, service);
        if (!key)
            return key.error();
        if (!order.contains(*key))
            order.append(*key);
        accounts[*key].service = service;
        accounts[*key].members.append(integration);
    }
    ground.days = std::move(*days);
    Reconciliation result{ground.first, {}};
    for (const QString &key : std::as_const(order)) {
        const Result<AccountReport> report = reportOf(ground, accounts.value(key));
        if (!report)
            return report.error();
        result.accounts.append(*report);
    }
    return result;
}

} // namespace keyway::engine
