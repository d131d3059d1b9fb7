#include "switch.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtCore/QVariantAnimation>
#include <QtGui/QPainter>

namespace keyway {

namespace {
constexpr int Ring = 3;
constexpr int TrackWidth = 34;
constexpr int TrackHeight = 20;
} // namespace

Switch::Switch(QWidget *parent)
    : QCheckBox(parent)
    , m_animation(new QVariantAnimation(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_LayoutUsesWidgetRect);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_place = value.toDouble();
        update();
    });
    connect(this, &QCheckBox::toggled, this, &Switch::slide);
}

void Switch::slide(bool on)
{
    m_animation->stop();
    const int duration = isVisible() ? themeOf(this).duration(120) : 0;
    if (duration == 0) {
        m_place = on ? 1 : 0;
        update();
        return;
    }
    m_animation->setDuration(duration);
    m_animation->setStartValue(m_place);
    m_animation->setEndValue(on ? 1.0 : 0.0);
    m_animation->start();
}

QSize Switch::sizeHint() const
{
    return {TrackWidth + 2 * Ring, qMax(28, TrackHeight + 2 * Ring)};
}

void Switch::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const QRectF track(Ring, (height() - TrackHeight) / 2.0, TrackWidth, TrackHeight);
    const bool on = isChecked();
    Token fill = on ? (underMouse() ? Token::AccentHover : Token::AccentFill) : Token::BorderStrong;
    if (!isEnabled()) {
        fill = Token::BorderDefault;
    }
    paint::box(painter, track, TrackHeight / 2.0, theme.color(fill));
    const qreal x = track.left() + 2 + m_place * (TrackWidth - TrackHeight);
    paint::box(painter, QRectF(x, track.top() + 2, TrackHeight - 4, TrackHeight - 4),
               TrackHeight / 2.0 - 2, theme.color(Token::TextOnAccent));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        paint::focusRing(painter, track, TrackHeight / 2.0, theme.color(Token::FocusRing));
    }
}

} // namespace keyway
