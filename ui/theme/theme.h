#pragma once

#include "ui/theme/token.h"

#include <QtCore/QCache>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QIcon>
#include <QtGui/QPalette>
#include <QtGui/QPixmap>

#include <array>

class QWidget;

namespace keyway {

/// Sizes of text, as factors of the application's font; Mono is the system's fixed-width face.
enum class TextStyle { Display, Title, Heading, Body, Small, Tiny, Mono };

/// How a service is drawn: one colour, the colour of text on it, and two letters, or an icon where
/// it stands for any service.
struct ServiceLook {
    QString monogram;
    QString icon;
    QColor color;
    QColor text;
};

/// The colours, type and icons of the running theme. Owned by KeywayStyle; widgets reach it through
/// themeOf() and keep tokens, never colours. GUI thread only.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit Theme(QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const { return m_dark; }
    /// What Mode::System means on this computer; SystemAppearance tells it.
    void setSystemDark(bool dark);

    QColor color(Token token) const { return m_colors[m_dark ? 1 : 0][std::size_t(token)]; }
    QPalette palette() const;

    /// The font of a style in its usual weight, or in the one given.
    QFont font(TextStyle style) const;
    QFont font(TextStyle style, QFont::Weight weight) const;

    /// Look of a service by its id ("openai"). An id that tokens.json does not know gets the look
    /// "other" and two letters of `name`.
    ServiceLook service(const QString &id, const QString &name = {}) const;

    /// An icon of resources/icons that follows the theme. Disabled is text.disabled, selected
    /// accent.text.
    QIcon icon(const QString &name, Token normal = Token::TextSecondary) const;
    /// The icon in one colour, `size` device-independent pixels high and wide.
    QPixmap pixmap(const QString &name, const QColor &color, int size, qreal ratio) const;
    /// The brand mark of the running theme.
    QPixmap logo(int size, qreal ratio) const;

    /// True when the system asks for no movement: every duration() is then 0.
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

Q_SIGNALS:
    /// Every colour may be another one now. The application's palette is already the new one.
    void changed();

private:
    void decide();
    void loadTokens();

    struct NamedLook {
        QString monogram, icon;
        std::array<QColor, 2> color, text;
    };
    Mode m_mode = Mode::System;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_reducedMotion = false;
    std::array<std::array<QColor, TokenCount>, 2> m_colors;
    QHash<QString, NamedLook> m_services;
    mutable QHash<QString, QByteArray> m_svg;
    mutable QCache<QString, QPixmap> m_pixmaps;
};

/// The theme of the style that draws this widget. The application's style must be a KeywayStyle.
Theme &themeOf(const QWidget *widget);

} // namespace keyway
