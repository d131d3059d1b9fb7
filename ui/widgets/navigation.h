#pragma once

#include "ui/theme/theme.h"

#include <QtWidgets/QStyleOptionViewItem>

#include <functional>

class QPainter;

namespace keyway {

/// How lists of pages and sections look. For the painting of their delegates.
namespace navigation {

/// Fonts and icons of the theme, in colours that need not be its own.
struct Look {
    const Theme &theme;
    std::function<QColor(Token)> color;
};
Look lookOf(const Theme &theme);

/// What lies behind an entry: where the pointer is, what is chosen, where the keyboard is.
void paintBox(QPainter &painter, const Look &look, const QStyleOptionViewItem &option,
              const QRect &box);
void paintIcon(QPainter &painter, const Look &look, const QStyleOptionViewItem &option,
               const QString &icon, const QPoint &topLeft);
/// The icon and the words of an entry, which end before `right`.
void paintEntry(QPainter &painter, const Look &look, const QStyleOptionViewItem &option,
                const QRect &box, const QString &icon, const QString &text, int right);

} // namespace navigation
} // namespace keyway
