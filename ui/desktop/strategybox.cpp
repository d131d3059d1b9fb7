#include "ui/desktop/strategybox.h"

#include "ui/theme/theme.h"
#include "ui/words/routing.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

StrategyBox::StrategyBox(QWidget *parent)
    : QComboBox(parent)
{
    // In the order of Settings; the icons have the strategies' names.
    for (const Strategy strategy : {Strategy::Cheapest, Strategy::Fastest, Strategy::BestQuality,
                                    Strategy::Balanced, Strategy::MyOrder}) {
        addItem(themeOf(this).icon(nameOf(strategy)), words::strategyWord(strategy), int(strategy));
        setItemData(count() - 1, words::strategyMeaning(strategy), Qt::ToolTipRole);
    }
    setStrategy(m_usual);
    view()->installEventFilter(this);
}

Strategy StrategyBox::strategy() const
{
    return Strategy(currentData().toInt());
}

void StrategyBox::setStrategy(Strategy strategy)
{
    setCurrentIndex(std::max(0, findData(int(strategy))));
}

void StrategyBox::setUsual(Strategy strategy)
{
    const std::optional<Strategy> before = chosen();
    m_usual = strategy;
    setChosen(before);
}

std::optional<Strategy> StrategyBox::chosen() const
{
    return strategy() == m_usual ? std::nullopt : std::optional(strategy());
}

void StrategyBox::setChosen(std::optional<Strategy> strategy)
{
    setStrategy(strategy.value_or(m_usual));
}

bool StrategyBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view() && event->type() == QEvent::KeyPress) {
        const int place = static_cast<QKeyEvent *>(event)->key() - Qt::Key_1;
        if (place >= 0 && place < count()) {
            setCurrentIndex(place);
            hidePopup();
            return true;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

} // namespace keyway
