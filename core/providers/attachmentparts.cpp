#include "core/providers/attachmentparts.h"

namespace keyway {

using namespace Qt::StringLiterals;

AttachmentKind kindOf(const Attachment &attachment)
{
    const QString &type = attachment.mimeType;
    if (type.startsWith("image/"_L1))
        return AttachmentKind::Picture;
    if (type == "application/pdf"_L1)
        return AttachmentKind::Pdf;
    const bool isText = type.startsWith("text/"_L1) || type == "application/json"_L1
        || type == "application/xml"_L1;
    return isText ? AttachmentKind::Text : AttachmentKind::Other;
}

std::optional<Error> refusedAttachment(const PromptRequest &request, const Endpoint &endpoint,
                                       bool takesPdf)
{
    const auto takes = [&endpoint, takesPdf](const Attachment &attachment) {
        const AttachmentKind kind = kindOf(attachment);
        if (kind == AttachmentKind::Text)
            return true;
        if (kind == AttachmentKind::Other || (kind == AttachmentKind::Pdf && !takesPdf))
            return false;
        const QStringView name = attachment.use == Attachment::Use::Mask ? u"mask"
            : kind == AttachmentKind::Pdf                                ? u"pdf"
                                                                         : u"image";
        return !endpoint.facts || endpoint.facts->input(name);
    };
    for (const Message &message : request.messages) {
        for (const Attachment &attachment : message.attachments) {
            if (!takes(attachment))
                return Error(Error::Kind::Rejected, attachment.mimeType)
                    .withReason(u"input-not-supported"_s);
        }
    }
    return std::nullopt;
}

QString base64Of(const Attachment &attachment)
{
    return QString::fromLatin1(attachment.bytes.toBase64());
}

QString dataUriOf(const Attachment &attachment)
{
    return u"data:"_s + attachment.mimeType + u";base64,"_s + base64Of(attachment);
}

QString textOf(const Attachment &attachment)
{
    return QString::fromUtf8(attachment.bytes);
}

QString namedTextOf(const Attachment &attachment)
{
    return attachment.name.isEmpty() ? textOf(attachment)
                                     : attachment.name + u":\n\n"_s + textOf(attachment);
}

} // namespace keyway
