#include "usagechart.h"

#include "ui/widgets/axis.h"
#include "ui/widgets/paint.h"
#include "ui/words/dates.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr qreal LabelGap = 10, TopRoom = 8, BottomRoom = 22;
constexpr qreal BarShare = 0.64; ///< of a day's width
constexpr qreal BoxPadding = 8, UsualLine = 18, BoxGap = 8;
constexpr int LabelledDays = 5; ///< from one labelled day to the next

qint64 emptyScale(UsageMeasure measure)
{
    return measure == UsageMeasure::Cost ? Money::fromCents(100).nano() : 10;
}

} // namespace

UsageChart::UsageChart(QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_steps = axisSteps(0);
}

void UsageChart::setMonth(const UsageMonth &month, UsageMeasure measure)
{
    if (m_month.summary.month != month.summary.month)
        m_day = {};
    m_month = month;
    m_measure = measure;
    // A month without anything has lines, too.
    qint64 most = month.summary.byDay.isEmpty() ? emptyScale(measure) : 0;
    for (auto it = month.summary.byDay.cbegin(); it != month.summary.byDay.cend(); ++it)
        most = std::max(most, measured(*it, measure));
    m_steps = axisSteps(most);
    const QFontMetrics metrics(theme().font(TextStyle::Small));
    m_labelWidth = 0;
    for (const qint64 step : std::as_const(m_steps))
        m_labelWidth
            = std::max(m_labelWidth, metrics.horizontalAdvance(measureText(step, measure)));
    announceChange();
    update();
}

void UsageChart::setDay(const QDate &day)
{
    if (m_day == day)
        return;
    m_day = day;
    announceChange();
    update();
}

QList<UsageChart::Line> UsageChart::linesOf(const QDate &day) const
{
    const QMap<QString, UsageSums> sums = m_month.summary.servicesOn.value(day);
    QList<Line> lines;
    for (const QString &service : m_month.services) {
        if (const qint64 value = measured(sums.value(service), m_measure); value > 0)
            lines.append({service, m_month.nameOf(service), value});
    }
    return lines;
}

qint64 UsageChart::totalOf(const QDate &day) const
{
    return measured(m_month.summary.byDay.value(day), m_measure);
}

QString UsageChart::spokenText() const
{
    const QLocale locale;
    if (!m_day.isValid()) {
        return tr("Chart of %1: %2 in all. The arrow keys go from day to day.")
            .arg(words::monthName(m_month.summary.month),
                 measureText(measured(m_month.summary.all, m_measure), m_measure));
    }
    QStringList parts;
    for (const Line &line : linesOf(m_day))
        parts.append(tr("%1 %2").arg(line.name, measureText(line.value, m_measure)));
    const QString head = tr("%1: %2").arg(locale.toString(m_day, u"dddd d MMMM"_s),
                                          measureText(totalOf(m_day), m_measure));
    return parts.size() < 2 ? head : tr("%1. %2").arg(head, parts.join(u", "_s));
}

QRectF UsageChart::plot() const
{
    return QRectF(rect()).adjusted(m_labelWidth + LabelGap, TopRoom, -2, -BottomRoom);
}

QRectF UsageChart::columnOf(const QDate &day) const
{
    const QRectF area = plot();
    const qreal width = area.width() / m_month.summary.month.daysInMonth();
    return {area.left() + (day.day() - 1) * width, area.top(), width, area.height()};
}

QDate UsageChart::dayAt(const QPointF &at) const
{
    const QRectF area = plot();
    if (!m_month.summary.month.isValid() || at.x() < area.left() || at.x() >= area.right())
        return {};
    const int days = m_month.summary.month.daysInMonth();
    const int place = static_cast<int>((at.x() - area.left()) * days / area.width());
    return m_month.summary.month.addDays(std::clamp(place, 0, days - 1));
}

void UsageChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus())
        paint::focusRing(painter, QRectF(rect()).adjusted(3, 3, -3, -3), 6,
                         theme().color(Token::FocusRing));
    const QRectF area = plot();
    painter.setFont(theme().font(TextStyle::Small));
    for (const qint64 step : m_steps) {
        const qreal y
            = std::round(area.bottom() - area.height() * qreal(step) / qreal(m_steps.last()));
        painter.setPen(theme().color(step == 0 ? Token::BorderDefault : Token::BorderSubtle));
        painter.drawLine(QPointF(area.left(), y + 0.5), QPointF(area.right(), y + 0.5));
        painter.setPen(theme().color(Token::TextSecondary));
        paint::tabularText(painter, QRectF(0, y - 9, m_labelWidth, 18),
                           Qt::AlignRight | Qt::AlignVCenter, measureText(step, m_measure));
    }
    if (!m_month.summary.month.isValid())
        return;
    if (m_day.isValid())
        painter.fillRect(columnOf(m_day), theme().color(Token::BgHover));
    paintDays(painter);
    if (m_day.isValid())
        paintDay(painter);
}

void UsageChart::paintDays(QPainter &painter) const
{
    const QDate first = m_month.summary.month;
    const qreal highest = qreal(m_steps.last());
    for (QDate day = first; day.month() == first.month(); day = day.addDays(1)) {
        const QRectF column = columnOf(day);
        if ((day.day() - 1) % LabelledDays == 0) {
            painter.setPen(theme().color(Token::TextSecondary));
            painter.drawText(QRectF(column.center().x() - 20, column.bottom() + 3, 40, 18),
                             Qt::AlignCenter, QString::number(day.day()));
        }
        const qreal width = std::max(2.0, std::round(column.width() * BarShare));
        const qreal left = std::round(column.center().x() - width / 2);
        qreal bottom = column.bottom();
        for (const Line &line : linesOf(day)) {
            const qreal height
                = std::max(1.0, std::round(column.height() * qreal(line.value) / highest));
            const QColor color = theme().service(line.service, line.name).color;
            // A pixel of the surface between two parts tells them apart without their colours.
            const qreal seam = height > 3 ? 1 : 0;
            painter.fillRect(QRectF(left, bottom - height + seam, width, height - seam), color);
            bottom -= height;
        }
    }
}

void UsageChart::paintDay(QPainter &painter) const
{
    const QLocale locale;
    const QFont plain = theme().font(TextStyle::Small);
    const QFont bold = theme().font(TextStyle::Small, QFont::DemiBold);
    const QList<Line> lines = linesOf(m_day);
    const QString title = locale.toString(m_day, u"dddd d MMMM"_s);
    const QString total = measureText(totalOf(m_day), m_measure);
    qreal width = QFontMetricsF(bold).horizontalAdvance(title);
    for (const Line &line : lines)
        width = std::max(
            width,
            20 + QFontMetricsF(plain).horizontalAdvance(line.name) + 24
                + QFontMetricsF(plain).horizontalAdvance(measureText(line.value, m_measure)));
    const qsizetype rows = lines.size() + 2;
    const qreal lineHeight = std::min(UsualLine, (height() - 2 * BoxPadding) / qreal(rows));
    const QSizeF size(width + 2 * BoxPadding, qreal(rows) * lineHeight + 2 * BoxPadding);
    const QRectF column = columnOf(m_day);
    qreal left = column.left() - BoxGap - size.width();
    if (left < 0)
        left = std::min(column.right() + BoxGap, this->width() - size.width());
    const QRectF box(std::max(0.0, left), 0, size.width(), size.height());
    paint::box(painter, paint::aligned(painter, box), 6, theme().color(Token::BgRaised),
               theme().color(Token::BorderDefault));
    QRectF row(box.left() + BoxPadding, box.top() + BoxPadding, width, lineHeight);
    painter.setPen(theme().color(Token::TextPrimary));
    painter.setFont(bold);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(plain);
    // As the bars stand: the part at the top first.
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        row.translate(0, lineHeight);
        paint::box(painter, QRectF(row.left(), row.center().y() - 5, 10, 10), 2,
                   theme().service(line->service, line->name).color);
        painter.setPen(theme().color(Token::TextPrimary));
        painter.drawText(row.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, line->name);
        paint::tabularText(painter, row, Qt::AlignRight | Qt::AlignVCenter,
                           measureText(line->value, m_measure));
    }
    row.translate(0, lineHeight);
    painter.setFont(bold);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("Day"));
    paint::tabularText(painter, row, Qt::AlignRight | Qt::AlignVCenter, total);
}

void UsageChart::mouseMoveEvent(QMouseEvent *event)
{
    setDay(dayAt(event->position()));
}

void UsageChart::leaveEvent(QEvent *)
{
    setDay({});
}

void UsageChart::keyPressEvent(QKeyEvent *event)
{
    const QDate first = m_month.summary.month;
    if (!first.isValid())
        return PaintedWidget::keyPressEvent(event);
    const QDate last = first.addDays(first.daysInMonth() - 1);
    const QDate now = m_day.isValid() ? m_day : first.addDays(-1);
    switch (event->key()) {
    case Qt::Key_Right:
        return setDay(std::min(now.addDays(1), last));
    case Qt::Key_Left:
        return setDay(m_day.isValid() ? std::max(m_day.addDays(-1), first) : last);
    case Qt::Key_Home:
        return setDay(first);
    case Qt::Key_End:
        return setDay(last);
    case Qt::Key_Escape:
        if (m_day.isValid())
            return setDay({});
        break;
    default:
        break;
    }
    PaintedWidget::keyPressEvent(event);
}

void UsageChart::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void UsageChart::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    setDay({});
    update();
}

} // namespace keyway
