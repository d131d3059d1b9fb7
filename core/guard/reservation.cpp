#include "core/guard/reservation.h"

#include <algorithm>

namespace keyway::guard {

namespace {

/// The highest price of a counter, in pico-dollars, over every tier that a prompt of up to this
/// size can fall into, and whether all of them have one.
struct Highest {
    qint64 pico = 0;
    bool everywhere = true;

    Highest(const PriceQuote &quote, qint64 promptTokens, Counter counter)
    {
        if (quote.tiers.isEmpty())
            see(quote.prices, counter);
        for (const DatedPrice::Tier &tier : quote.tiers) {
            if (tier.abovePromptTokens == 0 || promptTokens > tier.abovePromptTokens)
                see(tier.prices, counter);
        }
    }

private:
    void see(const UnitPrices &prices, Counter counter)
    {
        const auto price = prices.constFind(counter);
        everywhere = everywhere && price != prices.cend();
        if (price != prices.cend())
            pico = std::max(pico, price->pico());
    }
};

std::optional<qint64> dearest(const PriceQuote &quote, qint64 promptTokens, Counter counter)
{
    const Highest highest(quote, promptTokens, counter);
    return highest.everywhere ? std::optional(highest.pico) : std::nullopt;
}

/// The dearest prices, in pico-dollars, that a prompt of up to a given size can meet.
struct DearestPrices {
    qint64 input = 0;
    qint64 output = 0;
};

std::optional<DearestPrices> dearestTextPrices(const PriceQuote &quote, qint64 promptTokens)
{
    const std::optional<qint64> input = dearest(quote, promptTokens, Counter::InUncached);
    const std::optional<qint64> output = dearest(quote, promptTokens, Counter::OutText);
    if (!input || !output)
        return std::nullopt;
    DearestPrices result{*input, *output};
    for (const Counter counter :
         {Counter::InCacheRead, Counter::InCacheWriteA, Counter::InCacheWriteB})
        result.input = std::max(result.input, Highest(quote, promptTokens, counter).pico);
    return result;
}

/// More than any service counts for a picture in a prompt.
constexpr qint64 inputPictureTokens = 16'384;
constexpr int unusualPicture = 2;

std::optional<PicoDollars> worstByToken(const PriceQuote &quote, const AttemptBounds &bounds)
{
    const qint64 prompt = bounds.promptTokens;
    const std::optional<qint64> output = dearest(quote, prompt, Counter::OutImage);
    const std::optional<qint64> input = dearest(quote, prompt, Counter::InUncached);
    if (!output || !input || bounds.imageTokens == 0)
        return std::nullopt;
    const qint64 picture = std::max(*input, dearest(quote, prompt, Counter::InImage).value_or(0));
    return PicoDollars(*input) * bounds.promptTokens
        + PicoDollars(picture) * inputPictureTokens * bounds.inputPictures
        + PicoDollars(*output) * bounds.imageTokens * unusualPicture * bounds.images;
}

} // namespace

std::optional<PicoDollars> worstCost(const PriceQuote &quote, const AttemptBounds &bounds)
{
    if (bounds.type == RequestType::Image) {
        const std::optional<qint64> price = dearest(quote, bounds.promptTokens, Counter::Images);
        return price ? std::optional(PicoDollars(*price) * bounds.images)
                     : worstByToken(quote, bounds);
    }
    if (bounds.type == RequestType::Video) {
        const std::optional<qint64> price
            = dearest(quote, bounds.promptTokens, Counter::VideoSeconds);
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
