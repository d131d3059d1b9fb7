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

/// The lines of both, and their sum rounded once.
Cost sumOf(const Cost &one, const Cost &other);

/// Multiplies and adds. Nothing where a counter above zero has no price (an unknown cost is never
/// 0).
std::optional<Cost> costOf(const TokenUsage &usage, const UnitPrices &prices);

/// Which prices a factor changes: service tiers, regions and peak hours those of tokens, not those
/// of calls and pieces; a discount all of them.
enum class Multiplied { Tokens, Everything };

/// Prices times `numerator / denominator`, half to even in pico-dollars (priority 2/1, flex 1/2).
/// Neither number is negative, the denominator is above zero.
UnitPrices multiplied(const UnitPrices &prices, qint64 numerator, qint64 denominator,
                      Multiplied what = Multiplied::Tokens);

} // namespace keyway
