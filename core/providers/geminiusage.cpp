#include "core/providers/geminiusage.h"

#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool hasPrice(const Endpoint &endpoint, Counter counter)
{
    if (!endpoint.facts)
        return false;
    const QList<DatedPrice> &prices = endpoint.facts->prices;
    return std::any_of(prices.begin(), prices.end(), [counter](const DatedPrice &dated) {
        return dated.pricesFor(0).contains(counter);
    });
}

/// What both reports say, under their own names.
struct Report {
    qint64 prompt = 0;
    qint64 cached = 0;
    qint64 tools = 0;
    qint64 output = 0;
    qint64 thoughts = 0;
    QJsonArray promptBy;
    QJsonArray cachedBy;
    QJsonArray toolsBy;
    QJsonArray outputBy;
    QLatin1StringView countField;
};

qint64 countOf(const QJsonArray &details, QLatin1StringView modality, QLatin1StringView field)
{
    qint64 count = 0;
    for (const QJsonValue &value : details) {
        const QJsonObject entry = value.toObject();
        if (entry.value("modality"_L1).toString().compare(modality, Qt::CaseInsensitive) == 0)
            count += jsonCountOrZero(entry, field);
    }
    return count;
}

TokenUsage countersOf(const Report &report, const GeminiUsageRules &rules)
{
    TokenUsage usage;
    const qint64 cached = qMin(report.prompt, report.cached);
    qint64 uncached = report.prompt - cached + report.tools;
    const auto moveIn = [&](Counter counter, QLatin1StringView modality, bool priced) {
        if (!priced)
            return;
        const qint64 all = countOf(report.promptBy, modality, report.countField)
            + countOf(report.toolsBy, modality, report.countField);
        const qint64 cachedPart = countOf(report.cachedBy, modality, report.countField);
        const qint64 moved = qBound<qint64>(0, all - cachedPart, uncached);
        usage.set(counter, moved);
        uncached -= moved;
    };
    moveIn(Counter::InAudio, "AUDIO"_L1, rules.pricesInAudio);
    moveIn(Counter::InImage, "IMAGE"_L1, rules.pricesInImage);
    moveIn(Counter::InVideo, "VIDEO"_L1, rules.pricesInVideo);
    usage.set(Counter::InUncached, uncached);
    usage.set(Counter::InCacheRead, cached);

    qint64 text = report.output;
    const auto moveOut = [&](Counter counter, QLatin1StringView modality, bool priced) {
        const qint64 all = countOf(report.outputBy, modality, report.countField);
        const qint64 moved = priced ? qMin(all, text) : 0;
        usage.set(counter, moved);
        text -= moved;
    };
    moveOut(Counter::OutImage, "IMAGE"_L1, true);
    moveOut(Counter::OutAudio, "AUDIO"_L1, rules.pricesOutAudio);
    moveOut(Counter::OutVideo, "VIDEO"_L1, rules.pricesOutVideo);
    usage.set(Counter::OutText, text + report.thoughts);
    usage.setOutThinking(report.thoughts);
    return usage;
}

} // namespace

GeminiUsageRules GeminiUsageRules::of(const Endpoint &endpoint)
{
    return {hasPrice(endpoint, Counter::InAudio), hasPrice(endpoint, Counter::InImage),
            hasPrice(endpoint, Counter::InVideo), hasPrice(endpoint, Counter::OutAudio),
            hasPrice(endpoint, Counter::OutVideo)};
}

std::optional<TokenUsage> geminiUsage(const QJsonObject &metadata, const GeminiUsageRules &rules)
{
    const auto prompt = jsonCount(metadata.value("promptTokenCount"_L1));
    const auto output = jsonCount(metadata.value("candidatesTokenCount"_L1));
    if (!prompt && !output)
        return std::nullopt;
    Report report;
    report.prompt = prompt.value_or(0);
    report.output = output.value_or(0);
    report.cached = jsonCountOrZero(metadata, "cachedContentTokenCount"_L1);
    report.tools = jsonCountOrZero(metadata, "toolUsePromptTokenCount"_L1);
    report.thoughts = jsonCountOrZero(metadata, "thoughtsTokenCount"_L1);
    report.promptBy = metadata.value("promptTokensDetails"_L1).toArray();
    report.cachedBy = metadata.value("cacheTokensDetails"_L1).toArray();
    report.toolsBy = metadata.value("toolUsePromptTokensDetails"_L1).toArray();
    report.outputBy = metadata.value("candidatesTokensDetails"_L1).toArray();
    report.countField = "tokenCount"_L1;
    return countersOf(report, rules);
}

std::optional<TokenUsage> geminiInteractionUsage(const QJsonObject &usage,
                                                 const GeminiUsageRules &rules)
{
    const auto prompt = jsonCount(usage.value("total_input_tokens"_L1));
    const auto output = jsonCount(usage.value("total_output_tokens"_L1));
    if (!prompt && !output)
        return std::nullopt;
    Report report;
    report.prompt = prompt.value_or(0);
    report.output = output.value_or(0);
    report.cached = jsonCountOrZero(usage, "total_cached_tokens"_L1);
    report.tools = jsonCountOrZero(usage, "total_tool_use_tokens"_L1);
    report.thoughts = jsonCountOrZero(usage, "total_thought_tokens"_L1);
    report.promptBy = usage.value("input_tokens_by_modality"_L1).toArray();
    report.cachedBy = usage.value("cached_tokens_by_modality"_L1).toArray();
    report.toolsBy = usage.value("tool_use_tokens_by_modality"_L1).toArray();
    report.outputBy = usage.value("output_tokens_by_modality"_L1).toArray();
    report.countField = "tokens"_L1;
    return countersOf(report, rules);
}

} // namespace keyway
