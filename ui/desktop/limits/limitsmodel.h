#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/desktop/limits/subjecttable.h"

#include <QtCore/QAbstractTableModel>

namespace keyway {

/// The limits as a table, in the order of the list.
class LimitsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { For, Every, Used, Level, Most, Pace, Reached, ColumnCount };
    /// Beside those of SubjectRole. Standing: guard::LimitStanding.
    enum Role { PermilleRole = FirstOwnRole, StandingRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setValue(const LimitsValue &value);
    const guard::LimitUse *use(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const guard::LimitUse &use, Column column) const;
    QString spoken(const guard::LimitUse &use) const;

    LimitsValue m_value;
};

} // namespace keyway
