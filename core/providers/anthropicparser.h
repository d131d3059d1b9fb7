#pragma once

#include "core/providers/answerparser.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// Usage of the messages API as counters. The fields are disjoint already; `cache_creation` splits
/// what was written into five minutes (A) and one hour (B).
struct AnthropicUsage {
    TokenUsage counters;
    /// Compaction, an advisor, a refused first attempt before a fallback: listed in `iterations`
    /// only, and billed beside the counters.
    QList<UsagePass> passes;
    QString model; ///< of the pass that gave the answer, where `iterations` names it
};
/// Nothing where no input count is there.
std::optional<AnthropicUsage> anthropicUsage(const QJsonObject &usage);

/// An answer to POST /v1/messages.
class AnthropicParser final : public AnswerParser {
protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override;
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override;
    Outcome outcome() const override;

private:
    void takeHead(const QJsonObject &message, StreamEvent &out);
    void takeBlock(const QJsonObject &block, StreamEvent &out);
    void takeStop(const QJsonObject &from);
    void takeUsage(const QJsonObject &usage, StreamEvent &out);

    /// Fields of later reports replace those of earlier ones; nothing is added up.
    QJsonObject m_usage;
    bool m_usageIsFinal = false;
};

} // namespace keyway
