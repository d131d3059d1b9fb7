#include "usagevalues.h"

#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

namespace keyway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keyway::UsageValues)
};

} // namespace

QString forecastText(const Forecast &forecast, const QLocale &locale)
{
    const QString expected = words::money(forecast.expected, locale);
    if (forecast.low == forecast.high)
        return Words::tr("%1 expected at the end").arg(expected);
    return Words::tr("%1 expected at the end, probably %2 to %3")
        .arg(expected, words::money(forecast.low, locale), words::money(forecast.high, locale));
}

qint64 measured(const UsageSums &sums, UsageMeasure measure)
{
    switch (measure) {
    case UsageMeasure::Cost:
        return sums.platformCost.nano();
    case UsageMeasure::Requests:
        return sums.requests;
    case UsageMeasure::Tokens:
        break;
    }
    return sums.tokensIn + sums.tokensOut;
}

QString measureText(qint64 value, UsageMeasure measure, const QLocale &locale)
{
    return measure == UsageMeasure::Cost ? words::money(Money::fromNano(value), locale)
                                         : words::count(value, locale);
}

QList<qint64> axisSteps(qint64 most)
{
    constexpr qint64 mostSteps = 5;
    qint64 step = 1;
    for (qint64 power = 1;; power *= 10) {
        bool found = false;
        for (const qint64 factor : {1, 2, 5}) {
            step = power * factor;
            found = most <= step * mostSteps;
            if (found)
                break;
        }
        if (found || power > most)
            break;
    }
    QList<qint64> steps{0};
    while (steps.last() < most || steps.size() < 2)
        steps.append(steps.last() + step);
    return steps;
}

} // namespace keyway
