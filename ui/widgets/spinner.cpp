#include "spinner.h"

#include "ui/theme/theme.h"

#include <QtCore/QTimerEvent>
#include <QtGui/QPainter>

namespace keyway {

namespace {
constexpr int Delay = 400;
constexpr int Frame = 50;
} // namespace

Spinner::Spinner(int size, QWidget *parent)
    : PaintedWidget(QAccessible::Indicator, parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

void Spinner::start()
{
    if (!m_running) {
        m_running = true;
        m_since.start();
        schedule();
    }
}

void Spinner::stop()
{
    m_running = false;
    m_timer.stop();
    update();
}

void Spinner::schedule()
{
    if (!m_running || !isVisible()) {
        m_timer.stop();
        return;
    }
    const qint64 left = Delay - m_since.elapsed();
    if (left > 0) {
        m_timer.start(int(left), this);
    } else if (!theme().reducedMotion()) {
        m_timer.start(Frame, this);
    } else {
        m_timer.stop();
    }
}

void Spinner::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId()) {
        update();
        schedule();
    }
}

void Spinner::showEvent(QShowEvent *event)
{
    PaintedWidget::showEvent(event);
    schedule();
}

void Spinner::hideEvent(QHideEvent *event)
{
    PaintedWidget::hideEvent(event);
    m_timer.stop();
}

void Spinner::paintEvent(QPaintEvent *)
{
    if (!m_running || m_since.elapsed() < Delay) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(theme().color(Token::BorderDefault), 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(theme().color(Token::AccentFill), 2, Qt::SolidLine, Qt::RoundCap));
    const qint64 angle = theme().reducedMotion() ? 0 : (m_since.elapsed() % 1000) * 360 / 1000;
    painter.drawArc(ring, int((90 - angle) * 16), -100 * 16);
}

} // namespace keyway
