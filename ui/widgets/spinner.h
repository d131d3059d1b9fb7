#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtCore/QBasicTimer>
#include <QtCore/QElapsedTimer>

namespace keyway {

/// Says that something is under way, from 400 ms on; stands still if the system wants no movement.
/// Its accessible name should say what ("Asking Groq").
class Spinner : public PaintedWidget {
    Q_OBJECT
public:
    explicit Spinner(int size = 16, QWidget *parent = nullptr);
    bool isRunning() const { return m_running; }
    void start();
    void stop();
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString spokenText() const override { return m_running ? tr("Working") : QString(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void schedule();

    int m_size;
    bool m_running = false;
    QElapsedTimer m_since;
    QBasicTimer m_timer;
};

} // namespace keyway
