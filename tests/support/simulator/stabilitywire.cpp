#include "tests/support/simulator/answers.h"
#include "tests/support/simulator/generation.h"
#include "tests/support/simulator/jobs.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QVariant>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// Bytes with their headers, or JSON when that is accepted.
Reply pictureReply(const Exchange &exchange, const QByteArray &bytes, const QByteArray &type,
                   bool filtered, qint64 seed)
{
    const QString finish = filtered ? u"CONTENT_FILTERED"_s : u"SUCCESS"_s;
    if (exchange.request.header("accept") == "application/json") {
        return wholeReply(exchange,
                          {{u"image"_s, QString::fromLatin1(bytes.toBase64())},
                           {u"finish_reason"_s, finish},
                           {u"seed"_s, seed}});
    }
    Reply reply = bytesReply(exchange, type, bytes);
    if (reply.status != 200)
        return reply;
    reply.headers.append({"finish-reason"_ba, finish.toLatin1()});
    reply.headers.append({"seed"_ba, QByteArray::number(seed)});
    return reply;
}

qint64 seedOf(const QJsonObject &fields, qint64 serial)
{
    const qint64 asked = fields.value("seed"_L1).toVariant().toLongLong();
    return asked > 0 ? asked : 1'000'000 + serial;
}
} // namespace

Reply stabilityPicture(const Exchange &exchange, Backstage &)
{
    const QByteArray type = mediaTypeNamed(exchange.fields.value("output_format"_L1).toString());
    return pictureReply(exchange, picture(type), type, exchange.behaviour.isWithheld(),
                        seedOf(exchange.fields, exchange.serial));
}

Reply stabilityJob(const Exchange &exchange, Backstage &stage)
{
    const QByteArray type = mediaTypeNamed(exchange.fields.value("output_format"_L1).toString());
    const Job job = stage.jobs.make(exchange, u"st"_s, type);
    return wholeReply(exchange, {{u"id"_s, job.id}});
}

Reply stabilityResult(const Exchange &exchange, Backstage &stage)
{
    const QString id = exchange.capture(u"id"_s);
    const auto job = stage.jobs.look(id);
    if (!job || stage.jobs.isExpired(id))
        return nothingThere(exchange);
    if (!job->isOver())
        return jsonReply(202, {{u"id"_s, id}, {u"status"_s, u"in-progress"_s}});
    if (job->state == Job::State::Failed) {
        const JobPlan &plan = job->behaviour.job;
        return errorReply(exchange.wire(), {500, plan.code, plan.message, {}, {}}, exchange.serial);
    }
    // A filtered picture is there and charged, but blurred.
    return pictureReply(exchange, picture(job->mediaType), job->mediaType, !job->hasResult(),
                        seedOf(job->fields, job->serial));
}

} // namespace keyway::simulator
