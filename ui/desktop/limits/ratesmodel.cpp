#include "ratesmodel.h"

#include "ui/theme/textscale.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

using namespace Qt::StringLiterals;

namespace keyway {

using guard::RateRule;

void RatesModel::setValue(const LimitsValue &value)
{
    const bool same = value.rates == m_value.rates;
    if (!same)
        beginResetModel();
    m_value = value;
    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const RateRule *RatesModel::rule(int row) const
{
    return row >= 0 && row < m_value.rates.size() ? &m_value.rates.at(row) : nullptr;
}

int RatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_value.rates.size());
}

int RatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RatesModel::text(const RateRule &rule, Column column) const
{
    switch (column) {
    case For:
        return m_value.nameOf(scopeOf(rule));
    case Requests:
        return rule.rate ? words::requestsWords(*rule.rate) : tr("any number");
    case Burst:
        return rule.rate ? words::count(rule.rate->burst) : u"–"_s;
    case AtOnce:
        return rule.atOnce > 0 ? words::count(rule.atOnce) : tr("any number");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RatesModel::data(const QModelIndex &index, int role) const
{
    const RateRule *found = rule(index.row());
    if (!found)
        return {};
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, column);
    case Qt::AccessibleTextRole:
        return column == For ? u"%1: %2"_s.arg(text(*found, For), words::rateWords(*found))
                             : text(*found, column);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case ServiceRole:
    case ServiceNameRole:
    case IconRole:
        return subjectData(m_value, scopeOf(*found), role);
    default:
        return {};
    }
}

QVariant RatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == For ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case For:
        return tr("For");
    case Requests:
        return tr("Requests");
    case Burst:
        return tr("In a burst");
    case AtOnce:
        return tr("At once");
    case ColumnCount:
        break;
    }
    return {};
}

RatesTable::RatesTable(RatesModel *model, QWidget *parent)
    : SubjectTable(model, tr("Speed limits"), parent)
{
    setItemDelegate(new SubjectDelegate(this));
    setColumns({{RatesModel::For, forText(160), 3},
                {RatesModel::Requests, forText(116), 0},
                {RatesModel::Burst, forText(100), 0},
                {RatesModel::AtOnce, forText(110), 0}},
               {RatesModel::Burst});
}

} // namespace keyway
