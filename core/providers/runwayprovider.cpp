#include "core/providers/runwayprovider.h"

#include "core/providers/attachmentparts.h"
#include "core/providers/attempt.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

struct Pixels {
    QLatin1StringView resolution;
    QLatin1StringView shape;
    QLatin1StringView ratio;
};
/// The service takes pixels; people say shapes.
constexpr std::array pixels{
    Pixels{"720p"_L1, "16:9"_L1, "1280:720"_L1},   Pixels{"720p"_L1, "9:16"_L1, "720:1280"_L1},
    Pixels{"720p"_L1, "1:1"_L1, "960:960"_L1},     Pixels{"720p"_L1, "4:3"_L1, "1104:832"_L1},
    Pixels{"720p"_L1, "3:4"_L1, "832:1104"_L1},    Pixels{"720p"_L1, "21:9"_L1, "1584:672"_L1},
    Pixels{"1080p"_L1, "16:9"_L1, "1920:1080"_L1}, Pixels{"1080p"_L1, "9:16"_L1, "1080:1920"_L1},
    Pixels{"1080p"_L1, "1:1"_L1, "1080:1080"_L1},
};

QString ratioOf(const PromptRequest &request)
{
    const bool isVideo = request.type == RequestType::Video;
    if (!isVideo && !request.image.size.isEmpty())
        return QString(request.image.size).replace(u'x', u':');
    const QString wanted = isVideo ? request.video.aspectRatio : request.image.aspectRatio;
    const QString shape = wanted.isEmpty() ? u"16:9"_s : wanted;
    const QString named = isVideo ? request.video.resolution : request.image.quality;
    const QString resolution = named == "1080p"_L1 ? named : u"720p"_s;
    const auto found = std::find_if(pixels.begin(), pixels.end(), [&](const Pixels &entry) {
        return entry.resolution == resolution && entry.shape == shape;
    });
    return found == pixels.end() ? shape : QString(found->ratio);
}

HttpRequest withVersion(HttpRequest request)
{
    const bool told
        = std::any_of(request.headers.cbegin(), request.headers.cend(), [](const auto &header) {
              return header.first.compare("X-Runway-Version", Qt::CaseInsensitive) == 0;
          });
    if (!told)
        request.headers.emplaceBack("X-Runway-Version", "2024-11-06");
    return request;
}

} // namespace

Result<HttpRequest> RunwayProvider::startCall(const PromptRequest &request,
                                              const Endpoint &endpoint) const
{
    QJsonObject body{{u"model"_s, endpoint.model}, {u"ratio"_s, ratioOf(request)}};
    if (const QString prompt = promptOf(request); !prompt.isEmpty())
        body.insert("promptText"_L1, prompt);
    const bool isVideo = request.type == RequestType::Video;
    const auto seed = isVideo ? request.video.seed : request.image.seed;
    if (seed)
        body.insert("seed"_L1, *seed);
    if (!isVideo)
        return withVersion(postJsonTo(endpoint, u"v1/text_to_image"_s, body));
    if (const int seconds = videoSecondsOf(request, endpoint); seconds > 0)
        body.insert("duration"_L1, seconds);
    const Attachment *first = firstFrameOf(request);
    const Attachment *last = attachmentFor(request, Attachment::Use::LastFrame);
    if (!first && !last)
        return withVersion(postJsonTo(endpoint, u"v1/text_to_video"_s, body));
    QJsonArray frames;
    if (first)
        frames.append(QJsonObject{{u"uri"_s, dataUriOf(*first)}, {u"position"_s, u"first"_s}});
    if (last)
        frames.append(QJsonObject{{u"uri"_s, dataUriOf(*last)}, {u"position"_s, u"last"_s}});
    body.insert("promptImage"_L1,
                first && !last ? QJsonValue(dataUriOf(*first)) : QJsonValue(frames));
    return withVersion(postJsonTo(endpoint, u"v1/image_to_video"_s, body));
}

JobTicket RunwayProvider::ticketIn(const QJsonObject &reply) const
{
    return {reply.value("id"_L1).toString(), {}};
}

HttpRequest RunwayProvider::stateCall(const JobTicket &ticket, const Endpoint &endpoint) const
{
    return withVersion(requestTo(endpoint, u"v1/tasks/"_s + ticket.id));
}

std::optional<HttpRequest> RunwayProvider::cancelCall(const JobTicket &ticket,
                                                      const Endpoint &endpoint) const
{
    HttpRequest call = stateCall(ticket, endpoint);
    call.method = HttpRequest::Method::Delete;
    return call;
}

} // namespace keyway
