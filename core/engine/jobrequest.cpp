#include "core/engine/jobrequest.h"

#include "core/engine/keptfiles.h"

#include <QtCore/QJsonArray>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

QJsonObject kept(const ImageOptions &image)
{
    QJsonObject json{{u"count"_s, image.count},
                     {u"size"_s, image.size},
                     {u"aspect_ratio"_s, image.aspectRatio},
                     {u"negative_prompt"_s, image.negativePrompt},
                     {u"format"_s, image.format},
                     {u"quality"_s, image.quality},
                     {u"background"_s, image.background}};
    if (image.seed)
        json.insert("seed"_L1, *image.seed);
    return json;
}

QJsonObject kept(const VideoOptions &video)
{
    QJsonObject json{{u"seconds"_s, video.seconds},
                     {u"resolution"_s, video.resolution},
                     {u"aspect_ratio"_s, video.aspectRatio}};
    if (video.sound)
        json.insert("sound"_L1, *video.sound);
    if (video.seed)
        json.insert("seed"_L1, *video.seed);
    return json;
}

std::optional<qint64> seedIn(const QJsonObject &json)
{
    const QJsonValue seed = json.value("seed"_L1);
    return seed.isDouble() ? std::optional(seed.toInteger()) : std::nullopt;
}

ImageOptions imageOptions(const QJsonObject &json)
{
    ImageOptions image;
    image.count = json.value("count"_L1).toInt(1);
    image.size = json.value("size"_L1).toString();
    image.aspectRatio = json.value("aspect_ratio"_L1).toString();
    image.negativePrompt = json.value("negative_prompt"_L1).toString();
    image.format = json.value("format"_L1).toString();
    image.quality = json.value("quality"_L1).toString();
    image.background = json.value("background"_L1).toString();
    image.seed = seedIn(json);
    return image;
}

VideoOptions videoOptions(const QJsonObject &json)
{
    VideoOptions video;
    video.seconds = json.value("seconds"_L1).toInt();
    video.resolution = json.value("resolution"_L1).toString();
    video.aspectRatio = json.value("aspect_ratio"_L1).toString();
    if (json.value("sound"_L1).isBool())
        video.sound = json.value("sound"_L1).toBool();
    video.seed = seedIn(json);
    return video;
}

} // namespace

Result<QJsonObject> keptRequest(const PromptRequest &request, const QString &folder)
{
    QJsonObject parameters;
    for (auto it = request.parameters.cbegin(); it != request.parameters.cend(); ++it)
        parameters.insert(it.key(), it.value());
    const Result<QJsonArray> inputs = keepAttachments(
        request.messages.isEmpty() ? QList<Attachment>() : request.messages.last().attachments,
        folder);
    if (!inputs)
        return inputs.error();
    return QJsonObject{{u"instructions"_s, request.instructions},
                       {u"parameters"_s, parameters},
                       {u"image"_s, kept(request.image)},
                       {u"video"_s, kept(request.video)},
                       {u"inputs"_s, *inputs}};
}

Result<PromptRequest> requestOf(const Job &job, const QString &folder)
{
    PromptRequest request;
    request.id = job.requestId;
    request.type = job.type;
    request.app = job.app;
    request.instructions = job.request.value("instructions"_L1).toString();
    request.image = imageOptions(job.request.value("image"_L1).toObject());
    request.video = videoOptions(job.request.value("video"_L1).toObject());
    const QJsonObject parameters = job.request.value("parameters"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        request.parameters.insert(it.key(), it.value().toString());
    Message message{Message::Role::User, job.prompt};
    const Result<QList<Attachment>> inputs
        = keptAttachments(job.request.value("inputs"_L1).toArray(), folder);
    if (!inputs)
        return inputs.error();
    message.attachments = *inputs;
    request.messages = {message};
    return request;
}

void forgetInputs(const QString &folder)
{
    forgetAttachments(folder);
}

QJsonObject keptOptions(const AskOptions &options)
{
    return {{u"strategy"_s, nameOf(options.strategy)},
            {u"integration"_s, options.integration ? options.integration->toString() : QString()},
            {u"service"_s, options.service},
            {u"model"_s, options.model},
            {u"allow_dearer"_s, options.allowDearer},
            {u"may_pass_limits"_s, options.mayPassLimits},
            {u"wishes"_s, options.wishes.toJson()}};
}

AskOptions optionsOf(const Job &job)
{
    AskOptions options;
    options.strategy
        = strategyFromName(job.options.value("strategy"_L1).toString()).value_or(Strategy::MyOrder);
    options.integration = Id::fromString(job.options.value("integration"_L1).toString());
    options.service = job.options.value("service"_L1).toString();
    options.model = job.options.value("model"_L1).toString();
    options.allowDearer = job.options.value("allow_dearer"_L1).toBool();
    options.mayPassLimits = job.options.value("may_pass_limits"_L1).toBool();
    options.wishes = routing::Wishes::fromJson(job.options.value("wishes"_L1).toObject())
                         .value_or(options.wishes);
    return options;
}

} // namespace keyway::engine
