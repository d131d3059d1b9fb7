#pragma once

#include "core/money/money.h"
#include "ui/widgets/paintedwidget.h"

#include <QtCore/QList>

namespace keyway {

/// A limit as one bar: a segment for each service, hatched what will come at this pace, a tick
/// where Keyway warns. Give it an accessible name.
class BudgetBar : public PaintedWidget {
    Q_OBJECT
public:
    struct Segment {
        QString service;
        QString name;
        Money spent;
    };
    explicit BudgetBar(QWidget *parent = nullptr);

    /// `most` is where the bar ends.
    void setValues(const QList<Segment> &segments, Money atThisPace, Money most, int warnAtPercent);
    QSize sizeHint() const override { return {320, 16}; }
    QSize minimumSizeHint() const override { return {120, 16}; }
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where an amount ends, in thousandths of the bar.
    int place(Money amount) const;

    QList<Segment> m_segments;
    Money m_pace, m_most;
    int m_warnAtPercent = 0;
};

} // namespace keyway
