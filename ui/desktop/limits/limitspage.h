#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/desktop/shell/page.h"
#include "ui/words/message.h"

class QBoxLayout;
class QPushButton;

namespace keyway {

class AlertsPanel;
class Banner;
class CountBadge;
class LimitsModel;
class LimitsTable;
class MonthCard;
class RatesModel;
class RatesTable;
class ScrollPage;
class SubjectTable;
class TextLabel;

/// Limits & Alerts: the month, the limits, what is near its end. It shows values and tells what the
/// user wants.
class LimitsPage : public Page {
    Q_OBJECT
public:
    explicit LimitsPage(QWidget *parent = nullptr);

    void setValue(const LimitsValue &value);
    const LimitsValue &value() const { return m_value; }
    /// What could not be read or kept; an empty one takes it away.
    void setProblem(const words::Message &problem);

    QWidget *firstFocus() const override;
    MonthCard *month() const { return m_month; }
    LimitsTable *table() const { return m_table; }
    RatesTable *rates() const { return m_rates; }
    QPushButton *addRateButton() const { return m_addRate; }
    AlertsPanel *alerts() const { return m_alerts; }
    QPushButton *stopButton() const { return m_stop; }
    QPushButton *addButton() const { return m_add; }

Q_SIGNALS:
    /// Nothing: a new one.
    void editRequested(const std::optional<keyway::guard::SpendingLimit> &limit);
    void removeRequested(const keyway::guard::SpendingLimit &limit);
    /// Nothing: a new one.
    void editRateRequested(const std::optional<keyway::guard::RateRule> &rule);
    void removeRateRequested(const keyway::guard::RateRule &rule);
    void stopRequested(bool stopped);
    /// "That was me."
    void ownRequested(const keyway::Id &alert);
    /// All alerts are to count as seen.
    void seenRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeTables();
    QWidget *framed(SubjectTable *table);
    void arrange();

    LimitsValue m_value;
    LimitsModel *m_model;
    Banner *m_banner;
    ScrollPage *m_scroll;
    QPushButton *m_stop, *m_add;
    MonthCard *m_month;
    TextLabel *m_none;
    CountBadge *m_count;
    QWidget *m_tableFrame, *m_ratesFrame;
    LimitsTable *m_table;
    RatesModel *m_ratesModel;
    RatesTable *m_rates;
    QPushButton *m_addRate;
    AlertsPanel *m_alerts;
    QBoxLayout *m_columns;
};

} // namespace keyway
