#include "core/providers/ollamaparser.h"

namespace keyway {

using namespace Qt::StringLiterals;

void OllamaParser::takeEvent(const QJsonObject &line, StreamEvent &out)
{
    if (line.contains("error"_L1)) {
        failWith(line);
        return;
    }
    if (const QString model = line.value("model"_L1).toString(); !model.isEmpty())
        m_completion.model = model;
    const QJsonObject message = line.value("message"_L1).toObject();
    addText(message.value("content"_L1).toString(), out);
    if (!message.value("thinking"_L1).toString().isEmpty() || message.contains("tool_calls"_L1))
        noteContent();
    if (!line.value("done"_L1).toBool())
        return;
    const QString reason = line.value("done_reason"_L1).toString();
    m_completion.finishReason = reason.isEmpty() ? u"stop"_s : reason;
    takeCounts(line, out);
    end();
}

void OllamaParser::takeCounts(const QJsonObject &last, StreamEvent &out)
{
    const auto written = jsonCount(last.value("eval_count"_L1));
    const auto read = jsonCount(last.value("prompt_eval_count"_L1));
    if (!written && !read)
        return;
    TokenUsage &usage = m_completion.usage;
    usage.set(Counter::InUncached, read.value_or(0));
    usage.set(Counter::OutText, written.value_or(0));
    // A prompt that is kept in memory from the last time may not be counted.
    m_completion.inputReported = read.has_value();
    m_completion.usageReported = true;
    out.usage = usage;
}

/// Never asked: an answer in one piece is a stream of one line.
bool OllamaParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    takeEvent(answer, out);
    return !m_completion.error;
}

} // namespace keyway
