#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"

#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
int secondsOf(const Exchange &exchange, int usual)
{
    return exchange.fields.value("duration"_L1).toInt(usual);
}

QString messageOf(const Job &job, const QString &usual)
{
    const QString &message = job.behaviour.job.message;
    return message.isEmpty() ? usual : message;
}

QJsonObject openRouterState(const Exchange &exchange, const Job &job)
{
    const QString path = u"%1/videos/%2"_s.arg(exchange.route.service->base, job.id);
    QJsonObject body{{u"id"_s, job.id}, {u"polling_url"_s, path}};
    switch (job.state) {
    case Job::State::Queued:
        body.insert(u"status"_s, u"pending"_s);
        return body;
    case Job::State::Running:
        body.insert(u"status"_s, u"in_progress"_s);
        return body;
    case Job::State::Succeeded:
        body.insert(u"status"_s, u"completed"_s);
        body.insert(u"generation_id"_s, u"gen-"_s + job.id);
        // Unsigned: the content is fetched with the key.
        body.insert(u"unsigned_urls"_s,
                    QJsonArray{u"http://%1%2/content?index=0"_s.arg(
                        QString::fromLatin1(exchange.request.header("host")), path)});
        break;
    case Job::State::Cancelled:
        body.insert(u"status"_s, u"cancelled"_s);
        return body;
    case Job::State::Failed:
    case Job::State::Filtered:
        body.insert(u"status"_s, u"failed"_s);
        body.insert(u"error"_s,
                    messageOf(job,
                              job.state == Job::State::Filtered
                                  ? u"The content was flagged by moderation."_s
                                  : u"The provider could not make the video."_s));
        break;
    }
    body.insert(u"usage"_s, QJsonObject{{u"cost"_s, dollars(job.cost())}, {u"is_byok"_s, false}});
    return body;
}
} // namespace

Reply xaiVideo(const Exchange &exchange, Backstage &stage)
{
    const Job job = stage.jobs.make(exchange, u"vid-"_s, "video/mp4"_ba, secondsOf(exchange, 5));
    return wholeReply(exchange, {{u"request_id"_s, job.id}});
}

Reply xaiVideoState(const Exchange &exchange, Backstage &stage)
{
    const auto job = stage.jobs.look(exchange.capture(u"id"_s));
    if (!job)
        return nothingThere(exchange);
    QJsonObject body{{u"model"_s, job->model}, {u"progress"_s, job->percent}};
    switch (job->state) {
    case Job::State::Queued:
    case Job::State::Running:
        body.insert(u"status"_s, u"pending"_s);
        return jsonReply(200, body);
    case Job::State::Cancelled:
        body.insert(u"status"_s, u"expired"_s);
        return jsonReply(200, body);
    case Job::State::Failed:
        body.insert(u"status"_s, u"failed"_s);
        body.insert(u"error"_s,
                    QJsonObject{{u"code"_s,
                                 job->behaviour.job.code.isEmpty() ? u"internal_error"_s
                                                                   : job->behaviour.job.code},
                                {u"message"_s, messageOf(*job, u"The video failed."_s)}});
        return jsonReply(200, body);
    case Job::State::Filtered:
    case Job::State::Succeeded:
        break;
    }
    // Withheld videos are done too, and billed.
    QJsonObject video{{u"duration"_s, job->seconds}, {u"respect_moderation"_s, job->hasResult()}};
    if (job->hasResult())
        video.insert(u"url"_s, fileAddress(exchange, *job));
    body.insert(u"status"_s, u"done"_s);
    body.insert(u"video"_s, video);
    body.insert(u"usage"_s, QJsonObject{{u"cost_in_usd_ticks"_s, job->cost() * 10}});
    return jsonReply(200, body);
}

Reply openRouterVideo(const Exchange &exchange, Backstage &stage)
{
    const Job job = stage.jobs.make(exchange, u"job-"_s, "video/mp4"_ba, secondsOf(exchange, 5));
    Reply reply = wholeReply(exchange, openRouterState(exchange, job));
    if (reply.status == 200)
        reply.status = 202;
    return reply;
}

Reply openRouterVideoState(const Exchange &exchange, Backstage &stage)
{
    const auto job = stage.jobs.look(exchange.capture(u"id"_s));
    return job ? jsonReply(200, openRouterState(exchange, *job)) : nothingThere(exchange);
}

Reply openRouterVideoContent(const Exchange &exchange, Backstage &stage)
{
    const QString id = exchange.capture(u"id"_s);
    const auto job = stage.jobs.find(id);
    if (!job || !job->hasResult() || stage.jobs.isExpired(id))
        return nothingThere(exchange);
    return mediaReply(*job);
}

Reply openRouterGeneration(const Exchange &exchange, Backstage &stage)
{
    const auto note = stage.jobs.note(exchange.queryValue(u"id"_s));
    return note ? jsonReply(200, {{u"data"_s, *note}}) : nothingThere(exchange);
}

Reply fileContent(const Exchange &exchange, Backstage &stage)
{
    const QString id = exchange.capture(u"job"_s);
    const auto job = stage.jobs.find(id);
    if (!job)
        return nothingThere(exchange);
    if (!job->hasResult() || stage.jobs.isExpired(id)) {
        return errorReply(exchange.wire(), {403, {}, u"The link has expired."_s, {}, {}},
                          exchange.serial);
    }
    return mediaReply(*job);
}

} // namespace keyway::simulator
