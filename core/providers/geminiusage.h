#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace keyway {

/// Which of the tokens that a report of Gemini tells apart have a price of their own in the model,
/// so that they are moved out of the text counters.
struct GeminiUsageRules {
    bool pricesInAudio = false;
    bool pricesInImage = false;
    bool pricesInVideo = false;
    bool pricesOutAudio = false;
    bool pricesOutVideo = false;

    static GeminiUsageRules of(const Endpoint &endpoint);
};

/// `usageMetadata` of generateContent as disjoint counters: cached tokens are inside the prompt,
/// what tools read is beside it, thinking is beside the candidates (provider facts, 0.2 and 3.1).
/// Pictures are always a counter of their own. Nothing where no count is there.
std::optional<TokenUsage> geminiUsage(const QJsonObject &metadata, const GeminiUsageRules &rules);

/// `usage` of an interaction, in the same way: thinking is beside the output (provider facts, 3.3).
std::optional<TokenUsage> geminiInteractionUsage(const QJsonObject &usage,
                                                 const GeminiUsageRules &rules);

} // namespace keyway
