#include "painting.h"

#include <QtCore/QString>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTextOption>

#include <cmath>

namespace keyway::paint {

namespace {

qreal widestDigit(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char c = '0'; c <= '9'; ++c) {
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(c)));
    }
    return widest;
}

} // namespace

QRectF aligned(const QPainter &painter, const QRectF &rect)
{
    const QTransform t = painter.deviceTransform();
    if (t.type() > QTransform::TxScale) {
        return rect;
    }
    const QRectF device = t.mapRect(rect);
    const QRectF whole(QPointF(std::round(device.left()), std::round(device.top())),
                       QPointF(std::round(device.right()), std::round(device.bottom())));
    return t.inverted().mapRect(whole);
}

void box(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
         const QColor &border, qreal width)
{
    const QRectF outer = aligned(painter, rect);
    const qreal limit = std::min(outer.width(), outer.height()) / 2;
    const qreal r = std::min(radius, limit);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (!border.isValid()) {
        painter.setBrush(fill);
        painter.drawRoundedRect(outer, r, r);
        painter.restore();
        return;
    }
    const qreal scale = painter.deviceTransform().m11();
    const qreal edge = std::max(1.0, std::round(width * scale)) / (scale > 0 ? scale : 1);
    const QRectF inner = outer.adjusted(edge, edge, -edge, -edge);
    const qreal innerRadius = std::max(0.0, r - edge);
    if (fill.isValid() && fill.alpha() > 0) {
        // Half the edge further out: the edge covers the seam between the two fills.
        const qreal half = edge / 2;
        painter.setBrush(fill);
        painter.drawRoundedRect(outer.adjusted(half, half, -half, -half), r - half, r - half);
    }
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addRoundedRect(outer, r, r);
    path.addRoundedRect(inner, innerRadius, innerRadius);
    painter.setBrush(border);
    painter.drawPath(path);
    painter.restore();
}

void focusRing(QPainter &painter, const QRectF &control, qreal radius, const QColor &color)
{
    box(painter, control.adjusted(-3, -3, 3, 3), radius + 3, Qt::transparent, color, 2);
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal digit = widestDigit(metrics);
    qreal width = 0;
    for (const QChar c : text) {
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    }
    return width;
}

void tabularText(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const qreal digit = widestDigit(metrics);
    const qreal width = tabularWidth(painter.font(), text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.center().x() - width / 2;
    }
    qreal base = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignVCenter) {
        base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    } else if (alignment & Qt::AlignBottom) {
        base = rect.bottom() - metrics.descent();
    }
    for (const QChar c : text) {
        const qreal advance = metrics.horizontalAdvance(c);
        const qreal cell = c.isDigit() ? digit : advance;
        painter.drawText(QPointF(x + (cell - advance) / 2, base), QString(c));
        x += cell;
    }
}

} // namespace keyway::paint
