#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 pictureTokens = 1290;

bool wantsPicture(const Exchange &exchange)
{
    return exchange.fields.value("generationConfig"_L1)
        .toObject()
        .value("responseModalities"_L1)
        .toArray()
        .contains(u"IMAGE"_s);
}

QJsonArray details(const QList<std::pair<QString, qint64>> &counts)
{
    QJsonArray list;
    for (const auto &[modality, count] : counts) {
        if (count > 0)
            list.append(QJsonObject{{u"modality"_s, modality}, {u"tokenCount"_s, count}});
    }
    return list;
}

/// Candidates without thoughts, the prompt with its cached part, tools beside both.
QJsonObject usageOf(const Exchange &exchange, const Generation &generation)
{
    const Counters &counters = generation.counters;
    const qint64 prompt = generation.totalInput();
    const qint64 text = counters.output.value_or(0) - counters.reasoning;
    qint64 image = counters.imageOutput;
    if (image == 0 && wantsPicture(exchange))
        image = pictureTokens;
    QJsonObject usage{
        {u"promptTokenCount"_s, prompt},
        {u"candidatesTokenCount"_s, text + image},
        {u"totalTokenCount"_s, prompt + text + image + counters.reasoning + counters.toolInput},
        {u"promptTokensDetails"_s, details({{u"TEXT"_s, prompt}})},
        {u"candidatesTokensDetails"_s, details({{u"TEXT"_s, text}, {u"IMAGE"_s, image}})}};
    if (counters.cacheRead > 0) {
        usage.insert(u"cachedContentTokenCount"_s, counters.cacheRead);
        usage.insert(u"cacheTokensDetails"_s, details({{u"TEXT"_s, counters.cacheRead}}));
    }
    if (counters.reasoning > 0)
        usage.insert(u"thoughtsTokenCount"_s, counters.reasoning);
    if (counters.toolInput > 0)
        usage.insert(u"toolUsePromptTokenCount"_s, counters.toolInput);
    return usage;
}

QString finishOf(const Exchange &exchange, const Generation &generation)
{
    using Finish = Behaviour::Finish;
    if (exchange.behaviour.finish == Finish::ContentFilter)
        return wantsPicture(exchange) ? u"IMAGE_SAFETY"_s : u"SAFETY"_s;
    return generation.lengthReached ? u"MAX_TOKENS"_s : u"STOP"_s;
}

QJsonObject frame(const Exchange &exchange)
{
    const QString &dated = exchange.behaviour.reportedModel;
    return {{u"modelVersion"_s, dated.isEmpty() ? exchange.model : dated},
            {u"responseId"_s, u"simulated%1"_s.arg(exchange.serial)}};
}

QJsonObject chunk(const Exchange &exchange, const QJsonArray &parts, const QString &finish = {})
{
    QJsonObject candidate{{u"content"_s, QJsonObject{{u"role"_s, u"model"_s}, {u"parts"_s, parts}}},
                          {u"index"_s, 0}};
    if (!finish.isEmpty())
        candidate.insert(u"finishReason"_s, finish);
    QJsonObject object = frame(exchange);
    object.insert(u"candidates"_s, QJsonArray{candidate});
    return object;
}

QJsonObject thought(const QString &text)
{
    return {{u"text"_s, text}, {u"thought"_s, true}};
}

QJsonObject inlinePicture()
{
    return {{u"inlineData"_s,
             QJsonObject{{u"mimeType"_s, u"image/png"_s},
                         {u"data"_s, QString::fromLatin1(picture("image/png"_ba).toBase64())}}}};
}

/// A blocked prompt: 200, and no candidate.
QJsonObject blocked(const Exchange &exchange, const Generation &generation)
{
    QJsonObject object = frame(exchange);
    object.insert(u"promptFeedback"_s, QJsonObject{{u"blockReason"_s, u"PROHIBITED_CONTENT"_s}});
    const qint64 prompt = generation.totalInput();
    object.insert(u"usageMetadata"_s,
                  QJsonObject{{u"promptTokenCount"_s, prompt}, {u"totalTokenCount"_s, prompt}});
    return object;
}

QJsonObject streamError(const Exchange &exchange)
{
    const Fault &fault = exchange.behaviour.fault;
    return {{u"error"_s,
             QJsonObject{{u"code"_s, fault.status > 0 ? fault.status : 503},
                         {u"message"_s,
                          fault.message.isEmpty() ? u"The model is overloaded."_s : fault.message},
                         {u"status"_s, fault.code.isEmpty() ? u"UNAVAILABLE"_s : fault.code}}}};
}

/// Writes chunks as events, or as the members of one array.
class GeminiWriter {
public:
    GeminiWriter(const Exchange &exchange, const Generation &generation)
        : m_exchange(exchange)
        , m_generation(generation)
        , m_events(exchange.behaviour)
        , m_isEvents(exchange.queryValue(u"alt"_s) == "sse"_L1)
    {
    }

    Reply write()
    {
        StreamEnd end = StreamEnd::Complete;
        const Behaviour &behaviour = m_exchange.behaviour;
        if (behaviour.finish == Behaviour::Finish::Refusal) {
            put(blocked(m_exchange, m_generation));
        } else {
            if (!behaviour.thinking.isEmpty())
                put(counted(chunk(m_exchange, {thought(behaviour.thinking)})));
            end = streamWords(
                m_generation, behaviour.fault,
                [&](const QString &word) {
                    put(counted(chunk(m_exchange, {QJsonObject{{u"text"_s, word}}})));
                },
                [&] { bytes("{\"candidates\":[{\"content\":{\"par"_ba); });
            if (end == StreamEnd::Error)
                put(streamError(m_exchange));
            if (end == StreamEnd::Complete)
                finish();
        }
        if (!m_isEvents && end == StreamEnd::Complete)
            m_events.raw(m_first ? "[]"_ba : "]\n"_ba);
        return m_isEvents ? streamReply(m_events, end)
                          : streamReply(m_events, end, "application/json; charset=UTF-8"_ba);
    }

private:
    void bytes(const QByteArray &json)
    {
        if (m_isEvents)
            m_events.event({}, json);
        else
            m_events.raw((std::exchange(m_first, false) ? "["_ba : ",\r\n"_ba) + json);
    }
    void put(const QJsonObject &object) { bytes(withInvalidUtf8(compactJson(object))); }

    /// Every chunk has the counts so far; only the last ones are right.
    QJsonObject counted(QJsonObject object) const
    {
        if (m_exchange.behaviour.noUsage)
            return object;
        const qint64 prompt = m_generation.totalInput();
        object.insert(u"usageMetadata"_s,
                      QJsonObject{{u"promptTokenCount"_s, prompt}, {u"totalTokenCount"_s, prompt}});
        return object;
    }

    void finish()
    {
        QJsonArray parts{QJsonObject{{u"text"_s, QString(u""_s)}}};
        if (!m_exchange.behaviour.thinking.isEmpty())
            parts = {QJsonObject{{u"text"_s, QString(u""_s)},
                                 {u"thoughtSignature"_s, u"c2ltdWxhdGVk"_s}}};
        const bool filtered = m_exchange.behaviour.finish == Behaviour::Finish::ContentFilter;
        if (wantsPicture(m_exchange) && !filtered)
            parts.append(inlinePicture());
        QJsonObject last = chunk(m_exchange, parts, finishOf(m_exchange, m_generation));
        if (!m_exchange.behaviour.noUsage)
            last.insert(u"usageMetadata"_s, usageOf(m_exchange, m_generation));
        put(last);
    }

    const Exchange &m_exchange;
    const Generation &m_generation;
    EventWriter m_events;
    const bool m_isEvents;
    bool m_first = true;
};

Reply whole(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    if (behaviour.finish == Behaviour::Finish::Refusal)
        return wholeReply(exchange, blocked(exchange, generation));
    QJsonArray parts;
    if (!behaviour.thinking.isEmpty())
        parts.append(thought(behaviour.thinking));
    const bool filtered = behaviour.finish == Behaviour::Finish::ContentFilter;
    if (!filtered || !wantsPicture(exchange)) {
        QJsonObject text{{u"text"_s, wholeText(generation, behaviour.fault)}};
        if (!behaviour.thinking.isEmpty())
            text.insert(u"thoughtSignature"_s, u"c2ltdWxhdGVk"_s);
        parts.append(text);
    }
    if (wantsPicture(exchange) && !filtered)
        parts.append(inlinePicture());
    QJsonObject body = chunk(exchange, parts, finishOf(exchange, generation));
    if (!behaviour.noUsage)
        body.insert(u"usageMetadata"_s, usageOf(exchange, generation));
    return wholeReply(exchange, body);
}
} // namespace

Reply geminiAnswer(const Exchange &exchange, Backstage &)
{
    const QJsonObject config = exchange.fields.value("generationConfig"_L1).toObject();
    std::optional<qint64> limit;
    if (config.contains("maxOutputTokens"_L1))
        limit = config.value("maxOutputTokens"_L1).toInteger();
    const Generation generation = generate(exchange, limit);
    return exchange.route.call->path.endsWith(":streamGenerateContent"_L1)
        ? GeminiWriter(exchange, generation).write()
        : whole(exchange, generation);
}

Reply geminiCount(const Exchange &exchange, Backstage &)
{
    const Generation generation = generate(exchange, std::nullopt);
    return jsonReply(200, {{u"totalTokens"_s, generation.totalInput()}});
}

Reply geminiFile(const Exchange &exchange, Backstage &stage)
{
    const QString id = exchange.capture(u"file"_s);
    const auto job = stage.jobs.find(id);
    if (!job || !job->hasResult() || stage.jobs.isExpired(id))
        return nothingThere(exchange);
    return mediaReply(*job);
}

} // namespace keyway::simulator
