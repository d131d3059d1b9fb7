#include "core/providers/cohereparser.h"

#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

std::optional<TokenUsage> cohereUsage(const QJsonObject &usage)
{
    const QJsonObject billed = usage.value("billed_units"_L1).toObject();
    const auto in = jsonCount(billed.value("input_tokens"_L1));
    const auto out = jsonCount(billed.value("output_tokens"_L1));
    if (!in && !out)
        return std::nullopt;
    TokenUsage result;
    result.set(Counter::InUncached, in.value_or(0));
    result.set(Counter::OutText, out.value_or(0));
    // Without a price, searches make the cost unknown, which is better than too small.
    result.set(Counter::CallsOther, jsonCountOrZero(billed, "search_units"_L1));
    return result;
}

void CohereParser::takeEvent(const QJsonObject &event, StreamEvent &out)
{
    const QString type = event.value("type"_L1).toString();
    const QJsonObject delta = event.value("delta"_L1).toObject();
    if (type == "message-start"_L1) {
        m_completion.serviceRequestId = event.value("id"_L1).toString();
    } else if (type == "content-start"_L1 || type == "content-delta"_L1) {
        takeContent(delta.value("message"_L1).toObject().value("content"_L1).toObject(), out);
    } else if (type == "message-end"_L1) {
        takeEnd(delta, out);
        end();
    } else if (type.startsWith("tool-"_L1)) {
        noteContent();
    } else if (type.isEmpty() && event.contains("message"_L1)) {
        failWith(event);
    }
    // Content ends, citations and types that do not exist yet carry nothing.
}

void CohereParser::takeContent(const QJsonObject &content, StreamEvent &out)
{
    if (const QString text = content.value("text"_L1).toString(); !text.isEmpty())
        addText(text, out);
    else if (!content.value("thinking"_L1).toString().isEmpty())
        noteContent();
}

void CohereParser::takeEnd(const QJsonObject &from, StreamEvent &out)
{
    Completion &done = m_completion;
    done.finishReason = from.value("finish_reason"_L1).toString();
    if (const auto usage = cohereUsage(from.value("usage"_L1).toObject())) {
        done.usage = *usage;
        done.usageReported = true;
        done.inputReported = true;
        out.usage = done.usage;
    }
    if (done.finishReason == "ERROR"_L1) {
        const QString words = from.value("error"_L1).toString();
        failWith({{u"message"_s, words.isEmpty() ? done.finishReason : words}});
    } else if (done.finishReason == "TIMEOUT"_L1) {
        fail(Error(Error::Kind::Timeout, u"the service ran out of time"_s)
                 .withReason(u"gateway"_s)
                 .withBilling(Error::Billing::Possible));
    }
}

bool CohereParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    const QJsonObject message = answer.value("message"_L1).toObject();
    if (message.isEmpty())
        return false;
    m_completion.serviceRequestId = answer.value("id"_L1).toString();
    const QJsonArray blocks = message.value("content"_L1).toArray();
    for (const QJsonValue &block : blocks)
        takeContent(block.toObject(), out);
    if (message.contains("tool_calls"_L1))
        noteContent();
    takeEnd(answer, out);
    return !m_completion.error;
}

Outcome CohereParser::outcome() const
{
    return m_completion.finishReason == "ERROR_TOXIC"_L1 ? Outcome::Filtered : Outcome::Completed;
}

} // namespace keyway
