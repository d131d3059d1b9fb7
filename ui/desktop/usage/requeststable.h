#pragma once

#include <QtWidgets/QTableView>

namespace keyway {

class RequestsModel;

/// The table of requests: rows of 30 px with the tile of their service, no grid. Enter or a double
/// click opens the details; Ctrl+C copies the chosen rows as tabs and lines.
class RequestsTable : public QTableView {
    Q_OBJECT
public:
    explicit RequestsTable(RequestsModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(int row);
    /// The row with the focus is another one.
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void copy() const;
    void fitColumns();

    RequestsModel *m_model;
};

} // namespace keyway
