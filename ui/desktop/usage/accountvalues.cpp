#include "accountvalues.h"

#include "ui/words/reconciliation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

ServiceSays saysOf(const engine::AccountReport &report)
{
    switch (report.state) {
    case engine::AccountState::Compared:
        break;
    case engine::AccountState::NotRead:
    case engine::AccountState::FirstBalance:
    case engine::AccountState::ToppedUp:
        return ServiceSays::NotYet;
    case engine::AccountState::RunsHere:
        return ServiceSays::RunsHere;
    case engine::AccountState::AdminKeyMissing:
    case engine::AccountState::DoesNotTell:
        return ServiceSays::DoesNotTell;
    }
    if (report.total.agreement == Agreement::NotYet)
        return ServiceSays::NotYet;
    if (report.total.agreement != Agreement::Same)
        return ServiceSays::Differs;
    const bool nothing = report.total.ours.isZero() && report.total.theirs.isZero();
    return nothing ? ServiceSays::NotCharged : ServiceSays::Same;
}

AccountFigures figuresOf(const engine::AccountReport &report, const QLocale &locale)
{
    AccountFigures figures;
    figures.service = report.service;
    const QString names = report.integrations.join(u", "_s);
    figures.name = names.isEmpty() || names == report.serviceName
        ? report.serviceName
        : u"%1 (%2)"_s.arg(report.serviceName, names);
    figures.says = saysOf(report);
    if (report.state == engine::AccountState::Compared) {
        figures.ours = report.total.ours;
        figures.theirs = report.total.theirs;
        figures.why = words::causesWords(report.total, locale);
    } else {
        figures.ours = report.recorded;
        figures.why = words::accountStateWords(nameOf(report.state), report.serviceName);
    }
    return figures;
}

} // namespace

AccountsOfMonth accountsOfMonth(const engine::Reconciliation &reconciliation, const QLocale &locale)
{
    AccountsOfMonth month;
    month.month = reconciliation.month;
    month.agree = true;
    for (const engine::AccountReport &report : reconciliation.accounts) {
        const AccountFigures figures = figuresOf(report, locale);
        month.accounts.append(figures);
        if (!figures.theirs)
            continue;
        ++month.compared;
        month.ours += figures.ours;
        month.theirs += *figures.theirs;
        month.agree = month.agree && figures.says != ServiceSays::Differs;
    }
    std::stable_sort(month.accounts.begin(), month.accounts.end(),
                     [](const auto &a, const auto &b) { return a.ours > b.ours; });
    return month;
}

} // namespace keyway
