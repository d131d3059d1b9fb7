#pragma once

#include "core/providers/answerparser.h"

namespace keyway {

/// An answer to POST /api/chat: JSON objects, one a line, the last of which says `done` and counts
/// (provider facts, 12). An error is a line of its own.
class OllamaParser final : public AnswerParser {
public:
    OllamaParser()
        : AnswerParser(AnswerBytes::Framing::Lines)
    {
    }

protected:
    void takeEvent(const QJsonObject &line, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    Outcome outcome() const override { return Outcome::Completed; }

private:
    void takeCounts(const QJsonObject &last, StreamEvent &out);
};

} // namespace keyway
