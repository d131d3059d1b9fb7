#pragma once

#include "ui/theme/token.h"

#include <QtCore/QPointer>
#include <QtGui/QIconEngine>

namespace keyway {

class Theme;

/// Draws one of Keyway's line icons in the colours that the theme has when it is painted.
class SvgIcon : public QIconEngine {
public:
    SvgIcon(const Theme *theme, const QString &name, Token normal);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new SvgIcon(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !m_theme; }

private:
    QPointer<const Theme> m_theme;
    QString m_name;
    Token m_normal;
};

} // namespace keyway
