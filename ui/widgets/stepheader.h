#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtCore/QStringList>

namespace keyway {

/// The steps of a dialog in one line: done ones with a check, the present one filled.
class StepHeader : public PaintedWidget {
    Q_OBJECT
public:
    explicit StepHeader(const QStringList &steps, QWidget *parent = nullptr);
    int current() const { return m_current; }
    void setCurrent(int step);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// "Step 1 of 2: Choose a service"
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_steps;
    int m_current = 0;
};

} // namespace keyway
