#include "requeststable.h"

#include "core/base/names.h"
#include "ui/desktop/usage/requestdelegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 30;

/// The least that a column needs, and how the room that is left is shared.
struct Share {
    RequestsModel::Column column;
    int least, part;
};
constexpr Share shares[] = {
    {RequestsModel::Time, 122, 1},    {RequestsModel::Service, 140, 3},
    {RequestsModel::Model, 124, 3},   {RequestsModel::In, 64, 0},
    {RequestsModel::Out, 80, 0},      {RequestsModel::Took, 74, 0},
    {RequestsModel::RoutedBy, 92, 1}, {RequestsModel::App, 98, 0},
    {RequestsModel::Cost, 88, 0},     {RequestsModel::Says, 112, 1},
};
/// In what is kept of the user's choice.
constexpr Names<RequestsModel::Column, RequestsModel::ColumnCount> columnNames{{
    {RequestsModel::Time, "time"_L1},
    {RequestsModel::Service, "service"_L1},
    {RequestsModel::Model, "model"_L1},
    {RequestsModel::In, "in"_L1},
    {RequestsModel::Out, "out"_L1},
    {RequestsModel::Took, "took"_L1},
    {RequestsModel::RoutedBy, "routed-by"_L1},
    {RequestsModel::App, "app"_L1},
    {RequestsModel::Cost, "cost"_L1},
    {RequestsModel::Says, "service-says"_L1},
}};
/// Left out in a narrow page, the first one first.
constexpr RequestsModel::Column spare[]
    = {RequestsModel::App, RequestsModel::RoutedBy, RequestsModel::Took,
       RequestsModel::In,  RequestsModel::Says,     RequestsModel::Out};

} // namespace

RequestsTable::RequestsTable(RequestsModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_menu(new QMenu(this))
{
    setModel(model);
    setItemDelegate(new RequestDelegate(this));
    setAccessibleName(tr("Requests"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    horizontalHeader()->setHighlightSections(false);
    QHeaderView *head = horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionsMovable(true);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    makeMenu();
    showOrder(m_model->order());
    connect(head, &QHeaderView::sectionClicked, this,
            [this](int section) { sortBy(static_cast<RequestsModel::Column>(section)); });
    connect(head, &QHeaderView::customContextMenuRequested, this,
            [this, head](const QPoint &at) { m_menu->popup(head->mapToGlobal(at)); });
    connect(head, &QHeaderView::sectionMoved, this, &RequestsTable::tellArrangement);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
}

void RequestsTable::makeMenu()
{
    for (int i = 0; i < RequestsModel::ColumnCount; ++i) {
        const auto column = static_cast<RequestsModel::Column>(i);
        QAction *action = m_menu->addAction(RequestsModel::headText(column));
        action->setCheckable(true);
        action->setData(i);
        connect(action, &QAction::triggered, this,
                [this, column](bool shown) { chooseColumn(column, shown); });
    }
    m_menu->addSeparator();
    QMenu *sorting = m_menu->addMenu(tr("Sort by"));
    for (int i = 0; i < RequestsModel::ColumnCount; ++i) {
        const auto column = static_cast<RequestsModel::Column>(i);
        connect(sorting->addAction(RequestsModel::headText(column)), &QAction::triggered, this,
                [this, column] { sortBy(column); });
    }
    connect(m_menu->addAction(tr("Columns as at first")), &QAction::triggered, this,
            &RequestsTable::resetColumns);
    connect(m_menu, &QMenu::aboutToShow, this, &RequestsTable::updateMenu);
}

void RequestsTable::updateMenu()
{
    const QList<RequestsModel::Column> shown = shownColumns();
    for (QAction *action : m_menu->actions()) {
        if (!action->data().isValid())
            continue;
        const auto column = static_cast<RequestsModel::Column>(action->data().toInt());
        action->setChecked(shown.contains(column));
        action->setEnabled(shown.size() > 1 || !shown.contains(column));
    }
}

void RequestsTable::sortBy(RequestsModel::Column column)
{
    const bool figure = RequestsModel::isFigure(column) || column == RequestsModel::Time;
    const Qt::SortOrder first = figure ? Qt::DescendingOrder : Qt::AscendingOrder;
    const Qt::SortOrder second = figure ? Qt::AscendingOrder : Qt::DescendingOrder;
    const auto wanted = static_cast<RecordColumn>(column);
    RecordOrder order{wanted, first};
    if (m_model->order() == order)
        order.direction = second;
    else if (m_model->order().column == wanted)
        order = RecordOrder(); // a third press
    showOrder(order);
    Q_EMIT orderWanted(order);
}

void RequestsTable::showOrder(const RecordOrder &order)
{
    m_model->setOrder(order);
    // The head has its arrow point to where the larger values are.
    horizontalHeader()->setSortIndicator(static_cast<int>(order.column), order.direction);
}

void RequestsTable::chooseColumn(RequestsModel::Column column, bool shown)
{
    m_taken.removeAll(column);
    m_put.removeAll(column);
    (shown ? m_put : m_taken).append(column);
    fitColumns();
    tellArrangement();
}

void RequestsTable::resetColumns()
{
    arrange({});
    tellArrangement();
}

void RequestsTable::tellArrangement()
{
    if (!m_arranging)
        Q_EMIT arranged(arrangement());
}

QStringList RequestsTable::arrangement() const
{
    QStringList names;
    for (int place = 0; place < RequestsModel::ColumnCount; ++place) {
        const auto column
            = static_cast<RequestsModel::Column>(horizontalHeader()->logicalIndex(place));
        const QString sign = m_put.contains(column) ? u"+"_s
            : m_taken.contains(column)              ? u"-"_s
                                                    : QString();
        names.append(sign + nameIn(columnNames, column));
    }
    return names;
}

void RequestsTable::arrange(const QStringList &arrangement)
{
    const QScopedValueRollback arranging(m_arranging, true);
    QList<RequestsModel::Column> order;
    m_taken.clear();
    m_put.clear();
    for (const QString &entry : arrangement) {
        const bool put = entry.startsWith(u'+'), taken = entry.startsWith(u'-');
        const auto column = valueIn(columnNames, QStringView(entry).mid(put || taken ? 1 : 0));
        if (!column || order.contains(*column))
            continue;
        order.append(*column);
        if (put)
            m_put.append(*column);
        if (taken && m_taken.size() + 1 < RequestsModel::ColumnCount) // one at least is seen
            m_taken.append(*column);
    }
    for (int i = 0; i < RequestsModel::ColumnCount; ++i) {
        if (const auto column = static_cast<RequestsModel::Column>(i); !order.contains(column))
            order.append(column);
    }
    for (int place = 0; place < RequestsModel::ColumnCount; ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(order.at(place)), place);
    fitColumns();
}

QList<RequestsModel::Column> RequestsTable::shownColumns() const
{
    QList<RequestsModel::Column> columns;
    for (int place = 0; place < RequestsModel::ColumnCount; ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(section))
            columns.append(static_cast<RequestsModel::Column>(section));
    }
    return columns;
}

QList<int> RequestsTable::chosenRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void RequestsTable::chooseRow(int row, bool reveal)
{
    const QModelIndex index = m_model->index(row, std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (reveal)
        scrollTo(index, PositionAtCenter);
}

void RequestsTable::fitColumns()
{
    QList<RequestsModel::Column> hidden = m_taken;
    const auto widthOf = [&hidden] {
        int width = 0;
        for (const Share &share : shares)
            width += hidden.contains(share.column) ? 0 : share.least;
        return width;
    };
    const int room = viewport()->width();
    for (const RequestsModel::Column column : spare) {
        if (widthOf() > room && !m_put.contains(column) && !hidden.contains(column))
            hidden.append(column);
    }
    int parts = 0;
    for (const Share &share : shares)
        parts += hidden.contains(share.column) ? 0 : share.part;
    int left = std::max(0, room - widthOf());
    for (const Share &share : shares) {
        setColumnHidden(share.column, hidden.contains(share.column));
        if (hidden.contains(share.column))
            continue;
        const int more = parts > 0 ? left * share.part / parts : 0;
        left -= more;
        parts -= share.part;
        setColumnWidth(share.column, share.least + more);
    }
}

void RequestsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RequestsTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void RequestsTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        if (selectionModel()->hasSelection())
            Q_EMIT copyRequested();
        return;
    }
    if (event->key() == Qt::Key_C
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copyCell();
    QTableView::keyPressEvent(event);
}

void RequestsTable::copyCell() const
{
    if (!currentIndex().isValid())
        return;
    if (const UsageRecord *record = m_model->record(currentIndex().row())) {
        const auto column = static_cast<RequestsModel::Column>(currentIndex().column());
        QGuiApplication::clipboard()->setText(m_model->text(*record, column));
    }
}

} // namespace keyway
