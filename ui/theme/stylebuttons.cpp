#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>

namespace keyway::styleparts {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 12;
constexpr int IconSize = 16;
constexpr int IconGap = 6;

struct ButtonColors {
    QColor fill, border, text;
};

bool hasOutline(ButtonKind kind)
{
    return kind == ButtonKind::Secondary;
}

ButtonColors colorsOf(const Theme &theme, ButtonKind kind, QStyle::State state)
{
    const bool enabled = state & QStyle::State_Enabled;
    const bool down = enabled && (state & QStyle::State_Sunken);
    const bool hover = enabled && (state & QStyle::State_MouseOver);
    ButtonColors c;
    c.fill = Qt::transparent;
    switch (kind) {
    case ButtonKind::Primary:
        c.fill = theme.color(down        ? Token::AccentPressed
                                 : hover ? Token::AccentHover
                                         : Token::AccentFill);
        c.text = theme.color(Token::TextOnAccent);
        break;
    case ButtonKind::Danger:
        c.fill = theme.color(Token::DangerFill);
        if (down || hover) {
            c.fill = c.fill.darker(down ? 125 : 112);
        }
        c.text = theme.color(Token::TextOnAccent);
        break;
    case ButtonKind::Secondary:
        c.fill = theme.color(down ? Token::BgPressed : hover ? Token::BgHover : Token::BgSurface);
        c.border = theme.color(Token::BorderDefault);
        c.text = theme.color(Token::TextPrimary);
        break;
    case ButtonKind::Ghost:
    case ButtonKind::DangerText:
        if (down || hover) {
            c.fill = theme.color(down ? Token::BgPressed : Token::BgHover);
        }
        c.text = theme.color(kind == ButtonKind::Ghost ? Token::TextPrimary : Token::DangerText);
        break;
    case ButtonKind::Link:
        c.text = theme.color(Token::AccentText);
        break;
    case ButtonKind::OnInk:
        c.text = theme.color(Token::TextOnAccent);
        if (down || hover) {
            c.fill = c.text;
            c.fill.setAlphaF(down ? 0.28F : 0.16F);
        }
        break;
    }
    if (!enabled) {
        c.text = theme.color(Token::TextDisabled);
        if (kind == ButtonKind::Primary || kind == ButtonKind::Danger
            || kind == ButtonKind::Secondary) {
            c.fill = theme.color(Token::BgSunken);
            c.border = theme.color(Token::BorderSubtle);
        }
    }
    return c;
}

QIcon::Mode iconMode(QStyle::State state)
{
    return state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
}

/// Icon and words in the middle of `rect`; the icon has the colour of the words where it is filled.
void drawContents(const Theme &theme, QPainter &painter, const QRectF &rect, const QString &text,
                  const QIcon &icon, const QStyleOption &option, const QColor &color, int chevron)
{
    const qreal textWidth = text.isEmpty()
        ? 0
        : QFontMetricsF(painter.font()).size(Qt::TextShowMnemonic, text).width();
    const qreal iconWidth = icon.isNull() ? 0 : IconSize;
    const qreal gap = iconWidth > 0 && textWidth > 0 ? IconGap : 0;
    const qreal width = iconWidth + gap + textWidth;
    qreal x = rect.center().x() - (width + chevron) / 2;
    x = qMax(x, rect.left() + 2);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto place = [&](const QRectF &r) {
        return mirrored
            ? QRectF(rect.left() + rect.right() - r.right(), r.top(), r.width(), r.height())
            : r;
    };
    if (iconWidth > 0) {
        const QRectF box = place({x, rect.center().y() - IconSize / 2.0, IconSize, IconSize});
        icon.paint(&painter, box.toAlignedRect(), Qt::AlignCenter, iconMode(option.state));
    }
    painter.setPen(color);
    const QRectF words = place(
        {x + iconWidth + gap, rect.top(), qMin(textWidth + 1, rect.right() - x), rect.height()});
    int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    flags |= option.state & QStyle::State_KeyboardFocusChange ? Qt::TextShowMnemonic
                                                              : Qt::TextHideMnemonic;
    painter.drawText(words, flags, text);
    if (chevron > 0) {
        const QRectF box
            = place({rect.right() - Padding / 2.0 - 14, rect.center().y() - 7, 14, 14});
        painter.drawPixmap(
            box.topLeft(),
            theme.pixmap(u"chevron-down"_s, color, 14, painter.device()->devicePixelRatioF()));
    }
}

} // namespace

bool showsKeyboardFocus(const QStyleOption &option)
{
    return (option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange);
}

int controlHeight(const QFontMetrics &metrics, const QWidget *widget)
{
    return isCompact(widget) ? qMax(28, metrics.height() + 10) : qMax(30, metrics.height() + 12);
}

QFont buttonFont(const QWidget *widget, const QFont &base)
{
    QFont font = base;
    const ButtonKind kind = kindOf(widget);
    const bool filled
        = kind == ButtonKind::Primary || kind == ButtonKind::Danger || kind == ButtonKind::OnInk;
    font.setWeight(filled ? QFont::DemiBold : QFont::Medium);
    return font;
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    const QFontMetrics metrics(buttonFont(widget, widget ? widget->font() : QFont()));
    const ButtonKind kind = kindOf(widget);
    int width = metrics.size(Qt::TextShowMnemonic, option.text).width();
    if (option.text.isEmpty()) {
        width = option.icon.isNull() ? metrics.horizontalAdvance(u'x') : 0;
    }
    if (!option.icon.isNull()) {
        width += IconSize + (option.text.isEmpty() ? 0 : IconGap);
    }
    if (option.features & QStyleOptionButton::HasMenu) {
        width += 18;
    }
    int height = controlHeight(metrics, widget);
    if (kind == ButtonKind::Link) {
        height = qMax(24, metrics.height() + 4);
        width += 2;
    } else {
        width += 2 * (option.text.isEmpty() ? 7 : Padding);
        width = qMax(width, height);
    }
    return {width + 2 * RingWidth, height + 2 * RingWidth};
}

QRect pushButtonLayoutRect(const QRect &rect, const QWidget *widget)
{
    const ButtonKind kind = kindOf(widget);
    QRect visible = rect.adjusted(RingWidth, RingWidth, -RingWidth, -RingWidth);
    // In cards the words of a button without outline line up with the edge of what is above them.
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool words = !button || button->icon().isNull() || !button->text().isEmpty();
    if (words && isCompact(widget)
        && (kind == ButtonKind::Ghost || kind == ButtonKind::DangerText)) {
        visible.adjust(Padding, 0, -Padding, 0);
    }
    return visible;
}

void drawPushButton(const Theme &theme, const QStyleOptionButton &option, QPainter &painter,
                    const QWidget *widget)
{
    painter.save();
    const ButtonKind kind = kindOf(widget);
    const QRectF rect = QRectF(option.rect).adjusted(RingWidth, RingWidth, -RingWidth, -RingWidth);
    ButtonColors colors = colorsOf(theme, kind, option.state);
    if ((option.state & QStyle::State_On) && hasOutline(kind)) {
        colors.fill = theme.color(Token::BgSelected);
        colors.border = theme.color(Token::AccentBorder);
    }
    if (colors.fill.alpha() > 0) {
        paint::box(painter, rect, ControlRadius, colors.fill, colors.border);
    }
    if (showsKeyboardFocus(option)) {
        const bool onInk = kind == ButtonKind::OnInk;
        paint::focusRing(painter, rect, ControlRadius,
                         theme.color(onInk ? Token::TextOnAccent : Token::FocusRing));
    }
    QFont font = buttonFont(widget, painter.font());
    font.setUnderline(kind == ButtonKind::Link && (option.state & QStyle::State_MouseOver));
    painter.setFont(font);
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    drawContents(theme, painter, rect, option.text, option.icon, option, colors.text,
                 menu ? 18 : 0);
    painter.restore();
}

void drawToolButton(const Theme &theme, const QStyleOptionToolButton &option, QPainter &painter,
                    const QWidget *widget)
{
    painter.save();
    const QRectF rect = QRectF(option.rect).adjusted(RingWidth, RingWidth, -RingWidth, -RingWidth);
    // A tool button without a kind is flat; setKind() gives it another look.
    const bool hasKind = widget && widget->property("keywayKind").isValid();
    const ButtonKind kind = hasKind ? kindOf(widget) : ButtonKind::Ghost;
    QStyle::State state = option.state;
    if (!(state & QStyle::State_AutoRaise) && !hasKind) {
        state |= QStyle::State_AutoRaise;
    }
    ButtonColors colors = colorsOf(theme, kind, state);
    if (state & QStyle::State_On) {
        colors.fill = theme.color(Token::BgSelected);
    }
    if (colors.fill.alpha() > 0) {
        paint::box(painter, rect, ControlRadius, colors.fill, colors.border);
    }
    if (showsKeyboardFocus(option)) {
        paint::focusRing(painter, rect, ControlRadius, theme.color(Token::FocusRing));
    }
    painter.setFont(buttonFont(widget, painter.font()));
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull();
    const bool menu = !iconOnly && (option.features & QStyleOptionToolButton::HasMenu);
    drawContents(theme, painter, rect, iconOnly ? QString() : option.text,
                 option.toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option.icon, option,
                 colors.text, menu ? 18 : 0);
    painter.restore();
}

void drawCheckIndicator(const Theme &theme, const QStyleOption &option, QPainter &painter)
{
    const QRectF rect(option.rect);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    if (on || partly) {
        paint::box(painter, rect, 4,
                   theme.color(enabled ? Token::AccentFill : Token::TextDisabled));
        const QColor mark = theme.color(enabled ? Token::TextOnAccent : Token::BgSurface);
        painter.drawPixmap(rect.topLeft() + QPointF(1, 1),
                           theme.pixmap(partly ? u"minus"_s : u"check"_s, mark, 14,
                                        painter.device()->devicePixelRatioF()));
        return;
    }
    const bool hover = option.state & QStyle::State_MouseOver;
    paint::box(painter, rect, 4,
               theme.color(!enabled    ? Token::BgSunken
                               : hover ? Token::BgHover
                                       : Token::BgSurface),
               theme.color(enabled ? Token::BorderStrong : Token::BorderDefault));
}

void drawRadioIndicator(const Theme &theme, const QStyleOption &option, QPainter &painter)
{
    const QRectF rect(option.rect);
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_On) {
        paint::box(painter, rect, 8,
                   theme.color(enabled ? Token::AccentFill : Token::TextDisabled));
        paint::box(painter, rect.adjusted(5, 5, -5, -5), 3, theme.color(Token::TextOnAccent));
        return;
    }
    paint::box(painter, rect, 8, theme.color(enabled ? Token::BgSurface : Token::BgSunken),
               theme.color(enabled ? Token::BorderStrong : Token::BorderDefault));
}

} // namespace keyway::styleparts
