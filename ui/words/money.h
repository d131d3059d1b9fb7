#pragma once

#include "core/money/money.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <optional>

namespace keyway::words {

// Amounts for people. "$0.00" stands only for exactly nothing; the sign and its place follow the
// locale; a minus is U+2212.

/// A total, a limit: two decimals, and four where two would hide that it is not nothing.
QString money(Money amount, const QLocale &locale = {});
/// One request: four decimals always, "< $0.0001" below that, "$0.0000" for nothing.
QString requestMoney(Money amount, const QLocale &locale = {});
/// The details of a request: six decimals always.
QString exactMoney(Money amount, const QLocale &locale = {});
/// As money(), or "price unknown".
QString moneyOf(CostState state, Money amount, const QLocale &locale = {});
/// As requestMoney(), or "price unknown".
QString requestMoneyOf(CostState state, Money amount, const QLocale &locale = {});
/// For screen readers: "12 dollars 43".
QString spokenMoney(Money amount, const QLocale &locale = {});

/// Lines and their total with the fewest decimals (2, 4, 6 or 9) at which the lines, as shown, add
/// up to the total, as shown, and none that is not nothing looks like nothing. The total is last.
QStringList addedUp(const QList<Money> &lines, Money total, const QLocale &locale = {});

/// The price of a million units as services print it, at least two decimals: "$2.50".
QString pricePerMillion(Price price, const QLocale &locale = {});
/// The price of a single unit: "$0.04".
QString priceEach(Price price, const QLocale &locale = {});

/// What a person typed as an amount in dollars, with or without sign, groups or cents, in the
/// locale's or in the plain form: "12", "12.50", "$ 12,50". Nothing where it is not an amount, is
/// negative, has more than two decimals, or is above 1,000,000.
std::optional<Money> parseMoney(const QString &text, const QLocale &locale = {});

/// The same for what is small: also fractions of a cent, "0.005".
std::optional<Money> parsePrice(const QString &text, const QLocale &locale = {});

/// For bars: 1000 is all of it; at most 9999. Anything of nothing is all of it.
int permille(Money part, Money whole);
/// Whole from 10, one decimal below: "50%", "6.5%", "0%". Nothing where `whole` is not above
/// nothing.
QString percent(Money part, Money whole, const QLocale &locale = {});
/// 1,353
QString count(qint64 number, const QLocale &locale = {});

} // namespace keyway::words
