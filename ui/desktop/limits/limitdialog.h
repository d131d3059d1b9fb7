#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace keyway {

class TextLabel;

/// Asks for a limit: for what, how much, for how long, and what happens then. One that is changed
/// stays where it is.
class LimitDialog : public Dialog {
    Q_OBJECT
public:
    /// `change`: nothing is a new one.
    LimitDialog(const LimitsValue &value, const std::optional<guard::SpendingLimit> &change,
                QWidget *parent);

    guard::SpendingLimit limit() const;
    /// Chooses what a new one is for, before the user does.
    void suggest(const guard::SpendingLimit &limit);

    QComboBox *scope() const { return m_scope; }
    QComboBox *period() const { return m_period; }
    QLineEdit *amount() const { return m_amount; }
    QComboBox *reached() const { return m_reached; }
    QSpinBox *warnAt() const { return m_warn; }
    QPushButton *goButton() const { return m_go; }

Q_SIGNALS:
    /// Then the dialog closes.
    void limitChosen(const keyway::guard::SpendingLimit &limit);

private:
    void addField(const QString &label, QWidget *field);
    void fillScopes(const LimitsValue &value);
    void adapt();

    QList<guard::LimitScope> m_scopes;
    QGridLayout *m_grid;
    QComboBox *m_scope, *m_period, *m_reached;
    QLineEdit *m_amount;
    QSpinBox *m_warn;
    TextLabel *m_meaning;
    QPushButton *m_go;
};

} // namespace keyway
