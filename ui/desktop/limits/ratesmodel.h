#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/desktop/limits/subjecttable.h"

#include <QtCore/QAbstractTableModel>

namespace keyway {

/// The limits in requests as a table.
class RatesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { For, Requests, Burst, AtOnce, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setValue(const LimitsValue &value);
    const guard::RateRule *rule(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const guard::RateRule &rule, Column column) const;

    LimitsValue m_value;
};

/// The table of it.
class RatesTable : public SubjectTable {
    Q_OBJECT
public:
    explicit RatesTable(RatesModel *model, QWidget *parent = nullptr);
};

} // namespace keyway
