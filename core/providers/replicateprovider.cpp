#include "core/providers/replicateprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"
#include "core/providers/keycheck.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// Models call the same thing by many names; the catalogue says which one a model takes.
QString nameTaken(const Endpoint &endpoint, const QStringList &names)
{
    for (const QString &name : names) {
        if (takesParameter(endpoint, name))
            return name;
    }
    return {};
}

QJsonObject inputOf(const PromptRequest &request, const Endpoint &endpoint)
{
    QJsonObject input = acceptedParameters(request, endpoint);
    input.insert("prompt"_L1, promptOf(request));
    const auto put = [&](const QStringList &names, const QJsonValue &value) {
        const QString name = nameTaken(endpoint, names);
        if (!name.isEmpty() && value != QJsonValue(QString()))
            input.insert(name, value);
    };
    const bool isVideo = request.type == RequestType::Video;
    put({u"aspect_ratio"_s}, isVideo ? request.video.aspectRatio : request.image.aspectRatio);
    if (const auto seed = isVideo ? request.video.seed : request.image.seed)
        put({u"seed"_s}, *seed);
    if (isVideo) {
        if (const int seconds = videoSecondsOf(request, endpoint); seconds > 0)
            put({u"duration"_s}, seconds);
        put({u"resolution"_s}, request.video.resolution);
        if (request.video.sound)
            put({u"generate_audio"_s}, *request.video.sound);
    } else {
        put({u"negative_prompt"_s}, request.image.negativePrompt);
        put({u"output_format"_s},
            request.image.format == "jpeg"_L1 ? u"jpg"_s : request.image.format);
        put({u"quality"_s}, request.image.quality);
        put({u"size"_s}, request.image.size);
        if (request.image.count > 1)
            put({u"num_outputs"_s}, request.image.count);
    }
    if (const Attachment *picture = firstFrameOf(request)) {
        put({u"image"_s, u"input_image"_s, u"start_image"_s, u"first_frame_image"_s,
             u"image_prompt"_s},
            dataUriOf(*picture));
    }
    if (const Attachment *last = attachmentFor(request, Attachment::Use::LastFrame))
        put({u"last_frame"_s, u"end_image"_s, u"last_frame_image"_s}, dataUriOf(*last));
    if (const Attachment *mask = attachmentFor(request, Attachment::Use::Mask))
        put({u"mask"_s}, dataUriOf(*mask));
    return input;
}

} // namespace

Result<HttpRequest> ReplicateProvider::startCall(const PromptRequest &request,
                                                 const Endpoint &endpoint) const
{
    QJsonObject body{{u"input"_s, inputOf(request, endpoint)}};
    const QString model = endpoint.model;
    const QString version = model.section(u':', 1);
    if (!version.isEmpty()) {
        body.insert("version"_L1, version);
        return postJsonTo(endpoint, u"predictions"_s, body);
    }
    const QString owner = model.section(u'/', 0, 0);
    const QString name = model.section(u'/', 1);
    if (!isPathSafe(owner) || !isPathSafe(name))
        return Error(Error::Kind::Gone, u"no owner/name"_s).withReason(u"model"_s);
    return postJsonTo(endpoint, u"models/%1/%2/predictions"_s.arg(owner, name), body);
}

JobTicket ReplicateProvider::ticketIn(const QJsonObject &reply) const
{
    return {reply.value("id"_L1).toString(), {}};
}

HttpRequest ReplicateProvider::stateCall(const JobTicket &ticket, const Endpoint &endpoint) const
{
    return requestTo(endpoint, u"predictions/"_s + ticket.id);
}

std::optional<HttpRequest> ReplicateProvider::cancelCall(const JobTicket &ticket,
                                                         const Endpoint &endpoint) const
{
    HttpRequest call = requestTo(endpoint, u"predictions/%1/cancel"_s.arg(ticket.id));
    call.method = HttpRequest::Method::Post;
    call.contentType = "application/json";
    return call;
}

} // namespace keyway
