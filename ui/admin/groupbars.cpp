#include "groupbars.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/words/money.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace keyway {

namespace {

constexpr int UprightHeight = 190, LabelRoom = 22, CountRoom = 20, RowGap = 8, BarHeight = 8;
constexpr int Thousand = 1000;

} // namespace

GroupBars::GroupBars(Qt::Orientation direction, QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
    , m_direction(direction)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding,
                  direction == Qt::Vertical ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

void GroupBars::setBars(const QString &what, const QList<Bar> &bars, qint64 all)
{
    m_what = what;
    m_bars = bars;
    m_all = all;
    m_current = -1;
    announceChange();
    updateGeometry();
    update();
}

QString GroupBars::spokenText() const
{
    const auto told = [this](const Bar &bar) {
        const QString name = bar.spoken.isEmpty() ? bar.label : bar.spoken;
        return bar.value > 0
            ? tr("%1: %2 people", "group, count").arg(name, words::count(bar.value))
            : tr("%1: too few to tell", "group").arg(name);
    };
    if (m_current >= 0)
        return told(m_bars.at(m_current));
    return tr("%1. The arrow keys go from group to group.").arg(m_what);
}

qint64 GroupBars::full() const
{
    qint64 most = std::max<qint64>(1, m_all);
    for (const Bar &bar : m_bars)
        most = std::max(most, bar.value);
    return most;
}

int GroupBars::rowHeight() const
{
    return std::max(22, QFontMetrics(theme().font(TextStyle::Body)).height() + RowGap);
}

QSize GroupBars::sizeHint() const
{
    if (m_direction == Qt::Vertical)
        return {360, UprightHeight};
    return {360, std::max<int>(1, int(m_bars.size())) * rowHeight() + 8};
}

QSize GroupBars::minimumSizeHint() const
{
    return {220, sizeHint().height()};
}

void GroupBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_direction == Qt::Vertical)
        paintUpright(painter);
    else
        paintRows(painter);
    if (hasFocus())
        paint::focusRing(painter, QRectF(rect()).adjusted(3, 3, -3, -3), 6,
                         theme().color(Token::FocusRing));
}

void GroupBars::paintUpright(QPainter &painter) const
{
    if (m_bars.isEmpty())
        return;
    const QRect area = rect().adjusted(4, CountRoom, -4, -LabelRoom);
    const qreal slot = qreal(area.width()) / qreal(m_bars.size());
    const qreal bar = slot * 0.78;
    painter.setFont(theme().font(TextStyle::Small));
    const bool counts = slot > painter.fontMetrics().horizontalAdvance(words::count(full())) + 4;
    qreal taken = 0;
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &one = m_bars.at(i);
        const qreal left = area.left() + i * slot + (slot - bar) / 2;
        const qreal height = qreal(area.height() * (one.value * Thousand / full())) / Thousand;
        const QRectF box(left, area.bottom() - height, bar, height);
        paint::box(painter, box, 3,
                   theme().color(i == m_current ? Token::AccentHover : Token::AccentFill));
        painter.setPen(theme().color(Token::TextSecondary));
        if (one.value > 0 && (counts || i == m_current))
            painter.drawText(QRectF(left - slot, box.top() - CountRoom, bar + 2 * slot, CountRoom),
                             Qt::AlignHCenter | Qt::AlignVCenter, words::count(one.value));
        const qreal width = painter.fontMetrics().horizontalAdvance(one.label) + 6;
        const qreal middle = left + bar / 2;
        if (middle - width / 2 >= taken) {
            painter.drawText(QRectF(middle - width / 2, area.bottom() + 3, width, LabelRoom - 3),
                             Qt::AlignHCenter | Qt::AlignVCenter, one.label);
            taken = middle + width / 2;
        }
    }
}

void GroupBars::paintRows(QPainter &painter) const
{
    painter.setFont(theme().font(TextStyle::Body));
    const int row = rowHeight();
    const int names = width() * 45 / 100;
    const int figures = painter.fontMetrics().horizontalAdvance(words::count(full())) + 12;
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &one = m_bars.at(i);
        const int top = 4 + i * row;
        const auto place
            = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        painter.setPen(theme().color(i == m_current ? Token::AccentText : Token::TextPrimary));
        painter.drawText(
            place({6, top, names - 12, row}),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
            painter.fontMetrics().elidedText(one.label, Qt::ElideMiddle, names - 12));
        QRect groove(names, top + (row - BarHeight) / 2, width() - names - figures - 6, BarHeight);
        paint::box(painter, place(groove), 3, theme().color(Token::BgPressed));
        groove.setWidth(
            std::max<int>(3, int(groove.width() * (one.value * Thousand / full())) / Thousand));
        paint::box(painter, place(groove), 3, theme().color(Token::AccentFill));
        painter.setPen(theme().color(Token::TextPrimary));
        paint::tabularText(painter, place({width() - figures - 6, top, figures, row}),
                           Qt::AlignRight | Qt::AlignVCenter, words::count(one.value));
    }
}

void GroupBars::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.size()) - 1;
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (last < 0 || (!forward && !back))
        return PaintedWidget::keyPressEvent(event);
    m_current = std::clamp(m_current < 0 ? 0 : m_current + (forward ? 1 : -1), 0, last);
    announceChange();
    update();
}

void GroupBars::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void GroupBars::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    m_current = -1;
    update();
}

} // namespace keyway
