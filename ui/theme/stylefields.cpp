#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

namespace keyway::styleparts {

using namespace Qt::StringLiterals;

void drawField(const Theme &theme, const QStyleOption &option, QPainter &painter,
               const QWidget *widget, bool readOnly)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = option.state & QStyle::State_HasFocus;
    const QColor fill = theme.color(enabled && !readOnly ? Token::BgSurface : Token::BgSunken);
    QColor border = theme.color(enabled ? (readOnly ? Token::BorderDefault : Token::BorderStrong)
                                        : Token::BorderDefault);
    qreal width = 1;
    if (focused) {
        border = theme.color(Token::FocusRing);
        width = 2;
    } else if (hasErrorState(widget)) {
        border = theme.color(Token::StatusDownMark);
        width = 2;
    }
    paint::box(painter, option.rect, ControlRadius, fill, border, width);
}

void drawComboBox(const Theme &theme, const QStyleOptionComboBox &option, QPainter &painter,
                  const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    if (option.editable) {
        drawField(theme, option, painter, widget, false);
    } else {
        const bool focus = showsKeyboardFocus(option);
        const bool wrong = hasErrorState(widget);
        const Token border = focus ? Token::FocusRing
            : wrong                ? Token::StatusDownMark
                                   : Token::BorderDefault;
        const Token fill = !enabled ? Token::BgSunken : hover ? Token::BgHover : Token::BgSurface;
        paint::box(painter, option.rect, ControlRadius, theme.color(fill), theme.color(border),
                   focus || wrong ? 2 : 1);
    }
    const QColor color = theme.color(enabled ? Token::TextSecondary : Token::TextDisabled);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int x = mirrored ? option.rect.left() + 8 : option.rect.right() - 21;
    painter.drawPixmap(
        QPointF(x, option.rect.center().y() - 6),
        theme.pixmap(u"chevron-down"_s, color, 14, painter.device()->devicePixelRatioF()));
}

void drawComboBoxLabel(const Theme &theme, const QStyleOptionComboBox &option, QPainter &painter,
                       const QRect &rect)
{
    if (option.editable) {
        return;
    }
    painter.save();
    QRect words = rect;
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!option.currentIcon.isNull()) {
        QRect box(0, 0, option.iconSize.width(), option.iconSize.height());
        box.moveCenter(rect.center());
        box.moveLeft(option.direction == Qt::RightToLeft ? rect.right() - box.width() + 1
                                                         : rect.left());
        option.currentIcon.paint(&painter, box, Qt::AlignCenter,
                                 enabled ? QIcon::Normal : QIcon::Disabled);
        const int shift = box.width() + 6;
        words.adjust(option.direction == Qt::RightToLeft ? 0 : shift, 0,
                     option.direction == Qt::RightToLeft ? -shift : 0, 0);
    }
    painter.setPen(theme.color(enabled ? Token::TextPrimary : Token::TextDisabled));
    const QString text
        = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, words.width());
    painter.drawText(
        words, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        text);
    painter.restore();
}

void drawSpinBox(const Theme &theme, const QStyleOptionSpinBox &option, QPainter &painter,
                 const QWidget *widget)
{
    drawField(theme, option, painter, widget, option.state & QStyle::State_ReadOnly);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int x = mirrored ? option.rect.left() + 21 : option.rect.right() - 21;
    painter.fillRect(QRect(x, option.rect.top() + 2, 1, option.rect.height() - 4),
                     theme.color(Token::BorderSubtle));
    const qreal ratio = painter.device()->devicePixelRatioF();
    const auto arrow = [&](const QString &icon, QStyle::SubControl part,
                           QAbstractSpinBox::StepEnabledFlag step, qreal y) {
        const bool possible = enabled && (option.stepEnabled & step);
        const bool hover = possible && (option.state & QStyle::State_MouseOver)
            && (option.activeSubControls & part);
        const Token token = !possible ? Token::TextDisabled
            : hover                   ? Token::TextPrimary
                                      : Token::TextMuted;
        const qreal left = mirrored ? option.rect.left() + 5 : x + 5;
        painter.drawPixmap(QPointF(left, y - 6), theme.pixmap(icon, theme.color(token), 12, ratio));
    };
    const qreal middle = option.rect.top() + option.rect.height() / 2.0;
    arrow(u"chevron-up"_s, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, middle - 6);
    arrow(u"chevron-down"_s, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, middle + 6);
}

} // namespace keyway::styleparts
