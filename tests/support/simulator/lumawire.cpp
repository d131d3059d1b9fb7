#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"

#include <QtCore/QDateTime>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
QJsonObject bodyOf(const Exchange &exchange, const Job &job)
{
    const bool isVideo = job.mediaType == "video/mp4";
    QJsonObject body{{u"id"_s, job.id},
                     {u"generation_type"_s, isVideo ? u"video"_s : u"image"_s},
                     {u"model"_s, job.model},
                     {u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                     {u"failure_reason"_s, QJsonValue::Null},
                     {u"assets"_s, QJsonValue::Null},
                     {u"request"_s, job.fields}};
    switch (job.state) {
    case Job::State::Queued:
        body.insert(u"state"_s, u"queued"_s);
        break;
    case Job::State::Running:
        body.insert(u"state"_s, u"dreaming"_s);
        break;
    case Job::State::Succeeded:
        body.insert(u"state"_s, u"completed"_s);
        body.insert(u"assets"_s,
                    QJsonObject{{isVideo ? u"video"_s : u"image"_s, fileAddress(exchange, job)}});
        break;
    case Job::State::Failed:
    case Job::State::Filtered:
    case Job::State::Cancelled: {
        const QString &message = job.behaviour.job.message;
        const QString usual = job.state == Job::State::Filtered
            ? u"The output was blocked by moderation"_s
            : u"The generation failed"_s;
        body.insert(u"state"_s, u"failed"_s);
        body.insert(u"failure_reason"_s, message.isEmpty() ? usual : message);
        break;
    }
    }
    return body;
}
} // namespace

Reply lumaGeneration(const Exchange &exchange, Backstage &stage)
{
    const bool isPicture = exchange.route.call->path.endsWith("/image"_L1);
    const int seconds = exchange.fields.value("duration"_L1) == "9s"_L1 ? 9 : 5;
    const Job job
        = stage.jobs.make(exchange, u"luma-"_s, isPicture ? "image/jpeg"_ba : "video/mp4"_ba,
                          isPicture ? 0 : seconds);
    Reply reply = wholeReply(exchange, bodyOf(exchange, job));
    if (reply.status == 200)
        reply.status = 201;
    return reply;
}

Reply lumaGenerationState(const Exchange &exchange, Backstage &stage)
{
    const auto job = stage.jobs.look(exchange.capture(u"id"_s));
    return job ? jsonReply(200, bodyOf(exchange, *job)) : nothingThere(exchange);
}

Reply lumaGenerationDelete(const Exchange &exchange, Backstage &stage)
{
    if (!stage.jobs.remove(exchange.capture(u"id"_s)))
        return nothingThere(exchange);
    return Reply::of(204, "application/json"_ba, {});
}

} // namespace keyway::simulator
