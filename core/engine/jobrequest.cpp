#include "core/engine/jobrequest.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QSaveFile>

#include <array>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array useNames{"content"_L1, "mask"_L1, "first-frame"_L1, "last-frame"_L1};

Error cannotKeep(const QString &path)
{
    return Error(Error::Kind::Storage, path).withReason(u"cannot-write"_s);
}

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
    QJsonArray inputs;
    const QList<Attachment> attachments
        = request.messages.isEmpty() ? QList<Attachment>() : request.messages.last().attachments;
    if (!attachments.isEmpty()) {
        if (!QDir().mkpath(folder))
            return cannotKeep(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    for (const Attachment &attachment : attachments) {
        const QString file = QString::number(inputs.size() + 1);
        QSaveFile copy(folder + u'/' + file);
        const bool written = copy.open(QIODevice::WriteOnly)
            && copy.write(attachment.bytes) == attachment.bytes.size() && copy.commit();
        if (!written)
            return cannotKeep(copy.fileName());
        inputs.append(QJsonObject{{u"name"_s, attachment.name},
                                  {u"mime_type"_s, attachment.mimeType},
                                  {u"use"_s, useNames[static_cast<std::size_t>(attachment.use)]},
                                  {u"file"_s, file}});
    }
    return QJsonObject{{u"instructions"_s, request.instructions},
                       {u"parameters"_s, parameters},
                       {u"image"_s, kept(request.image)},
                       {u"video"_s, kept(request.video)},
                       {u"inputs"_s, inputs}};
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
    for (const QJsonValue value : job.request.value("inputs"_L1).toArray()) {
        const QJsonObject input = value.toObject();
        QFile file(folder + u'/' + input.value("file"_L1).toString());
        if (!file.open(QIODevice::ReadOnly))
            return Error(Error::Kind::Storage, file.fileName()).withReason(u"input-gone"_s);
        Attachment attachment{input.value("name"_L1).toString(),
                              input.value("mime_type"_L1).toString(), file.readAll()};
        const QString use = input.value("use"_L1).toString();
        for (std::size_t i = 0; i < useNames.size(); ++i) {
            if (useNames[i] == use)
                attachment.use = static_cast<Attachment::Use>(i);
        }
        message.attachments.append(attachment);
    }
    request.messages = {message};
    return request;
}

void forgetInputs(const QString &folder)
{
    QDir(folder).removeRecursively();
}

QJsonObject keptOptions(const AskOptions &options)
{
    return {{u"strategy"_s, nameOf(options.strategy)},
            {u"integration"_s, options.integration ? options.integration->toString() : QString()},
            {u"service"_s, options.service},
            {u"model"_s, options.model}};
}

AskOptions optionsOf(const Job &job)
{
    AskOptions options;
    options.strategy
        = strategyFromName(job.options.value("strategy"_L1).toString()).value_or(Strategy::MyOrder);
    options.integration = Id::fromString(job.options.value("integration"_L1).toString());
    options.service = job.options.value("service"_L1).toString();
    options.model = job.options.value("model"_L1).toString();
    return options;
}

} // namespace keyway::engine
