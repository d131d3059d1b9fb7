#include "ui/desktop/attachmentreader.h"

#include "core/async/spawn.h"
#include "core/engine/attachfile.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QThreadPool>
#include <QtCore/QUrl>
#include <QtGui/QImageReader>

#include <memory>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keyway::Attachments)
};

using Read = Result<AttachedFile>;

Read read(const QString &path)
{
    const Result<Attachment> attachment = engine::readAttachment(path, Attachment::Use::Content);
    if (!attachment)
        return attachment.error();
    return attachedFile(*attachment);
}

Read encode(const QImage &picture, const QString &name)
{
    AttachedFile file;
    file.attachment.name = name;
    file.attachment.mimeType = u"image/png"_s;
    QBuffer buffer(&file.attachment.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG"))
        return Error(Error::Kind::Rejected, name).withReason(u"unsupported-attachment"_s);
    buffer.close();
    file.pixels = picture.size();
    file.preview = picture.scaled(AttachedFile::PreviewSide, AttachedFile::PreviewSide,
                                  Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return file;
}

template <class Work> void onPool(Work work, QObject *context, AttachedHandler done)
{
    auto delivery = std::make_shared<Delivery<Read>>(context, std::move(done));
    QThreadPool::globalInstance()->start(
        [work = std::move(work), delivery] { (*delivery)(work()); });
}

} // namespace

AttachedFile attachedFile(const Attachment &attachment)
{
    AttachedFile file;
    file.attachment = attachment;
    if (!attachment.mimeType.startsWith("image/"_L1))
        return file;
    QBuffer buffer(&file.attachment.bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    file.pixels = reader.size();
    if (file.pixels.isValid())
        reader.setScaledSize(file.pixels.scaled(AttachedFile::PreviewSide,
                                                AttachedFile::PreviewSide, Qt::KeepAspectRatio));
    file.preview = reader.read();
    return file;
}

void readAttachment(const QString &path, QObject *context, AttachedHandler done)
{
    onPool([path] { return read(path); }, context, std::move(done));
}

void attachPicture(const QImage &picture, const QString &name, QObject *context,
                   AttachedHandler done)
{
    onPool([picture, name] { return encode(picture, name); }, context, std::move(done));
}

words::Message attachmentErrorWords(const Error &error)
{
    const QString name = QFileInfo(error.detail()).fileName();
    if (error.reason() == "too-large"_L1)
        return {
            Words::tr("%1 is too large.").arg(name),
            Words::tr("Keyway sends files of up to %1.").arg(sizeWords(engine::largestAttachment)),
            {},
            {}};
    if (error.reason() == "unsupported-attachment"_L1)
        return {Words::tr("%1 cannot be sent.").arg(name),
                Words::tr("Pictures (PNG, JPEG, WebP, GIF), PDF and text can."),
                {},
                {}};
    return {Words::tr("%1 cannot be read.").arg(name), {}, {}, {}};
}

DroppedThings droppedThings(const QMimeData *data)
{
    DroppedThings things;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            things.files.append(url.toLocalFile());
    }
    if (things.files.isEmpty() && data->hasImage())
        things.picture = qvariant_cast<QImage>(data->imageData());
    return things;
}

QString attachableFilter(bool picturesOnly)
{
    if (picturesOnly)
        return Words::tr("Pictures (%1)").arg(u"*.png *.jpg *.jpeg *.webp *.gif"_s);
    return Words::tr("Pictures, PDF and text (%1)")
               .arg(u"*.png *.jpg *.jpeg *.webp *.gif *.pdf *.txt *.md *.csv *.json *.xml *.html "
                    "*.log *.c *.h *.cpp *.py *.js *.ts *.rs *.go *.java *.sh *.yaml *.toml"_s)
        + u";;"_s + Words::tr("All files (%1)").arg(u"*"_s);
}

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

} // namespace keyway
