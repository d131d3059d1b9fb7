#pragma once

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtCore/QList>

class QPainter;

namespace keyway {

/// The states that a pill, a dot or a bar can show. Each has its own icon, so that colour is never
/// alone.
enum class Status { Active, Disabled, Locked, Degraded, Down, OverBudget, Info };

struct StatusLook {
    Token text, background, mark;
    QString icon;
};
StatusLook lookOf(Status status);

/// Small frames with a word: Plain (Added), Good (Found), Info.
enum class TagTone { Plain, Good, Info, Warning };

/// How near its end a limit is: Warning once the month's pace passes it, Over when it is reached.
enum class BarTone { Normal, Warning, Over, Quiet };

/// Painters shared by widgets and table delegates. Rectangles are device-independent pixels.
namespace paint {

/// A service's square with its letters; `muted` for one that is switched off.
void tile(QPainter &painter, const QRectF &rect, const Theme &theme, const ServiceLook &look,
          bool muted = false);

QSizeF pillSize(const Theme &theme, const QString &word);
void pill(QPainter &painter, const QPointF &topLeft, const Theme &theme, Status status,
          const QString &word);

QSizeF tagSize(const Theme &theme, const QString &word, const QString &icon = {});
void tag(QPainter &painter, const QPointF &topLeft, const Theme &theme, const QString &word,
         TagTone tone = TagTone::Plain, const QString &icon = {});

/// A level bar, full at 1000; `rect` is its whole 6 px high groove.
void bar(QPainter &painter, const QRectF &rect, const Theme &theme, int permille, BarTone tone);

/// One bar a value, the highest as high as `rect`; zero is a flat line.
void sparkline(QPainter &painter, const QRectF &rect, const Theme &theme,
               const QList<qint64> &values, const QColor &color);

} // namespace paint
} // namespace keyway
