#pragma once

#include "ui/widgets/paint.h"

#include <QtWidgets/QTableWidget>

namespace keyway {

/// What a cell shows beside its text.
enum class CellLook {
    Plain,
    Service, ///< ServiceRole: the service's tile before the text
    Pill, ///< StatusRole: the text as a pill of this Status
    Strip, ///< StripRole: a bar an hour, each a Status; the text is for screen readers
    Bead ///< a link of a chain; the text is for screen readers
};

/// A table to read: rows without a grid, one choice, the first column stretched unless told.
class AdminTable : public QTableWidget {
    Q_OBJECT
public:
    enum Role { LookRole = Qt::UserRole, ServiceRole, StatusRole, StripRole, IdRole };

    AdminTable(const QString &name, const QStringList &heads, QWidget *parent = nullptr);
    /// Figures stand at the right.
    void setRightColumns(const QList<int> &columns);
    void setStretched(int column);
    QTableWidgetItem *put(int row, int column, const QString &text,
                          CellLook look = CellLook::Plain);
    void putService(int row, int column, const QString &service, const QString &name);
    void putPill(int row, int column, Status status, const QString &word);
    void putStrip(int row, int column, const QList<Status> &states, const QString &spoken);
    /// After the rows were put: fits them, and is as high as they are.
    void fit();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QList<int> m_right;
    int m_stretched = 0;
};

} // namespace keyway
