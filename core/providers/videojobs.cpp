#include "core/providers/videojobs.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"

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

} // namespace keyway
