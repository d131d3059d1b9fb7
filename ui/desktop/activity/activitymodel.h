#pragma once

#include "core/storage/audittrail.h"
#include "ui/desktop/rowwindows.h"

#include <QtCore/QAbstractTableModel>

namespace keyway {

/// The record, newest first, as a table of which only the windows that are looked at are read. A
/// row that is not there yet is empty; asking for it asks for its window.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, What, Details, By, Mark, ColumnCount };
    enum Role {
        IconRole = Qt::UserRole,
        SealRole ///< whether the entry closes a day
    };
    static constexpr int WindowRows = RowWindows<AuditEntry>::Rows;

    using QAbstractTableModel::QAbstractTableModel;

    /// What was read is forgotten. Where `more` is set they are the same entries with newer ones
    /// above them, and who looks at a row goes on looking at it.
    void setRows(int rows, bool more);
    /// Of the window that begins at `first`; an answer from before setRows() is not to be given.
    void setWindow(int first, const QList<AuditEntry> &entries);
    void forgetAsked() { m_windows.forgetAsked(); }
    /// Nothing while it is not read.
    const AuditEntry *entry(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void windowWanted(int first) const;

private:
    static QString text(const AuditEntry &entry, Column column);

    int m_rows = 0;
    mutable RowWindows<AuditEntry> m_windows;
};

} // namespace keyway
