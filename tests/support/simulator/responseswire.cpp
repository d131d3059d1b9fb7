#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject usageOf(const Exchange &exchange, const Generation &generation)
{
    const Counters &counters = generation.counters;
    const qint64 output = counters.output.value_or(0);
    QJsonObject input{{u"cached_tokens"_s, counters.cacheRead}};
    if (exchange.wire() == Wire::OpenAi || exchange.wire() == Wire::Azure) {
        input.insert(u"cache_write_tokens"_s, counters.cacheWriteShort + counters.cacheWriteLong);
        input.insert(u"cache_write_tokens_details"_s,
                     QJsonObject{{u"ttl_30m_tokens"_s, counters.cacheWriteShort},
                                 {u"ttl_12h_tokens"_s, counters.cacheWriteLong}});
    }
    QJsonObject usage{
        {u"input_tokens"_s, generation.totalInput()},
        {u"input_tokens_details"_s, input},
        {u"output_tokens"_s, output},
        {u"output_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, counters.reasoning}}},
        {u"total_tokens"_s, generation.totalInput() + output}};
    if (exchange.wire() == Wire::Xai) {
        usage.insert(u"num_sources_used"_s, 0);
        usage.insert(u"num_server_side_tools_used"_s, counters.webSearches);
        usage.insert(u"cost_in_usd_ticks"_s, generation.cost() * 10);
    }
    return usage;
}

/// What tools cost beside the usage.
QJsonObject toolUsageOf(const Behaviour &behaviour)
{
    QJsonObject tools;
    if (behaviour.extraPassInput + behaviour.extraPassOutput > 0) {
        tools.insert(
            u"image_gen"_s,
            QJsonObject{
                {u"input_tokens"_s, behaviour.extraPassInput},
                {u"input_tokens_details"_s,
                 QJsonObject{{u"text_tokens"_s, behaviour.extraPassInput}, {u"image_tokens"_s, 0}}},
                {u"output_tokens"_s, behaviour.extraPassOutput},
                {u"output_tokens_details"_s,
                 QJsonObject{{u"text_tokens"_s, 0},
                             {u"image_tokens"_s, behaviour.extraPassOutput}}},
                {u"total_tokens"_s, behaviour.extraPassInput + behaviour.extraPassOutput}});
    }
    if (behaviour.usage.webSearches > 0) {
        tools.insert(u"web_search"_s,
                     QJsonObject{{u"num_requests"_s, behaviour.usage.webSearches}});
    }
    return tools;
}

QJsonObject reasoningItem(const Exchange &exchange, bool done)
{
    QJsonObject item{{u"id"_s, u"rs_simulated%1"_s.arg(exchange.serial)},
                     {u"type"_s, u"reasoning"_s},
                     {u"summary"_s, QJsonArray()}};
    if (!done)
        return item;
    item.insert(u"summary"_s,
                QJsonArray{QJsonObject{{u"type"_s, u"summary_text"_s},
                                       {u"text"_s, exchange.behaviour.thinking}}});
    const QJsonArray include = exchange.fields.value("include"_L1).toArray();
    if (include.contains(u"reasoning.encrypted_content"_s))
        item.insert(u"encrypted_content"_s, u"c2ltdWxhdGVk"_s);
    return item;
}

bool isRefused(const Exchange &exchange)
{
    return exchange.behaviour.finish == Behaviour::Finish::Refusal;
}

QJsonObject partOf(const Exchange &exchange, const QString &text)
{
    if (isRefused(exchange))
        return {{u"type"_s, u"refusal"_s}, {u"refusal"_s, text}};
    return {{u"type"_s, u"output_text"_s},
            {u"text"_s, text},
            {u"annotations"_s, QJsonArray()},
            {u"logprobs"_s, QJsonArray()}};
}

QJsonObject messageItem(const Exchange &exchange, const QString &status, const QJsonArray &content)
{
    return {{u"id"_s, u"msg_simulated%1"_s.arg(exchange.serial)},
            {u"type"_s, u"message"_s},
            {u"status"_s, status},
            {u"role"_s, u"assistant"_s},
            {u"content"_s, content}};
}

/// The response without its output and its usage.
QJsonObject frame(const Exchange &exchange, const QString &status)
{
    const QString &dated = exchange.behaviour.reportedModel;
    return {{u"id"_s, u"resp_simulated%1"_s.arg(exchange.serial)},
            {u"object"_s, u"response"_s},
            {u"created_at"_s, QDateTime::currentSecsSinceEpoch()},
            {u"status"_s, status},
            {u"error"_s, QJsonValue::Null},
            {u"incomplete_details"_s, QJsonValue::Null},
            {u"model"_s, dated.isEmpty() ? exchange.model : dated},
            {u"output"_s, QJsonArray()},
            {u"store"_s, exchange.fields.value("store"_L1).toBool(true)},
            {u"service_tier"_s, exchange.behaviour.serviceTier},
            {u"usage"_s, QJsonValue::Null}};
}

/// The whole response at its end.
QJsonObject finished(const Exchange &exchange, const Generation &generation, const QString &text)
{
    const Behaviour &behaviour = exchange.behaviour;
    QString reason;
    if (behaviour.finish == Behaviour::Finish::ContentFilter)
        reason = u"content_filter"_s;
    else if (generation.lengthReached)
        reason = u"max_output_tokens"_s;
    const QString status = reason.isEmpty() ? u"completed"_s : u"incomplete"_s;
    QJsonObject response = frame(exchange, status);
    if (!reason.isEmpty())
        response.insert(u"incomplete_details"_s, QJsonObject{{u"reason"_s, reason}});
    QJsonArray output;
    if (!behaviour.thinking.isEmpty())
        output.append(reasoningItem(exchange, true));
    if (behaviour.extraPassOutput > 0) {
        output.append(
            QJsonObject{{u"id"_s, u"ig_simulated%1"_s.arg(exchange.serial)},
                        {u"type"_s, u"image_generation_call"_s},
                        {u"status"_s, u"completed"_s},
                        {u"result"_s, QString::fromLatin1(picture("image/png"_ba).toBase64())}});
    }
    output.append(messageItem(exchange, status, {partOf(exchange, text)}));
    response.insert(u"output"_s, output);
    if (!behaviour.noUsage) {
        response.insert(u"usage"_s, usageOf(exchange, generation));
        response.insert(u"tool_usage"_s, toolUsageOf(behaviour));
    }
    return response;
}

QJsonObject failed(const Exchange &exchange)
{
    const Fault &fault = exchange.behaviour.fault;
    QJsonObject response = frame(exchange, u"failed"_s);
    response.insert(
        u"error"_s,
        QJsonObject{
            {u"code"_s, fault.code.isEmpty() ? u"server_error"_s : fault.code},
            {u"message"_s, fault.message.isEmpty() ? u"The model failed."_s : fault.message}});
    return response;
}

/// Writes numbered events, whose names are their types.
class ResponseWriter {
public:
    ResponseWriter(const Exchange &exchange, const Generation &generation)
        : m_exchange(exchange)
        , m_generation(generation)
        , m_events(exchange.behaviour)
    {
    }

    Reply write()
    {
        event(u"response.created"_s, {{u"response"_s, frame(m_exchange, u"in_progress"_s)}});
        event(u"response.in_progress"_s, {{u"response"_s, frame(m_exchange, u"in_progress"_s)}});
        if (!m_exchange.behaviour.thinking.isEmpty())
            thinking();
        event(u"response.output_item.added"_s,
              {{u"output_index"_s, m_index},
               {u"item"_s, messageItem(m_exchange, u"in_progress"_s, {})}});
        const QJsonObject place = placeOf();
        event(u"response.content_part.added"_s, place, u"part"_s, partOf(m_exchange, {}));
        const QString kind = isRefused(m_exchange) ? u"refusal"_s : u"output_text"_s;
        QString text;
        const StreamEnd end = streamWords(
            m_generation, m_exchange.behaviour.fault,
            [&](const QString &word) {
                text += word;
                event(u"response.%1.delta"_s.arg(kind), place, u"delta"_s, word);
            },
            [&] {
                m_events.event("response.output_text.delta"_ba,
                               "{\"type\":\"response.output_text.delta\",\"delta\":\"bro"_ba);
            });
        if (end == StreamEnd::Error) {
            const QJsonObject response = failed(m_exchange);
            QJsonObject error = response.value("error"_L1).toObject();
            error.insert(u"param"_s, QJsonValue::Null);
            event(u"error"_s, error);
            event(u"response.failed"_s, {{u"response"_s, response}});
        }
        if (end == StreamEnd::Complete)
            finish(kind, place, text);
        return streamReply(m_events, end);
    }

private:
    void event(const QString &type, QJsonObject object)
    {
        object.insert(u"type"_s, type);
        object.insert(u"sequence_number"_s, m_number++);
        m_events.event(type.toLatin1(), object);
    }
    void event(const QString &type, QJsonObject object, const QString &name,
               const QJsonValue &value)
    {
        object.insert(name, value);
        event(type, object);
    }
    QJsonObject placeOf() const
    {
        return {{u"item_id"_s, u"msg_simulated%1"_s.arg(m_exchange.serial)},
                {u"output_index"_s, m_index},
                {u"content_index"_s, 0}};
    }

    void thinking()
    {
        const QString &words = m_exchange.behaviour.thinking;
        event(u"response.output_item.added"_s,
              {{u"output_index"_s, m_index}, {u"item"_s, reasoningItem(m_exchange, false)}});
        const QJsonObject place{{u"item_id"_s, u"rs_simulated%1"_s.arg(m_exchange.serial)},
                                {u"output_index"_s, m_index},
                                {u"summary_index"_s, 0}};
        event(u"response.reasoning_summary_text.delta"_s, place, u"delta"_s, words);
        event(u"response.reasoning_summary_text.done"_s, place, u"text"_s, words);
        event(u"response.output_item.done"_s,
              {{u"output_index"_s, m_index}, {u"item"_s, reasoningItem(m_exchange, true)}});
        ++m_index;
    }

    void finish(const QString &kind, const QJsonObject &place, const QString &text)
    {
        event(u"response.%1.done"_s.arg(kind), place, kind == "refusal"_L1 ? kind : u"text"_s,
              text);
        event(u"response.content_part.done"_s, place, u"part"_s, partOf(m_exchange, text));
        const QJsonObject response = finished(m_exchange, m_generation, text);
        event(u"response.output_item.done"_s,
              {{u"output_index"_s, m_index},
               {u"item"_s, response.value("output"_L1).toArray().last()}});
        event(u"response."_s + response.value("status"_L1).toString(), {{u"response"_s, response}});
    }

    const Exchange &m_exchange;
    const Generation &m_generation;
    EventWriter m_events;
    int m_number = 0;
    int m_index = 0;
};
} // namespace

Reply responsesAnswer(const Exchange &exchange, Backstage &)
{
    std::optional<qint64> limit;
    if (exchange.fields.contains("max_output_tokens"_L1))
        limit = exchange.fields.value("max_output_tokens"_L1).toInteger();
    const Generation generation = generate(exchange, limit);
    if (exchange.fields.value("stream"_L1).toBool())
        return ResponseWriter(exchange, generation).write();
    // A failure of the model is a whole answer too.
    if (exchange.behaviour.fault.kind == Fault::Kind::ErrorAfterWords)
        return jsonReply(200, failed(exchange));
    return wholeReply(
        exchange, finished(exchange, generation, wholeText(generation, exchange.behaviour.fault)));
}

Reply inputTokensAnswer(const Exchange &exchange, Backstage &)
{
    const Generation generation = generate(exchange, std::nullopt);
    return jsonReply(
        200,
        {{u"object"_s, u"response.input_tokens"_s}, {u"input_tokens"_s, generation.totalInput()}});
}

} // namespace keyway::simulator
