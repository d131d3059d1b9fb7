#include "budgetbar.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/words/money.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Whole = 1000, Hundred = 100, Radius = 4;
} // namespace

BudgetBar::BudgetBar(QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
{
    setFixedHeight(sizeHint().height());
}

void BudgetBar::setValues(const QList<Segment> &segments, Money atThisPace, Money most,
                          int warnAtPercent)
{
    m_segments = segments;
    m_pace = atThisPace;
    m_most = most;
    m_warnAtPercent = warnAtPercent;
    update();
    announceChange();
}

QString BudgetBar::spokenText() const
{
    QStringList parts;
    for (const Segment &segment : m_segments)
        parts += u"%1 %2"_s.arg(segment.name, words::spokenMoney(segment.spent));
    return parts.join(u", "_s);
}

int BudgetBar::place(Money amount) const
{
    if (m_most <= Money())
        return amount > Money() ? Whole : 0;
    if (amount >= m_most)
        return Whole;
    return static_cast<int>(amount.scaled(Whole, 1).nano() / m_most.nano());
}

void BudgetBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const QRectF all = rect();
    QPainterPath shape;
    shape.addRoundedRect(all, Radius, Radius);
    painter.setClipPath(shape);
    painter.fillRect(all, theme().color(Token::BgPressed));
    const auto x = [this](int permille) { return width() * permille / qreal(Whole); };
    Money sum;
    int from = 0;
    for (const Segment &segment : std::as_const(m_segments)) {
        sum += segment.spent;
        const int to = place(sum);
        painter.fillRect(QRectF(x(from), 0, x(to) - x(from) - (to < Whole ? 1 : 0), height()),
                         theme().service(segment.service, segment.name).color);
        from = to;
    }
    if (const int until = place(std::max(m_pace, sum)); until > from) {
        const QBrush hatch(theme().color(Token::BorderStrong), Qt::BDiagPattern);
        painter.fillRect(QRectF(x(from), 0, x(until) - x(from), height()), hatch);
    }
    if (m_warnAtPercent > 0 && m_warnAtPercent < Hundred) {
        const qreal tick = x(m_warnAtPercent * Whole / Hundred);
        painter.fillRect(QRectF(tick - 1, 0, 2, height()),
                         theme().color(Token::StatusDegradedMark));
    }
}

} // namespace keyway
