#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/widgets/cardframe.h"

class QPushButton;

namespace keyway {

class BudgetBar;
class MoneyLabel;
class StatusPill;
class TextLabel;

/// Everything that was spent this month, beside the limit of everything where there is one.
class MonthCard : public CardFrame {
    Q_OBJECT
public:
    explicit MonthCard(QWidget *parent = nullptr);
    void setValue(const LimitsValue &value);
    /// Changes the limit, or sets a first one.
    QPushButton *edit() const { return m_edit; }

private:
    TextLabel *m_title, *m_of, *m_paceLabel, *m_warn, *m_end, *m_start;
    StatusPill *m_pill;
    MoneyLabel *m_used, *m_pace;
    BudgetBar *m_bar;
    QPushButton *m_edit;
};

} // namespace keyway
