#include "monthstable.h"

#include "ui/desktop/invoices/invoiceview.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/paint.h"
#include "ui/words/dates.h"
#include "ui/words/invoices.h"
#include "ui/words/money.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

enum Column { Month, Standing, Fee, Columns };
enum Role { NumberRole = Qt::UserRole, BelowRole, StateRole };
constexpr int RowHeight = 46, CellPadding = 4, MostRows = 8;

class MonthDelegate : public QStyledItemDelegate {
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
        const QRectF cell = QRectF(option.rect).adjusted(CellPadding, 0, -CellPadding, 0);
        if (index.column() == Standing)
            paintState(*painter, cell, theme, index);
        else if (index.column() == Month)
            paintMonth(*painter, cell, theme, index);
        else
            paintFee(*painter, cell, theme, index);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const QString text = index.data().toString();
        if (index.column() == Standing) {
            const QSizeF pill = paint::pillSize(theme, text);
            return {int(pill.width()) + 2 * CellPadding, forText(RowHeight)};
        }
        const QFontMetrics metrics(theme.font(TextStyle::Body, QFont::DemiBold));
        return {metrics.horizontalAdvance(text) + 2 * CellPadding, forText(RowHeight)};
    }

private:
    static void paintState(QPainter &painter, const QRectF &cell, const Theme &theme,
                           const QModelIndex &index)
    {
        const QString word = index.data().toString();
        const auto status = static_cast<Status>(index.data(StateRole).toInt());
        const QSizeF size = paint::pillSize(theme, word);
        paint::pill(painter, {cell.left(), cell.center().y() - size.height() / 2}, theme, status,
                    word);
    }

    static void paintMonth(QPainter &painter, const QRectF &cell, const Theme &theme,
                           const QModelIndex &index)
    {
        const auto line = [&](const QRectF &rect, Qt::AlignmentFlag side, const QFont &font,
                              Token color, const QString &text) {
            painter.setFont(font);
            painter.setPen(theme.color(color));
            painter.drawText(rect, Qt::AlignLeft | side,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight,
                                                              static_cast<int>(rect.width())));
        };
        const qreal middle = cell.center().y();
        line({cell.left(), cell.top(), cell.width(), middle - cell.top()}, Qt::AlignBottom,
             theme.font(TextStyle::Body), Token::TextPrimary, index.data().toString());
        line({cell.left(), middle + 1, cell.width(), cell.bottom() - middle - 1}, Qt::AlignTop,
             theme.font(TextStyle::Small), Token::TextSecondary, index.data(BelowRole).toString());
    }

    static void paintFee(QPainter &painter, const QRectF &cell, const Theme &theme,
                         const QModelIndex &index)
    {
        painter.setFont(theme.font(TextStyle::Body, QFont::DemiBold));
        painter.setPen(theme.color(Token::TextPrimary));
        paint::tabularText(painter, cell, Qt::AlignRight | Qt::AlignVCenter,
                           index.data().toString());
    }
};

} // namespace

QString monthAndYear(const QDate &month)
{
    return MonthsTable::tr("%1 %2", "month, year")
        .arg(words::monthName(month), QString::number(month.year()));
}

MonthsTable::MonthsTable(QWidget *parent)
    : QTableWidget(0, Columns, parent)
{
    setItemDelegate(new MonthDelegate(this));
    setAccessibleName(tr("Months"));
    setHorizontalHeaderLabels({tr("Month"), tr("Status"), tr("Fee")});
    horizontalHeaderItem(Fee)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Month, QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(forText(320));
}

void MonthsTable::clearMonths()
{
    setRowCount(0);
}

void MonthsTable::addMonth(const Invoice &invoice, InvoiceStatus status)
{
    const int row = rowCount();
    insertRow(row);
    const QString texts[Columns] = {monthAndYear(invoice.month), words::invoiceStatusWord(status),
                                    words::money(Money::fromCents(invoice.totalCents))};
    for (int column = 0; column < Columns; ++column) {
        auto *cell = new QTableWidgetItem(texts[column]);
        cell->setData(NumberRole, invoice.number);
        setItem(row, column, cell);
    }
    const QString below = invoice.number.isEmpty() ? tr("so far") : invoice.number;
    item(row, Month)->setData(BelowRole, below);
    item(row, Month)->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(texts[Month], below));
    item(row, Standing)->setData(StateRole, static_cast<int>(pillOf(status)));
    updateGeometry();
}

QString MonthsTable::number(int row) const
{
    return item(row, Month)->data(NumberRole).toString();
}

QSize MonthsTable::sizeHint() const
{
    const int rows = std::clamp(rowCount(), 1, MostRows);
    return {forText(340),
            horizontalHeader()->sizeHint().height() + rows * forText(RowHeight) + 2 * frameWidth()};
}

} // namespace keyway
