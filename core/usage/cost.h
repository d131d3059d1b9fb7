#pragma once

#include "core/money/money.h"
#include "core/usage/tokenusage.h"

#include <QtCore/QList>
#include <QtCore/QMap>

#include <optional>

namespace keyway {

/// The unit prices that hold for one attempt: one tier of one dated price, multipliers included.
using UnitPrices = QMap<Counter, Price>;

/// One line of a cost: `units` of a counter at a price, exact.
struct CostLine {
    Counter counter = Counter::InUncached;
    qint64 units = 0;
    Price price;
    PicoDollars amount() const { return price.times(units); }
};

struct Cost {
    QList<CostLine> lines;
    Money total; ///< the exact sum of the lines, rounded half-even once
};

/// Multiplies and adds. Nothing where a counter above zero has no price (an unknown cost is never
/// 0).
std::optional<Cost> costOf(const TokenUsage &usage, const UnitPrices &prices);

/// The prices of tokens times `numerator / denominator`, half to even in pico-dollars, for service
/// tiers (priority 2/1, flex 1/2). Prices of calls and pieces stay. Neither number is negative, the
/// denominator is above zero.
UnitPrices multiplied(const UnitPrices &prices, qint64 numerator, qint64 denominator);

} // namespace keyway
