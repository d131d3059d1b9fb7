#pragma once

#include "core/base/result.h"
#include "core/catalogue/service.h"
#include "core/providers/provider.h"
#include "ui/words/message.h"

#include <QtCore/QSize>
#include <QtCore/QStringList>
#include <QtGui/QImage>

#include <functional>

class QMimeData;

namespace keyway {

/// A file that was read to go with a prompt, with what its chip shows.
struct AttachedFile {
    Attachment attachment;
    QImage preview; ///< of a picture, at most PreviewSide high and wide
    QSize pixels; ///< of a picture
    static constexpr int PreviewSide = 96;
};

/// With its preview; reads no more of the picture than that needs.
AttachedFile attachedFile(const Attachment &attachment);

using AttachedHandler = std::function<void(Result<AttachedFile>)>;

/// Reads a picture, a PDF or a text file on a thread of the pool; `done` is called on the thread of
/// `context`, and not at all once that is gone. Error: as of engine::readAttachment().
void readAttachment(const QString &path, QObject *context, AttachedHandler done);
/// A picture of the clipboard, as PNG.
void attachPicture(const QImage &picture, const QString &name, QObject *context,
                   AttachedHandler done);

/// What to say about an error of the two.
words::Message attachmentErrorWords(const Error &error);

/// Local files of a drop or a paste; a picture without a file is in `picture`.
struct DroppedThings {
    QStringList files;
    QImage picture;
    bool isEmpty() const { return files.isEmpty() && picture.isNull(); }
};
DroppedThings droppedThings(const QMimeData *data);

/// What can be attached, for file dialogs: "Pictures, PDF and text (*.png *.jpg ...)".
QString attachableFilter(bool picturesOnly);
/// 1.2 MB
QString sizeWords(qint64 bytes);

} // namespace keyway
