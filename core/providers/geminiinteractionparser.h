#pragma once

#include "core/providers/answerparser.h"
#include "core/providers/geminiusage.h"

#include <optional>

namespace keyway {

/// An answer to POST /interactions, whole or streamed (provider facts, 3.3). Its status is the
/// finish reason. Pictures are Completion::images.
class GeminiInteractionParser final : public AnswerParser {
public:
    explicit GeminiInteractionParser(GeminiUsageRules rules)
        : m_rules(rules)
    {
    }

protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    Outcome outcome() const override;

private:
    /// The interaction as far as an event or a whole answer tells it.
    void takeInteraction(const QJsonObject &interaction, StreamEvent &out);
    void takeError(const QJsonObject &from);
    void takeStep(const QJsonObject &step, StreamEvent &out);
    /// A part of a step, or a piece of one.
    void takeContent(const QJsonObject &content, StreamEvent &out);

    GeminiUsageRules m_rules;
    std::optional<Outcome> m_withheld; ///< of an answer that the service keeps back
};

} // namespace keyway
