#include "navigation.h"

#include "ui/theme/painting.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace keyway::navigation {
namespace {

constexpr int IconSize = 18;

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

} // namespace

Look lookOf(const Theme &theme)
{
    return {theme, [&theme](Token token) { return theme.color(token); }};
}

void paintBox(QPainter &painter, const Look &look, const QStyleOptionViewItem &option,
              const QRect &box)
{
    const bool selected = isSelected(option);
    if (selected || (option.state & QStyle::State_MouseOver))
        paint::box(painter, box, 6, look.color(selected ? Token::BgSelected : Token::BgHover));
    if ((option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange))
        paint::box(painter, box, 6, Qt::transparent, look.color(Token::FocusRing), 2);
}

void paintIcon(QPainter &painter, const Look &look, const QStyleOptionViewItem &option,
               const QString &icon, const QPoint &topLeft)
{
    const QRect place(topLeft, QSize(IconSize, IconSize));
    painter.drawPixmap(
        QStyle::visualRect(option.direction, option.rect, place),
        look.theme.pixmap(icon,
                          look.color(isSelected(option) ? Token::AccentText : Token::TextSecondary),
                          IconSize, painter.device()->devicePixelRatioF()));
}

void paintEntry(QPainter &painter, const Look &look, const QStyleOptionViewItem &option,
                const QRect &box, const QString &icon, const QString &text, int right)
{
    paintIcon(painter, look, option, icon, {box.left() + 10, box.center().y() - 8});
    const bool selected = isSelected(option);
    painter.setFont(look.theme.font(TextStyle::Body, selected ? QFont::DemiBold : QFont::Medium));
    painter.setPen(look.color(selected ? Token::TextPrimary : Token::TextSecondary));
    const QRect words(box.left() + 38, box.top(), right - box.left() - 38, box.height());
    painter.drawText(
        QStyle::visualRect(option.direction, option.rect, words),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

} // namespace keyway::navigation
