#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"

#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// What is billed is far less than what the model saw, as in life.
QJsonObject usageOf(const Generation &generation)
{
    const Counters &counters = generation.counters;
    const qint64 input = counters.input.value_or(0);
    const qint64 output = counters.output.value_or(0);
    return {
        {u"billed_units"_s, QJsonObject{{u"input_tokens"_s, input}, {u"output_tokens"_s, output}}},
        {u"tokens"_s,
         QJsonObject{{u"input_tokens"_s, input + 495}, {u"output_tokens"_s, output + 3}}},
        {u"cached_tokens"_s, counters.cacheRead}};
}

QString finishOf(const Exchange &exchange, const Generation &generation)
{
    if (exchange.behaviour.isWithheld())
        return u"ERROR"_s;
    return generation.lengthReached ? u"MAX_TOKENS"_s : u"COMPLETE"_s;
}

QJsonObject contentDelta(int index, const QString &field, const QString &text)
{
    return {{u"index"_s, index},
            {u"delta"_s,
             QJsonObject{{u"message"_s, QJsonObject{{u"content"_s, QJsonObject{{field, text}}}}}}}};
}

Reply streamed(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    EventWriter events(behaviour);
    const auto write = [&events](const QString &type, QJsonObject object) {
        object.insert(u"type"_s, type);
        events.event(type.toLatin1(), object);
    };
    const auto start = [&write](int index, const QString &kind) {
        write(u"content-start"_s,
              {{u"index"_s, index},
               {u"delta"_s,
                QJsonObject{
                    {u"message"_s,
                     QJsonObject{{u"content"_s,
                                  QJsonObject{{u"type"_s, kind}, {kind, QString(u""_s)}}}}}}}});
    };
    write(u"message-start"_s,
          {{u"id"_s, u"simulated-%1"_s.arg(exchange.serial)},
           {u"delta"_s,
            QJsonObject{{u"message"_s,
                         QJsonObject{{u"role"_s, u"assistant"_s},
                                     {u"content"_s, QJsonArray()},
                                     {u"tool_plan"_s, QString(u""_s)},
                                     {u"tool_calls"_s, QJsonArray()},
                                     {u"citations"_s, QJsonArray()}}}}}});
    int index = 0;
    if (!behaviour.thinking.isEmpty()) {
        start(index, u"thinking"_s);
        write(u"content-delta"_s, contentDelta(index, u"thinking"_s, behaviour.thinking));
        write(u"content-end"_s, {{u"index"_s, index++}});
    }
    start(index, u"text"_s);
    const StreamEnd end = streamWords(
        generation, behaviour.fault,
        [&](const QString &word) {
            write(u"content-delta"_s, contentDelta(index, u"text"_s, word));
        },
        [&] { events.event("content-delta"_ba, "{\"type\":\"content-del"_ba); });
    const auto finish = [&](const QString &reason, bool withUsage) {
        QJsonObject delta{{u"finish_reason"_s, reason}};
        if (withUsage && !behaviour.noUsage)
            delta.insert(u"usage"_s, usageOf(generation));
        if (reason == "ERROR"_L1)
            delta.insert(u"error"_s,
                         behaviour.fault.message.isEmpty() ? u"The generation failed."_s
                                                           : behaviour.fault.message);
        write(u"message-end"_s, {{u"delta"_s, delta}});
    };
    if (end == StreamEnd::Error)
        finish(u"ERROR"_s, false);
    if (end == StreamEnd::Complete) {
        write(u"content-end"_s, {{u"index"_s, index}});
        finish(finishOf(exchange, generation), true);
    }
    return streamReply(events, end);
}
} // namespace

Reply cohereAnswer(const Exchange &exchange, Backstage &)
{
    std::optional<qint64> limit;
    if (exchange.fields.contains("max_tokens"_L1))
        limit = exchange.fields.value("max_tokens"_L1).toInteger();
    const Generation generation = generate(exchange, limit);
    const Behaviour &behaviour = exchange.behaviour;
    if (exchange.fields.value("stream"_L1).toBool())
        return streamed(exchange, generation);
    QJsonArray content;
    if (!behaviour.thinking.isEmpty()) {
        content.append(
            QJsonObject{{u"type"_s, u"thinking"_s}, {u"thinking"_s, behaviour.thinking}});
    }
    content.append(
        QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, wholeText(generation, behaviour.fault)}});
    QJsonObject body{
        {u"id"_s, u"simulated-%1"_s.arg(exchange.serial)},
        {u"finish_reason"_s, finishOf(exchange, generation)},
        {u"message"_s, QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, content}}}};
    if (!behaviour.noUsage)
        body.insert(u"usage"_s, usageOf(generation));
    return wholeReply(exchange, body);
}

} // namespace keyway::simulator
