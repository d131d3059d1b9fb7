#include "ui/words/fees.h"

#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {

struct FeeWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Fees)
};

/// Flat fees are a fraction of a cent, which reads better in cents: 0.1 ¢.
QString centsOf(Money amount, const QLocale &locale)
{
    if (amount >= Money::fromCents(100))
        return money(amount, locale);
    const qint64 unit = 10'000'000;
    QString number = locale.toString(static_cast<qlonglong>(amount.nano() / unit));
    QString rest = u"%1"_s.arg(amount.nano() % unit, 7, 10, QChar(u'0'));
    while (rest.endsWith(u'0'))
        rest.chop(1);
    if (!rest.isEmpty()) {
        number += locale.decimalPoint();
        for (const QChar digit : std::as_const(rest))
            number += locale.toString(digit.digitValue());
    }
    return FeeWords::tr("%1 ¢", "cents").arg(number);
}

} // namespace

QString planName(FeePlan plan)
{
    switch (plan) {
    case FeePlan::None:
        return FeeWords::tr("None", "a fee plan");
    case FeePlan::Percent:
        return FeeWords::tr("Percent", "a fee plan");
    case FeePlan::PerRequest:
        return FeeWords::tr("Per request", "a fee plan");
    case FeePlan::Monthly:
        return FeeWords::tr("Monthly", "a fee plan");
    case FeePlan::Freemium:
        return FeeWords::tr("Freemium", "a fee plan");
    }
    return {};
}

QString percentOf(int basisPoints, const QLocale &locale)
{
    QString number = locale.toString(basisPoints / 100);
    const int rest = basisPoints % 100;
    if (rest % 10 != 0)
        number += locale.decimalPoint() + locale.toString(rest / 10) + locale.toString(rest % 10);
    else if (rest != 0)
        number += locale.decimalPoint() + locale.toString(rest / 10);
    return FeeWords::tr("%1%", "percentage").arg(number);
}

QString feeInBrackets(const FeePolicy &policy, const QLocale &locale)
{
    switch (policy.plan) {
    case FeePlan::None:
        return FeeWords::tr("none", "platform service fee");
    case FeePlan::Percent:
        return percentOf(policy.basisPoints, locale);
    case FeePlan::PerRequest:
        return FeeWords::tr("%1 per request").arg(centsOf(policy.perRequest, locale));
    case FeePlan::Monthly:
        return FeeWords::tr("monthly", "platform service fee");
    case FeePlan::Freemium:
        return FeeWords::tr("free: our keys, limited");
    }
    return {};
}

QString feeLine(const FeePolicy &policy, const QLocale &locale)
{
    return FeeWords::tr("Platform Service Fee (%1)").arg(feeInBrackets(policy, locale));
}

QStringList feeExplained(const FeePolicy &policy, Money monthCost, Money monthFee,
                         qint64 unknownCost, const QLocale &locale)
{
    QStringList lines;
    switch (policy.plan) {
    case FeePlan::None:
        lines += FeeWords::tr("You pay no platform fee.");
        break;
    case FeePlan::Percent:
        lines += FeeWords::tr("The fee is %1 of what the services charge you.")
                     .arg(percentOf(policy.basisPoints, locale));
        lines += FeeWords::tr("This month the services charge %1, so the fee is %2.")
                     .arg(money(monthCost, locale), money(monthFee, locale));
        lines += FeeWords::tr("It is worked out for each request and rounded to a billionth of a "
                              "dollar. Cents are rounded once, at the total.");
        break;
    case FeePlan::PerRequest:
        lines += FeeWords::tr("The fee is %1 for each request that was answered.")
                     .arg(centsOf(policy.perRequest, locale));
        lines += FeeWords::tr("This month it comes to %1.").arg(money(monthFee, locale));
        break;
    case FeePlan::Monthly:
        lines += FeeWords::tr("The fee is %1 a month, whatever you use.")
                     .arg(money(policy.monthly, locale));
        break;
    case FeePlan::Freemium:
        lines
            += FeeWords::tr("A limited number of requests a month runs on Keyway's own keys at no "
                            "cost. Your own keys need a paid plan.");
        break;
    }
    if (policy.plan == FeePlan::Percent || policy.plan == FeePlan::PerRequest)
        lines += FeeWords::tr("There is no fee on requests that failed, cost nothing, ran on this "
                              "computer or have no known price.");
    if (unknownCost > 0)
        lines += FeeWords::tr("%n request(s) of this month have no known cost and are not in these "
                              "sums.",
                              nullptr, static_cast<int>(unknownCost));
    return lines;
}

} // namespace keyway::words
