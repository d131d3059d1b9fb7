#pragma once

#include "core/usage/usagerecord.h"

#include <QtWidgets/QComboBox>

namespace keyway {

/// The list of strategies, each with its icon and what it does; keys 1 to 5 choose while it is
/// open.
class StrategyBox : public QComboBox {
    Q_OBJECT
public:
    explicit StrategyBox(QWidget *parent = nullptr);

    Strategy strategy() const;
    void setStrategy(Strategy strategy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace keyway
