#include "core/providers/lumaprovider.h"

#include "core/providers/attempt.h"

namespace keyway {

using namespace Qt::StringLiterals;

Result<HttpRequest> LumaProvider::startCall(const PromptRequest &request,
                                            const Endpoint &endpoint) const
{
    const bool hasFiles
        = !request.messages.isEmpty() && !request.messages.constLast().attachments.isEmpty();
    if (hasFiles)
        return Error(Error::Kind::Rejected).withReason(u"input-not-supported"_s);
    QJsonObject body{{u"model"_s, endpoint.model}, {u"prompt"_s, promptOf(request)}};
    const bool isVideo = request.type == RequestType::Video;
    const QString shape = isVideo ? request.video.aspectRatio : request.image.aspectRatio;
    if (!shape.isEmpty())
        body.insert("aspect_ratio"_L1, shape);
    if (!isVideo)
        return postJsonTo(endpoint, u"generations/image"_s, body);
    if (const int seconds = videoSecondsOf(request, endpoint); seconds > 0)
        body.insert("duration"_L1, QString::number(seconds) + u's');
    if (!request.video.resolution.isEmpty())
        body.insert("resolution"_L1, request.video.resolution);
    return postJsonTo(endpoint, u"generations"_s, body);
}

JobTicket LumaProvider::ticketIn(const QJsonObject &reply) const
{
    return {reply.value("id"_L1).toString(), {}};
}

HttpRequest LumaProvider::stateCall(const JobTicket &ticket, const Endpoint &endpoint) const
{
    return requestTo(endpoint, u"generations/"_s + ticket.id);
}

std::optional<HttpRequest> LumaProvider::cancelCall(const JobTicket &ticket,
                                                    const Endpoint &endpoint) const
{
    HttpRequest call = stateCall(ticket, endpoint);
    call.method = HttpRequest::Method::Delete;
    return call;
}

} // namespace keyway
