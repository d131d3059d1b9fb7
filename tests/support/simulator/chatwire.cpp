#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/chatdialect.h"
#include "tests/support/simulator/jobs.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
using StreamUsage = ChatDialect::StreamUsage;

QString idOf(const Exchange &exchange)
{
    return u"%1simulated%2"_s.arg(ChatDialect::of(exchange.wire()).idPrefix).arg(exchange.serial);
}

/// What every chunk and the whole answer begin with.
QJsonObject frame(const Exchange &exchange, const QString &object)
{
    const QString &dated = exchange.behaviour.reportedModel;
    QJsonObject made{{u"id"_s, idOf(exchange)},
                     {u"object"_s, object},
                     {u"created"_s, QDateTime::currentSecsSinceEpoch()},
                     {u"model"_s, dated.isEmpty() ? exchange.model : dated}};
    const Wire wire = exchange.wire();
    if (wire == Wire::OpenRouter)
        made.insert(u"provider"_s, u"Simulated"_s);
    if (wire == Wire::OpenAi || wire == Wire::Azure || wire == Wire::Groq)
        made.insert(u"service_tier"_s, exchange.behaviour.serviceTier);
    if (wire != Wire::Mistral)
        made.insert(u"system_fingerprint"_s, u"fp_simulated"_s);
    return made;
}

/// Whether the words are put into `refusal` instead of `content`.
bool isRefused(const Exchange &exchange)
{
    return exchange.behaviour.finish == Behaviour::Finish::Refusal
        && ChatDialect::of(exchange.wire()).refusalField;
}

QJsonArray mistralThinking(const QString &text)
{
    return {QJsonObject{
        {u"type"_s, u"thinking"_s},
        {u"thinking"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}}}}}};
}

/// Writes the chunks of one answer.
class ChunkWriter {
public:
    ChunkWriter(const Exchange &exchange, const Generation &generation)
        : m_exchange(exchange)
        , m_generation(generation)
        , m_dialect(ChatDialect::of(exchange.wire()))
        , m_events(exchange.behaviour)
    {
        const bool asked = exchange.fields.value("stream_options"_L1)
                               .toObject()
                               .value("include_usage"_L1)
                               .toBool();
        m_withUsage = !exchange.behaviour.noUsage
            && (asked || m_dialect.streamUsage != StreamUsage::WhenAsked);
    }

    Reply write()
    {
        begin();
        const QString field = isRefused(m_exchange) ? u"refusal"_s : u"content"_s;
        const StreamEnd end = streamWords(
            m_generation, m_exchange.behaviour.fault,
            [&](const QString &word) {
                m_events.event({}, chunk({{field, word}}, QJsonValue::Null));
            },
            [&] {
                const QByteArray whole
                    = compactJson(chunk({{field, u"broken"_s}}, QJsonValue::Null));
                m_events.event({}, whole.left(whole.size() / 2));
            });
        if (end == StreamEnd::Error) {
            m_events.event(
                {}, chatErrorChunk(m_exchange, frame(m_exchange, u"chat.completion.chunk"_s)));
        }
        if (end == StreamEnd::Complete)
            finish();
        return streamReply(m_events, end);
    }

private:
    QJsonObject chunk(const QJsonObject &delta, const QJsonValue &finish) const
    {
        const Wire wire = m_exchange.wire();
        QJsonObject object = frame(m_exchange, u"chat.completion.chunk"_s);
        QJsonObject choice{{u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, finish}};
        if (wire == Wire::OpenRouter)
            choice.insert(u"native_finish_reason"_s, finish);
        else if (wire != Wire::Mistral && wire != Wire::Xai)
            choice.insert(u"logprobs"_s, QJsonValue::Null);
        if (wire == Wire::Azure)
            choice.insert(u"content_filter_results"_s, nothingFiltered());
        object.insert(u"choices"_s, QJsonArray{choice});
        if (m_withUsage && m_dialect.streamUsage == StreamUsage::WhenAsked)
            object.insert(u"usage"_s, QJsonValue::Null);
        return object;
    }

    void begin()
    {
        const Wire wire = m_exchange.wire();
        if (wire == Wire::OpenRouter)
            m_events.comment("OPENROUTER PROCESSING"_ba);
        if (wire == Wire::Azure) {
            m_events.event({},
                           QJsonObject{{u"choices"_s, QJsonArray()},
                                       {u"created"_s, 0},
                                       {u"id"_s, QString(u""_s)},
                                       {u"model"_s, QString(u""_s)},
                                       {u"object"_s, QString(u""_s)},
                                       {u"prompt_filter_results"_s,
                                        QJsonArray{QJsonObject{
                                            {u"prompt_index"_s, 0},
                                            {u"content_filter_results"_s, nothingFiltered()}}}}});
        }
        QJsonObject first{{u"role"_s, u"assistant"_s}, {u"content"_s, QString(u""_s)}};
        if (m_dialect.refusalField)
            first.insert(u"refusal"_s, QJsonValue::Null);
        QJsonObject opening = chunk(first, QJsonValue::Null);
        if (wire == Wire::Groq)
            opening.insert(u"x_groq"_s, QJsonObject{{u"id"_s, idOf(m_exchange)}});
        m_events.event({}, opening);
        const QString &thinking = m_exchange.behaviour.thinking;
        if (!thinking.isEmpty()) {
            const QJsonObject delta = m_dialect.thinking.isEmpty()
                ? QJsonObject{{u"content"_s, mistralThinking(thinking)}}
                : QJsonObject{{m_dialect.thinking, thinking}};
            m_events.event({}, chunk(delta, QJsonValue::Null));
        }
    }

    void finish()
    {
        const Wire wire = m_exchange.wire();
        QJsonObject last = chunk({}, chatFinish(wire, m_exchange.behaviour, m_generation));
        const QJsonObject usage = chatUsage(wire, m_generation);
        if (m_withUsage && m_dialect.streamUsage == StreamUsage::WithFinish) {
            last.insert(u"usage"_s, usage);
            if (wire == Wire::Groq)
                last.insert(u"x_groq"_s,
                            QJsonObject{{u"id"_s, idOf(m_exchange)}, {u"usage"_s, usage}});
        }
        m_events.event({}, last);
        if (m_withUsage && m_dialect.streamUsage != StreamUsage::WithFinish) {
            QJsonObject extra = frame(m_exchange, u"chat.completion.chunk"_s);
            extra.insert(u"choices"_s, QJsonArray());
            extra.insert(u"usage"_s, usage);
            m_events.event({}, extra);
        }
        m_events.event({}, "[DONE]"_ba);
    }

    const Exchange &m_exchange;
    const Generation &m_generation;
    const ChatDialect m_dialect;
    EventWriter m_events;
    bool m_withUsage = false;
};

QJsonObject messageOf(const Exchange &exchange, const Generation &generation)
{
    const ChatDialect dialect = ChatDialect::of(exchange.wire());
    const QString &thinking = exchange.behaviour.thinking;
    const QString text = wholeText(generation, exchange.behaviour.fault);
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
    if (dialect.refusalField) {
        const bool refused = isRefused(exchange);
        message.insert(u"refusal"_s, refused ? QJsonValue(text) : QJsonValue(QJsonValue::Null));
        if (refused)
            message.insert(u"content"_s, QJsonValue::Null);
    }
    if (exchange.wire() == Wire::OpenAi)
        message.insert(u"annotations"_s, QJsonArray());
    if (thinking.isEmpty())
        return message;
    if (dialect.thinking.isEmpty()) {
        QJsonArray content = mistralThinking(thinking);
        content.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text}});
        message.insert(u"content"_s, content);
    } else {
        message.insert(dialect.thinking, thinking);
    }
    return message;
}

Reply whole(const Exchange &exchange, const Generation &generation)
{
    const Wire wire = exchange.wire();
    const QString finish = chatFinish(wire, exchange.behaviour, generation);
    QJsonObject choice{{u"index"_s, 0},
                       {u"message"_s, messageOf(exchange, generation)},
                       {u"finish_reason"_s, finish}};
    if (wire == Wire::OpenRouter)
        choice.insert(u"native_finish_reason"_s, finish);
    else if (wire != Wire::Mistral && wire != Wire::Xai)
        choice.insert(u"logprobs"_s, QJsonValue::Null);
    QJsonObject body = frame(exchange, u"chat.completion"_s);
    if (wire == Wire::Azure) {
        choice.insert(u"content_filter_results"_s, nothingFiltered());
        body.insert(u"prompt_filter_results"_s,
                    QJsonArray{QJsonObject{{u"prompt_index"_s, 0},
                                           {u"content_filter_results"_s, nothingFiltered()}}});
    }
    body.insert(u"choices"_s, QJsonArray{choice});
    if (!exchange.behaviour.noUsage)
        body.insert(u"usage"_s, chatUsage(wire, generation));
    return wholeReply(exchange, body);
}
} // namespace

Reply chatAnswer(const Exchange &exchange, Backstage &stage)
{
    std::optional<qint64> limit;
    for (const auto name : {"max_completion_tokens"_L1, "max_tokens"_L1}) {
        if (!limit && exchange.fields.contains(name))
            limit = exchange.fields.value(name).toInteger();
    }
    const Generation generation = generate(exchange, limit);
    if (exchange.wire() == Wire::OpenRouter) {
        // The whole usage is known later even when the stream was cut.
        const Counters &counters = generation.counters;
        stage.jobs.keepNote(
            idOf(exchange),
            {{u"id"_s, idOf(exchange)},
             {u"model"_s, exchange.model},
             {u"total_cost"_s, dollars(generation.cost())},
             {u"upstream_inference_cost"_s, dollars(generation.cost())},
             {u"cache_discount"_s, 0},
             {u"is_byok"_s, false},
             {u"native_tokens_prompt"_s, generation.totalInput()},
             {u"native_tokens_completion"_s, counters.output.value_or(0)},
             {u"native_tokens_reasoning"_s, counters.reasoning},
             {u"native_tokens_cached"_s, counters.cacheRead},
             {u"finish_reason"_s, chatFinish(exchange.wire(), exchange.behaviour, generation)}});
    }
    return exchange.fields.value("stream"_L1).toBool() ? ChunkWriter(exchange, generation).write()
                                                       : whole(exchange, generation);
}

} // namespace keyway::simulator
