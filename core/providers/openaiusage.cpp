#include "core/providers/openaiusage.h"

#include "core/providers/wirejson.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonObject detailsIn(const QJsonObject &usage, QLatin1StringView field, QLatin1StringView other)
{
    const QJsonValue details = usage.value(field);
    return details.isObject() ? details.toObject() : usage.value(other).toObject();
}

} // namespace

bool hasPrice(const Endpoint &endpoint, Counter counter)
{
    if (!endpoint.facts)
        return false;
    const QList<DatedPrice> &prices = endpoint.facts->prices;
    return std::any_of(prices.begin(), prices.end(), [&](const DatedPrice &price) {
        return !price.tiers.isEmpty() && price.tiers.first().prices.contains(counter);
    });
}

OpenAiUsageRules OpenAiUsageRules::of(const Endpoint &endpoint)
{
    return {endpoint.service.traits.thinkingOutsideOutput, hasPrice(endpoint, Counter::InAudio),
            hasPrice(endpoint, Counter::InImage), hasPrice(endpoint, Counter::OutAudio)};
}

std::optional<TokenUsage> openAiUsage(const QJsonObject &usage, const OpenAiUsageRules &rules)
{
    const auto first = [&](QLatin1StringView field, QLatin1StringView other) {
        const auto count = jsonCount(usage.value(field));
        return count ? count : jsonCount(usage.value(other));
    };
    const auto promptTokens = first("prompt_tokens"_L1, "input_tokens"_L1);
    const auto completionTokens = first("completion_tokens"_L1, "output_tokens"_L1);
    if (!promptTokens && !completionTokens)
        return std::nullopt;

    const QJsonObject in = detailsIn(usage, "prompt_tokens_details"_L1, "input_tokens_details"_L1);
    const QJsonObject out
        = detailsIn(usage, "completion_tokens_details"_L1, "output_tokens_details"_L1);
    TokenUsage result;

    qint64 rest = promptTokens.value_or(0);
    const auto moveOut = [&rest, &result](Counter counter, qint64 count) {
        const qint64 part = qMin(count, rest);
        result.set(counter, part);
        rest -= part;
    };
    // DeepSeek names the cached part beside the details, or instead of them.
    const qint64 cached = jsonCount(in.value("cached_tokens"_L1))
                              .value_or(jsonCountOrZero(usage, "prompt_cache_hit_tokens"_L1));
    moveOut(Counter::InCacheRead, cached);
    const QJsonObject writes = in.value("cache_write_tokens_details"_L1).toObject();
    const qint64 longWrites = jsonCountOrZero(writes, "ttl_12h_tokens"_L1);
    moveOut(Counter::InCacheWriteB, longWrites);
    moveOut(Counter::InCacheWriteA,
            qMax<qint64>(0, jsonCountOrZero(in, "cache_write_tokens"_L1) - longWrites));
    if (rules.pricesInAudio)
        moveOut(Counter::InAudio, jsonCountOrZero(in, "audio_tokens"_L1));
    if (rules.pricesInImage)
        moveOut(Counter::InImage, jsonCountOrZero(in, "image_tokens"_L1));
    result.set(Counter::InUncached, rest);

    const qint64 reported = completionTokens.value_or(0);
    qint64 thinking = jsonCountOrZero(out, "reasoning_tokens"_L1);
    rest = reported;
    if (rules.thinkingOutsideOutput) {
        // Where the thinking is not named it is what the total has beyond prompt and completion.
        const qint64 total = jsonCountOrZero(usage, "total_tokens"_L1);
        rest = qMax(reported + thinking, total - promptTokens.value_or(0));
        thinking = rest - reported;
    }
    if (rules.pricesOutAudio)
        moveOut(Counter::OutAudio, jsonCountOrZero(out, "audio_tokens"_L1));
    result.set(Counter::OutText, rest);
    result.setOutThinking(qMin(thinking, rest));
    // xAI's own tools and sources; each has a price of its own.
    result.set(Counter::CallsOther,
               jsonCountOrZero(usage, "num_server_side_tools_used"_L1)
                   + jsonCountOrZero(usage, "num_sources_used"_L1));
    return result;
}

std::optional<Money> costStatedIn(const QJsonObject &usage)
{
    if (const auto ticks = jsonCount(usage.value("cost_in_usd_ticks"_L1)))
        return Money::fromPico(PicoDollars(*ticks) * 100);
    const auto pico = jsonDecimal(usage.value("cost"_L1), 12);
    if (!pico)
        return std::nullopt;
    if (!usage.value("is_byok"_L1).toBool())
        return Money::fromPico(*pico);
    // OpenRouter's own figure is its fee alone there.
    const QJsonObject details = usage.value("cost_details"_L1).toObject();
    const auto upstream = jsonDecimal(details.value("upstream_inference_cost"_L1), 12);
    return upstream ? std::optional(Money::fromPico(PicoDollars(*pico) + *upstream)) : std::nullopt;
}

std::optional<TokenUsage> openAiImageUsage(const QJsonObject &usage)
{
    const auto inTokens = jsonCount(usage.value("input_tokens"_L1));
    const auto outTokens = jsonCount(usage.value("output_tokens"_L1));
    if (!inTokens && !outTokens)
        return std::nullopt;
    const QJsonObject in = usage.value("input_tokens_details"_L1).toObject();
    const QJsonObject out = usage.value("output_tokens_details"_L1).toObject();
    TokenUsage result;
    qint64 rest = inTokens.value_or(0);
    const qint64 pictures = qMin(rest, jsonCountOrZero(in, "image_tokens"_L1));
    rest -= pictures;
    const qint64 cached = qMin(rest, jsonCountOrZero(in, "cached_tokens"_L1));
    result.set(Counter::InImage, pictures);
    result.set(Counter::InCacheRead, cached);
    result.set(Counter::InUncached, rest - cached);
    // What comes out is pictures, save where the service says how much of it was text.
    const qint64 text = qMin(outTokens.value_or(0), jsonCountOrZero(out, "text_tokens"_L1));
    result.set(Counter::OutText, text);
    result.set(Counter::OutImage, outTokens.value_or(0) - text);
    return result;
}

} // namespace keyway
