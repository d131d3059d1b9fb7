#include "core/providers/geminivideojobs.h"

#include "core/providers/attempt.h"
#include "core/providers/geminiinteractionprovider.h"
#include "core/providers/geminiprovider.h"
#include "core/providers/keycheck.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// Said even where nobody asked for one, since the price goes by it.
QString resolutionFor(const PromptRequest &request, const Endpoint &endpoint)
{
    if (!request.video.resolution.isEmpty() || !endpoint.facts)
        return request.video.resolution;
    return endpoint.facts->options.value(u"resolution"_s).value(0);
}

} // namespace

Result<HttpRequest> GeminiVideoJobs::startCall(const PromptRequest &request,
                                               const Endpoint &endpoint) const
{
    if (attachmentFor(request, Attachment::Use::LastFrame)
        || attachmentFor(request, Attachment::Use::Mask))
        return Error(Error::Kind::Rejected).withReason(u"input-not-supported"_s);
    // Only small videos come inside a reply.
    QJsonObject format{{u"type"_s, u"video"_s}, {u"delivery"_s, u"uri"_s}};
    if (const int seconds = videoSecondsOf(request, endpoint); seconds > 0)
        format.insert("duration"_L1, QString::number(seconds) + u's');
    if (!request.video.aspectRatio.isEmpty())
        format.insert("aspect_ratio"_L1, request.video.aspectRatio);
    if (const QString resolution = resolutionFor(request, endpoint); !resolution.isEmpty())
        format.insert("resolution"_L1, resolution);
    QJsonObject body{
        {u"model"_s, endpoint.model}, {u"response_format"_s, format}, {u"background"_s, true}};
    if (!request.messages.isEmpty())
        body.insert("input"_L1, geminiInteractionContent(request.messages.constLast()));
    return posting(geminiRequest(endpoint, u"interactions"_s), body);
}

JobTicket GeminiVideoJobs::ticketIn(const QJsonObject &reply) const
{
    return {reply.value("id"_L1).toString(), {}};
}

HttpRequest GeminiVideoJobs::stateCall(const JobTicket &ticket, const Endpoint &endpoint) const
{
    HttpRequest call = geminiRequest(endpoint, u"interactions/"_s + ticket.id);
    call.bodyLimit = imageBodyLimit;
    return call;
}

std::optional<HttpRequest> GeminiVideoJobs::cancelCall(const JobTicket &ticket,
                                                       const Endpoint &endpoint) const
{
    HttpRequest call = geminiRequest(endpoint, u"interactions/"_s + ticket.id + u"/cancel"_s);
    call.method = HttpRequest::Method::Post;
    call.contentType = "application/json";
    return call;
}

} // namespace keyway
