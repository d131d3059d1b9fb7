#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject formatOf(const QJsonObject &fields)
{
    return fields.value("response_format"_L1).toObject();
}

int secondsOf(const QJsonObject &fields)
{
    const QJsonValue duration = formatOf(fields).value("duration"_L1);
    if (duration.isDouble())
        return duration.toInt();
    return duration.isString() ? QString(duration.toString()).remove(u's').toInt() : 8;
}

QJsonArray byModality(const QString &modality, qint64 tokens)
{
    return {QJsonObject{{u"modality"_s, modality}, {u"tokens"_s, tokens}}};
}

/// The output is without thoughts; the input has its cached part.
QJsonObject usageOf(const Generation &generation, const QString &modality, qint64 mediaTokens)
{
    const Counters &counters = generation.counters;
    const qint64 input = generation.totalInput();
    const qint64 output
        = mediaTokens > 0 ? mediaTokens : counters.output.value_or(0) - counters.reasoning;
    return {{u"total_input_tokens"_s, input},
            {u"input_tokens_by_modality"_s, byModality(u"text"_s, input)},
            {u"total_cached_tokens"_s, counters.cacheRead},
            {u"total_output_tokens"_s, output},
            {u"output_tokens_by_modality"_s, byModality(modality, output)},
            {u"total_thought_tokens"_s, counters.reasoning},
            {u"total_tool_use_tokens"_s, counters.toolInput},
            {u"total_tokens"_s, input + output + counters.reasoning + counters.toolInput}};
}

QJsonObject frame(const Exchange &exchange, const QString &id, const QString &status,
                  const QString &model)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const QString &dated = exchange.behaviour.reportedModel;
    return {{u"id"_s, id},         {u"object"_s, u"interaction"_s},
            {u"status"_s, status}, {u"created"_s, now},
            {u"updated"_s, now},   {u"model"_s, dated.isEmpty() ? model : dated}};
}

QJsonObject thoughtStep()
{
    return {{u"type"_s, u"thought"_s}, {u"signature"_s, u"c2ltdWxhdGVk"_s}};
}

QString statusOf(const Exchange &exchange, const Generation &generation)
{
    if (exchange.behaviour.isWithheld())
        return u"failed"_s;
    return generation.lengthReached ? u"incomplete"_s : u"completed"_s;
}

/// A text, or a picture when one was asked for.
QJsonObject finished(const Exchange &exchange, const Generation &generation, const QString &text)
{
    const QString status = statusOf(exchange, generation);
    QJsonObject body
        = frame(exchange, u"v1_simulated%1"_s.arg(exchange.serial), status, exchange.model);
    const bool isPicture = formatOf(exchange.fields).value("type"_L1) == "image"_L1;
    QJsonArray steps;
    if (!exchange.behaviour.thinking.isEmpty())
        steps.append(thoughtStep());
    if (status == "failed"_L1) {
        body.insert(u"error"_s,
                    QJsonObject{{u"code"_s, u"content_blocked"_s},
                                {u"message"_s, u"The content was blocked by policy."_s}});
    } else if (isPicture) {
        const QJsonObject image{
            {u"type"_s, u"image"_s},
            {u"mime_type"_s, u"image/png"_s},
            {u"data"_s, QString::fromLatin1(picture("image/png"_ba).toBase64())}};
        body.insert(u"output_image"_s, image);
        steps.append(
            QJsonObject{{u"type"_s, u"model_output"_s}, {u"content"_s, QJsonArray{image}}});
    } else {
        const QJsonObject part{{u"type"_s, u"text"_s}, {u"text"_s, text}};
        body.insert(u"output_text"_s, text);
        steps.append(QJsonObject{{u"type"_s, u"model_output"_s}, {u"content"_s, QJsonArray{part}}});
    }
    body.insert(u"steps"_s, steps);
    if (!exchange.behaviour.noUsage) {
        body.insert(u"usage"_s,
                    isPicture ? usageOf(generation, u"image"_s, 1290)
                              : usageOf(generation, u"text"_s, 0));
    }
    return body;
}

Reply streamed(const Exchange &exchange, const Generation &generation)
{
    const Behaviour &behaviour = exchange.behaviour;
    EventWriter events(behaviour);
    const auto write = [&events](const QString &type, QJsonObject object) {
        object.insert(u"event_type"_s, type);
        events.event(type.toLatin1(), object);
    };
    write(u"interaction.created"_s,
          {{u"interaction"_s,
            frame(exchange, u"v1_simulated%1"_s.arg(exchange.serial), u"in_progress"_s,
                  exchange.model)}});
    int index = 0;
    if (!behaviour.thinking.isEmpty()) {
        write(u"step.start"_s,
              {{u"index"_s, index}, {u"step"_s, QJsonObject{{u"type"_s, u"thought"_s}}}});
        write(u"step.delta"_s,
              {{u"index"_s, index},
               {u"delta"_s,
                QJsonObject{
                    {u"type"_s, u"thought_summary"_s},
                    {u"content"_s,
                     QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, behaviour.thinking}}}}}});
        write(u"step.stop"_s, {{u"index"_s, index++}});
    }
    write(u"step.start"_s,
          {{u"index"_s, index}, {u"step"_s, QJsonObject{{u"type"_s, u"model_output"_s}}}});
    QString text;
    const StreamEnd end = streamWords(
        generation, behaviour.fault,
        [&](const QString &word) {
            text += word;
            write(u"step.delta"_s,
                  {{u"index"_s, index},
                   {u"delta"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, word}}}});
        },
        [&] { events.event("step.delta"_ba, "{\"event_type\":\"step.de"_ba); });
    if (end == StreamEnd::Error) {
        const Fault &fault = behaviour.fault;
        write(u"error"_s,
              {{u"error"_s,
                QJsonObject{
                    {u"code"_s, fault.code.isEmpty() ? u"service_unavailable"_s : fault.code},
                    {u"message"_s,
                     fault.message.isEmpty() ? u"The model is overloaded."_s : fault.message}}}});
    }
    if (end == StreamEnd::Complete) {
        write(u"step.stop"_s, {{u"index"_s, index}});
        QJsonObject last = finished(exchange, generation, text);
        write(u"interaction.status_update"_s,
              {{u"interaction_id"_s, last.value("id"_L1)}, {u"status"_s, last.value("status"_L1)}});
        last.remove(u"steps"_s);
        last.remove(u"output_text"_s);
        write(u"interaction.completed"_s, {{u"interaction"_s, last}});
    }
    return streamReply(events, end);
}

/// A film in the making.
QJsonObject jobBody(const Exchange &exchange, const Job &job)
{
    const auto body
        = [&](const QString &status) { return frame(exchange, job.id, status, job.model); };
    switch (job.state) {
    case Job::State::Queued:
        return body(u"queued"_s);
    case Job::State::Running:
        return body(u"in_progress"_s);
    case Job::State::Cancelled:
        return body(u"cancelled"_s);
    case Job::State::Failed:
    case Job::State::Filtered: {
        const JobPlan &plan = job.behaviour.job;
        const bool filtered = job.state == Job::State::Filtered;
        const QString code = filtered ? u"content_blocked"_s : u"internal"_s;
        QJsonObject failed = body(u"failed"_s);
        failed.insert(
            u"error"_s,
            QJsonObject{
                {u"code"_s, plan.code.isEmpty() ? code : plan.code},
                {u"message"_s, plan.message.isEmpty() ? u"No video was made."_s : plan.message}});
        return failed;
    }
    case Job::State::Succeeded:
        break;
    }
    QJsonObject done = body(u"completed"_s);
    QJsonObject video{{u"type"_s, u"video"_s}, {u"mime_type"_s, u"video/mp4"_s}};
    if (formatOf(job.fields).value("delivery"_L1) == "uri"_L1) {
        video.insert(u"uri"_s,
                     u"%1/v1beta/files/%2:download?alt=media"_s.arg(exchange.root(), job.id));
    } else {
        video.insert(u"data"_s, QString::fromLatin1(job.media().toBase64()));
    }
    done.insert(u"output_video"_s, video);
    done.insert(
        u"steps"_s,
        QJsonArray{QJsonObject{{u"type"_s, u"model_output"_s}, {u"content"_s, QJsonArray{video}}}});
    if (!job.behaviour.noUsage) {
        Generation generation;
        generation.counters = job.behaviour.usage;
        generation.counters.input = job.behaviour.usage.input.value_or(
            std::max<qint64>(1, promptText(job.fields).toUtf8().size() / 4));
        done.insert(u"usage"_s,
                    usageOf(generation, u"video"_s,
                            job.behaviour.usage.output.value_or(job.seconds * qint64(5792))));
    }
    return done;
}

std::optional<Job> jobOf(const Exchange &exchange, Backstage &stage)
{
    return stage.jobs.look(exchange.capture(u"id"_s));
}
} // namespace

Reply interactionAnswer(const Exchange &exchange, Backstage &stage)
{
    if (formatOf(exchange.fields).value("type"_L1) == "video"_L1) {
        Job job = stage.jobs.make(exchange, u"v1_"_s, "video/mp4"_ba, secondsOf(exchange.fields));
        // Without `background` the answer waits for the end.
        while (!exchange.fields.value("background"_L1).toBool() && !job.isOver()
               && exchange.behaviour.job.stepTime.count() == 0)
            job = stage.jobs.look(job.id).value_or(job);
        return wholeReply(exchange, jobBody(exchange, job));
    }
    const QJsonObject config = exchange.fields.value("generation_config"_L1).toObject();
    std::optional<qint64> limit;
    if (config.contains("max_output_tokens"_L1))
        limit = config.value("max_output_tokens"_L1).toInteger();
    const Generation generation = generate(exchange, limit);
    if (exchange.fields.value("stream"_L1).toBool())
        return streamed(exchange, generation);
    return wholeReply(
        exchange, finished(exchange, generation, wholeText(generation, exchange.behaviour.fault)));
}

Reply interactionState(const Exchange &exchange, Backstage &stage)
{
    const auto job = jobOf(exchange, stage);
    return job ? jsonReply(200, jobBody(exchange, *job)) : nothingThere(exchange);
}

Reply interactionCancel(const Exchange &exchange, Backstage &stage)
{
    stage.jobs.cancel(exchange.capture(u"id"_s));
    return interactionState(exchange, stage);
}

Reply interactionDelete(const Exchange &exchange, Backstage &stage)
{
    return stage.jobs.remove(exchange.capture(u"id"_s)) ? jsonReply(200, {})
                                                        : nothingThere(exchange);
}

} // namespace keyway::simulator
