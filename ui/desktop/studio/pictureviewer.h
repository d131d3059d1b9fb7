#pragma once

#include "ui/desktop/studio/gallerymodel.h"

#include <QtCore/QPersistentModelIndex>
#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QFormLayout;
class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace keyway {

class ElidedLabel;
class PictureCanvas;
class TextLabel;

/// One picture of the gallery, large: arrows go on, + and − zoom, I shows what it was made with,
/// Space plays a video in the system's player. Show it with open().
class PictureViewer : public QDialog {
    Q_OBJECT
public:
    /// `model` outlives it.
    PictureViewer(GalleryModel *model, const ServicesValue *services, QWidget *parent);

    void showPicture(const QModelIndex &index);
    QModelIndex current() const { return m_current; }
    PictureCanvas *canvas() const { return m_canvas; }
    bool isInfoShown() const;
    QString infoText() const;

Q_SIGNALS:
    void currentChanged(const QModelIndex &index);
    void openRequested(const keyway::PictureValue &picture);
    void saveRequested(const keyway::PictureValue &picture);
    void startRequested(const keyway::PictureValue &picture);
    void againRequested(const keyway::PictureValue &picture);
    void deleteRequested(const keyway::PictureValue &picture);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addTool(const QString &icon, const QString &name, const QString &keys);
    void go(int by);
    void setInfoShown(bool shown);
    void fillInfo(const PictureValue &picture);
    void adapt();

    GalleryModel *m_model;
    const ServicesValue *m_services;
    QPersistentModelIndex m_current;
    PictureCanvas *m_canvas;
    ElidedLabel *m_title;
    TextLabel *m_zoom;
    QHBoxLayout *m_tools;
    QScrollArea *m_info;
    QFormLayout *m_facts;
    QToolButton *m_previous, *m_next, *m_out, *m_in, *m_infoButton;
    QPushButton *m_play;
};

} // namespace keyway
