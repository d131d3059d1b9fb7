#pragma once

#include "core/providers/answerbytes.h"
#include "core/providers/provider.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// Usage of the messages API as counters. The fields are disjoint already; `cache_creation` splits
/// what was written into five minutes (A) and one hour (B).
struct AnthropicUsage {
    TokenUsage counters;
    /// Every pass has the price of `model`. Passes of other models (an advisor, a refused first
    /// attempt before a fallback) are listed in `iterations` only, and their price is another one.
    bool isComplete = true;
    QString model; ///< of the pass that gave the answer, where `iterations` names it
};
/// `iterations` has passes that the top-level totals leave out, such as compaction; those of the
/// same model are added. Nothing where no input count is there.
std::optional<AnthropicUsage> anthropicUsage(const QJsonObject &usage);

/// Bytes of an answer to POST /v1/messages, streamed or not, as it comes; at the end a Completion
/// without the facts of the transport.
class AnthropicParser {
public:
    QList<StreamEvent> feed(QByteArrayView bytes);
    bool isDone() const { return m_done; }
    /// The end. `whole`: the transport saw the answer end, so what is missing will never come.
    Completion finish(bool whole);

private:
    void takeEvents(const QList<SseEvent> &events, QList<StreamEvent> &out);
    void takeEvent(const QJsonObject &event, StreamEvent &out);
    void takeHead(const QJsonObject &message, StreamEvent &out);
    void takeBlock(const QJsonObject &block, StreamEvent &out);
    void takeStop(const QJsonObject &from);
    void takeUsage(const QJsonObject &usage, StreamEvent &out);
    void takeWhole();
    void fail(Error error);

    AnswerBytes m_bytes;
    WholeText m_whole;
    Completion m_completion;
    QJsonObject
        m_usage; ///< fields of later reports replace those of earlier ones; nothing is added up
    bool m_hasContent = false;
    bool m_sawObject = false;
    bool m_usageIsFinal = false;
    bool m_done = false;
};

} // namespace keyway
