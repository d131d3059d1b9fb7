#pragma once

#include <QtWidgets/QProxyStyle>

class QApplication;
class QStyleOptionButton;

namespace keyway {

class Theme;

/// The one style of the application: Fusion's behaviour, drawn from the theme's tokens, without
/// style sheets (a style sheet anywhere would take its children away from this style). Buttons are
/// 3 px larger than they look on each side, where their focus ring is painted; layouts see the
/// visible size, so spacings mean what they say. Enter presses the button that has the focus.
class KeywayStyle : public QProxyStyle {
    Q_OBJECT
public:
    KeywayStyle();

    /// Makes a KeywayStyle the style of `app`, which then owns it, and follows the system's
    /// appearance.
    static KeywayStyle *install(QApplication &app);

    Theme &theme() const { return *m_theme; }

    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                       const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void drawCheckable(bool isRadio, const QStyleOptionButton &option, QPainter *painter,
                       const QWidget *widget) const;

    Theme *m_theme;
};

} // namespace keyway
