#pragma once

#include "core/usage/usagerecord.h"

#include <QtWidgets/QComboBox>

#include <optional>

namespace keyway {

/// The list of strategies, each with its icon and what it does; keys 1 to 5 choose while it is
/// open. It shows the usual one until another is chosen.
class StrategyBox : public QComboBox {
    Q_OBJECT
public:
    explicit StrategyBox(QWidget *parent = nullptr);

    Strategy strategy() const;
    void setStrategy(Strategy strategy);
    /// The one of Settings. Who shows the former one goes with it.
    void setUsual(Strategy strategy);
    /// Nothing while it shows the usual one.
    std::optional<Strategy> chosen() const;
    void setChosen(std::optional<Strategy> strategy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Strategy m_usual = Strategy::MyOrder;
};

} // namespace keyway
