#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QSpinBox;

namespace keyway {

/// Asks how many requests are to be sent: for what, how often, how many at once. One that is
/// changed stays where it is.
class RateDialog : public Dialog {
    Q_OBJECT
public:
    /// `change`: nothing is a new one.
    RateDialog(const LimitsValue &value, const std::optional<guard::RateRule> &change,
               QWidget *parent);

    guard::RateRule rule() const;

    QComboBox *scope() const { return m_scope; }
    QSpinBox *requests() const { return m_requests; }
    QComboBox *per() const { return m_per; }
    QSpinBox *burst() const { return m_burst; }
    QSpinBox *atOnce() const { return m_atOnce; }
    QPushButton *goButton() const { return m_go; }

Q_SIGNALS:
    /// Then the dialog closes.
    void ruleChosen(const keyway::guard::RateRule &rule);

private:
    void suggest(const guard::RateRule &rule);
    void adapt();

    QList<guard::LimitScope> m_scopes;
    QComboBox *m_scope, *m_per;
    QSpinBox *m_requests, *m_burst, *m_atOnce;
    QPushButton *m_go;
};

} // namespace keyway
