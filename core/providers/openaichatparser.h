#pragma once

#include "core/providers/answerbytes.h"
#include "core/providers/provider.h"
#include "core/providers/wirejson.h"

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

/// Bytes of an answer to POST /chat/completions, streamed or not, as it comes; at the end a
/// Completion without the facts of the transport. Servers that only resemble OpenAI are understood
/// as far as possible: ids, finish reasons, usage and `[DONE]` may be missing, content may be an
/// array of parts.
class OpenAiChatParser {
public:
    explicit OpenAiChatParser(OpenAiUsageRules rules);

    QList<StreamEvent> feed(QByteArrayView bytes);
    /// Nothing that comes after is of interest: `[DONE]` or an error came.
    bool isDone() const { return m_done; }
    /// The end. `whole`: the transport saw the answer end, so what is missing will never come.
    Completion finish(bool whole);

private:
    void takeEvents(const QList<SseEvent> &events, QList<StreamEvent> &out);
    void takeObject(const QJsonObject &object, StreamEvent &out);
    void takeWhole();
    void takeMessage(const QJsonObject &message, StreamEvent &out);
    void fail(Error error);

    OpenAiUsageRules m_rules;
    AnswerBytes m_bytes;
    WholeText m_whole;
    Completion m_completion;
    QString m_refusal;
    bool m_hasContent = false; ///< text, thinking, a tool call: something that was produced
    bool m_sawObject = false;
    bool m_sawEnd = false; ///< `[DONE]`, or an answer in one piece
    bool m_done = false;
};

} // namespace keyway
