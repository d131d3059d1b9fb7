#include "core/guard/reservation.h"

#include <algorithm>

namespace keyway::guard {

namespace {

/// The prices of every tier that a prompt of up to this size can fall into.
QList<UnitPrices> reachablePrices(const PriceQuote &quote, qint64 promptTokens)
{
    if (quote.tiers.isEmpty())
        return {quote.prices};
    QList<UnitPrices> result;
    for (const DatedPrice::Tier &tier : quote.tiers) {
        if (tier.abovePromptTokens == 0 || promptTokens > tier.abovePromptTokens)
            result.append(tier.prices);
    }
    return result;
}

/// The highest price of a counter, in pico-dollars. Nothing where one of the tiers does not have
/// it.
std::optional<qint64> dearest(const QList<UnitPrices> &tiers, Counter counter)
{
    qint64 highest = 0;
    for (const UnitPrices &prices : tiers) {
        const auto price = prices.constFind(counter);
        if (price == prices.cend())
            return std::nullopt;
        highest = std::max(highest, price->pico());
    }
    return highest;
}

/// The dearest prices, in pico-dollars, that a prompt of up to a given size can meet.
struct DearestPrices {
    qint64 input = 0;
    qint64 output = 0;
};

std::optional<DearestPrices> dearestTextPrices(const PriceQuote &quote, qint64 promptTokens)
{
    const QList<UnitPrices> tiers = reachablePrices(quote, promptTokens);
    const std::optional<qint64> input = dearest(tiers, Counter::InUncached);
    const std::optional<qint64> output = dearest(tiers, Counter::OutText);
    if (!input || !output)
        return std::nullopt;
    DearestPrices result{*input, *output};
    for (const UnitPrices &prices : tiers) {
        for (const Counter counter :
             {Counter::InCacheRead, Counter::InCacheWriteA, Counter::InCacheWriteB})
            result.input = std::max(result.input, prices.value(counter).pico());
    }
    return result;
}

/// More than any service counts for a picture in a prompt.
constexpr qint64 inputPictureTokens = 16'384;
constexpr int unusualPicture = 2;

std::optional<PicoDollars> worstByToken(const QList<UnitPrices> &tiers, const AttemptBounds &bounds)
{
    const std::optional<qint64> output = dearest(tiers, Counter::OutImage);
    const std::optional<qint64> input = dearest(tiers, Counter::InUncached);
    if (!output || !input || bounds.imageTokens == 0)
        return std::nullopt;
    const qint64 picture = std::max(*input, dearest(tiers, Counter::InImage).value_or(0));
    return PicoDollars(*input) * bounds.promptTokens
        + PicoDollars(picture) * inputPictureTokens * bounds.inputPictures
        + PicoDollars(*output) * bounds.imageTokens * unusualPicture * bounds.images;
}

} // namespace

std::optional<PicoDollars> worstCost(const PriceQuote &quote, const AttemptBounds &bounds)
{
    const QList<UnitPrices> tiers = reachablePrices(quote, bounds.promptTokens);
    if (bounds.type == RequestType::Image) {
        const std::optional<qint64> price = dearest(tiers, Counter::Images);
        return price ? std::optional(PicoDollars(*price) * bounds.images)
                     : worstByToken(tiers, bounds);
    }
    if (bounds.type == RequestType::Video) {
        const std::optional<qint64> price = dearest(tiers, Counter::VideoSeconds);
        return price && bounds.videoSeconds > 0
            ? std::optional(PicoDollars(*price) * bounds.videoSeconds)
            : std::nullopt;
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
