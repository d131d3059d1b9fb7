#include "cardframe.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace keyway {

CardFrame::CardFrame(QWidget *parent)
    : PaintedWidget(QAccessible::Grouping, parent)
{
}

void CardFrame::setSelected(bool selected)
{
    m_selected = selected;
    update();
}

void CardFrame::setBorder(Token border)
{
    m_border = border;
    update();
}

void CardFrame::setFill(Token fill)
{
    m_fill = fill;
    update();
}

void CardFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_selected) {
        paint::box(painter, rect(), 10, theme().color(Token::BgSelected),
                   theme().color(Token::AccentFill), 2);
    } else {
        paint::box(painter, rect(), 10, theme().color(m_fill), theme().color(m_border));
    }
}

Divider::Divider(Qt::Orientation orientation, QWidget *parent)
    : PaintedWidget(QAccessible::Separator, parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Divider::setColor(Token color)
{
    m_color = color;
    update();
}

void Divider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(m_color));
}

Band::Band(Token fill, Qt::Edges edge, QWidget *parent)
    : PaintedWidget(QAccessible::Pane, parent)
    , m_fill(fill)
    , m_edges(edge)
{
}

void Band::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(m_fill));
    const QColor line = theme().color(Token::BorderSubtle);
    if (m_edges & Qt::TopEdge) {
        painter.fillRect(0, 0, width(), 1, line);
    }
    if (m_edges & Qt::BottomEdge) {
        painter.fillRect(0, height() - 1, width(), 1, line);
    }
    if (m_edges & Qt::LeftEdge) {
        painter.fillRect(0, 0, 1, height(), line);
    }
    if (m_edges & Qt::RightEdge) {
        painter.fillRect(width() - 1, 0, 1, height(), line);
    }
}

} // namespace keyway
