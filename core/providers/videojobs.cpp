#include "core/providers/videojobs.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// What both call the same.
QJsonObject videoBody(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject body{{u"model"_s, endpoint.model}, {u"prompt"_s, promptOf(request)}};
    const VideoOptions &video = request.video;
    if (const int seconds = videoSecondsOf(request, endpoint); seconds > 0)
        body.insert("duration"_L1, seconds);
    if (!video.resolution.isEmpty())
        body.insert("resolution"_L1, video.resolution);
    if (!video.aspectRatio.isEmpty())
        body.insert("aspect_ratio"_L1, video.aspectRatio);
    return body;
}

QJsonObject frameImage(const Attachment &picture, const QString &place)
{
    return {{u"type"_s, u"image_url"_s},
            {u"image_url"_s, QJsonObject{{u"url"_s, dataUriOf(picture)}}},
            {u"frame_type"_s, place}};
}

QString textIn(const QJsonValue &error)
{
    if (error.isString())
        return error.toString();
    return error.toObject().value("message"_L1).toString();
}

/// A tick is a tenth of a nano-dollar.
std::optional<Money> ticks(const QJsonValue &value)
{
    const auto tenths = jsonCount(value);
    return tenths ? std::optional(Money::fromPico(PicoDollars(*tenths) * 100)) : std::nullopt;
}

} // namespace

Result<HttpRequest> XaiVideoProvider::startCall(const PromptRequest &request,
                                                const Endpoint &endpoint) const
{
    QJsonObject body = videoBody(request, endpoint);
    if (const Attachment *picture = firstFrameOf(request))
        body.insert("image"_L1, QJsonObject{{u"url"_s, dataUriOf(*picture)}});
    return postJsonTo(endpoint, u"videos/generations"_s, body);
}

JobTicket XaiVideoProvider::ticketIn(const QJsonObject &reply) const
{
    return {reply.value("request_id"_L1).toString(), {}};
}

HttpRequest XaiVideoProvider::stateCall(const JobTicket &ticket, const Endpoint &endpoint) const
{
    return requestTo(endpoint, u"videos/"_s + ticket.id);
}

JobState XaiVideoProvider::stateIn(const QJsonObject &reply, const Endpoint &) const
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (const auto percent = jsonCount(reply.value("progress"_L1)))
        state.percent = static_cast<int>(qMin<qint64>(*percent, 100));
    const bool isOver = status == "done"_L1 || status == "failed"_L1 || status == "expired"_L1;
    if (!isOver) {
        state.stage
            = state.percent.value_or(0) > 0 ? JobState::Stage::Running : JobState::Stage::Waiting;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    const QJsonObject video = reply.value("video"_L1).toObject();
    const QUrl url(video.value("url"_L1).toString());
    const bool withheld = video.value("respect_moderation"_L1) == QJsonValue(false);
    if (status != "done"_L1) {
        const QJsonValue error = reply.value("error"_L1);
        const QString code = error.toObject().value("code"_L1).toString();
        const QString words = textIn(error);
        ended = failedJob(code.isEmpty() ? status : code, words,
                          speaksOfPolicy(words) || speaksOfPolicy(code));
    } else if (withheld || url.isEmpty()) {
        ended = failedJob(u"respect_moderation"_s, {}, true);
    } else {
        ended.outcome = Outcome::Completed;
        ended.links = {{url, false, {}}};
    }
    ended.model = reply.value("model"_L1).toString();
    ended.statedCost = ticks(reply.value("usage"_L1).toObject().value("cost_in_usd_ticks"_L1));
    if (status == "done"_L1) {
        ended.usage.set(Counter::VideoSeconds, jsonCountOrZero(video, "duration"_L1));
        ended.usageReported = ended.usage[Counter::VideoSeconds] > 0;
    }
    return state;
}

Result<HttpRequest> OpenRouterVideoProvider::startCall(const PromptRequest &request,
                                                       const Endpoint &endpoint) const
{
    QJsonObject body = videoBody(request, endpoint);
    if (request.video.seed)
        body.insert("seed"_L1, *request.video.seed);
    if (request.video.sound)
        body.insert("generate_audio"_L1, *request.video.sound);
    QJsonArray frames;
    if (const Attachment *first = firstFrameOf(request))
        frames.append(frameImage(*first, u"first_frame"_s));
    if (const Attachment *last = attachmentFor(request, Attachment::Use::LastFrame))
        frames.append(frameImage(*last, u"last_frame"_s));
    if (!frames.isEmpty())
        body.insert("frame_images"_L1, frames);
    return postJsonTo(endpoint, u"videos"_s, body);
}

JobTicket OpenRouterVideoProvider::ticketIn(const QJsonObject &reply) const
{
    return {reply.value("id"_L1).toString(), {}};
}

HttpRequest OpenRouterVideoProvider::stateCall(const JobTicket &ticket,
                                               const Endpoint &endpoint) const
{
    return requestTo(endpoint, u"videos/"_s + ticket.id);
}

JobState OpenRouterVideoProvider::stateIn(const QJsonObject &reply, const Endpoint &) const
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (status == "pending"_L1 || status == "queued"_L1)
        return state;
    if (status == "in_progress"_L1 || status == "processing"_L1) {
        state.stage = JobState::Stage::Running;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    if (status == "completed"_L1) {
        for (const QJsonValue url : reply.value("unsigned_urls"_L1).toArray())
            ended.links.append({QUrl(url.toString()), true, {}});
        ended.outcome = Outcome::Completed;
        if (ended.links.isEmpty())
            ended = failedJob(u"no-result"_s, {}, false);
    } else if (status == "cancelled"_L1) {
        ended.outcome = Outcome::Cancelled;
        ended.error = Error(Error::Kind::Cancelled);
    } else {
        const QString words = textIn(reply.value("error"_L1));
        ended = failedJob(status, words, speaksOfPolicy(words));
    }
    const QJsonObject usage = reply.value("usage"_L1).toObject();
    if (const auto nano = jsonDecimal(usage.value("cost"_L1), 9))
        ended.statedCost = Money::fromNano(*nano);
    return state;
}

} // namespace keyway
