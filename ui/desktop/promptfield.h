#pragma once

#include "ui/desktop/attachmentreader.h"

#include <QtWidgets/QPlainTextEdit>

namespace keyway {

/// A field to write a prompt in. Files and pictures that are pasted go to its owner; text is
/// inserted plain. Drops are left to the page.
class PromptField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PromptField(QWidget *parent = nullptr);

Q_SIGNALS:
    void thingsPasted(const keyway::DroppedThings &things);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
};

} // namespace keyway
