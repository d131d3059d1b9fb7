#pragma once

#include "core/providers/answerparser.h"
#include "core/providers/geminiusage.h"

namespace keyway {

/// An answer to generateContent, whole or streamed, as server-sent events or as one JSON array
/// (provider facts, 3.1). A prompt that the service blocks is an answer without candidates; its
/// outcome is Filtered. Pictures are Completion::images. Usage is cumulative: the last report
/// holds.
class GeminiParser final : public AnswerParser {
public:
    explicit GeminiParser(GeminiUsageRules rules);

protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    Outcome outcome() const override;

private:
    void takeCandidate(const QJsonObject &candidate, StreamEvent &out);
    void takePart(const QJsonObject &part, StreamEvent &out);
    void takePicture(const QJsonObject &inlineData);
    void countUsage(const QJsonObject &reported, StreamEvent &out);

    GeminiUsageRules m_rules;
    QJsonObject m_metadata; ///< the last report of usage
    bool m_isBlocked = false; ///< the prompt was
};

} // namespace keyway
