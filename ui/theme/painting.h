#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

class QFont;
class QPainter;
class QString;

namespace keyway::paint {

/// A filled rectangle with round corners and, if `border` is valid, an edge of `width` pixels
/// inside it. Edges are fills (outer minus inner shape) on whole device pixels, so that they stay
/// sharp at 125 %.
void box(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
         const QColor &border = {}, qreal width = 1);

/// The ring of keyboard focus: 2 px wide, outside of `control`, 1 px away from it.
void focusRing(QPainter &painter, const QRectF &control, qreal radius, const QColor &color);

/// `rect` moved to whole device pixels.
QRectF aligned(const QPainter &painter, const QRectF &rect);

/// Text whose digits all have the width of the widest one, so that changing amounts stand still.
/// Qt has no font features before 6.7, and Inter's digits differ.
qreal tabularWidth(const QFont &font, const QString &text);
void tabularText(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
                 const QString &text);

} // namespace keyway::paint
