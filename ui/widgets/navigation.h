#pragma once

#include <QtWidgets/QStyleOptionViewItem>

class QPainter;

namespace keyway {

class Theme;

/// How lists of pages and sections look. For the painting of their delegates.
namespace navigation {

/// What lies behind an entry: where the pointer is, what is chosen, where the keyboard is.
void paintBox(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
              const QRect &box);
void paintIcon(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
               const QString &icon, const QPoint &topLeft);
/// The icon and the words of an entry, which end before `right`.
void paintEntry(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option,
                const QRect &box, const QString &icon, const QString &text, int right);

} // namespace navigation
} // namespace keyway
