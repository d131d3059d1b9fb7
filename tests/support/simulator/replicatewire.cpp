#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// Films for the models whose names speak of them, else pictures.
bool makesVideo(const QString &model)
{
    static const QRegularExpression words(u"video|veo|ray|kling|wan|seedance|hailuo"_s);
    return words.match(model).hasMatch();
}

QJsonObject bodyOf(const Exchange &exchange, const Job &job)
{
    const QString address = u"%1/v1/predictions/%2"_s.arg(exchange.root(), job.id);
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    QJsonObject body{
        {u"id"_s, job.id},
        {u"model"_s, job.model},
        {u"input"_s, job.fields.value("input"_L1)},
        {u"output"_s, QJsonValue::Null},
        {u"error"_s, QJsonValue::Null},
        {u"created_at"_s, now},
        {u"urls"_s, QJsonObject{{u"get"_s, address}, {u"cancel"_s, address + u"/cancel"_s}}}};
    const JobPlan &plan = job.behaviour.job;
    switch (job.state) {
    case Job::State::Queued:
        body.insert(u"status"_s, u"starting"_s);
        return body;
    case Job::State::Running:
        body.insert(u"status"_s, u"processing"_s);
        return body;
    case Job::State::Succeeded:
        body.insert(u"status"_s, u"succeeded"_s);
        body.insert(u"output"_s, QJsonArray{fileAddress(exchange, job)});
        break;
    case Job::State::Cancelled:
        body.insert(u"status"_s, u"canceled"_s);
        break;
    case Job::State::Failed:
    case Job::State::Filtered: {
        const QString usual = job.state == Job::State::Filtered
            ? u"The output was flagged as sensitive. (E005)"_s
            : u"Prediction failed."_s;
        body.insert(u"status"_s, u"failed"_s);
        body.insert(u"error"_s, plan.message.isEmpty() ? usual : plan.message);
        break;
    }
    }
    body.insert(u"completed_at"_s, now);
    body.insert(u"metrics"_s, QJsonObject{{u"predict_time"_s, 2.5}});
    return body;
}
} // namespace

Reply replicatePrediction(const Exchange &exchange, Backstage &stage)
{
    const bool isVideo = makesVideo(exchange.model);
    Job job = stage.jobs.make(
        exchange, u"rp"_s, isVideo ? "video/mp4"_ba : "image/webp"_ba,
        isVideo ? exchange.fields.value("input"_L1).toObject().value("duration"_L1).toInt(5) : 0);
    // The wish to wait is granted to jobs whose steps take no time.
    if (exchange.request.hasHeader("prefer") && job.behaviour.job.stepTime.count() == 0) {
        while (!job.isOver())
            job = stage.jobs.look(job.id).value_or(job);
    }
    Reply reply = wholeReply(exchange, bodyOf(exchange, job));
    if (reply.status == 200)
        reply.status = 201;
    return reply;
}

Reply replicatePredictionState(const Exchange &exchange, Backstage &stage)
{
    const auto job = stage.jobs.look(exchange.capture(u"id"_s));
    return job ? jsonReply(200, bodyOf(exchange, *job)) : nothingThere(exchange);
}

Reply replicatePredictionCancel(const Exchange &exchange, Backstage &stage)
{
    stage.jobs.cancel(exchange.capture(u"id"_s));
    return replicatePredictionState(exchange, stage);
}

} // namespace keyway::simulator
