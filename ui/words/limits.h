#pragma once

#include "core/guard/ratelimit.h"
#include "core/guard/spendinglimit.h"

#include <QtCore/QLocale>

namespace keyway::words {

/// What a limit is for: "Everything", "Images", or the name of the service or integration, which is
/// given.
QString limitFor(const guard::LimitScope &scope, const QString &name);
/// "Month", "Request"
QString periodWord(guard::LimitPeriod period);
/// "$40.00 a month", for the middle of a sentence.
QString amountForPeriod(Money most, guard::LimitPeriod period, const QLocale &locale = {});
/// "Stop"
QString reachedWord(LimitAction reached);
/// What that does, as a sentence.
QString reachedMeaning(LimitAction reached);
/// "60 a minute, 10 in a burst, 4 at once", of requests.
/// "60 a minute"
QString requestsWords(const guard::Rate &rate, const QLocale &locale = {});
QString rateWords(const guard::RateRule &rule, const QLocale &locale = {});
/// When it starts again: "It starts again on 1 December." Empty for a limit of each request.
QString startsAgain(guard::LimitPeriod period, const QDate &today, const QLocale &locale = {});

} // namespace keyway::words
