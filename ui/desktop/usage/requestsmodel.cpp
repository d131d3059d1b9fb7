#include "requestsmodel.h"

#include "ui/desktop/usage/recordwords.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace keyway {

void RequestsModel::setRows(int rows, const QHash<QString, QString> &serviceNames, bool more)
{
    const auto take = [&] {
        m_rows = rows;
        m_names = serviceNames;
        m_windows.clear();
        m_asked.clear();
    };
    if (!more || rows < m_rows || m_rows == 0) {
        beginResetModel();
        take();
        endResetModel();
        return;
    }
    const int newer = rows - m_rows;
    if (newer > 0)
        beginInsertRows({}, 0, newer - 1);
    take();
    if (newer > 0)
        endInsertRows();
    Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void RequestsModel::setWindow(int first, const QList<UsageRecord> &records)
{
    if (first < 0 || first >= m_rows)
        return;
    m_asked.remove(first);
    m_windows.insert(first, records.mid(0, m_rows - first));
    if (m_windows.size() > WindowsKept) {
        const QList<int> kept = m_windows.keys();
        const int farthest = *std::max_element(kept.begin(), kept.end(), [first](int a, int b) {
            return std::abs(a - first) < std::abs(b - first);
        });
        m_windows.remove(farthest);
    }
    const int last = std::min(first + WindowRows, m_rows) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

const UsageRecord *RequestsModel::record(int row) const
{
    const int first = row - row % WindowRows;
    const auto window = m_windows.constFind(first);
    if (window != m_windows.constEnd())
        return row - first < window->size() ? &window->at(row - first) : nullptr;
    if (row >= 0 && row < m_rows && !m_asked.contains(first)) {
        m_asked.insert(first);
        Q_EMIT windowWanted(first);
    }
    return nullptr;
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestsModel::text(const UsageRecord &record, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Time:
        return u"%1 %2"_s.arg(words::dayAndMonth(record.startedAt.toLocalTime().date(), locale),
                              record.startedAt.toLocalTime().toString(u"HH:mm:ss"_s));
    case Service: {
        const QString name = m_names.value(record.service, record.service);
        return record.outcome == Outcome::Completed
            ? name
            : tr("%1 · %2").arg(name, outcomeText(record.outcome));
    }
    case Model:
        return record.model;
    case In:
        return words::count(record.usage.tokensIn(), locale);
    case Out:
        return outText(record, locale);
    case Took:
        return words::duration(std::chrono::milliseconds(record.durationMs), locale);
    case RoutedBy:
        return record.attempt > 1 ? tr("Fallback") : words::strategyWord(record.strategy);
    case App:
        return appText(record.app);
    case Cost:
        return record.costState == CostState::Unknown
            ? tr("unknown", "a cost")
            : words::requestMoney(record.platformCost, locale);
    case Says:
        return serviceSaysText(record, locale);
    case ColumnCount:
        break;
    }
    return {};
}

RequestsModel::Tone RequestsModel::tone(const UsageRecord &record, Column column) const
{
    if (column == Time || column == App || column == RoutedBy || column == Took)
        return Tone::Muted;
    if (column == Service && record.outcome == Outcome::Failed)
        return Tone::Problem;
    if (column == Cost && record.costState == CostState::Unknown)
        return Tone::Muted;
    if (column != Says)
        return Tone::Usual;
    switch (serviceSays(record)) {
    case ServiceSays::Same:
        return Tone::Good;
    case ServiceSays::Differs:
        return Tone::Warning;
    default:
        return Tone::Muted;
    }
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(headerData(index.column(), Qt::Horizontal, role));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != ServiceRole
        && role != ServiceNameRole && role != ToneRole)
        return {};
    const UsageRecord *found = record(index.row());
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, column);
    case Qt::AccessibleTextRole:
        return column == Time ? spokenRecord(*found, m_names.value(found->service, found->service))
                              : text(*found, column);
    case ServiceRole:
        return found->service;
    case ServiceNameRole:
        return m_names.value(found->service, found->service);
    default:
        return static_cast<int>(tone(*found, column));
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool figure
            = column == In || column == Out || column == Took || column == Cost || column == Says;
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return tr("Time");
    case Service:
        return tr("Service");
    case Model:
        return tr("Model");
    case In:
        return tr("In");
    case Out:
        return tr("Out");
    case Took:
        return tr("Took");
    case RoutedBy:
        return tr("Routed by");
    case App:
        return tr("App");
    case Cost:
        return tr("Cost");
    case Says:
        return tr("Provider says");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace keyway
