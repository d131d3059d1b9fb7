#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/widgets/cardframe.h"

class QVBoxLayout;

namespace keyway {

class CountBadge;
class TextLabel;

/// What the user wants to know about limits, one below the other.
class AlertsPanel : public CardFrame {
    Q_OBJECT
public:
    explicit AlertsPanel(QWidget *parent = nullptr);
    void setAlerts(const QList<LimitAlert> &alerts);

Q_SIGNALS:
    void changeRequested(const keyway::guard::SpendingLimit &limit);

private:
    QWidget *makeAlert(const LimitAlert &alert);

    CountBadge *m_count;
    TextLabel *m_nothing;
    QVBoxLayout *m_column;
    QList<QWidget *> m_alerts;
    QStringList m_shown; ///< what they say: made anew only where that is different
};

} // namespace keyway
