#include "plancards.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int Ring = 3;
constexpr int Side = 13;

QString iconOf(FeePlan plan)
{
    switch (plan) {
    case FeePlan::None:
        return u"local"_s;
    case FeePlan::Percent:
        return u"balanced"_s;
    case FeePlan::PerRequest:
        return u"my-order"_s;
    case FeePlan::Monthly:
        return u"calendar"_s;
    case FeePlan::Freemium:
        return u"freemium"_s;
    }
    return {};
}

} // namespace

QString planLine(const FeePolicy &plan)
{
    switch (plan.plan) {
    case FeePlan::None:
        return PlanCard::tr("No fee.");
    case FeePlan::Percent:
        return PlanCard::tr("%1 of what services charge.").arg(words::feeInBrackets(plan));
    case FeePlan::PerRequest:
        return PlanCard::tr("%1 each, local ones free.").arg(words::money(plan.perRequest));
    case FeePlan::Monthly:
        return PlanCard::tr("%1 whatever you use.").arg(words::money(plan.monthly));
    case FeePlan::Freemium:
        return plan.freeTier.paid
            ? PlanCard::tr("%1 a month, your own keys.").arg(words::money(plan.freeTier.paidPrice))
            : PlanCard::tr("Free: our keys, limited.");
    }
    return {};
}

PlanCard::PlanCard(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PlanCard::setPlan(const FeePolicy &plan, const QString &month, const QString &amount,
                       const QString &note)
{
    m_plan = plan;
    m_name = words::planName(plan.plan);
    m_line = planLine(plan);
    m_month = month;
    m_amount = amount;
    m_note = note;
    setText(m_name);
    setAccessibleName(tr("%1, plan").arg(m_name));
    QStringList spoken{m_line};
    if (!amount.isEmpty())
        spoken += tr("%1: %2", "month, amount").arg(month, amount);
    spoken += note;
    setAccessibleDescription(spoken.join(u' ').trimmed());
    updateGeometry();
    update();
}

QSize PlanCard::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int name = QFontMetrics(theme.font(TextStyle::Body)).lineSpacing();
    const int line = QFontMetrics(theme.font(TextStyle::Small)).lineSpacing();
    return {150, name + 3 * line + name + 34 + 2 * Ring};
}

void PlanCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(Ring, Ring, -Ring, -Ring);
    const bool chosen = isChecked();
    const Token fill = chosen         ? Token::BgSelected
        : isDown()                    ? Token::BgPressed
        : underMouse() && isEnabled() ? Token::BgHover
                                      : Token::BgSurface;
    paint::box(painter, box, 10, theme.color(fill),
               theme.color(chosen ? Token::AccentBorder : Token::BorderSubtle), chosen ? 2 : 1);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paint::focusRing(painter, box, 10, theme.color(Token::FocusRing));
    const auto place = [&](QRectF part) {
        if (isRightToLeft())
            part.moveLeft(width() - part.right());
        return part;
    };
    const Token ink = isEnabled() ? Token::TextPrimary : Token::TextDisabled;
    const Token quiet = isEnabled() ? Token::TextSecondary : Token::TextDisabled;
    const qreal left = box.left() + Side;
    const qreal wide = box.width() - 2 * Side;
    const QFont nameFont = theme.font(TextStyle::Body, QFont::DemiBold);
    const QFont lineFont = theme.font(TextStyle::Small);
    const qreal nameHigh = QFontMetricsF(nameFont).lineSpacing();
    const qreal lineHigh = QFontMetricsF(lineFont).lineSpacing();
    const Qt::Alignment start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    qreal y = box.top() + 11;
    painter.drawPixmap(
        place({left, y + nameHigh / 2 - 8, 16, 16}).topLeft(),
        theme.pixmap(iconOf(m_plan.plan), theme.color(quiet), 16, devicePixelRatioF()));
    if (chosen)
        painter.drawPixmap(
            place({box.right() - Side - 16, y + nameHigh / 2 - 8, 16, 16}).topLeft(),
            theme.pixmap(u"check"_s, theme.color(Token::AccentText), 16, devicePixelRatioF()));
    painter.setFont(nameFont);
    painter.setPen(theme.color(ink));
    painter.drawText(place({left + 25, y, wide - 25 - 18, nameHigh}), int(start | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, int(wide - 43)));
    y += nameHigh + 5;
    painter.setFont(lineFont);
    painter.setPen(theme.color(quiet));
    painter.drawText(place({left, y, wide, 2 * lineHigh}),
                     int(start | Qt::AlignTop) | Qt::TextWordWrap, m_line);
    y = box.bottom() - 11 - nameHigh;
    if (!m_note.isEmpty()) {
        painter.setPen(theme.color(Token::AccentText));
        painter.drawText(place({left, y - lineHigh, wide, lineHigh}), int(start | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(m_note, Qt::ElideRight, int(wide)));
    }
    if (m_amount.isEmpty())
        return;
    painter.setPen(theme.color(Token::TextMuted));
    painter.drawText(place({left, y, wide, nameHigh}), int(start | Qt::AlignVCenter), m_month);
    painter.setFont(nameFont);
    painter.setPen(theme.color(ink));
    const qreal amount = paint::tabularWidth(nameFont, m_amount);
    paint::tabularText(painter, place({left + wide - amount, y, amount + 1, nameHigh}),
                       Qt::AlignVCenter | Qt::AlignLeft, m_amount);
}

} // namespace keyway
