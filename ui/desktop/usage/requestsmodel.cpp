#include "requestsmodel.h"

#include "core/money/dollars.h"
#include "ui/desktop/usage/recordwords.h"
#include "ui/words/apps.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace keyway {

// A column of the table is what records are sorted by.
static_assert(int(RequestsModel::Says) == int(RecordColumn::StatedCost));
static_assert(int(RequestsModel::ColumnCount) == int(RecordColumn::StatedCost) + 1);

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
        return words::appWord(record.app);
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

QString RequestsModel::rawText(const UsageRecord &record, Column column) const
{
    const auto amount = [](bool known, Money money) {
        QByteArray digits;
        if (known)
            appendDollars(digits, money);
        return QString::fromLatin1(digits);
    };
    switch (column) {
    case Time:
        return record.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case In:
        return QString::number(record.usage.tokensIn());
    case Out:
        return QString::number(record.usage.tokensOut());
    case Took:
        return QString::number(record.durationMs);
    case Cost:
        return amount(record.costState != CostState::Unknown, record.platformCost);
    case Says:
        return amount(record.statedCost.has_value(), record.statedCost.value_or(Money()));
    default:
        return text(record, column);
    }
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

void RequestsModel::setOrder(const RecordOrder &order)
{
    m_order = order;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::TextAlignmentRole:
        return int((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DisplayRole:
        return headText(column);
    case Qt::AccessibleTextRole:
        if (static_cast<int>(m_order.column) != section)
            return headText(column);
        return m_order.direction == Qt::AscendingOrder
            ? tr("%1, sorted upwards", "the head of a column").arg(headText(column))
            : tr("%1, sorted downwards", "the head of a column").arg(headText(column));
    default:
        return {};
    }
}

bool RequestsModel::isFigure(Column column)
{
    return column == In || column == Out || column == Took || column == Cost || column == Says;
}

QString RequestsModel::headText(Column column)
{
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
