#pragma once

#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

class QPainter;

namespace keyway {

class Theme;

/// The drawings of KeywayStyle, by subject. Sizes are device-independent pixels.
namespace styleparts {

inline constexpr int RingWidth = 3; ///< room around a button for its focus ring
inline constexpr int ControlRadius = 6;

bool showsKeyboardFocus(const QStyleOption &option);
/// Height of a button or field for this font: 30, or 28 when compact, and more for a larger font.
int controlHeight(const QFontMetrics &metrics, const QWidget *widget);

QFont buttonFont(const QWidget *widget, const QFont &base);
QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget);
QRect pushButtonLayoutRect(const QRect &rect, const QWidget *widget);
void drawPushButton(const Theme &theme, const QStyleOptionButton &option, QPainter &painter,
                    const QWidget *widget);
void drawToolButton(const Theme &theme, const QStyleOptionToolButton &option, QPainter &painter,
                    const QWidget *widget);
void drawCheckIndicator(const Theme &theme, const QStyleOption &option, QPainter &painter);
void drawRadioIndicator(const Theme &theme, const QStyleOption &option, QPainter &painter);

void drawField(const Theme &theme, const QStyleOption &option, QPainter &painter,
               const QWidget *widget, bool readOnly);
void drawComboBox(const Theme &theme, const QStyleOptionComboBox &option, QPainter &painter,
                  const QWidget *widget);
void drawComboBoxLabel(const Theme &theme, const QStyleOptionComboBox &option, QPainter &painter,
                       const QRect &rect);
void drawSpinBox(const Theme &theme, const QStyleOptionSpinBox &option, QPainter &painter,
                 const QWidget *widget);

void drawMenuItem(const Theme &theme, const QStyleOptionMenuItem &option, QPainter &painter);
QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
void drawMenuBarItem(const Theme &theme, const QStyleOptionMenuItem &option, QPainter &painter);
void drawTab(const Theme &theme, const QStyleOptionTab &option, QPainter &painter);
void drawHeaderSection(const Theme &theme, const QStyleOptionHeader &option, QPainter &painter);
void drawHeaderLabel(const Theme &theme, const QStyleOptionHeader &option, QPainter &painter);
void drawItemRow(const Theme &theme, const QStyleOptionViewItem &option, QPainter &painter,
                 const QWidget *widget);

void drawScrollBar(const Theme &theme, const QStyleOptionSlider &option, QPainter &painter,
                   const QRect &thumb);
void drawSlider(const Theme &theme, const QStyleOptionSlider &option, QPainter &painter,
                const QRect &handle);
void drawProgressBar(const Theme &theme, const QStyleOptionProgressBar &option, QPainter &painter);

} // namespace styleparts
} // namespace keyway
