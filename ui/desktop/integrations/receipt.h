#pragma once

#include "core/engine/overview.h"
#include "ui/widgets/cardframe.h"

class QBoxLayout;
class QLayout;
class QPushButton;

namespace keyway {

class MoneyLabel;
class TextLabel;
class UsageBar;

/// The foot of My Integrations: what the month cost so far, at this pace, and the sum with the fee.
/// Its three lines always add up as they are shown.
class Receipt : public Band {
    Q_OBJECT
public:
    explicit Receipt(QWidget *parent = nullptr);
    void setOverview(const engine::Overview &overview);
    QPushButton *feeButton() const { return m_how; }
    QPushButton *checkButton() const { return m_check; }

    QString spokenText() const override;

Q_SIGNALS:
    void feeExplanationRequested();
    void checkRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeMonth();
    QWidget *makePace();
    QWidget *makeSums();
    void showPace(const engine::Overview &overview);
    void showMonth(const engine::Overview &overview);
    void adapt();

    QBoxLayout *m_row;
    QWidget *m_pacePart;
    QWidget *m_sumPart;
    TextLabel *m_month;
    TextLabel *m_days;
    TextLabel *m_text;
    QPushButton *m_how;
    QPushButton *m_check;
    TextLabel *m_paceCaption;
    MoneyLabel *m_pace;
    UsageBar *m_paceBar; ///< of the limit of everything, where there is one
    TextLabel *m_paceText; ///< that limit, or what else may come
    TextLabel *m_feeCaption;
    MoneyLabel *m_cost;
    MoneyLabel *m_fee;
    MoneyLabel *m_total;
    bool m_hasPace = false; ///< there is something to forecast from
};

} // namespace keyway
