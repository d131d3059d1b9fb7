#include "core/providers/anthropicparser.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

TokenUsage countersIn(const QJsonObject &usage)
{
    TokenUsage result;
    result.set(Counter::InUncached, jsonCountOrZero(usage, "input_tokens"_L1));
    result.set(Counter::InCacheRead, jsonCountOrZero(usage, "cache_read_input_tokens"_L1));
    // The total is corrected at the end of a stream, the split is not: what it leaves is five
    // minutes.
    const QJsonObject split = usage.value("cache_creation"_L1).toObject();
    const qint64 hour = jsonCountOrZero(split, "ephemeral_1h_input_tokens"_L1);
    const qint64 written
        = jsonCount(usage.value("cache_creation_input_tokens"_L1))
              .value_or(jsonCountOrZero(split, "ephemeral_5m_input_tokens"_L1) + hour);
    result.set(Counter::InCacheWriteB, qMin(hour, written));
    result.set(Counter::InCacheWriteA, written - qMin(hour, written));
    const qint64 out = jsonCountOrZero(usage, "output_tokens"_L1);
    result.set(Counter::OutText, out);
    const QJsonObject details = usage.value("output_tokens_details"_L1).toObject();
    result.setOutThinking(qMin(out, jsonCountOrZero(details, "thinking_tokens"_L1)));
    const QJsonObject tools = usage.value("server_tool_use"_L1).toObject();
    result.set(Counter::CallsWebSearch, jsonCountOrZero(tools, "web_search_requests"_L1));
    return result;
}

bool isInTotals(const QJsonObject &pass)
{
    const QString type = pass.value("type"_L1).toString();
    return type == "message"_L1 || type == "fallback_message"_L1;
}

} // namespace

std::optional<AnthropicUsage> anthropicUsage(const QJsonObject &usage)
{
    if (!jsonCount(usage.value("input_tokens"_L1)))
        return std::nullopt;
    AnthropicUsage result;
    result.counters = countersIn(usage);
    const QJsonArray passes = usage.value("iterations"_L1).toArray();
    for (const QJsonValue &pass : passes) {
        if (isInTotals(pass.toObject()))
            result.model = pass.toObject().value("model"_L1).toString();
    }
    for (const QJsonValue &value : passes) {
        const QJsonObject pass = value.toObject();
        const QString model = pass.value("model"_L1).toString();
        const bool isOther = !model.isEmpty() && model != result.model;
        if (isInTotals(pass) && !isOther)
            continue;
        const TokenUsage extra = countersIn(pass);
        if (!extra.isEmpty())
            result.passes.append({isOther ? model : QString(), extra});
    }
    return result;
}

void AnthropicParser::takeEvent(const QJsonObject &event, StreamEvent &out)
{
    const QString type = event.value("type"_L1).toString();
    if (type == "message_start"_L1) {
        takeHead(event.value("message"_L1).toObject(), out);
    } else if (type == "content_block_start"_L1) {
        takeBlock(event.value("content_block"_L1).toObject(), out);
    } else if (type == "content_block_delta"_L1) {
        takeBlock(event.value("delta"_L1).toObject(), out);
    } else if (type == "message_delta"_L1) {
        takeStop(event.value("delta"_L1).toObject());
        m_usageIsFinal = event.value("usage"_L1).isObject();
        takeUsage(event.value("usage"_L1).toObject(), out);
    } else if (type == "message_stop"_L1) {
        end();
    } else if (type == "error"_L1) {
        failWith(event);
    }
    // Pings, block ends and types that do not exist yet carry nothing.
}

void AnthropicParser::takeHead(const QJsonObject &message, StreamEvent &out)
{
    if (const QString model = message.value("model"_L1).toString(); !model.isEmpty())
        m_completion.model = model;
    if (const QString id = message.value("id"_L1).toString(); !id.isEmpty())
        m_completion.serviceRequestId = id;
    takeUsage(message.value("usage"_L1).toObject(), out);
}

/// A block of a whole answer, the start of one, or a piece of one: text is text wherever it stands.
void AnthropicParser::takeBlock(const QJsonObject &block, StreamEvent &out)
{
    const QString type = block.value("type"_L1).toString();
    if (type == "text"_L1 || type == "text_delta"_L1)
        addText(block.value("text"_L1).toString(), out);
    else
        noteContent();
}

void AnthropicParser::takeStop(const QJsonObject &from)
{
    if (const QString reason = from.value("stop_reason"_L1).toString(); !reason.isEmpty())
        m_completion.finishReason = reason;
    const QJsonObject details = from.value("stop_details"_L1).toObject();
    for (const auto field : {"explanation"_L1, "category"_L1}) {
        if (m_completion.serviceWords.isEmpty())
            m_completion.serviceWords = details.value(field).toString();
    }
}

void AnthropicParser::takeUsage(const QJsonObject &usage, StreamEvent &out)
{
    for (auto it = usage.begin(); it != usage.end(); ++it) {
        if (!it.value().isNull())
            m_usage.insert(it.key(), it.value());
    }
    const auto known = anthropicUsage(m_usage);
    if (usage.isEmpty() || !known)
        return;
    Completion &done = m_completion;
    done.usage = known->counters;
    done.inputReported = true;
    done.passes = known->passes;
    done.usageReported = m_usageIsFinal;
    if (!known->model.isEmpty())
        done.model = known->model;
    for (const QString &fact : {u"service_tier"_s, u"speed"_s, u"inference_geo"_s}) {
        if (const QString word = m_usage.value(fact).toString(); !word.isEmpty())
            done.priceFacts.insert(fact, word);
    }
    out.usage = done.usage;
}

bool AnthropicParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    if (answer.value("type"_L1).toString() == "error"_L1) {
        failWith(answer);
        return false;
    }
    if (!answer.value("content"_L1).isArray())
        return false;
    const QJsonArray blocks = answer.value("content"_L1).toArray();
    for (const QJsonValue &block : blocks)
        takeBlock(block.toObject(), out);
    m_usageIsFinal = true;
    takeStop(answer);
    takeHead(answer, out);
    return true;
}

Outcome AnthropicParser::outcome() const
{
    return m_completion.finishReason == "refusal"_L1 ? Outcome::Refused : Outcome::Completed;
}

} // namespace keyway
