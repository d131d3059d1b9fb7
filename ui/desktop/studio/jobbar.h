#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtCore/QBasicTimer>

namespace keyway {

/// How far a job is; without an end in sight a piece of it wanders, or stands still where the
/// system wants no movement. Never goes back.
class JobBar : public PaintedWidget {
    Q_OBJECT
public:
    explicit JobBar(QWidget *parent = nullptr);
    /// Of 1000; nothing: no end in sight.
    void setPermille(std::optional<int> permille, bool running);
    std::optional<int> permille() const { return m_permille; }
    QSize sizeHint() const override { return {160, 6}; }
    QSize minimumSizeHint() const override { return {30, 6}; }
    QString spokenText() const override;
    std::optional<int> spokenPercent() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void schedule();

    std::optional<int> m_permille = 0;
    bool m_running = false;
    int m_step = 0;
    QBasicTimer m_timer;
};

} // namespace keyway
