#include "limitsmodel.h"

#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitUse;

namespace {

bool sameLimits(const QList<LimitUse> &a, const QList<LimitUse> &b)
{
    return a.size() == b.size()
        && std::equal(a.cbegin(), a.cend(), b.cbegin(), [](const LimitUse &x, const LimitUse &y) {
               return x.limit.isSamePlace(y.limit);
           });
}

} // namespace

void LimitsModel::setValue(const LimitsValue &value)
{
    if (sameLimits(value.state.limits, m_value.state.limits)) {
        m_value = value; // who looks at a row goes on looking at it
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_value = value;
    endResetModel();
}

const LimitUse *LimitsModel::use(int row) const
{
    return row >= 0 && row < m_value.state.limits.size() ? &m_value.state.limits.at(row) : nullptr;
}

int LimitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_value.state.limits.size());
}

int LimitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LimitsModel::text(const LimitUse &use, Column column) const
{
    const auto pace = guard::atThisPace(use, m_value.today);
    switch (column) {
    case For:
        return m_value.nameOf(use.limit.scope);
    case Every:
        return words::periodWord(use.limit.period);
    case Used:
        return use.limit.period == LimitPeriod::Request ? u"–"_s : words::money(use.used());
    case Most:
        return words::money(use.limit.most);
    case Pace:
        return pace ? words::money(*pace) : u"–"_s;
    case Reached:
        return words::reachedWord(use.limit.reached);
    case Level:
    case ColumnCount:
        break;
    }
    return {};
}

QString LimitsModel::spoken(const LimitUse &use) const
{
    return tr("%1: %2 of %3 used, then %4")
        .arg(text(use, For), words::spokenMoney(use.used()),
             words::amountForPeriod(use.limit.most, use.limit.period), text(use, Reached));
}

QVariant LimitsModel::data(const QModelIndex &index, int role) const
{
    const LimitUse *found = use(index.row());
    if (!found)
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == ServiceRole || role == ServiceNameRole || role == IconRole)
        return subjectData(m_value, found->limit.scope, role);
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, column);
    case Qt::AccessibleTextRole:
        return column == For ? spoken(*found) : text(*found, column);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case PermilleRole:
        return permilleOf(*found);
    case StandingRole:
        return static_cast<int>(guard::standingOf(*found, m_value.today));
    default:
        return {};
    }
}

QVariant LimitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool figure = column == Used || column == Most || column == Pace;
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case For:
        return tr("For");
    case Every:
        return tr("Every");
    case Used:
        return tr("Used");
    case Most:
        return tr("Limit");
    case Pace:
        return tr("At this pace");
    case Reached:
        return tr("When reached");
    case Level:
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace keyway
