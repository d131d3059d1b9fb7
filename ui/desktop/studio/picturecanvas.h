#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtGui/QImage>

namespace keyway {

/// One picture, fitted into the room or larger. The file is decoded, and fitted, on other threads;
/// painting takes what is there.
class PictureCanvas : public PaintedWidget {
    Q_OBJECT
public:
    explicit PictureCanvas(QWidget *parent = nullptr);

    /// An empty path: `words` stand in its place.
    void setPicture(const QString &path, const QString &words = {});
    bool isLoaded() const { return !m_whole.isNull(); }
    QSize pixels() const { return m_whole.size(); }
    void zoomIn();
    void zoomOut();
    void zoomToFit();
    /// In percent of the picture's pixels; what fits where nothing else was chosen.
    int percent() const;
    bool isFitted() const { return m_percent == 0; }
    /// Moves a picture that is larger than the room; false where it is not.
    bool pan(const QPoint &by);

    QString spokenText() const override { return m_words; }

Q_SIGNALS:
    void loaded();
    void zoomed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void setPercent(int percent);
    void makeFitted();
    int fittingPercent() const;
    QSize shownSize() const;

    QString m_path, m_words;
    QImage m_whole;
    QImage m_fitted; ///< as large as it is shown, made for m_fittedFor
    QSize m_fittedFor;
    int m_percent = 0; ///< 0: what fits
    QPoint m_offset; ///< of the picture's middle from that of the room
    QPoint m_dragged;
    int m_loading = 0, m_fitting = 0; ///< the newest order; older results are dropped
    bool m_broken = false;
};

} // namespace keyway
