#include "rowtable.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace keyway {

RowTable::RowTable(QAbstractItemModel *model, int rowHeight, QWidget *parent)
    : QTableView(parent)
{
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
}

void RowTable::setColumns(const QList<Column> &columns, const QList<int> &spare)
{
    m_columns = columns;
    m_spare = spare;
    fitColumns();
}

void RowTable::fitColumns()
{
    QList<int> hidden;
    const auto widthOf = [&] {
        int width = 0;
        for (const Column &column : std::as_const(m_columns))
            width += hidden.contains(column.index) ? 0 : column.least;
        return width;
    };
    const int room = viewport()->width();
    for (const int column : std::as_const(m_spare)) {
        if (widthOf() > room)
            hidden.append(column);
    }
    int parts = 0;
    for (const Column &column : std::as_const(m_columns))
        parts += hidden.contains(column.index) ? 0 : column.part;
    int left = std::max(0, room - widthOf());
    for (const Column &column : std::as_const(m_columns)) {
        setColumnHidden(column.index, hidden.contains(column.index));
        if (hidden.contains(column.index))
            continue;
        const int more = parts > 0 ? left * column.part / parts : 0;
        left -= more;
        parts -= column.part;
        setColumnWidth(column.index, column.least + more);
    }
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, theme.color(selected ? Token::BgSelected : Token::BgSurface));
    painter->setPen(theme.color(Token::BorderSubtle));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int padding = option.widget->style()->pixelMetric(QStyle::PM_HeaderMargin);
    paintCell(*painter, theme, QRectF(option.rect).adjusted(padding, 0, -padding, 0), index);
    painter->restore();
}

void RowDelegate::paintText(QPainter &painter, const Theme &theme, const QRectF &cell,
                            const QModelIndex &index, Token color, QFont::Weight weight)
{
    painter.setFont(theme.font(TextStyle::Body, weight));
    painter.setPen(theme.color(color));
    const QString text = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                          static_cast<int>(cell.width()));
    paint::tabularText(painter, cell, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                       text);
}

} // namespace keyway
