#pragma once

#include "core/providers/answerparser.h"
#include "core/providers/openaiusage.h"

#include <QtCore/QJsonObject>

namespace keyway {

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
    void takeError(const QJsonObject &object);
    void takeUsage(const QJsonObject &usage, StreamEvent &out);

    OpenAiUsageRules m_rules;
};

} // namespace keyway
