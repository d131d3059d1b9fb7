#pragma once

#include "core/providers/answerparser.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a server's usage report is to be read.
struct OpenAiUsageRules {
    /// Completion tokens leave the thinking out (xAI); it is added, since it is billed as output.
    bool thinkingOutsideOutput = false;
    /// The model has a price of its own for these, so they are moved out of the text counters.
    bool pricesInAudio = false;
    bool pricesInImage = false;
    bool pricesOutAudio = false;

    static OpenAiUsageRules of(const Endpoint &endpoint);
};

/// Usage of chat completions as disjoint counters: cached and cache-written tokens are inside the
/// prompt tokens, thinking is inside the completion tokens (provider facts, 0.2). Parts larger than
/// their whole are cut to it. Nothing where neither count is there.
std::optional<TokenUsage> openAiUsage(const QJsonObject &usage, const OpenAiUsageRules &rules);

/// An answer to POST /chat/completions. Servers that only resemble OpenAI are understood as far as
/// possible: ids, finish reasons, usage and `[DONE]` may be missing, content may be an array of
/// parts.
class OpenAiChatParser final : public AnswerParser {
public:
    explicit OpenAiChatParser(OpenAiUsageRules rules);

protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    bool isComplete(bool whole) const override;
    Outcome outcome() const override;

private:
    void takeMessage(const QJsonObject &message, StreamEvent &out);
    void takeUsage(const QJsonObject &usage, StreamEvent &out);

    OpenAiUsageRules m_rules;
};

} // namespace keyway
