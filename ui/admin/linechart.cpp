#include "linechart.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/axis.h"
#include "ui/words/money.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace keyway {

namespace {

constexpr qreal LabelGap = 10, TopRoom = 10, BottomRoom = 22, RightRoom = 12;
constexpr int LabelledPoints = 6;

} // namespace

LineChart::LineChart(QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setPoints({}, {});
}

void LineChart::setPoints(const QString &what, const QList<Point> &points)
{
    m_what = what;
    m_points = points;
    m_current = -1;
    qint64 most = 0;
    for (const Point &point : points)
        most = std::max(most, point.value);
    m_steps = axisSteps(most);
    const QFontMetrics metrics(theme().font(TextStyle::Small));
    m_labelWidth = 0;
    for (const qint64 step : std::as_const(m_steps))
        m_labelWidth = std::max(m_labelWidth, metrics.horizontalAdvance(words::count(step)));
    announceChange();
    update();
}

QString LineChart::spokenText() const
{
    if (m_current < 0) {
        qint64 sum = 0;
        for (const Point &point : m_points)
            sum += point.value;
        return tr("%1: %2 in all. The arrow keys go from point to point.")
            .arg(m_what, words::count(sum));
    }
    const Point &point = m_points.at(m_current);
    return tr("%1: %2", "day, count").arg(point.spoken, words::count(point.value));
}

void LineChart::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    announceChange();
    update();
}

QRectF LineChart::plot() const
{
    return QRectF(rect()).adjusted(m_labelWidth + LabelGap, TopRoom, -RightRoom, -BottomRoom);
}

QPointF LineChart::placeOf(int index) const
{
    const QRectF area = plot();
    const qreal width = m_points.size() > 1 ? area.width() / qreal(m_points.size() - 1) : 0;
    return {area.left() + index * width,
            area.bottom()
                - area.height() * qreal(m_points.at(index).value) / qreal(m_steps.last())};
}

void LineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus())
        paint::focusRing(painter, QRectF(rect()).adjusted(3, 3, -3, -3), 6,
                         theme().color(Token::FocusRing));
    paintAxis(painter);
    if (m_points.isEmpty())
        return;
    paintLine(painter);
    if (m_current >= 0)
        paintCurrent(painter);
}

void LineChart::paintAxis(QPainter &painter) const
{
    const QRectF area = plot();
    painter.setFont(theme().font(TextStyle::Small));
    for (const qint64 step : m_steps) {
        const qreal y
            = std::round(area.bottom() - area.height() * qreal(step) / qreal(m_steps.last()));
        painter.setPen(theme().color(step == 0 ? Token::BorderDefault : Token::BorderSubtle));
        painter.drawLine(QPointF(area.left(), y + 0.5), QPointF(area.right(), y + 0.5));
        painter.setPen(theme().color(Token::TextSecondary));
        paint::tabularText(painter, QRectF(0, y - 9, m_labelWidth, 18),
                           Qt::AlignRight | Qt::AlignVCenter, words::count(step));
    }
    const int every = std::max(1, (int(m_points.size()) + LabelledPoints - 1) / LabelledPoints);
    qreal taken = area.left() - 100;
    for (int i = 0; i < m_points.size(); i += every) {
        const QString label = m_points.at(i).label;
        const qreal width = painter.fontMetrics().horizontalAdvance(label) + 8;
        const qreal left = std::clamp(placeOf(i).x() - width / 2, 0.0, this->width() - width);
        if (left < taken)
            continue;
        painter.drawText(QRectF(left, area.bottom() + 4, width, BottomRoom - 4),
                         Qt::AlignHCenter | Qt::AlignTop, label);
        taken = left + width;
    }
}

void LineChart::paintLine(QPainter &painter) const
{
    QPainterPath line(placeOf(0));
    for (int i = 1; i < m_points.size(); ++i)
        line.lineTo(placeOf(i));
    QPainterPath area = line;
    area.lineTo(placeOf(int(m_points.size()) - 1).x(), plot().bottom());
    area.lineTo(plot().left(), plot().bottom());
    QColor ground = theme().color(Token::AccentFill);
    const QColor accent = ground;
    ground.setAlpha(26);
    painter.fillPath(area, ground);
    painter.strokePath(line, QPen(accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(accent);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(placeOf(int(m_points.size()) - 1), 3.5, 3.5);
}

void LineChart::paintCurrent(QPainter &painter) const
{
    const QPointF place = placeOf(m_current);
    painter.setPen(QPen(theme().color(Token::BorderStrong), 1));
    painter.drawLine(QPointF(place.x(), plot().top()), QPointF(place.x(), plot().bottom()));
    painter.setBrush(theme().color(Token::BgSurface));
    painter.setPen(QPen(theme().color(Token::AccentFill), 2));
    painter.drawEllipse(place, 4, 4);
    painter.setFont(theme().font(TextStyle::Small));
    const QString words = spokenText();
    const QSizeF size(painter.fontMetrics().horizontalAdvance(words) + 20,
                      painter.fontMetrics().height() + 10);
    qreal left = place.x() + 10;
    if (left + size.width() > width())
        left = place.x() - 10 - size.width();
    const QRectF box(QPointF(std::max(0.0, left), plot().top()), size);
    paint::box(painter, box, 6, theme().color(Token::BgRaised),
               theme().color(Token::BorderDefault));
    painter.setPen(theme().color(Token::TextPrimary));
    painter.drawText(box, Qt::AlignCenter, words);
}

void LineChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    if (m_points.isEmpty() || !area.contains(event->position()))
        return setCurrent(-1);
    const qreal share = (event->position().x() - area.left()) / area.width();
    setCurrent(int(std::lround(share * qreal(m_points.size() - 1))));
}

void LineChart::leaveEvent(QEvent *event)
{
    PaintedWidget::leaveEvent(event);
    setCurrent(-1);
}

void LineChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_points.size()) - 1;
    const bool back = layoutDirection() == Qt::RightToLeft;
    if (last < 0)
        return PaintedWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forward = (event->key() == Qt::Key_Right) != back;
        return setCurrent(m_current < 0 ? last
                                        : std::clamp(m_current + (forward ? 1 : -1), 0, last));
    }
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Escape:
        if (m_current >= 0)
            return setCurrent(-1);
        break;
    default:
        break;
    }
    PaintedWidget::keyPressEvent(event);
}

void LineChart::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void LineChart::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    setCurrent(-1);
    update();
}

} // namespace keyway
