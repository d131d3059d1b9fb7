#pragma once

#include "core/catalogue/integration.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;

namespace keyway {

class Switch;
class TextLabel;

/// The monthly limit: a switch, an amount, what happens then. Nothing is set while the switch is
/// off.
class LimitRow : public QWidget {
    Q_OBJECT
public:
    /// `today` names the day on which a stop ends.
    /// Vertical puts what happens then below the amount, for narrow places.
    explicit LimitRow(const QDate &today, QWidget *parent = nullptr,
                      Qt::Orientation orientation = Qt::Horizontal);

    void setLimit(const std::optional<Money> &limit, LimitAction action);
    std::optional<Money> limit() const;
    LimitAction action() const;
    /// Off, or an amount that can be read.
    bool isValid() const;
    Switch *toggle() const { return m_switch; }
    QLineEdit *amount() const { return m_amount; }
    QComboBox *then() const { return m_then; }

Q_SIGNALS:
    void changed();

private:
    void adapt();

    Switch *m_switch;
    QLineEdit *m_amount;
    TextLabel *m_word;
    QComboBox *m_then;
};

} // namespace keyway
