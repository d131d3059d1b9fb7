#pragma once

#include "ui/theme/token.h"

#include <QtGui/QFont>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>

namespace keyway {

class Theme;

/// A table of rows without a grid, whose columns share the width that there is. Enter or a double
/// click opens a row.
class RowTable : public QTableView {
    Q_OBJECT
public:
    RowTable(QAbstractItemModel *model, int rowHeight, QWidget *parent = nullptr);

    /// The least that a column needs, and how the room that is left is shared.
    struct Column {
        int index, least, part;
    };
    /// `spare` are left out in a narrow table, the first one first.
    void setColumns(const QList<Column> &columns, const QList<int> &spare);

Q_SIGNALS:
    void opened(int row);
    /// The row with the focus is another one.
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitColumns();

    QList<Column> m_columns;
    QList<int> m_spare;
};

/// Draws a cell of a RowTable: its ground, and what a subclass puts on it.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// `cell` is without the padding.
    virtual void paintCell(QPainter &painter, const Theme &theme, const QRectF &cell,
                           const QModelIndex &index) const = 0;
    /// The text of the cell, shortened to it, digits of equal width.
    static void paintText(QPainter &painter, const Theme &theme, const QRectF &cell,
                          const QModelIndex &index, Token color,
                          QFont::Weight weight = QFont::Normal);
};

} // namespace keyway
