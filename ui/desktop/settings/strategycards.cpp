#include "strategycards.h"

#include "ui/theme/painting.h"
#include "ui/theme/textscale.h"
#include "ui/theme/theme.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/words/routing.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QRadioButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int CardWidth = 132, IconSize = 18, Side = 12;
constexpr Strategy strategies[] = {Strategy::Cheapest, Strategy::Fastest, Strategy::BestQuality,
                                   Strategy::Balanced, Strategy::MyOrder};

QString shortly(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Cheapest:
        return StrategyCards::tr("Lowest price first");
    case Strategy::Fastest:
        return StrategyCards::tr("Soonest answer first");
    case Strategy::BestQuality:
        return StrategyCards::tr("Best rating first");
    case Strategy::Balanced:
        return StrategyCards::tr("Quality, price, speed");
    case Strategy::MyOrder:
        break;
    }
    return StrategyCards::tr("Top of the list first");
}

class Card : public QRadioButton {
public:
    Card(Strategy strategy, QWidget *parent)
        : QRadioButton(words::strategyWord(strategy), parent)
        , m_strategy(strategy)
        , m_line(shortly(strategy))
    {
        setAttribute(Qt::WA_LayoutUsesWidgetRect);
        setAttribute(Qt::WA_Hover);
        setAccessibleDescription(words::strategyMeaning(strategy));
        setToolTip(words::strategyMeaning(strategy));
    }
    Strategy strategy() const { return m_strategy; }
    QSize sizeHint() const override
    {
        const QFontMetrics line(themeOf(this).font(TextStyle::Small));
        const QFontMetrics title(themeOf(this).font(TextStyle::Body, QFont::DemiBold));
        return {qMax(forText(CardWidth), line.horizontalAdvance(m_line) + 2 * Side),
                title.height() + line.height() + 27};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &) const override { return true; }
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const Token fill = isChecked() ? Token::BgSelected
            : underMouse()             ? Token::BgHover
                                       : Token::BgSurface;
        paint::box(painter, rect(), 10, theme.color(fill),
                   theme.color(isChecked() ? Token::AccentFill : Token::BorderSubtle),
                   isChecked() ? 2 : 1);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paint::box(painter, rect().adjusted(3, 3, -3, -3), 7, Qt::transparent,
                       theme.color(Token::FocusRing), 2);
        const Qt::LayoutDirection direction = layoutDirection();
        const auto place = [&](const QRect &r) { return QStyle::visualRect(direction, rect(), r); };
        const auto left = static_cast<int>(
            QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter));
        painter.setFont(theme.font(TextStyle::Body, QFont::DemiBold));
        const int titleHeight = painter.fontMetrics().height();
        const QRect icon(Side, 12 + (titleHeight - IconSize) / 2, IconSize, IconSize);
        painter.drawPixmap(
            place(icon),
            theme.pixmap(nameOf(m_strategy),
                         theme.color(isChecked() ? Token::AccentText : Token::TextSecondary),
                         IconSize, devicePixelRatioF()));
        painter.setPen(theme.color(Token::TextPrimary));
        const int words = icon.right() + 8;
        painter.drawText(place({words, 12, width() - words - 4, titleHeight}), left, text());
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(Token::TextSecondary));
        painter.drawText(
            place({Side, 15 + titleHeight, width() - Side - 4, painter.fontMetrics().height()}),
            left, m_line);
    }

private:
    Strategy m_strategy;
    QString m_line;
};

} // namespace

StrategyCards::StrategyCards(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new ReflowLayout(forText(CardWidth), static_cast<int>(std::size(strategies)), 10,
                                    10, this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Strategy strategy : strategies) {
        auto *card = new Card(strategy, this);
        m_cards.append(card);
        layout->addWidget(card);
        connect(card, &QRadioButton::toggled, this, [this, strategy](bool on) {
            if (on)
                Q_EMIT chosen(strategy);
        });
    }
    setStrategy(Strategy::MyOrder);
}

Strategy StrategyCards::strategy() const
{
    for (QRadioButton *card : m_cards) {
        if (card->isChecked())
            return static_cast<Card *>(card)->strategy();
    }
    return Strategy::MyOrder;
}

void StrategyCards::setStrategy(Strategy strategy)
{
    const QSignalBlocker quiet(this);
    card(strategy)->setChecked(true);
}

QRadioButton *StrategyCards::card(Strategy strategy) const
{
    for (QRadioButton *card : m_cards) {
        if (static_cast<Card *>(card)->strategy() == strategy)
            return card;
    }
    return m_cards.last();
}

} // namespace keyway
