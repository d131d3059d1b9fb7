#include "core/providers/stabilityparser.h"

#include "core/providers/jobparts.h"
#include "core/providers/keycheck.h"
#include "core/providers/picture.h"
#include "core/providers/serviceerror.h"
#include "core/providers/wirejson.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ratios{"16:9"_L1, "1:1"_L1, "21:9"_L1, "2:3"_L1, "3:2"_L1,
                            "4:5"_L1,  "5:4"_L1, "9:16"_L1, "9:21"_L1};

/// The service takes shapes, not sizes; a size in one of its shapes stands for that.
QString aspectRatio(const ImageOptions &image)
{
    if (!image.aspectRatio.isEmpty())
        return image.aspectRatio;
    const QStringList sides = image.size.split(u'x');
    const int width = sides.first().toInt();
    const int height = sides.last().toInt();
    const int divisor = std::gcd(width, height);
    if (sides.size() != 2 || width <= 0 || height <= 0)
        return {};
    const QString ratio
        = QString::number(width / divisor) + u':' + QString::number(height / divisor);
    return std::find(ratios.begin(), ratios.end(), ratio) == ratios.end() ? QString() : ratio;
}

} // namespace

std::optional<QString> stabilityPath(const Endpoint &endpoint)
{
    if (endpoint.facts && !endpoint.facts->endpoint.isEmpty())
        return endpoint.facts->endpoint;
    const QString root = u"v2beta/stable-image/generate/"_s;
    for (const QString &kind : {u"ultra"_s, u"core"_s, u"sd3"_s}) {
        if (endpoint.model.contains(kind))
            return root + kind;
    }
    return std::nullopt;
}

MultipartForm stabilityForm(const PromptRequest &request, const Endpoint &endpoint,
                            MultipartForm form)
{
    const auto add = [&form](const QString &name, const QString &value) {
        if (!value.isEmpty())
            form.add(name, value);
    };
    const QString path = stabilityPath(endpoint).value_or(QString());
    const bool takesPrompt = path.contains("/generate/"_L1)
        || (endpoint.facts && endpoint.facts->parameters.contains(u"prompt"_s));
    const bool isRelight = path.endsWith("/replace-background-and-relight"_L1);
    if (isRelight)
        add(u"background_prompt"_s, promptOf(request));
    else if (takesPrompt)
        add(u"prompt"_s, promptOf(request));
    if (path.endsWith("/sd3"_L1))
        add(u"model"_s, endpoint.model);
    QMap<QString, QString> fields;
    const QJsonObject parameters = acceptedParameters(request, endpoint);
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        fields.insert(it.key(), request.parameters.value(it.key()));
    const auto put = [&](const QString &name, const QString &value) {
        if (!value.isEmpty() && takesParameter(endpoint, name))
            fields.insert(name, value);
    };
    put(u"negative_prompt"_s, request.image.negativePrompt);
    put(u"aspect_ratio"_s, aspectRatio(request.image));
    put(u"seed"_s, request.image.seed ? QString::number(*request.image.seed) : QString());
    put(u"output_format"_s, request.image.format);
    // The service's own default is png too; said, because a picture's name depends on it.
    if (!fields.contains(u"output_format"_s))
        put(u"output_format"_s, u"png"_s);
    if (path.contains("/generate/"_L1) && attachmentFor(request, Attachment::Use::Content)) {
        // How far the result may go from the picture; the service wants it said.
        if (!fields.contains(u"strength"_s))
            fields.insert(u"strength"_s, u"0.7"_s);
        if (path.endsWith("/sd3"_L1)) {
            fields.insert(u"mode"_s, u"image-to-image"_s);
            fields.remove(u"aspect_ratio"_s);
        }
    }
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        add(it.key(), it.value());
    if (!request.messages.isEmpty()) {
        for (const Attachment &picture : request.messages.last().attachments) {
            const bool isMask = picture.use == Attachment::Use::Mask;
            const QString name = isRelight ? u"subject_image"_s : u"image"_s;
            form.addFile(isMask ? u"mask"_s : name, picture.name, picture.mimeType, picture.bytes);
        }
    }
    return form;
}

bool isStabilityJob(const QString &path)
{
    return path.endsWith("/upscale/creative"_L1)
        || path.endsWith("/replace-background-and-relight"_L1);
}

Completion parseStabilityImage(const HttpReply &reply)
{
    Completion completion;
    GeneratedImage image;
    QString seed = QString::fromLatin1(reply.header("seed"));
    completion.finishReason = QString::fromLatin1(reply.header("finish-reason"));
    image.bytes = reply.body;
    if (const auto object = jsonObject(reply.body)) {
        const auto decoded
            = QByteArray::fromBase64Encoding(object->value("image"_L1).toString().toLatin1(),
                                             QByteArray::AbortOnBase64DecodingErrors);
        image.bytes = decoded ? decoded.decoded : QByteArray();
        completion.finishReason = object->value("finish_reason"_L1).toString();
        seed = QString::number(object->value("seed"_L1).toInteger());
    }
    image.mimeType = pictureType(image.bytes);
    if (image.mimeType == "application/octet-stream"_L1) {
        completion.error = unreadableAnswer(image.bytes.isEmpty() ? u"empty"_s : u"content-type"_s);
        return completion;
    }
    // Charged from here on: failed calls are free, this one was answered with a picture.
    completion.usage.set(Counter::Images, 1);
    completion.usageReported = true;
    completion.inputReported = true;
    if (!isWholePicture(image.bytes)) {
        completion.error = unreadableAnswer(u"bad-image"_s);
        return completion;
    }
    bool isNumber = false;
    if (const qint64 value = seed.toLongLong(&isNumber); isNumber)
        image.seed = value;
    completion.images = {std::move(image)};
    const bool isFiltered = completion.finishReason == "CONTENT_FILTERED"_L1;
    completion.outcome = isFiltered ? Outcome::Filtered : Outcome::Completed;
    return completion;
}

} // namespace keyway
