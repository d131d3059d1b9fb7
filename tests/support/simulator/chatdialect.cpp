#include "tests/support/simulator/chatdialect.h"

#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

ChatDialect ChatDialect::of(Wire wire)
{
    ChatDialect dialect;
    switch (wire) {
    case Wire::OpenRouter:
        dialect.idPrefix = u"gen-"_s;
        dialect.thinking = u"reasoning"_s;
        dialect.streamUsage = StreamUsage::OwnChunk;
        break;
    case Wire::Xai:
        dialect.idPrefix.clear();
        dialect.streamUsage = StreamUsage::OwnChunk;
        break;
    case Wire::Mistral:
        dialect.idPrefix.clear();
        dialect.thinking.clear();
        dialect.refusalField = false;
        dialect.streamUsage = StreamUsage::WithFinish;
        break;
    case Wire::DeepSeek:
        dialect.idPrefix.clear();
        dialect.refusalField = false;
        dialect.streamUsage = StreamUsage::WithFinish;
        break;
    case Wire::Groq:
        dialect.thinking = u"reasoning"_s;
        dialect.refusalField = false;
        dialect.streamUsage = StreamUsage::WithFinish;
        break;
    case Wire::Local:
        dialect.refusalField = false;
        break;
    default:
        break;
    }
    return dialect;
}

QJsonObject chatUsage(Wire wire, const Generation &generation)
{
    const Counters &counters = generation.counters;
    const qint64 input = generation.totalInput();
    const qint64 output = counters.output.value_or(0);
    QJsonObject prompt{{u"cached_tokens"_s, counters.cacheRead}};
    QJsonObject completion{{u"reasoning_tokens"_s, counters.reasoning}};
    QJsonObject usage{{u"prompt_tokens"_s, input},
                      {u"completion_tokens"_s, output},
                      {u"total_tokens"_s, input + output}};
    const qint64 written = counters.cacheWriteShort + counters.cacheWriteLong;
    switch (wire) {
    case Wire::Xai:
        prompt.insert(u"text_tokens"_s, input);
        prompt.insert(u"audio_tokens"_s, 0);
        prompt.insert(u"image_tokens"_s, 0);
        // Reasoning is billed and counted beside the completion.
        usage.insert(u"completion_tokens"_s, output - counters.reasoning);
        usage.insert(u"num_sources_used"_s, 0);
        usage.insert(u"num_server_side_tools_used"_s, counters.webSearches);
        usage.insert(u"cost_in_usd_ticks"_s, generation.cost() * 10);
        break;
    case Wire::OpenRouter:
        prompt.insert(u"cache_write_tokens"_s, written);
        prompt.insert(u"audio_tokens"_s, 0);
        usage.insert(u"cost"_s, dollars(generation.cost()));
        usage.insert(u"is_byok"_s, false);
        usage.insert(u"cost_details"_s,
                     QJsonObject{{u"upstream_inference_cost"_s, dollars(generation.cost())}});
        break;
    case Wire::DeepSeek:
        usage.insert(u"prompt_cache_hit_tokens"_s, counters.cacheRead);
        usage.insert(u"prompt_cache_miss_tokens"_s, input - counters.cacheRead);
        break;
    case Wire::Groq:
        usage.insert(u"queue_time"_s, 0.125);
        usage.insert(u"prompt_time"_s, 0.25);
        usage.insert(u"completion_time"_s, 0.5);
        usage.insert(u"total_time"_s, 0.75);
        break;
    case Wire::Mistral:
        usage.insert(u"prompt_tokens_details"_s, prompt);
        return usage;
    default:
        prompt.insert(u"cache_write_tokens"_s, written);
        prompt.insert(u"audio_tokens"_s, 0);
        completion.insert(u"audio_tokens"_s, 0);
        completion.insert(u"accepted_prediction_tokens"_s, 0);
        completion.insert(u"rejected_prediction_tokens"_s, 0);
        break;
    }
    usage.insert(u"prompt_tokens_details"_s, prompt);
    usage.insert(u"completion_tokens_details"_s, completion);
    return usage;
}

QString chatFinish(Wire wire, const Behaviour &behaviour, const Generation &generation)
{
    using Finish = Behaviour::Finish;
    if (behaviour.finish == Finish::ContentFilter)
        return u"content_filter"_s;
    if (behaviour.finish == Finish::Refusal && !ChatDialect::of(wire).refusalField)
        return u"content_filter"_s;
    return generation.lengthReached ? u"length"_s : u"stop"_s;
}

QJsonObject chatErrorChunk(const Exchange &exchange, const QJsonObject &frame)
{
    const Fault &fault = exchange.behaviour.fault;
    const QString name = fault.code.isEmpty() ? u"server_error"_s : fault.code;
    const QString message = fault.message.isEmpty() ? u"The server had an error."_s : fault.message;
    switch (exchange.wire()) {
    case Wire::OpenRouter: {
        QJsonObject chunk = frame;
        chunk.insert(u"error"_s,
                     QJsonObject{{u"code"_s, fault.status > 0 ? fault.status : 502},
                                 {u"message"_s, message},
                                 {u"metadata"_s, QJsonObject{{u"error_type"_s, name}}}});
        chunk.insert(
            u"choices"_s,
            QJsonArray{QJsonObject{{u"index"_s, 0},
                                   {u"delta"_s, QJsonObject{{u"content"_s, QString(u""_s)}}},
                                   {u"finish_reason"_s, u"error"_s},
                                   {u"native_finish_reason"_s, u"error"_s}}});
        return chunk;
    }
    case Wire::Groq: {
        QJsonObject chunk = frame;
        chunk.insert(u"choices"_s, QJsonArray());
        chunk.insert(u"x_groq"_s, QJsonObject{{u"error"_s, message}});
        return chunk;
    }
    case Wire::Mistral:
        return {{u"object"_s, u"error"_s},
                {u"message"_s, message},
                {u"type"_s, name},
                {u"param"_s, QJsonValue::Null},
                {u"code"_s, name}};
    default:
        return {{u"error"_s,
                 QJsonObject{{u"message"_s, message},
                             {u"type"_s, name},
                             {u"param"_s, QJsonValue::Null},
                             {u"code"_s, name}}}};
    }
}

QJsonObject nothingFiltered()
{
    QJsonObject results;
    for (const QString &name : {u"hate"_s, u"self_harm"_s, u"sexual"_s, u"violence"_s})
        results.insert(name, QJsonObject{{u"filtered"_s, false}, {u"severity"_s, u"safe"_s}});
    return results;
}

} // namespace keyway::simulator
