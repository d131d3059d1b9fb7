#include "ui/desktop/promptfield.h"

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>

namespace keyway {

PromptField::PromptField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

bool PromptField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptField::insertFromMimeData(const QMimeData *source)
{
    // Text of an office program comes with a picture of itself: then the text is meant.
    if (!source->hasText() || source->hasUrls()) {
        const DroppedThings things = droppedThings(source);
        if (!things.isEmpty()) {
            Q_EMIT thingsPasted(things);
            return;
        }
    }
    QPlainTextEdit::insertFromMimeData(source);
}

void PromptField::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedThings(event->mimeData()).isEmpty())
        QPlainTextEdit::dragEnterEvent(event);
    else
        event->ignore();
}

void PromptField::dragMoveEvent(QDragMoveEvent *event)
{
    if (droppedThings(event->mimeData()).isEmpty())
        QPlainTextEdit::dragMoveEvent(event);
    else
        event->ignore();
}

} // namespace keyway
