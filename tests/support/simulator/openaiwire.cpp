#include "tests/support/simulator/generation.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject usageOf(const Generation &generation)
{
    const Counters &counters = generation.counters;
    const qint64 output = counters.output.value_or(0);
    return {
        {u"prompt_tokens"_s, generation.totalInput()},
        {u"prompt_tokens_details"_s,
         QJsonObject{{u"cached_tokens"_s, counters.cacheRead},
                     {u"cache_write_tokens"_s, counters.cacheWriteShort + counters.cacheWriteLong},
                     {u"audio_tokens"_s, 0}}},
        {u"completion_tokens"_s, output},
        {u"completion_tokens_details"_s,
         QJsonObject{{u"reasoning_tokens"_s, counters.reasoning},
                     {u"audio_tokens"_s, 0},
                     {u"accepted_prediction_tokens"_s, 0},
                     {u"rejected_prediction_tokens"_s, 0}}},
        {u"total_tokens"_s, generation.totalInput() + output}};
}

QString finishReason(const Behaviour &behaviour, const Generation &generation)
{
    if (behaviour.finish == Behaviour::Finish::ContentFilter)
        return u"content_filter"_s;
    return generation.lengthReached ? u"length"_s : u"stop"_s;
}

/// What every chunk and the whole answer begin with.
QJsonObject frame(const Exchange &exchange, const QString &object)
{
    const QString &dated = exchange.behaviour.reportedModel;
    return {{u"id"_s, u"chatcmpl-simulated%1"_s.arg(exchange.serial)},
            {u"object"_s, object},
            {u"created"_s, QDateTime::currentSecsSinceEpoch()},
            {u"model"_s, dated.isEmpty() ? exchange.model : dated},
            {u"service_tier"_s, exchange.behaviour.serviceTier},
            {u"system_fingerprint"_s, u"fp_simulated"_s}};
}

Reply streamed(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    const bool withUsage = !behaviour.noUsage
        && exchange.request.json()
               .value("stream_options"_L1)
               .toObject()
               .value("include_usage"_L1)
               .toBool();
    EventWriter events(behaviour);
    const auto chunk = [&](const QJsonObject &delta, const QJsonValue &finish) {
        QJsonObject object = frame(exchange, u"chat.completion.chunk"_s);
        object.insert(u"choices"_s,
                      QJsonArray{QJsonObject{{u"index"_s, 0},
                                             {u"delta"_s, delta},
                                             {u"logprobs"_s, QJsonValue::Null},
                                             {u"finish_reason"_s, finish}}});
        if (withUsage)
            object.insert(u"usage"_s, QJsonValue::Null);
        return object;
    };
    const QString field
        = behaviour.finish == Behaviour::Finish::Refusal ? u"refusal"_s : u"content"_s;
    events.event({},
                 chunk({{u"role"_s, u"assistant"_s},
                        {u"content"_s, QString(u""_s)},
                        {u"refusal"_s, QJsonValue::Null}},
                       QJsonValue::Null));
    if (!behaviour.thinking.isEmpty()) {
        events.event({}, chunk({{u"reasoning_content"_s, behaviour.thinking}}, QJsonValue::Null));
    }
    const StreamEnd end = streamWords(
        generation, behaviour.fault,
        [&](const QString &word) {
            events.event({}, chunk({{field, word}}, QJsonValue::Null));
        },
        [&] {
            const QByteArray whole = compactJson(chunk({{field, u"broken"_s}}, QJsonValue::Null));
            events.event({}, whole.left(whole.size() / 2));
        });
    if (end == StreamEnd::Error) {
        const QString &code = behaviour.fault.code;
        const QString &message = behaviour.fault.message;
        const QString name = code.isEmpty() ? u"server_error"_s : code;
        events.event(
            {},
            QJsonObject{{u"error"_s,
                         QJsonObject{{u"message"_s,
                                      message.isEmpty() ? u"The server had an error."_s : message},
                                     {u"type"_s, name},
                                     {u"param"_s, QJsonValue::Null},
                                     {u"code"_s, name}}}});
    }
    if (end == StreamEnd::Complete) {
        events.event({}, chunk({}, finishReason(behaviour, generation)));
        if (withUsage) {
            QJsonObject last = frame(exchange, u"chat.completion.chunk"_s);
            last.insert(u"choices"_s, QJsonArray());
            last.insert(u"usage"_s, usageOf(generation));
            events.event({}, last);
        }
        events.event({}, "[DONE]"_ba);
    }
    return streamReply(events, end);
}

Reply whole(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    const QString text = wholeText(generation, behaviour.fault);
    const bool refused = behaviour.finish == Behaviour::Finish::Refusal;
    QJsonObject message{{u"role"_s, u"assistant"_s},
                        {u"content"_s, refused ? QJsonValue(QJsonValue::Null) : QJsonValue(text)},
                        {u"refusal"_s, refused ? QJsonValue(text) : QJsonValue(QJsonValue::Null)},
                        {u"annotations"_s, QJsonArray()}};
    if (!behaviour.thinking.isEmpty())
        message.insert(u"reasoning_content"_s, behaviour.thinking);
    QJsonObject body = frame(exchange, u"chat.completion"_s);
    body.insert(u"choices"_s,
                QJsonArray{QJsonObject{{u"index"_s, 0},
                                       {u"message"_s, message},
                                       {u"logprobs"_s, QJsonValue::Null},
                                       {u"finish_reason"_s, finishReason(behaviour, generation)}}});
    if (!behaviour.noUsage)
        body.insert(u"usage"_s, usageOf(generation));
    return wholeReply(Wire::OpenAi, exchange, body);
}

/// The service's words about a request it does not take, or nothing.
std::optional<Reply> refusal(const Exchange &exchange)
{
    const auto bad = [&exchange](const QString &code, const QString &message) {
        return errorReply(Wire::OpenAi, 400, code, message, exchange.serial);
    };
    const QJsonObject body = exchange.request.json();
    if (!exchange.request.header("content-type").startsWith("application/json") || body.isEmpty())
        return bad({}, u"We could not parse the JSON body of your request."_s);
    if (exchange.model.isEmpty())
        return bad({}, u"you must provide a model parameter"_s);
    if (body.value("messages"_L1).toArray().isEmpty())
        return bad(u"missing_required_parameter"_s, u"Missing required parameter: 'messages'."_s);
    for (const QString &name : exchange.behaviour.refusedParameters) {
        if (body.contains(name)) {
            return bad(
                u"unsupported_parameter"_s,
                u"Unsupported parameter: '%1' is not supported with this model."_s.arg(name));
        }
    }
    return std::nullopt;
}
} // namespace

Reply openAiReply(const Exchange &exchange)
{
    if (exchange.request.method != "POST"
        || !exchange.request.path().endsWith("/chat/completions")) {
        return errorReply(Wire::OpenAi, 404, u"unknown_url"_s,
                          u"Invalid URL (%1)"_s.arg(QString::fromUtf8(exchange.request.method + ' '
                                                                      + exchange.request.path())),
                          exchange.serial);
    }
    if (const auto refused = refusal(exchange))
        return *refused;
    if (const auto fault = faultReply(Wire::OpenAi, exchange))
        return *fault;
    const QJsonObject body = exchange.request.json();
    std::optional<qint64> limit;
    for (const auto name : {"max_completion_tokens"_L1, "max_tokens"_L1}) {
        if (!limit && body.contains(name))
            limit = body.value(name).toInteger();
    }
    const Generation generation = generate(exchange, limit);
    Reply reply = body.value("stream"_L1).toBool() ? streamed(exchange, generation)
                                                   : whole(exchange, generation);
    reply.headers.append({"openai-version"_ba, "2020-10-01"_ba});
    return reply;
}

Reply openAiModels(const QStringList &models)
{
    QJsonArray list;
    for (const QString &name : models) {
        list.append(QJsonObject{{u"id"_s, name},
                                {u"object"_s, u"model"_s},
                                {u"created"_s, 1'790'000'000},
                                {u"owned_by"_s, u"system"_s}});
    }
    return Reply::of(200, "application/json"_ba,
                     compactJson({{u"object"_s, u"list"_s}, {u"data"_s, list}}));
}

} // namespace keyway::simulator
