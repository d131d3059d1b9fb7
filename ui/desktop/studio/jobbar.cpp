#include "jobbar.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QtCore/QTimerEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace keyway {
namespace {
constexpr int FrameMs = 83; ///< 12 times a second
constexpr int Steps = 24; ///< of a walk from one end to the other
} // namespace

JobBar::JobBar(QWidget *parent)
    : PaintedWidget(QAccessible::ProgressBar, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void JobBar::setPermille(std::optional<int> permille, bool running)
{
    if (permille && m_permille && running && m_running)
        permille = std::max(*permille, *m_permille);
    if (permille == m_permille && running == m_running)
        return;
    m_permille = permille;
    m_running = running;
    schedule();
    update();
}

QString JobBar::spokenText() const
{
    return tr("Progress");
}

std::optional<int> JobBar::spokenPercent() const
{
    return m_permille ? std::optional((*m_permille + 5) / 10) : std::nullopt;
}

void JobBar::schedule()
{
    const bool moves = isVisible() && m_running && !m_permille && !theme().reducedMotion();
    if (!moves)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(FrameMs, this);
}

void JobBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_step = (m_step + 1) % (2 * Steps);
    update();
}

void JobBar::showEvent(QShowEvent *)
{
    schedule();
}

void JobBar::hideEvent(QHideEvent *)
{
    schedule();
}

void JobBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF groove(0, (height() - 6) / 2.0, width(), 6);
    if (m_permille || !m_running) {
        paint::bar(painter, groove, theme(), m_permille.value_or(0),
                   m_running ? BarTone::Normal : BarTone::Quiet);
        return;
    }
    paint::bar(painter, groove, theme(), 0, BarTone::Normal);
    const int at = m_step < Steps ? m_step : 2 * Steps - m_step;
    const qreal piece = std::max<qreal>(24, groove.width() / 4);
    const qreal x = (groove.width() - piece) * at / Steps;
    paint::box(painter, QRectF(x, groove.top(), piece, groove.height()), 3,
               theme().color(Token::AccentFill));
}

} // namespace keyway
