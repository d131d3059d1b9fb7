#include "tests/support/simulator/generation.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject usageOf(const Counters &counters, qint64 output, qint64 thinking)
{
    QJsonObject usage{
        {u"input_tokens"_s, counters.input.value_or(0)},
        {u"cache_creation_input_tokens"_s, counters.cacheWriteShort + counters.cacheWriteLong},
        {u"cache_read_input_tokens"_s, counters.cacheRead},
        {u"cache_creation"_s,
         QJsonObject{{u"ephemeral_5m_input_tokens"_s, counters.cacheWriteShort},
                     {u"ephemeral_1h_input_tokens"_s, counters.cacheWriteLong}}},
        {u"output_tokens"_s, output},
        {u"service_tier"_s, u"standard"_s}};
    if (thinking > 0) {
        usage.insert(u"output_tokens_details"_s, QJsonObject{{u"thinking_tokens"_s, thinking}});
    }
    return usage;
}

bool isRefusal(const Behaviour &behaviour)
{
    return behaviour.finish == Behaviour::Finish::Refusal
        || behaviour.finish == Behaviour::Finish::ContentFilter;
}

/// Stop reason, and with a refusal its details.
QJsonObject stopOf(const Exchange &exchange, const Generation &generation)
{
    QJsonObject stop{{u"stop_reason"_s,
                      isRefusal(exchange.behaviour)  ? u"refusal"_s
                          : generation.lengthReached ? u"max_tokens"_s
                                                     : u"end_turn"_s},
                     {u"stop_sequence"_s, QJsonValue::Null}};
    if (isRefusal(exchange.behaviour)) {
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
        message.insert(u"usage"_s, usageOf(counters, std::min<qint64>(output, 2), 0));
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
            last.insert(u"usage"_s, usageOf(counters, output, counters.reasoning));
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
        body.insert(u"usage"_s,
                    usageOf(generation.counters, generation.counters.output.value_or(0),
                            generation.counters.reasoning));
    }
    return wholeReply(Wire::Anthropic, exchange, body);
}

/// The service's words about a request it does not take, or nothing.
std::optional<Reply> refusal(const Exchange &exchange, bool needsLimit)
{
    const auto bad = [&exchange](const QString &message) {
        return errorReply(Wire::Anthropic, 400, {}, message, exchange.serial);
    };
    const QJsonObject body = exchange.request.json();
    if (!exchange.request.hasHeader("anthropic-version"))
        return bad(u"anthropic-version: header is required"_s);
    if (!exchange.request.header("content-type").startsWith("application/json") || body.isEmpty())
        return bad(u"The request body is not valid JSON"_s);
    if (body.value("model"_L1).toString().isEmpty())
        return bad(u"model: Field required"_s);
    if (needsLimit && !body.value("max_tokens"_L1).isDouble())
        return bad(u"max_tokens: Field required"_s);
    if (body.value("messages"_L1).toArray().isEmpty())
        return bad(u"messages: Field required"_s);
    for (const QString &name : exchange.behaviour.refusedParameters) {
        if (body.contains(name))
            return bad(u"`%1` is deprecated for this model."_s.arg(name));
    }
    return std::nullopt;
}
} // namespace

Reply anthropicReply(const Exchange &exchange)
{
    if (exchange.request.method != "POST")
        return errorReply(Wire::Anthropic, 404, {}, u"Not Found"_s, exchange.serial);
    const bool countsOnly = exchange.request.path().endsWith("/count_tokens");
    if (const auto refused = refusal(exchange, !countsOnly))
        return *refused;
    if (const auto fault = faultReply(Wire::Anthropic, exchange))
        return *fault;
    const QJsonObject body = exchange.request.json();
    std::optional<qint64> limit;
    if (body.contains("max_tokens"_L1))
        limit = body.value("max_tokens"_L1).toInteger();
    const Generation generation = generate(exchange, limit);
    if (countsOnly) {
        return Reply::of(200, "application/json"_ba,
                         compactJson({{u"input_tokens"_s, generation.totalInput()}}));
    }
    return body.value("stream"_L1).toBool() ? streamed(exchange, generation)
                                            : whole(exchange, generation);
}

Reply anthropicModels(const HttpRequest &request, const QStringList &models, qint64 serial)
{
    if (!request.hasHeader("anthropic-version")) {
        return errorReply(Wire::Anthropic, 400, {}, u"anthropic-version: header is required"_s,
                          serial);
    }
    QJsonArray list;
    for (const QString &name : models) {
        list.append(QJsonObject{{u"id"_s, name},
                                {u"type"_s, u"model"_s},
                                {u"display_name"_s, name},
                                {u"created_at"_s, u"2026-10-01T00:00:00Z"_s}});
    }
    QJsonObject body{{u"data"_s, list}, {u"has_more"_s, false}};
    body.insert(u"first_id"_s,
                models.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(models.first()));
    body.insert(u"last_id"_s,
                models.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(models.last()));
    return Reply::of(200, "application/json"_ba, compactJson(body));
}

} // namespace keyway::simulator
