#include "core/engine/routefacts.h"

#include "core/providers/attachmentparts.h"

namespace keyway::engine {

using namespace Qt::StringLiterals;

QString inputKindOf(const Attachment &attachment)
{
    switch (attachment.use) {
    case Attachment::Use::Mask:
        return u"mask"_s;
    case Attachment::Use::FirstFrame:
        return u"first-frame"_s;
    case Attachment::Use::LastFrame:
        return u"last-frame"_s;
    case Attachment::Use::Content:
        break;
    }
    switch (kindOf(attachment)) {
    case AttachmentKind::Picture:
        return u"image"_s;
    case AttachmentKind::Pdf:
        return u"pdf"_s;
    case AttachmentKind::Text:
        return u"text"_s;
    case AttachmentKind::Other:
        break;
    }
    return u"other"_s;
}

QList<routing::RouteInput> routeInputs(const PromptRequest &request)
{
    QList<routing::RouteInput> inputs;
    for (const Message &message : request.messages) {
        for (const Attachment &attachment : message.attachments) {
            inputs.append({inputKindOf(attachment), attachment.mimeType, attachment.bytes.size()});
        }
    }
    return inputs;
}

QMap<QString, QString> wantedOptions(const PromptRequest &request)
{
    QMap<QString, QString> wanted;
    const auto put = [&wanted](const QString &name, const QString &value) {
        if (!value.isEmpty())
            wanted.insert(name, value);
    };
    const ImageOptions &image = request.image;
    const VideoOptions &video = request.video;
    if (request.type == RequestType::Image) {
        put(u"size"_s, image.size);
        put(u"quality"_s, image.quality);
        put(u"aspect_ratio"_s, image.aspectRatio);
        put(u"format"_s, image.format);
        put(u"background"_s, image.background);
        if (image.count > 1)
            put(u"count"_s, QString::number(image.count));
    } else if (request.type == RequestType::Video) {
        put(u"resolution"_s, video.resolution);
        put(u"aspect_ratio"_s, video.aspectRatio);
        if (video.seconds > 0)
            put(u"duration"_s, QString::number(video.seconds));
        if (video.sound)
            put(u"sound"_s, *video.sound ? u"on"_s : u"off"_s);
    }
    return wanted;
}

} // namespace keyway::engine
