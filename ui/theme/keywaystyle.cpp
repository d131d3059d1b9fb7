#include "keywaystyle.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/painting.h"
#include "ui/theme/styleparts.h"
#include "ui/theme/systemappearance.h"
#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTextEdit>

namespace keyway {

using namespace Qt::StringLiterals;
using namespace styleparts;

Theme &themeOf(const QWidget *widget)
{
    auto *style = qobject_cast<KeywayStyle *>(widget ? widget->style() : QApplication::style());
    if (!style) {
        qFatal("Keyway's widgets need a KeywayStyle as the application's style");
    }
    return style->theme();
}

namespace {

/// Check boxes, switches and radio buttons leave Enter to the dialog, as fields do.
bool entersByReturn(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const QCheckBox *>(widget)
        && !qobject_cast<const QRadioButton *>(widget);
}

} // namespace

KeywayStyle::KeywayStyle()
    : QProxyStyle(u"Fusion"_s)
    , m_theme(new Theme(this))
{
}

KeywayStyle *KeywayStyle::install(QApplication &app)
{
    auto *style = new KeywayStyle;
    QApplication::setStyle(style);
    QApplication::setPalette(style->theme().palette());
    // First of all receivers, so that changed() always finds the new palette in place.
    connect(&style->theme(), &Theme::changed, &app,
            [style] { QApplication::setPalette(style->theme().palette()); });
    new SystemAppearance(&style->theme(), style);
    return style;
}

QPalette KeywayStyle::standardPalette() const
{
    return m_theme->palette();
}

QIcon KeywayStyle::standardIcon(StandardPixmap icon, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DialogCloseButton:
        return m_theme->icon(u"close"_s);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

void KeywayStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
        || qobject_cast<QAbstractSlider *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (entersByReturn(widget)) {
        widget->installEventFilter(this);
    }
}

void KeywayStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool KeywayStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QProxyStyle::eventFilter(watched, event);
    }
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (!enter || (press->modifiers() & ~Qt::KeypadModifier)) {
        return QProxyStyle::eventFilter(watched, event);
    }
    // Qt leaves Enter to the default button of a dialog, even while another button has the focus,
    // and outside dialogs to nobody.
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (button && button->isEnabled() && !press->isAutoRepeat()) {
        button->click();
    }
    return true;
}

void KeywayStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckIndicator(*m_theme, *option, *painter);
    case PE_IndicatorRadioButton:
        return drawRadioIndicator(*m_theme, *option, *painter);
    case PE_PanelLineEdit: {
        auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (panel && panel->lineWidth > 0) {
            drawField(*m_theme, *option, *painter, widget, option->state & State_ReadOnly);
        }
        return;
    }
    case PE_FrameLineEdit:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_IndicatorTabClose:
    case PE_IndicatorHeaderArrow:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            m_theme->color(Token::BorderSubtle));
        return;
    case PE_FrameFocusRect:
        if (showsKeyboardFocus(*option)) {
            if (qobject_cast<const QAbstractItemView *>(widget)) {
                paint::box(*painter, option->rect, ControlRadius, Qt::transparent,
                           m_theme->color(Token::FocusRing), 2);
            } else {
                paint::focusRing(*painter, option->rect, 4, m_theme->color(Token::FocusRing));
            }
        }
        return;
    case PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)) {
            drawField(*m_theme, *option, *painter, widget, option->state & State_ReadOnly);
        } else {
            paint::box(*painter, option->rect, 4, Qt::transparent,
                       m_theme->color(Token::BorderSubtle));
        }
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, m_theme->color(Token::BgRaised));
        paint::box(*painter, option->rect, 0, Qt::transparent,
                   m_theme->color(Token::BorderDefault));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme->color(Token::BgRaised));
        paint::box(*painter, option->rect, 0, Qt::transparent,
                   m_theme->color(Token::BorderDefault));
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            drawItemRow(*m_theme, *item, *painter, widget);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KeywayStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            return drawPushButton(*m_theme, *button, *painter, widget);
        }
        break;
    case CE_CheckBox:
    case CE_RadioButton:
        if (auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            return drawCheckable(element == CE_RadioButton, *button, painter, widget);
        }
        break;
    case CE_ComboBoxLabel:
        if (auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            const QRect rect = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            return drawComboBoxLabel(*m_theme, *combo, *painter, rect);
        }
        break;
    case CE_MenuItem:
        if (auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            return drawMenuItem(*m_theme, *item, *painter);
        }
        break;
    case CE_MenuBarItem:
        if (auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            return drawMenuBarItem(*m_theme, *item, *painter);
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_theme->color(Token::BgSidebar));
        return;
    case CE_TabBarTab:
        if (auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            return drawTab(*m_theme, *tab, *painter);
        }
        break;
    case CE_HeaderSection:
        if (auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return drawHeaderSection(*m_theme, *header, *painter);
        }
        break;
    case CE_HeaderLabel:
        if (auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return drawHeaderLabel(*m_theme, *header, *painter);
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_theme->color(Token::BgSunken));
        return;
    case CE_ItemViewItem:
        if (auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            // Rows paint bg.selected, so their text keeps its colour.
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::HighlightedText, copy.palette.color(QPalette::Text));
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_ProgressBar:
        if (auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            return drawProgressBar(*m_theme, *bar, *painter);
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme->color(Token::BorderSubtle));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KeywayStyle::drawCheckable(bool isRadio, const QStyleOptionButton &option, QPainter *painter,
                                const QWidget *widget) const
{
    // The base style places the parts without asking a proxy where they are.
    QStyleOptionButton part = option;
    part.rect
        = subElementRect(isRadio ? SE_RadioButtonIndicator : SE_CheckBoxIndicator, &option, widget);
    drawPrimitive(isRadio ? PE_IndicatorRadioButton : PE_IndicatorCheckBox, &part, painter, widget);
    part.rect
        = subElementRect(isRadio ? SE_RadioButtonContents : SE_CheckBoxContents, &option, widget);
    drawControl(isRadio ? CE_RadioButtonLabel : CE_CheckBoxLabel, &part, painter, widget);
    if (option.state & State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = subElementRect(isRadio ? SE_RadioButtonFocusRect : SE_CheckBoxFocusRect,
                                    &option, widget);
        drawPrimitive(PE_FrameFocusRect, &focus, painter, widget);
    }
}

void KeywayStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        if (auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            return drawToolButton(*m_theme, *button, *painter, widget);
        }
        break;
    case CC_ComboBox:
        if (auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            return drawComboBox(*m_theme, *combo, *painter, widget);
        }
        break;
    case CC_SpinBox:
        if (auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            return drawSpinBox(*m_theme, *spin, *painter, widget);
        }
        break;
    case CC_ScrollBar:
        if (auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect thumb = subControlRect(control, option, SC_ScrollBarSlider, widget);
            return drawScrollBar(*m_theme, *bar, *painter, thumb);
        }
        break;
    case CC_Slider:
        if (auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect handle = subControlRect(control, option, SC_SliderHandle, widget);
            return drawSlider(*m_theme, *slider, *painter, handle);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace keyway
