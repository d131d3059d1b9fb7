#include "requeststable.h"

#include "ui/desktop/usage/requestsmodel.h"
#include "ui/widgets/paint.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int RowHeight = 30, TileSide = 20, CellPadding = 4; ///< as in the header

Token tokenOf(RequestsModel::Tone tone)
{
    switch (tone) {
    case RequestsModel::Tone::Muted:
        return Token::TextSecondary;
    case RequestsModel::Tone::Good:
        return Token::StatusActiveText;
    case RequestsModel::Tone::Warning:
        return Token::StatusDegradedText;
    case RequestsModel::Tone::Problem:
        return Token::DangerText;
    case RequestsModel::Tone::Usual:
        break;
    }
    return Token::TextPrimary;
}

class RequestDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(option.rect,
                          theme.color(selected ? Token::BgSelected : Token::BgSurface));
        painter->setPen(theme.color(Token::BorderSubtle));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRectF cell = QRectF(option.rect).adjusted(CellPadding, 0, -CellPadding, 0);
        if (index.column() == RequestsModel::Service) {
            const QString id = index.data(RequestsModel::ServiceRole).toString();
            if (!id.isEmpty()) {
                const QString name = index.data(RequestsModel::ServiceNameRole).toString();
                paint::tile(*painter,
                            {cell.left(), cell.center().y() - TileSide / 2.0, TileSide, TileSide},
                            theme, theme.service(id, name));
            }
            cell.adjust(TileSide + 8, 0, 0, 0);
        }
        const bool bold = index.column() == RequestsModel::Cost;
        painter->setFont(bold ? theme.font(TextStyle::Body, QFont::DemiBold)
                              : theme.font(TextStyle::Body));
        const auto tone
            = static_cast<RequestsModel::Tone>(index.data(RequestsModel::ToneRole).toInt());
        painter->setPen(theme.color(tokenOf(tone)));
        const QString text = painter->fontMetrics().elidedText(
            index.data().toString(), Qt::ElideRight, static_cast<int>(cell.width()));
        const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
        paint::tabularText(*painter, cell, alignment, text);
        painter->restore();
    }
};

/// The least that a column needs, and how the room that is left is shared.
struct Share {
    RequestsModel::Column column;
    int least, part;
};
constexpr Share shares[] = {
    {RequestsModel::Time, 122, 1},    {RequestsModel::Service, 140, 3},
    {RequestsModel::Model, 118, 3},   {RequestsModel::In, 62, 0},
    {RequestsModel::Out, 82, 0},      {RequestsModel::Took, 70, 0},
    {RequestsModel::RoutedBy, 88, 1}, {RequestsModel::App, 110, 0},
    {RequestsModel::Cost, 84, 0},     {RequestsModel::Says, 108, 1},
};
/// Left out in a narrow page, the first one first.
constexpr RequestsModel::Column spare[]
    = {RequestsModel::App, RequestsModel::RoutedBy, RequestsModel::Took,
       RequestsModel::In,  RequestsModel::Says,     RequestsModel::Out};

} // namespace

RequestsTable::RequestsTable(RequestsModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
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
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
}

void RequestsTable::fitColumns()
{
    QList<RequestsModel::Column> hidden;
    const auto widthOf = [&hidden] {
        int width = 0;
        for (const Share &share : shares)
            width += hidden.contains(share.column) ? 0 : share.least;
        return width;
    };
    const int room = viewport()->width();
    for (const RequestsModel::Column column : spare) {
        if (widthOf() > room)
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
    if (event->matches(QKeySequence::Copy))
        return copy();
    QTableView::keyPressEvent(event);
}

void RequestsTable::copy() const
{
    QStringList lines;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < RequestsModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace keyway
