#pragma once

#include "core/engine/overview.h"
#include "ui/widgets/cardframe.h"

class QLayout;
class QPushButton;

namespace keyway {

class ElidedLabel;
class MoneyLabel;
class ProviderTile;
class Sparkline;
class StatusPill;
class TextLabel;
class UsageBar;

/// One integration that is switched on: who it is, what it cost, how it does, what can be done.
/// The card itself is no focus stop; its buttons are.
class IntegrationCard : public CardFrame {
    Q_OBJECT
public:
    enum class Button { RaiseLimit, Configure, Toggle, Remove };

    explicit IntegrationCard(QWidget *parent = nullptr);

    void setSummary(const engine::IntegrationSummary &summary, const QDate &today,
                    const QDateTime &now);
    const engine::IntegrationSummary &summary() const { return m_summary; }
    /// The pill says "Testing" until this is set back.
    void setTesting(bool testing);

    QPushButton *button(Button which) const;
    /// The button that has focus, or nothing.
    std::optional<Button> focusedButton() const;

Q_SIGNALS:
    void raiseLimitRequested();
    void configureRequested();
    void toggleRequested();
    void removeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeHead();
    QLayout *makeStatusRow();
    QLayout *makeLimitRow();
    QLayout *makeButtons();
    void showStatus();
    void fitDays();
    void showLimit();
    void showLine();
    void nameParts();

    engine::IntegrationSummary m_summary;
    QDate m_today;
    QDateTime m_now;
    bool m_testing = false;

    ProviderTile *m_tile;
    ElidedLabel *m_name;
    ElidedLabel *m_line;
    MoneyLabel *m_amount;
    TextLabel *m_status;
    StatusPill *m_pill;
    ElidedLabel *m_detail;
    Sparkline *m_days;
    UsageBar *m_bar;
    TextLabel *m_limit;
    QPushButton *m_raise;
    QPushButton *m_configure;
    QPushButton *m_toggle;
    QPushButton *m_remove;
};

/// How a health is drawn.
enum class Status;
Status statusOf(engine::Health health);

} // namespace keyway
