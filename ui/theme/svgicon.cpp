#include "svgicon.h"

#include "ui/theme/theme.h"

#include <QtGui/QPaintDevice>
#include <QtGui/QPainter>

namespace keyway {

SvgIcon::SvgIcon(const Theme *theme, const QString &name, Token normal)
    : m_theme(theme)
    , m_name(name)
    , m_normal(normal)
{
}

void SvgIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const int side = qMin(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter->drawPixmap(square, scaledPixmap(square.size() * ratio, mode, state, ratio));
}

QPixmap SvgIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SvgIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    if (!m_theme) {
        return {};
    }
    Token token = m_normal;
    if (mode == QIcon::Disabled) {
        token = Token::TextDisabled;
    } else if (mode == QIcon::Selected && m_normal == Token::TextSecondary) {
        token = Token::AccentText;
    }
    const int side = qRound(qMin(size.width(), size.height()) / scale);
    return m_theme->pixmap(m_name, m_theme->color(token), side, scale);
}

} // namespace keyway
