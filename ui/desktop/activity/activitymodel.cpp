#include "activitymodel.h"

#include "ui/words/activity.h"
#include "ui/words/dates.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int ShownOfMark = 7;

/// Of resources/icons.
QString iconOf(const AuditEvent &event)
{
    const QString group = event.name.section(u'.', 0, 0);
    if (group == "attempt"_L1)
        return event.facts.value("outcome"_L1).toString() == "completed"_L1 ? u"play"_s
                                                                            : u"warning"_s;
    if (group == "integration"_L1)
        return event.name.contains("key"_L1) || event.name == "integration.tested"_L1
            ? u"key"_s
            : u"integrations"_s;
    if (group == "limit"_L1 || group == "spending"_L1)
        return u"limits"_s;
    if (group == "alert"_L1)
        return u"bell"_s;
    if (group == "cost"_L1)
        return u"price-tag"_s;
    if (group == "audit"_L1)
        return u"chain"_s;
    return group == "sync"_L1 ? u"upload"_s : u"settings"_s;
}

} // namespace

void ActivityModel::setRows(int rows, bool more)
{
    const bool onTop = more && m_rows > 0 && rows >= m_rows;
    const int newer = onTop ? rows - m_rows : 0;
    if (!onTop)
        beginResetModel();
    else if (newer > 0)
        beginInsertRows({}, 0, newer - 1);
    m_rows = rows;
    m_windows.clear();
    if (!onTop) {
        endResetModel();
        return;
    }
    if (newer > 0)
        endInsertRows();
    Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void ActivityModel::setWindow(int first, const QList<AuditEntry> &entries)
{
    if (first < 0 || first >= m_rows)
        return;
    m_windows.put(first, entries.mid(0, m_rows - first));
    const int last = std::min(first + WindowRows, m_rows) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

const AuditEntry *ActivityModel::entry(int row) const
{
    if (row < 0 || row >= m_rows)
        return nullptr;
    if (const std::optional<int> first = m_windows.ask(row))
        Q_EMIT windowWanted(*first);
    return m_windows.at(row);
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ActivityModel::text(const AuditEntry &entry, Column column)
{
    switch (column) {
    case Time: {
        const QDateTime at = entry.at.toLocalTime();
        return u"%1 %2"_s.arg(words::dayAndMonth(at.date()), at.toString(u"HH:mm:ss"_s));
    }
    case What:
        return words::activityTitle(entry.event);
    case Details:
        return words::activityDetails(entry);
    case By:
        return words::activityBy(entry);
    case Mark:
        return QString::fromLatin1(entry.hash.toHex().left(ShownOfMark));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != IconRole
        && role != SealRole)
        return {};
    const AuditEntry *found = index.isValid() ? entry(index.row()) : nullptr;
    if (!found)
        return {};
    if (role == IconRole)
        return iconOf(found->event);
    if (role == SealRole)
        return found->event.name == sealedEvent;
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::AccessibleTextRole && column == Time)
        return tr("%1, %2, %3").arg(text(*found, Time), text(*found, What), text(*found, Details));
    return text(*found, column);
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("Time");
    case What:
        return tr("What");
    case Details:
        return tr("Details");
    case By:
        return tr("By");
    case Mark:
        return tr("Mark");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace keyway
