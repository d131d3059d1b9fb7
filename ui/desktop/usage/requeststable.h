#pragma once

#include "ui/desktop/usage/requestsmodel.h"

#include <QtWidgets/QTableView>

class QMenu;

namespace keyway {

/// The table of requests: rows of 30 px with the tile of their service, no grid. Enter or a double
/// click opens the details; a press on a head sorts: figures and times the largest first, then the
/// other way, then as at first; Ctrl+C copies the chosen rows, Ctrl+Shift+C the cell. Columns are
/// chosen in a menu and moved by dragging their heads.
class RequestsTable : public QTableView {
    Q_OBJECT
public:
    explicit RequestsTable(RequestsModel *model, QWidget *parent = nullptr);

    /// Which columns there are, by what to sort, and back to the usual; also at the heads.
    QMenu *columnsMenu() const { return m_menu; }
    /// In the order in which they are seen.
    QList<RequestsModel::Column> shownColumns() const;
    /// What the user did to the columns, as it may be kept: their names in the order in which they
    /// stand, `+` before one that was put in and `-` before one that was taken out.
    QStringList arrangement() const;
    /// Names that are not known are passed over, and columns that are not named stand behind.
    void arrange(const QStringList &arrangement);
    /// Rows of the selection, ascending.
    QList<int> chosenRows() const;
    void showOrder(const RecordOrder &order);
    /// Makes a row the current one, and brings it into view where that is wanted.
    void chooseRow(int row, bool reveal);

Q_SIGNALS:
    void opened(int row);
    /// The row with the focus is another one.
    void currentRowChanged(int row);
    void orderWanted(const keyway::RecordOrder &order);
    /// The chosen rows, which may not be read yet, are to go to the clipboard.
    void copyRequested();
    /// By the user.
    void arranged(const QStringList &arrangement);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void makeMenu();
    void updateMenu();
    void sortBy(RequestsModel::Column column);
    void chooseColumn(RequestsModel::Column column, bool shown);
    void resetColumns();
    void tellArrangement();
    void copyCell() const;
    void fitColumns();

    RequestsModel *m_model;
    QMenu *m_menu;
    QList<RequestsModel::Column> m_taken, m_put; ///< out and in by the user, whatever the width
    bool m_arranging = false;
};

} // namespace keyway
