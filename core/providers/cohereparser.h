#pragma once

#include "core/providers/answerparser.h"

namespace keyway {

/// `usage` of a Cohere answer as counters: what it bills, which is far less than what it counts
/// (provider facts, 10). Nothing where it does not say what it bills.
std::optional<TokenUsage> cohereUsage(const QJsonObject &usage);

/// An answer to POST /v2/chat.
class CohereParser final : public AnswerParser {
protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    Outcome outcome() const override;

private:
    void takeContent(const QJsonObject &content, StreamEvent &out);
    void takeEnd(const QJsonObject &from, StreamEvent &out);
};

} // namespace keyway
