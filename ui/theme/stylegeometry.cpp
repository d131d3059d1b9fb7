#include "ui/theme/keywaystyle.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QToolButton>

// The sizes and places of KeywayStyle's parts; how they are drawn is in keywaystyle.cpp.

namespace keyway {

using namespace styleparts;

int KeywayStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuPanelWidth:
    case PM_MenuHMargin:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_SizeGripSize:
        return 0;
    case PM_MenuVMargin:
        return 5;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QTextEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)) {
            return 2;
        }
        return qobject_cast<const QComboBox *>(widget) ? 0 : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 2;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 20;
    case PM_TabBarTabHSpace:
        return 20;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return 18;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_HeaderDefaultSectionSizeVertical:
        return 32;
    case PM_HeaderMargin: // of the cells, too
        return 8;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return qobject_cast<const QAbstractItemView *>(widget) ? 7 : 3; // a pixel is added
    case PM_ToolTipLabelFrameWidth:
        return 7;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KeywayStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Menu_SloppySubMenus:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ToolTipLabel_Opacity:
        return hint == SH_ToolTipLabel_Opacity                                             ? 255
            : hint == SH_Menu_SloppySubMenus || hint == SH_ItemView_ShowDecorationSelected ? 1
                                                                                           : 0;
    case SH_Widget_Animation_Duration:
        return m_theme->duration(120);
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_Table_GridLineColor:
        return int(m_theme->color(Token::BorderSubtle).rgb());
    case SH_ScrollBar_ContextMenu:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize KeywayStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            return pushButtonSize(*button, widget);
        }
        break;
    case CT_ToolButton:
        if (auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            const int height = controlHeight(button->fontMetrics, widget) + 2 * RingWidth;
            if (button->text.isEmpty() || button->toolButtonStyle == Qt::ToolButtonIconOnly) {
                return {height, height};
            }
            QStyleOptionButton like;
            like.fontMetrics = button->fontMetrics;
            like.text = button->text;
            if (button->toolButtonStyle != Qt::ToolButtonTextOnly) {
                like.icon = button->icon;
            }
            if (button->features & QStyleOptionToolButton::HasMenu) {
                like.features |= QStyleOptionButton::HasMenu;
            }
            return pushButtonSize(like, widget);
        }
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        // Room for the focus ring, which moves everything to the right.
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(RingWidth, 0);
    case CT_LineEdit:
        return {size.width() + 16, controlHeight(option->fontMetrics, widget)};
    case CT_ComboBox:
        return {size.width() + 40, controlHeight(option->fontMetrics, widget)};
    case CT_SpinBox:
        return {size.width() + 38, controlHeight(option->fontMetrics, widget)};
    case CT_MenuItem:
        if (auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            return menuItemSize(*item, size);
        }
        break;
    case CT_MenuBarItem:
        return {size.width() + 18, option->fontMetrics.height() + 12};
    case CT_HeaderSection: {
        QSize section = QProxyStyle::sizeFromContents(type, option, size, widget);
        section.setHeight(qMax(28, option->fontMetrics.height() + 10));
        return section;
    }
    case CT_ItemViewItem: {
        QSize row = QProxyStyle::sizeFromContents(type, option, size, widget);
        row.setHeight(qMax(row.height(), qMax(30, option->fontMetrics.height() + 12)));
        return row;
    }
    case CT_ProgressBar:
        return {size.width(), 6};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect KeywayStyle::subElementRect(SubElement element, const QStyleOption *option,
                                  const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonLayoutItem:
    case SE_ToolButtonLayoutItem:
        return pushButtonLayoutRect(option->rect, widget);
    case SE_LineEditContents:
        if (auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (panel->lineWidth == 0) {
                return panel->rect;
            }
            // Icons inside a field bring their own distance.
            const auto *icon = widget
                ? widget->findChild<QToolButton *>({}, Qt::FindDirectChildrenOnly)
                : nullptr;
            const bool leading = icon && icon->x() < widget->width() / 2;
            return panel->rect.adjusted(leading ? 3 : 8, 1, icon && !leading ? -3 : -8, -1);
        }
        break;
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return subElementRect(element == SE_CheckBoxFocusRect ? SE_CheckBoxIndicator
                                                              : SE_RadioButtonIndicator,
                              option, widget);
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator: {
        // Room for the focus ring at the edge of the widget.
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        rect.translate(option->direction == Qt::RightToLeft ? -RingWidth : RingWidth, 0);
        return rect;
    }
    case SE_CheckBoxContents:
    case SE_RadioButtonContents: {
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -RingWidth, 0)
                                                    : rect.adjusted(RingWidth, 0, 0, 0);
    }
    case SE_CheckBoxLayoutItem:
    case SE_RadioButtonLayoutItem:
        return option->direction == Qt::RightToLeft
            ? option->rect.adjusted(0, RingWidth, -RingWidth, -RingWidth)
            : option->rect.adjusted(RingWidth, RingWidth, 0, -RingWidth);
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect KeywayStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl part, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ComboBox) {
        switch (part) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, rect,
                              {rect.right() - 27, rect.top(), 28, rect.height()});
        case SC_ComboBoxEditField:
            return visualRect(option->direction, rect, rect.adjusted(9, 2, -29, -2));
        default:
            return rect;
        }
    }
    if (control == CC_SpinBox) {
        const bool buttons = !static_cast<const QStyleOptionSpinBox *>(option)->buttonSymbols;
        const int column = buttons ? 21 : 0;
        const int half = rect.height() / 2;
        switch (part) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, rect,
                              {rect.right() - column, rect.top() + 1, column, half - 1});
        case SC_SpinBoxDown:
            return visualRect(
                option->direction, rect,
                {rect.right() - column, rect.top() + half, column, rect.height() - half - 1});
        case SC_SpinBoxEditField:
            return visualRect(option->direction, rect, rect.adjusted(7, 2, -column - 3, -2));
        default:
            return rect;
        }
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is everything.
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine) {
            return {};
        }
        auto *bar = static_cast<const QStyleOptionSlider *>(option);
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int thumb = length;
        if (range > 0) {
            thumb = int(qint64(length) * bar->pageStep / (range + bar->pageStep));
            thumb = qBound(qMin(length, 32), thumb, length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - thumb, bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return across ? QRect(rect.left() + from, rect.top(), size, rect.height())
                          : QRect(rect.left(), rect.top() + from, rect.width(), size);
        };
        QRect result = rect;
        if (part == SC_ScrollBarSlider) {
            result = piece(start, thumb);
        } else if (part == SC_ScrollBarSubPage) {
            result = piece(0, start);
        } else if (part == SC_ScrollBarAddPage) {
            result = piece(start + thumb, length - start - thumb);
        }
        return visualRect(option->direction, rect, result);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace keyway
