#include "ui/theme/painting.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace keyway::styleparts {

void drawScrollBar(const Theme &theme, const QStyleOptionSlider &option, QPainter &painter,
                   const QRect &thumb)
{
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool active = option.state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    QRectF bar(thumb);
    bar = option.orientation == Qt::Vertical ? bar.adjusted(3, 3, -3, -3)
                                             : bar.adjusted(3, 3, -3, -3);
    paint::box(painter, bar, 3, theme.color(active ? Token::BorderStrong : Token::BorderDefault));
}

void drawSlider(const Theme &theme, const QStyleOptionSlider &option, QPainter &painter,
                const QRect &handle)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor done = theme.color(enabled ? Token::AccentFill : Token::BorderDefault);
    const QRectF knob = QRectF(handle).adjusted(2, 2, -2, -2);
    QRectF groove(option.rect);
    const bool across = option.orientation == Qt::Horizontal;
    if (across) {
        groove = QRectF(groove.left() + 3, groove.center().y() - 2, groove.width() - 6, 4);
    } else {
        groove = QRectF(groove.center().x() - 2, groove.top() + 3, 4, groove.height() - 6);
    }
    paint::box(painter, groove, 2, theme.color(Token::BgPressed));
    QRectF filled = groove;
    if (across) {
        if (option.upsideDown) {
            filled.setLeft(knob.center().x());
        } else {
            filled.setRight(knob.center().x());
        }
    } else if (option.upsideDown) {
        filled.setTop(knob.center().y());
    } else {
        filled.setBottom(knob.center().y());
    }
    paint::box(painter, filled, 2, done);
    if (showsKeyboardFocus(option)) {
        paint::box(painter, knob.adjusted(-2, -2, 2, 2), knob.height(), Qt::transparent,
                   theme.color(Token::FocusRing), 2);
    }
    paint::box(painter, knob, knob.height() / 2,
               theme.isDark() ? theme.color(Token::TextPrimary) : theme.color(Token::BgSurface),
               theme.color(Token::BorderStrong));
}

void drawProgressBar(const Theme &theme, const QStyleOptionProgressBar &option, QPainter &painter)
{
    QRectF groove(option.rect);
    groove = QRectF(groove.left(), groove.center().y() - 3, groove.width(), 6);
    paint::box(painter, groove, 3, theme.color(Token::BgPressed));
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0) {
        // No known end: a third of the bar, without movement.
        paint::box(painter, QRectF(groove.left(), groove.top(), groove.width() / 3, 6), 3,
                   theme.color(Token::AccentFill));
        return;
    }
    const double part = double(option.progress - option.minimum) / double(range);
    if (part > 0) {
        QRectF filled(groove);
        filled.setWidth(qMax(6.0, groove.width() * qMin(1.0, part)));
        if (option.direction == Qt::RightToLeft) {
            filled.moveRight(groove.right());
        }
        paint::box(painter, filled, 3, theme.color(Token::AccentFill));
    }
}

} // namespace keyway::styleparts
