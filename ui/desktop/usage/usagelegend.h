#pragma once

#include "ui/desktop/usage/usagevalues.h"

#include <QtWidgets/QAbstractButton>

class QVBoxLayout;

namespace keyway {

class MoneyLabel;
class TextLabel;

/// One service of the legend with its figure. Pressed, it shows this service alone; again, all.
class LegendRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit LegendRow(QWidget *parent = nullptr);
    /// `more`: behind it, in the tool tip.
    void setValue(const QString &service, const QString &name, const QString &figure,
                  const QString &more = {});
    QString service() const { return m_service; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_service, m_name, m_figure;
};

/// What the colours of the chart stand for, each with its figure; below, cost, fee and total.
class UsageLegend : public QWidget {
    Q_OBJECT
public:
    explicit UsageLegend(QWidget *parent = nullptr);
    void setMonth(const UsageMonth &month, UsageMeasure measure);

Q_SIGNALS:
    /// Empty: all of them.
    void serviceChosen(const QString &service);

private:
    QVBoxLayout *m_rows;
    QList<LegendRow *> m_services;
    MoneyLabel *m_cost, *m_fee, *m_total;
    TextLabel *m_feeLabel, *m_unknown, *m_forecast;
};

} // namespace keyway
