#include "ui/theme/painting.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

namespace keyway::styleparts {

using namespace Qt::StringLiterals;

namespace {
constexpr int MenuTextLeft = 34;
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        return {contents.width(), 9};
    }
    const QStringList columns = option.text.split(u'\t');
    int width
        = MenuTextLeft + option.fontMetrics.size(Qt::TextShowMnemonic, columns[0]).width() + 36;
    if (columns.size() > 1) {
        width += 24
            + qMax(option.reservedShortcutWidth, option.fontMetrics.horizontalAdvance(columns[1]));
    }
    return {qMax(width, 180), qMax(28, option.fontMetrics.height() + 10)};
}

void drawMenuItem(const Theme &theme, const QStyleOptionMenuItem &option, QPainter &painter)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(option.rect.left() + 10, option.rect.center().y(), option.rect.width() - 20, 1),
            theme.color(Token::BorderSubtle));
        return;
    }
    painter.save();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect row = option.rect.adjusted(5, 0, -5, 0);
    if (enabled && (option.state & QStyle::State_Selected)) {
        paint::box(painter, row, 4, theme.color(Token::BgSelected));
    }
    const auto place
        = [&](QRect r) { return QStyle::visualRect(option.direction, option.rect, r); };
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QRect mark = place({row.left() + 6, row.center().y() - 7, 16, 16});
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked) {
            painter.drawPixmap(
                mark,
                theme.pixmap(u"check"_s,
                             theme.color(enabled ? Token::AccentText : Token::TextDisabled), 16,
                             ratio));
        }
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, mark, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QStringList columns = option.text.split(u'\t');
    QFont font = option.font;
    painter.setFont(font);
    painter.setPen(theme.color(enabled ? Token::TextPrimary : Token::TextDisabled));
    const int mnemonic = Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::AlignVCenter;
    painter.drawText(place(option.rect.adjusted(MenuTextLeft, 0, -30, 0)),
                     mnemonic | (mirrored ? Qt::AlignRight : Qt::AlignLeft), columns[0]);
    if (columns.size() > 1) {
        painter.setPen(theme.color(enabled ? Token::TextSecondary : Token::TextDisabled));
        painter.drawText(place(option.rect.adjusted(MenuTextLeft, 0, -16, 0)),
                         Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight),
                         columns[1]);
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        painter.drawPixmap(
            place({row.right() - 20, row.center().y() - 6, 14, 14}),
            theme.pixmap(u"chevron-right"_s, theme.color(Token::TextSecondary), 14, ratio));
    }
    painter.restore();
}

void drawMenuBarItem(const Theme &theme, const QStyleOptionMenuItem &option, QPainter &painter)
{
    painter.save();
    painter.fillRect(option.rect, theme.color(Token::BgSidebar));
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & (QStyle::State_Selected | QStyle::State_Sunken))) {
        paint::box(painter, option.rect.adjusted(1, 2, -1, -2), 4, theme.color(Token::BgSelected));
    }
    painter.setPen(theme.color(enabled ? Token::TextPrimary : Token::TextDisabled));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     option.text);
    painter.restore();
}

void drawTab(const Theme &theme, const QStyleOptionTab &option, QPainter &painter)
{
    painter.save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = option.state & QStyle::State_MouseOver;
    QFont font = painter.font();
    font.setWeight(selected ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    const Token color = !enabled ? Token::TextDisabled
        : selected || hover      ? Token::TextPrimary
                                 : Token::TextSecondary;
    painter.setPen(theme.color(color));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine,
                     option.text);
    if (selected) {
        const int width
            = qMin(option.rect.width(),
                   QFontMetrics(font).size(Qt::TextHideMnemonic, option.text).width() + 2);
        painter.fillRect(
            QRect(option.rect.center().x() - width / 2, option.rect.bottom() - 1, width, 2),
            theme.color(enabled ? Token::AccentFill : Token::BorderDefault));
    }
    if (showsKeyboardFocus(option) && selected) {
        paint::box(painter, option.rect.adjusted(2, 3, -2, -4), ControlRadius, Qt::transparent,
                   theme.color(Token::FocusRing), 2);
    }
    painter.restore();
}

void drawHeaderSection(const Theme &theme, const QStyleOptionHeader &option, QPainter &painter)
{
    painter.fillRect(option.rect, theme.color(Token::BgSunken));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     theme.color(Token::BorderSubtle));
}

void drawHeaderLabel(const Theme &theme, const QStyleOptionHeader &option, QPainter &painter)
{
    painter.save();
    painter.setFont(theme.font(TextStyle::Small, QFont::DemiBold));
    painter.setPen(theme.color(Token::TextSecondary));
    QRect words = option.rect;
    if (option.sortIndicator != QStyleOptionHeader::None) {
        // What ascends has its arrow up, as in the pictures; Qt names it by the other end.
        const bool up = option.sortIndicator == QStyleOptionHeader::SortDown;
        const QRect arrow
            = QStyle::visualRect(option.direction, option.rect,
                                 QRect(words.right() - 13, words.center().y() - 6, 14, 14));
        painter.drawPixmap(arrow,
                           theme.pixmap(up ? u"chevron-up"_s : u"chevron-down"_s,
                                        theme.color(Token::TextSecondary), 14,
                                        painter.device()->devicePixelRatioF()));
        words.adjust(option.direction == Qt::RightToLeft ? 16 : 0, 0,
                     option.direction == Qt::RightToLeft ? 0 : -16, 0);
    }
    const QString text
        = QFontMetrics(painter.font()).elidedText(option.text, Qt::ElideRight, words.width());
    painter.drawText(
        words,
        int(QStyle::visualAlignment(option.direction, option.textAlignment | Qt::AlignVCenter)),
        text);
    painter.restore();
}

void drawItemRow(const Theme &theme, const QStyleOptionViewItem &option, QPainter &painter,
                 const QWidget *widget)
{
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(option.rect, option.backgroundBrush);
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) {
        painter.fillRect(option.rect, theme.color(Token::BgSelected));
    } else if (enabled && (option.state & QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, theme.color(Token::BgHover));
    }
    const bool table = widget && widget->inherits("QTableView");
    if (table) {
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                         theme.color(Token::BorderSubtle));
    }
}

} // namespace keyway::styleparts
