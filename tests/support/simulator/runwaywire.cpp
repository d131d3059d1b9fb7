#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QMap>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// A credit is a cent.
double creditsOf(qint64 nano)
{
    return double(nano) / 1e7;
}

QJsonObject costOf(const Job &job)
{
    return {{u"credits"_s, creditsOf(job.cost())}};
}
} // namespace

Reply runwayTask(const Exchange &exchange, Backstage &stage)
{
    const bool isPicture = exchange.route.call->path.endsWith("/text_to_image"_L1);
    Job job = stage.jobs.make(exchange, u"task-"_s, isPicture ? "image/png"_ba : "video/mp4"_ba,
                              isPicture ? 0 : exchange.fields.value("duration"_L1).toInt(10));
    const QString id = job.id;
    job.state = Job::State::Succeeded;
    return wholeReply(exchange, {{u"id"_s, id}, {u"estimatedCost"_s, costOf(job)}});
}

Reply runwayTaskState(const Exchange &exchange, Backstage &stage)
{
    const auto job = stage.jobs.look(exchange.capture(u"id"_s));
    if (!job)
        return nothingThere(exchange);
    QJsonObject body{{u"id"_s, job->id},
                     {u"createdAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    switch (job->state) {
    case Job::State::Queued:
        // The first wait is for a free place, the usual one with Runway.
        body.insert(u"status"_s, job->behaviour.job.steps > 2 ? u"THROTTLED"_s : u"PENDING"_s);
        break;
    case Job::State::Running:
        body.insert(u"status"_s, u"RUNNING"_s);
        body.insert(u"progress"_s, double(job->percent) / 100);
        break;
    case Job::State::Succeeded:
        body.insert(u"status"_s, u"SUCCEEDED"_s);
        body.insert(u"output"_s, QJsonArray{fileAddress(exchange, *job)});
        body.insert(u"cost"_s, costOf(*job));
        break;
    case Job::State::Cancelled:
        body.insert(u"status"_s, u"CANCELLED"_s);
        body.insert(u"cost"_s, costOf(*job));
        break;
    case Job::State::Failed:
    case Job::State::Filtered: {
        const JobPlan &plan = job->behaviour.job;
        const bool filtered = job->state == Job::State::Filtered;
        const QString code = filtered ? u"SAFETY.OUTPUT.VIDEO"_s : u"INTERNAL.BAD_OUTPUT.CODE01"_s;
        body.insert(u"status"_s, u"FAILED"_s);
        body.insert(u"failureCode"_s, plan.code.isEmpty() ? code : plan.code);
        body.insert(u"failure"_s,
                    plan.message.isEmpty() ? u"The task did not succeed."_s : plan.message);
        body.insert(u"cost"_s, costOf(*job));
        break;
    }
    }
    return jsonReply(200, body);
}

/// Credits by day and model, without the day of `beforeDate`.
Reply runwayUsage(const Exchange &exchange, Backstage &stage)
{
    const QString from = exchange.fields.value("startDate"_L1).toString();
    const QString before = exchange.fields.value("beforeDate"_L1).toString();
    QMap<QString, QJsonArray> days;
    QJsonArray models;
    for (const BillLine &line : stage.script.bill) {
        if (line.day < from || (!before.isEmpty() && line.day >= before))
            continue;
        days[line.day].append(
            QJsonObject{{u"model"_s, line.model}, {u"amount"_s, creditsOf(line.cost)}});
        if (!models.contains(line.model))
            models.append(line.model);
    }
    QJsonArray results;
    for (auto day = days.cbegin(); day != days.cend(); ++day)
        results.append(QJsonObject{{u"date"_s, day.key()}, {u"usedCredits"_s, day.value()}});
    return jsonReply(200, {{u"models"_s, models}, {u"results"_s, results}});
}

Reply runwayTaskDelete(const Exchange &exchange, Backstage &stage)
{
    const QString id = exchange.capture(u"id"_s);
    const auto job = stage.jobs.find(id);
    if (!job)
        return nothingThere(exchange);
    // A task that is over is forgotten, another one ends.
    if (job->isOver())
        stage.jobs.remove(id);
    else
        stage.jobs.cancel(id);
    Reply reply = Reply::of(204, "application/json"_ba, {});
    return reply;
}

} // namespace keyway::simulator
