#include "core/usage/cost.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace keyway {

namespace {

Price scaledHalfEven(Price price, qint64 numerator, qint64 denominator)
{
    const PicoDollars product = PicoDollars(price.pico()) * numerator;
    PicoDollars quotient = product / denominator;
    const PicoDollars twice = (product % denominator) * 2;
    if (twice > denominator || (twice == denominator && quotient % 2 != 0))
        quotient += 1;
    const PicoDollars most = std::numeric_limits<qint64>::max();
    return Price::fromPico(static_cast<qint64>(std::min<PicoDollars>(quotient, most)));
}

} // namespace

UnitPrices multiplied(const UnitPrices &prices, qint64 numerator, qint64 denominator,
                      Multiplied what)
{
    Q_ASSERT(numerator >= 0 && denominator > 0);
    UnitPrices result = prices;
    for (auto it = result.begin(); it != result.end(); ++it) {
        if (what == Multiplied::Everything || isTokenCounter(it.key()))
            it.value() = scaledHalfEven(it.value(), numerator, denominator);
    }
    return result;
}

Cost sumOf(const Cost &one, const Cost &other)
{
    Cost cost{one.lines + other.lines, {}};
    PicoDollars sum = 0;
    for (const CostLine &line : std::as_const(cost.lines))
        sum += line.amount();
    cost.total = Money::fromPico(sum);
    return cost;
}

std::optional<Cost> costOf(const TokenUsage &usage, const UnitPrices &prices)
{
    Cost cost;
    PicoDollars sum = 0;
    for (int i = 0; i < counterCount; ++i) {
        const auto counter = static_cast<Counter>(i);
        const qint64 units = usage[counter];
        if (units == 0)
            continue;
        const auto price = prices.constFind(counter);
        if (price == prices.cend())
            return std::nullopt;
        const CostLine line{counter, units, *price};
        sum += line.amount();
        cost.lines.append(line);
    }
    cost.total = Money::fromPico(sum);
    return cost;
}

} // namespace keyway
