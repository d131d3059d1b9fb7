#pragma once

#include "core/usage/usagerecord.h"

#include <QtWidgets/QWidget>

class QRadioButton;

namespace keyway {

/// The strategies as cards of which one is chosen. One tab stop; arrows move and choose.
class StrategyCards : public QWidget {
    Q_OBJECT
public:
    explicit StrategyCards(QWidget *parent = nullptr);

    Strategy strategy() const;
    /// Tells nobody.
    void setStrategy(Strategy strategy);
    QRadioButton *card(Strategy strategy) const;

Q_SIGNALS:
    /// By the user.
    void chosen(keyway::Strategy strategy);

private:
    QList<QRadioButton *> m_cards;
};

} // namespace keyway
