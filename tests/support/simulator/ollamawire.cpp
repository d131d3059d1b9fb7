#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject line(const Exchange &exchange, const QJsonObject &message, bool done)
{
    return {{u"model"_s, exchange.model},
            {u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
            {u"message"_s, message},
            {u"done"_s, done}};
}

QJsonObject messageOf(const QString &text)
{
    return {{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
}

/// Reason and counts of the last line; a cached prefix is not counted.
void addEnd(QJsonObject &last, const Exchange &exchange, const Generation &generation)
{
    last.insert(u"done_reason"_s, generation.lengthReached ? u"length"_s : u"stop"_s);
    last.insert(u"total_duration"_s, 120'000'000);
    last.insert(u"load_duration"_s, 20'000'000);
    if (exchange.behaviour.noUsage)
        return;
    last.insert(u"prompt_eval_count"_s, generation.counters.input.value_or(0));
    last.insert(u"prompt_eval_duration"_s, 40'000'000);
    last.insert(u"eval_count"_s, generation.counters.output.value_or(0));
    last.insert(u"eval_duration"_s, 60'000'000);
}

Reply streamed(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    EventWriter lines(behaviour);
    const auto write = [&lines](const QJsonObject &object) {
        lines.raw(withInvalidUtf8(compactJson(object)) + '\n');
    };
    if (!behaviour.thinking.isEmpty()) {
        QJsonObject message = messageOf({});
        message.insert(u"thinking"_s, behaviour.thinking);
        write(line(exchange, message, false));
    }
    const StreamEnd end = streamWords(
        generation, behaviour.fault,
        [&](const QString &word) { write(line(exchange, messageOf(word), false)); },
        [&] { lines.raw("{\"model\":\"x\",\"mess\n"_ba); });
    if (end == StreamEnd::Error) {
        const Fault &fault = behaviour.fault;
        write({{u"error"_s,
                fault.message.isEmpty() ? u"the model runner stopped"_s : fault.message}});
    }
    if (end == StreamEnd::Complete) {
        QJsonObject last = line(exchange, messageOf({}), true);
        addEnd(last, exchange, generation);
        write(last);
    }
    return streamReply(lines, end, "application/x-ndjson"_ba);
}
} // namespace

Reply ollamaAnswer(const Exchange &exchange, Backstage &)
{
    std::optional<qint64> limit;
    const QJsonValue most = exchange.fields.value("options"_L1).toObject().value("num_predict"_L1);
    if (most.isDouble() && most.toInteger() > 0)
        limit = most.toInteger();
    const Generation generation = generate(exchange, limit);
    if (exchange.fields.value("stream"_L1).toBool(true))
        return streamed(exchange, generation);
    QJsonObject message = messageOf(wholeText(generation, exchange.behaviour.fault));
    if (!exchange.behaviour.thinking.isEmpty())
        message.insert(u"thinking"_s, exchange.behaviour.thinking);
    QJsonObject body = line(exchange, message, true);
    addEnd(body, exchange, generation);
    return wholeReply(exchange, body);
}

Reply ollamaInfo(const Exchange &exchange, Backstage &stage)
{
    const QString &path = exchange.route.call->path;
    if (path == "/api/version"_L1)
        return jsonReply(200, {{u"version"_s, u"0.12.0"_s}});
    if (path == "/api/show"_L1) {
        return jsonReply(200,
                         {{u"capabilities"_s, QJsonArray{u"completion"_s, u"vision"_s}},
                          {u"model_info"_s, QJsonObject{{u"llama.context_length"_s, 8192}}}});
    }
    QJsonArray models;
    for (const QString &name : stage.models) {
        models.append(QJsonObject{{u"name"_s, name},
                                  {u"model"_s, name},
                                  {u"size"_s, 4'000'000'000LL},
                                  {u"modified_at"_s, u"2026-10-01T00:00:00Z"_s}});
    }
    return jsonReply(200, {{u"models"_s, models}});
}

} // namespace keyway::simulator
