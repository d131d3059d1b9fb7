#include "core/providers/geminivideojobs.h"

#include "core/providers/attempt.h"
#include "core/providers/faultwords.h"
#include "core/providers/geminiinteractionprovider.h"
#include "core/providers/geminiprovider.h"
#include "core/providers/geminiusage.h"
#include "core/providers/keycheck.h"
#include "core/providers/resultfetch.h"

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

/// The video of a whole interaction: named by itself, else the last one among its steps.
QJsonObject videoIn(const QJsonObject &interaction)
{
    QJsonObject video = interaction.value("output_video"_L1).toObject();
    if (!video.isEmpty())
        return video;
    const QJsonArray steps = interaction.value("steps"_L1).toArray();
    for (const QJsonValue &step : steps) {
        const QJsonArray contents = step.toObject().value("content"_L1).toArray();
        for (const QJsonValue &content : contents) {
            if (content.toObject().value("type"_L1) == "video"_L1)
                video = content.toObject();
        }
    }
    return video;
}

Completion madeVideo(const QJsonObject &interaction)
{
    Completion made;
    made.outcome = Outcome::Completed;
    const QJsonObject video = videoIn(interaction);
    const QUrl address(video.value("uri"_L1).toString());
    if (!address.isEmpty()) {
        made.links = {{address, true, video.value("mime_type"_L1).toString()}};
        return made;
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        video.value("data"_L1).toString().toLatin1(),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return failedJob(u"no-result"_s, {}, false);
    made.images = {{decoded.decoded,
                    mediaType(decoded.decoded.first(qMin<qsizetype>(decoded.decoded.size(), 64))),
                    std::nullopt}};
    return made;
}

/// Tokens are counted only where videos have a price by token.
void readUsage(const QJsonObject &interaction, const Endpoint &endpoint, Completion &ended)
{
    const GeminiUsageRules rules = GeminiUsageRules::of(endpoint);
    if (!rules.pricesOutVideo)
        return;
    if (const auto usage
        = geminiInteractionUsage(interaction.value("usage"_L1).toObject(), rules)) {
        ended.usage = *usage;
        ended.inputReported = ended.usageReported = true;
    }
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

JobState geminiVideoState(const QJsonObject &reply, const Endpoint &endpoint)
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (status == "queued"_L1)
        return state;
    if (status == "in_progress"_L1) {
        state.stage = JobState::Stage::Running;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    if (status == "completed"_L1) {
        ended = madeVideo(reply);
    } else if (status == "cancelled"_L1) {
        ended.outcome = Outcome::Cancelled;
        ended.error = Error(Error::Kind::Cancelled);
    } else {
        const QJsonObject error = reply.value("error"_L1).toObject();
        const QString code = error.value("code"_L1).toString();
        const QString words = error.value("message"_L1).toString();
        ServiceFault fault;
        fault.code = code;
        ended = failedJob(code.isEmpty() ? status : code, words,
                          saysPolicy(fault) || speaksOfPolicy(code) || speaksOfPolicy(words));
    }
    ended.model = reply.value("model"_L1).toString();
    readUsage(reply, endpoint, ended);
    return state;
}

} // namespace keyway
