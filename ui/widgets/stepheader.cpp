#include "stepheader.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
constexpr int Disc = 20;
constexpr int Gap = 8;
constexpr int Arrow = 14;
} // namespace

StepHeader::StepHeader(const QStringList &steps, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_steps(steps)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepHeader::setCurrent(int step)
{
    if (step != m_current) {
        m_current = step;
        update();
        announceChange();
    }
}

QString StepHeader::spokenText() const
{
    return tr("Step %1 of %2: %3")
        .arg(m_current + 1)
        .arg(m_steps.size())
        .arg(m_steps.value(m_current));
}

QSize StepHeader::sizeHint() const
{
    const QFontMetrics metrics(theme().font(TextStyle::Body, QFont::DemiBold));
    int width = 0;
    for (const QString &step : m_steps) {
        width += Disc + Gap + metrics.horizontalAdvance(step) + Gap + Arrow + Gap;
    }
    return {width, qMax(Disc, metrics.height())};
}

void StepHeader::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const qreal ratio = devicePixelRatioF();
    int x = 0;
    const auto place
        = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    for (int i = 0; i < m_steps.size(); ++i) {
        const bool done = i < m_current;
        const bool present = i == m_current;
        const QRect disc = place({x, (height() - Disc) / 2, Disc, Disc});
        const Token fill = done ? Token::StatusActiveBg
            : present           ? Token::AccentFill
                                : Token::BgPressed;
        paint::box(p, disc, Disc / 2.0, theme().color(fill));
        if (done) {
            p.drawPixmap(
                disc.adjusted(4, 4, -4, -4).topLeft(),
                theme().pixmap(u"check"_s, theme().color(Token::StatusActiveText), 12, ratio));
        } else {
            p.setFont(theme().font(TextStyle::Tiny, QFont::DemiBold));
            p.setPen(theme().color(present ? Token::TextOnAccent : Token::TextSecondary));
            p.drawText(disc, Qt::AlignCenter, locale().toString(i + 1));
        }
        x += Disc + Gap;
        p.setFont(theme().font(TextStyle::Body, present ? QFont::DemiBold : QFont::Normal));
        p.setPen(theme().color(present ? Token::TextPrimary : Token::TextSecondary));
        const int words = p.fontMetrics().horizontalAdvance(m_steps[i]) + 1;
        p.drawText(place({x, 0, words, height()}), Qt::AlignVCenter | Qt::AlignLeft, m_steps[i]);
        x += words + Gap;
        if (i + 1 < m_steps.size()) {
            p.drawPixmap(
                place({x, (height() - Arrow) / 2, Arrow, Arrow}),
                theme().pixmap(u"chevron-right"_s, theme().color(Token::TextMuted), Arrow, ratio));
            x += Arrow + Gap;
        }
    }
}

} // namespace keyway
