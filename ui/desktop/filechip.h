#pragma once

#include "ui/desktop/attachmentreader.h"
#include "ui/widgets/paintedwidget.h"

class QToolButton;

namespace keyway {

/// A file that goes with a prompt: small picture or icon, name, size, and the button that takes it
/// away. Backspace and Del do, too.
class FileChip : public PaintedWidget {
    Q_OBJECT
public:
    explicit FileChip(const AttachedFile &file, QWidget *parent = nullptr);
    const AttachedFile &file() const { return m_file; }
    /// What stands behind the name: the size, or why nobody takes it.
    void setNote(const QString &note, bool wrong = false);
    /// It was sent: it cannot be taken away.
    void setKept();
    QToolButton *removeButton() const { return m_remove; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QString spokenText() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int removeWidth() const;

    AttachedFile m_file;
    QString m_note;
    bool m_wrong = false;
    QToolButton *m_remove;
};

} // namespace keyway
