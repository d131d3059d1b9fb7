#pragma once

#include "ui/desktop/usage/usagevalues.h"
#include "ui/widgets/paintedwidget.h"

namespace keyway {

/// The days of a month as bars, one part a service. One tab stop: the arrows move from day to day,
/// Home and End to the first and last one; the day under the pointer or the arrows is told in a
/// box beside it.
class UsageChart : public PaintedWidget {
    Q_OBJECT
public:
    explicit UsageChart(QWidget *parent = nullptr);

    void setMonth(const UsageMonth &month, UsageMeasure measure);
    /// The day that is told; invalid: none.
    QDate day() const { return m_day; }
    void setDay(const QDate &day);

    QString spokenText() const override;
    QSize sizeHint() const override { return {560, 208}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Line {
        QString service;
        QString name;
        qint64 value = 0;
    };
    QList<Line> linesOf(const QDate &day) const;
    qint64 totalOf(const QDate &day) const;
    QRectF plot() const;
    QRectF columnOf(const QDate &day) const;
    QDate dayAt(const QPointF &at) const;
    void paintDays(QPainter &painter) const;
    void paintDay(QPainter &painter) const;

    UsageMonth m_month;
    UsageMeasure m_measure = UsageMeasure::Cost;
    QList<qint64> m_steps;
    int m_labelWidth = 0; ///< of the widest label beside a line
    QDate m_day;
};

} // namespace keyway
