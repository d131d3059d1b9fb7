#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway {

/// Groups of people as bars beside each other (bands, hours) or one above the other (what people
/// use), each with its count. One tab stop; the arrows go from bar to bar.
class GroupBars : public PaintedWidget {
    Q_OBJECT
public:
    struct Bar {
        QString label;
        QString spoken; ///< the label in words, where it is short
        qint64 value = 0; ///< 0: not told
    };

    explicit GroupBars(Qt::Orientation direction, QWidget *parent = nullptr);
    /// `all`: what a full bar is; 0: the largest value.
    void setBars(const QString &what, const QList<Bar> &bars, qint64 all = 0);
    const QList<Bar> &bars() const { return m_bars; }

    QString spokenText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void paintUpright(QPainter &painter) const;
    void paintRows(QPainter &painter) const;
    int rowHeight() const;
    qint64 full() const;

    const Qt::Orientation m_direction;
    QString m_what;
    QList<Bar> m_bars;
    qint64 m_all = 0;
    int m_current = -1;
};

} // namespace keyway
