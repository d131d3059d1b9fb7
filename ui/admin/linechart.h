#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway {

/// Counts over time as a line. One tab stop: the arrows move from point to point, Home and End to
/// the first and the last; the chosen one is told beside the line and to screen readers.
class LineChart : public PaintedWidget {
    Q_OBJECT
public:
    struct Point {
        QString label; ///< below the line, where there is room
        QString spoken; ///< "3 November"
        qint64 value = 0;
    };

    explicit LineChart(QWidget *parent = nullptr);
    /// `what` is counted: "Requests a day".
    void setPoints(const QString &what, const QList<Point> &points);
    int current() const { return m_current; }

    QString spokenText() const override;
    QSize sizeHint() const override { return {480, 210}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrent(int index);
    QRectF plot() const;
    QPointF placeOf(int index) const;
    void paintAxis(QPainter &painter) const;
    void paintLine(QPainter &painter) const;
    void paintCurrent(QPainter &painter) const;

    QString m_what;
    QList<Point> m_points;
    QList<qint64> m_steps;
    int m_labelWidth = 0;
    int m_current = -1; ///< none
};

} // namespace keyway
