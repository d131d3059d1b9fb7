#include "admintable.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int Tile = 20, Gap = 8, Side = 10;
constexpr int Bar = 5; ///< of a strip, with its gap
constexpr int BarHeight = 18;

class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        const auto look = index.data(AdminTable::LookRole).value<CellLook>();
        if (look == CellLook::Service)
            size.rwidth() += Tile + Gap;
        else if (look == CellLook::Pill)
            size.setWidth(int(paint::pillSize(theme, index.data().toString()).width()) + 2 * Side);
        else if (look == CellLook::Strip)
            size.setWidth(int(index.data(AdminTable::StripRole).toList().size()) * Bar + 2 * Side);
        else if (look == CellLook::Bead)
            size.setWidth(28);
        size.setHeight(qMax(36, size.height()));
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto look = index.data(AdminTable::LookRole).value<CellLook>();
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const QString text = own.text;
        if (look != CellLook::Plain)
            own.text.clear();
        const QWidget *widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, widget);
        const Theme &theme = themeOf(widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme.color(Token::BorderSubtle));
        const QRect area = option.rect.adjusted(Side, 0, -Side, 0);
        const int middle = area.center().y();
        if (look == CellLook::Service) {
            paint::tile(*painter, QRectF(area.left(), middle - Tile / 2, Tile, Tile), theme,
                        theme.service(index.data(AdminTable::ServiceRole).toString(), text));
            painter->setPen(theme.color(Token::TextPrimary));
            painter->setFont(option.font);
            const QRect words = area.adjusted(Tile + Gap, 0, 0, 0);
            painter->drawText(
                words, Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        } else if (look == CellLook::Pill) {
            const QSizeF size = paint::pillSize(theme, text);
            paint::pill(*painter, QPointF(area.left(), middle - size.height() / 2), theme,
                        index.data(AdminTable::StatusRole).value<Status>(), text);
        } else if (look == CellLook::Strip) {
            paintStrip(*painter, theme, area, index.data(AdminTable::StripRole).toList());
        } else if (look == CellLook::Bead) {
            paintBead(*painter, theme, option.rect);
        }
        painter->restore();
    }

private:
    static void paintStrip(QPainter &painter, const Theme &theme, const QRect &area,
                           const QVariantList &states)
    {
        qreal left = area.left();
        for (const QVariant &state : states) {
            const auto status = state.value<Status>();
            // Nobody asked: a low mark, so that silence does not look like trouble.
            const int height = status == Status::Disabled ? 4 : BarHeight;
            painter.fillRect(
                QRectF(left, area.center().y() + BarHeight / 2 - height, Bar - 1, height),
                theme.color(lookOf(status).mark));
            left += Bar;
        }
    }

    static void paintBead(QPainter &painter, const Theme &theme, const QRect &cell)
    {
        const QPointF middle = QRectF(cell).center();
        painter.setPen(QPen(theme.color(Token::StatusActiveMark), 1.5));
        painter.drawLine(QPointF(middle.x(), cell.top()), QPointF(middle.x(), cell.bottom() + 1));
        painter.setBrush(theme.color(Token::StatusActiveBg));
        painter.drawEllipse(middle, 4, 4);
    }
};

} // namespace

AdminTable::AdminTable(const QString &name, const QStringList &heads, QWidget *parent)
    : QTableWidget(0, int(heads.size()), parent)
{
    setAccessibleName(name);
    setHorizontalHeaderLabels(heads);
    setItemDelegate(new CellDelegate(this));
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AdminTable::setRightColumns(const QList<int> &columns)
{
    m_right = columns;
    for (const int column : columns)
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void AdminTable::setStretched(int column)
{
    m_stretched = column;
}

QTableWidgetItem *AdminTable::put(int row, int column, const QString &text, CellLook look)
{
    auto *item = new QTableWidgetItem(text);
    item->setData(LookRole, QVariant::fromValue(look));
    item->setTextAlignment((m_right.contains(column) ? Qt::AlignRight : Qt::AlignLeft)
                           | Qt::AlignVCenter);
    setItem(row, column, item);
    return item;
}

void AdminTable::putService(int row, int column, const QString &service, const QString &name)
{
    put(row, column, name, CellLook::Service)->setData(ServiceRole, service);
}

void AdminTable::putPill(int row, int column, Status status, const QString &word)
{
    put(row, column, word, CellLook::Pill)->setData(StatusRole, QVariant::fromValue(status));
}

void AdminTable::putStrip(int row, int column, const QList<Status> &states, const QString &spoken)
{
    QVariantList list;
    for (const Status status : states)
        list.append(QVariant::fromValue(status));
    put(row, column, spoken, CellLook::Strip)->setData(StripRole, list);
}

void AdminTable::fit()
{
    resizeColumnsToContents();
    resizeRowsToContents();
    horizontalHeader()->setSectionResizeMode(m_stretched, QHeaderView::Stretch);
    updateGeometry();
}

QSize AdminTable::sizeHint() const
{
    return {QTableWidget::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2};
}

QSize AdminTable::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

} // namespace keyway
