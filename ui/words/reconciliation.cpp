#include "ui/words/reconciliation.h"

#include "ui/words/money.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {

struct ReconciliationWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Reconciliation)
};

Money size(Money amount)
{
    return std::max(amount, Money() - amount);
}

} // namespace

QString causeWords(const DifferencePart &part, const QLocale &locale)
{
    const QString amount = money(size(part.amount), locale);
    const int attempts = static_cast<int>(part.attempts);
    switch (part.cause) {
    case DifferenceCause::UsedElsewhere:
        return ReconciliationWords::tr("%1 was used elsewhere with the same account").arg(amount);
    case DifferenceCause::UnknownCosts:
        return ReconciliationWords::tr("%1 may be %n attempt(s) whose cost was not known", nullptr,
                                       attempts)
            .arg(amount);
    case DifferenceCause::EstimatedCosts:
        return ReconciliationWords::tr("%1 may be %n attempt(s) that Keyway had to estimate",
                                       nullptr, attempts)
            .arg(amount);
    case DifferenceCause::AcrossMidnight:
        return ReconciliationWords::tr("%1 ended after midnight UTC, on the next day's bill")
            .arg(amount);
    case DifferenceCause::NotBilledYet:
        return ReconciliationWords::tr("%1 is not billed yet").arg(amount);
    case DifferenceCause::Rounding:
        return ReconciliationWords::tr("%1 is rounding").arg(amount);
    case DifferenceCause::OursIsMore:
        return ReconciliationWords::tr("%1 was counted here and is not on the bill").arg(amount);
    }
    return {};
}

QString causesWords(const Comparison &comparison, const QLocale &locale)
{
    QStringList causes;
    for (const DifferencePart &part : comparison.parts)
        causes += causeWords(part, locale);
    return causes.join(u"; "_s);
}

QString agreementWord(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Same:
        return ReconciliationWords::tr("same");
    case Agreement::Explained:
        return ReconciliationWords::tr("explained");
    case Agreement::NotYet:
        return ReconciliationWords::tr("not yet");
    case Agreement::Flagged:
        return ReconciliationWords::tr("look");
    }
    return {};
}

QString comparisonWords(const QString &service, const Comparison &comparison, const QLocale &locale)
{
    const QStringList amounts
        = addedUp({comparison.ours, comparison.difference()}, comparison.theirs, locale);
    if (comparison.difference().isZero())
        return ReconciliationWords::tr("%1 says %2, as Keyway counted.")
            .arg(service, amounts.at(2));
    const QStringList sizes = addedUp({comparison.ours, size(comparison.difference())},
                                      comparison.ours + size(comparison.difference()), locale);
    return comparison.difference() > Money()
        ? ReconciliationWords::tr("%1 says %2, Keyway counted %3: %4 more.")
              .arg(service, amounts.at(2), amounts.at(0), amounts.at(1))
        : ReconciliationWords::tr("%1 says %2, Keyway counted %3: %4 less.")
              .arg(service, amounts.at(2), amounts.at(0), sizes.at(1));
}

QString accountStateWords(const QString &state, const QString &service)
{
    if (state == "admin-key-missing"_L1)
        return ReconciliationWords::tr("%1 tells its bills to an admin key only, and there is none "
                                       "here.")
            .arg(service);
    if (state == "not-read"_L1)
        return ReconciliationWords::tr("%1 was not asked yet.").arg(service);
    if (state == "first-balance"_L1)
        return ReconciliationWords::tr("%1 tells only its balance: what goes off it can be "
                                       "compared from the next check on.")
            .arg(service);
    if (state == "topped-up"_L1)
        return ReconciliationWords::tr("Money was added at %1 since the last check, so its balance "
                                       "tells nothing about costs this time.")
            .arg(service);
    if (state == "does-not-tell"_L1)
        return ReconciliationWords::tr("%1 does not tell what it charged.").arg(service);
    if (state == "runs-here"_L1)
        return ReconciliationWords::tr("%1 runs on this computer.").arg(service);
    return {};
}

} // namespace keyway::words
