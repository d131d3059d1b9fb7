#include "core/engine/attachfile.h"

#include "core/providers/picture.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStringDecoder>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

QString typeOf(const QByteArray &bytes)
{
    const QString picture = pictureType(bytes);
    if (picture != "application/octet-stream"_L1)
        return picture;
    if (bytes.startsWith("%PDF-"))
        return u"application/pdf"_s;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    const bool isText = !decoder.hasError() && !text.contains(QChar(u'\0'));
    return isText ? u"text/plain"_s : QString();
}

Error refused(const QString &path, const QString &reason)
{
    return Error(Error::Kind::Rejected, path).withReason(reason);
}

} // namespace

Result<Attachment> readAttachment(const QString &path, Attachment::Use use)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return refused(path, u"cannot-read"_s);
    if (file.size() > largestAttachment)
        return refused(path, u"too-large"_s);
    Attachment attachment{QFileInfo(path).fileName(), {}, file.readAll(), use};
    attachment.mimeType = typeOf(attachment.bytes);
    const bool wantsPicture = use != Attachment::Use::Content;
    const bool isPicture = attachment.mimeType.startsWith("image/"_L1);
    if (attachment.mimeType.isEmpty() || (wantsPicture && !isPicture))
        return refused(path, u"unsupported-attachment"_s);
    return attachment;
}

} // namespace keyway::engine
