#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject usageOf(const Exchange &exchange, const Counters &counters, qint64 output,
                    qint64 thinking)
{
    const Behaviour &behaviour = exchange.behaviour;
    QJsonObject usage{
        {u"input_tokens"_s, counters.input.value_or(0)},
        {u"cache_creation_input_tokens"_s, counters.cacheWriteShort + counters.cacheWriteLong},
        {u"cache_read_input_tokens"_s, counters.cacheRead},
        {u"cache_creation"_s,
         QJsonObject{{u"ephemeral_5m_input_tokens"_s, counters.cacheWriteShort},
                     {u"ephemeral_1h_input_tokens"_s, counters.cacheWriteLong}}},
        {u"output_tokens"_s, output},
        {u"service_tier"_s, u"standard"_s}};
    if (thinking > 0)
        usage.insert(u"output_tokens_details"_s, QJsonObject{{u"thinking_tokens"_s, thinking}});
    if (counters.webSearches > 0) {
        usage.insert(u"server_tool_use"_s,
                     QJsonObject{{u"web_search_requests"_s, counters.webSearches},
                                 {u"web_fetch_requests"_s, 0}});
    }
    if (!behaviour.speed.isEmpty())
        usage.insert(u"speed"_s, behaviour.speed);
    if (!behaviour.inferenceGeo.isEmpty())
        usage.insert(u"inference_geo"_s, behaviour.inferenceGeo);
    return usage;
}

/// The passes, of which the totals hold the last one only.
QJsonArray iterationsOf(const Exchange &exchange, const Counters &counters)
{
    const Behaviour &behaviour = exchange.behaviour;
    if (behaviour.extraPassInput + behaviour.extraPassOutput == 0)
        return {};
    const auto pass = [](const QString &type, qint64 input, qint64 output, qint64 read) {
        return QJsonObject{{u"type"_s, type},
                           {u"input_tokens"_s, input},
                           {u"output_tokens"_s, output},
                           {u"cache_read_input_tokens"_s, read},
                           {u"cache_creation_input_tokens"_s, 0}};
    };
    return {pass(u"compaction"_s, behaviour.extraPassInput, behaviour.extraPassOutput, 0),
            pass(u"message"_s, counters.input.value_or(0), counters.output.value_or(0),
                 counters.cacheRead)};
}

/// The usage at the end of an answer.
QJsonObject finalUsage(const Exchange &exchange, const Counters &counters)
{
    QJsonObject usage
        = usageOf(exchange, counters, counters.output.value_or(0), counters.reasoning);
    const QJsonArray iterations = iterationsOf(exchange, counters);
    if (!iterations.isEmpty())
        usage.insert(u"iterations"_s, iterations);
    return usage;
}

/// Stop reason, and with a refusal its details.
QJsonObject stopOf(const Exchange &exchange, const Generation &generation)
{
    QJsonObject stop{{u"stop_reason"_s,
                      exchange.behaviour.isWithheld() ? u"refusal"_s
                          : generation.lengthReached  ? u"max_tokens"_s
                                                      : u"end_turn"_s},
                     {u"stop_sequence"_s, QJsonValue::Null}};
    if (exchange.behaviour.isWithheld()) {
        stop.insert(u"stop_details"_s,
                    QJsonObject{{u"type"_s, u"refusal"_s},
                                {u"category"_s, u"cyber"_s},
                                {u"explanation"_s, u"This request was blocked by policy."_s}});
    }
    return stop;
}

QJsonObject messageFrame(const Exchange &exchange)
{
    const QString &dated = exchange.behaviour.reportedModel;
    return {{u"id"_s, u"msg_simulated%1"_s.arg(exchange.serial)},
            {u"type"_s, u"message"_s},
            {u"role"_s, u"assistant"_s},
            {u"model"_s, dated.isEmpty() ? exchange.model : dated}};
}

/// Writes typed events, whose names are their types.
void write(EventWriter &events, const QString &type, QJsonObject object)
{
    object.insert(u"type"_s, type);
    events.event(type.toLatin1(), object);
}

void writeThinking(EventWriter &events, const QString &thinking)
{
    const auto delta = [&events](const QString &type, const QString &field, const QString &text) {
        write(events, u"content_block_delta"_s,
              {{u"index"_s, 0}, {u"delta"_s, QJsonObject{{u"type"_s, type}, {field, text}}}});
    };
    write(events, u"content_block_start"_s,
          {{u"index"_s, 0},
           {u"content_block"_s,
            QJsonObject{{u"type"_s, u"thinking"_s},
                        {u"thinking"_s, QString(u""_s)},
                        {u"signature"_s, QString(u""_s)}}}});
    delta(u"thinking_delta"_s, u"thinking"_s, thinking);
    delta(u"signature_delta"_s, u"signature"_s, u"c2ltdWxhdGVk"_s);
    write(events, u"content_block_stop"_s, {{u"index"_s, 0}});
}

Reply streamed(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    const Counters &counters = generation.counters;
    const qint64 output = counters.output.value_or(0);
    EventWriter events(behaviour);

    QJsonObject message = messageFrame(exchange);
    message.insert(u"content"_s, QJsonArray());
    message.insert(u"stop_reason"_s, QJsonValue::Null);
    message.insert(u"stop_sequence"_s, QJsonValue::Null);
    // The output count at the start is provisional, and the one at the end replaces it.
    if (!behaviour.noUsage)
        message.insert(u"usage"_s, usageOf(exchange, counters, std::min<qint64>(output, 2), 0));
    write(events, u"message_start"_s, {{u"message"_s, message}});
    if (!behaviour.thinking.isEmpty())
        writeThinking(events, behaviour.thinking);

    const int index = behaviour.thinking.isEmpty() ? 0 : 1;
    const auto delta = [&](const QString &text) {
        return QJsonObject{
            {u"type"_s, u"content_block_delta"_s},
            {u"index"_s, index},
            {u"delta"_s, QJsonObject{{u"type"_s, u"text_delta"_s}, {u"text"_s, text}}}};
    };
    write(events, u"content_block_start"_s,
          {{u"index"_s, index},
           {u"content_block"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, QString(u""_s)}}}});
    write(events, u"ping"_s, {});
    const StreamEnd end = streamWords(
        generation, behaviour.fault,
        [&](const QString &word) { write(events, u"content_block_delta"_s, delta(word)); },
        [&] {
            const QByteArray whole = compactJson(delta(u"broken"_s));
            events.event("content_block_delta"_ba, whole.left(whole.size() / 2));
        });
    if (end == StreamEnd::Error) {
        const Fault &fault = behaviour.fault;
        write(events, u"error"_s,
              {{u"error"_s,
                QJsonObject{
                    {u"type"_s, fault.code.isEmpty() ? u"overloaded_error"_s : fault.code},
                    {u"message"_s, fault.message.isEmpty() ? u"Overloaded"_s : fault.message}}},
               {u"request_id"_s, u"req_simulated_%1"_s.arg(exchange.serial)}});
    }
    if (end == StreamEnd::Complete) {
        write(events, u"content_block_stop"_s, {{u"index"_s, index}});
        QJsonObject last{{u"delta"_s, stopOf(exchange, generation)}};
        if (!behaviour.noUsage)
            last.insert(u"usage"_s, finalUsage(exchange, counters));
        write(events, u"message_delta"_s, last);
        write(events, u"message_stop"_s, {});
    }
    return streamReply(events, end);
}

Reply whole(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    QJsonArray content;
    if (!behaviour.thinking.isEmpty()) {
        content.append(QJsonObject{{u"type"_s, u"thinking"_s},
                                   {u"thinking"_s, behaviour.thinking},
                                   {u"signature"_s, u"c2ltdWxhdGVk"_s}});
    }
    const QString text = wholeText(generation, behaviour.fault);
    if (!text.isEmpty())
        content.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}});
    QJsonObject body = messageFrame(exchange);
    body.insert(u"content"_s, content);
    const QJsonObject stop = stopOf(exchange, generation);
    for (auto it = stop.begin(); it != stop.end(); ++it)
        body.insert(it.key(), it.value());
    if (!behaviour.noUsage) {
        body.insert(u"usage"_s, finalUsage(exchange, generation.counters));
    }
    return wholeReply(exchange, body);
}
} // namespace

Reply messagesAnswer(const Exchange &exchange, Backstage &)
{
    const Generation generation
        = generate(exchange, exchange.fields.value("max_tokens"_L1).toInteger());
    return exchange.fields.value("stream"_L1).toBool() ? streamed(exchange, generation)
                                                       : whole(exchange, generation);
}

Reply countTokensAnswer(const Exchange &exchange, Backstage &)
{
    const Generation generation = generate(exchange, std::nullopt);
    return jsonReply(200, {{u"input_tokens"_s, generation.totalInput()}});
}

} // namespace keyway::simulator
