#pragma once

#include "core/fees/feepolicy.h"

#include <QtWidgets/QAbstractButton>

class QButtonGroup;

namespace keyway {

class ReflowLayout;

/// A plan as a card: its name, what it costs, and what the last month came to on it.
class PlanCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit PlanCard(QWidget *parent = nullptr);
    /// `amount` empty: not known. `note`: "from 1 December".
    void setPlan(const FeePolicy &plan, const QString &month, const QString &amount,
                 const QString &note);
    const FeePolicy &plan() const { return m_plan; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FeePolicy m_plan;
    QString m_name, m_line, m_month, m_amount, m_note;
};

/// "5% of what services charge"
QString planLine(const FeePolicy &plan);

} // namespace keyway
