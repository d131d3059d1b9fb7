#include "core/guard/reservation.h"

#include <algorithm>

namespace keyway::guard {

namespace {

/// The dearest prices, in pico-dollars, that a prompt of up to a given size can meet.
struct DearestPrices {
    qint64 input = 0;
    qint64 output = 0;
};

std::optional<DearestPrices> dearestTextPrices(const PriceQuote &quote, qint64 promptTokens)
{
    DearestPrices dearest;
    const auto include = [&dearest](const UnitPrices &prices) {
        if (!prices.contains(Counter::InUncached) || !prices.contains(Counter::OutText))
            return false;
        for (const Counter counter : {Counter::InUncached, Counter::InCacheRead,
                                      Counter::InCacheWriteA, Counter::InCacheWriteB})
            dearest.input = std::max(dearest.input, prices.value(counter).pico());
        dearest.output = std::max(dearest.output, prices.value(Counter::OutText).pico());
        return true;
    };
    if (quote.tiers.isEmpty() && !include(quote.prices))
        return std::nullopt;
    for (const DatedPrice::Tier &tier : quote.tiers) {
        const bool reachable = tier.abovePromptTokens == 0 || promptTokens > tier.abovePromptTokens;
        if (reachable && !include(tier.prices))
            return std::nullopt;
    }
    return dearest;
}

} // namespace

std::optional<PicoDollars> worstCost(const PriceQuote &quote, const AttemptBounds &bounds)
{
    if (bounds.type == RequestType::Image) {
        const auto price = quote.prices.constFind(Counter::Images);
        if (price == quote.prices.cend())
            return std::nullopt;
        return price->times(bounds.images);
    }
    if (bounds.type != RequestType::Text)
        return std::nullopt;
    const std::optional<DearestPrices> dearest = dearestTextPrices(quote, bounds.promptTokens);
    if (!dearest)
        return std::nullopt;
    return PicoDollars(dearest->input) * bounds.promptTokens
        + PicoDollars(dearest->output) * bounds.outputTokens;
}

std::optional<qint64> outputTokensWithin(Money left, const PriceQuote &quote,
                                         const AttemptBounds &bounds)
{
    if (bounds.type != RequestType::Text)
        return std::nullopt;
    const std::optional<DearestPrices> dearest = dearestTextPrices(quote, bounds.promptTokens);
    if (!dearest)
        return std::nullopt;
    constexpr qint64 picoPerNano = 1000;
    const PicoDollars forOutput = PicoDollars(left.nano()) * picoPerNano
        - PicoDollars(dearest->input) * bounds.promptTokens;
    if (forOutput < 0)
        return -1;
    if (dearest->output == 0)
        return bounds.outputTokens;
    const PicoDollars tokens = forOutput / dearest->output;
    return static_cast<qint64>(std::min<PicoDollars>(tokens, bounds.outputTokens));
}

} // namespace keyway::guard
