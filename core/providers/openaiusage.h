#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a server's usage report is to be read.
struct OpenAiUsageRules {
    /// Completion tokens leave the thinking out (xAI's chat); it is added, since it is billed as
    /// output.
    bool thinkingOutsideOutput = false;
    /// The model has a price of its own for these, so they are moved out of the text counters.
    bool pricesInAudio = false;
    bool pricesInImage = false;
    bool pricesOutAudio = false;

    static OpenAiUsageRules of(const Endpoint &endpoint);
};

/// Usage of chat completions and of responses as disjoint counters: cached and cache-written tokens
/// are inside the input tokens, thinking is inside the output tokens (provider facts, 0.2). Parts
/// larger than their whole are cut to it. Nothing where neither count is there.
std::optional<TokenUsage> openAiUsage(const QJsonObject &usage, const OpenAiUsageRules &rules);

/// Whether the model has a price for a counter, on any day.
bool hasPrice(const Endpoint &endpoint, Counter counter);

/// What the service says it charges: xAI in ticks of 1e-10 dollars, OpenRouter in dollars, to which
/// the price at the source is added where the user has a key of their own there.
std::optional<Money> costStatedIn(const QJsonObject &usage);

/// Usage of pictures, by themselves or as a tool of a response: text tokens as InUncached, picture
/// tokens as InImage and OutImage (provider facts, 1.4). Nothing where neither count is there.
std::optional<TokenUsage> openAiImageUsage(const QJsonObject &usage);

} // namespace keyway
