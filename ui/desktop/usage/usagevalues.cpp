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

} // namespace keyway
