#pragma once

#include "core/storage/recordrows.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QSet>

namespace keyway {

/// The attempts of a month as a table of which only the windows that are looked at
/// are read. A row that is not there yet is empty; asking for it asks for its window.
class RequestsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Service, Model, In, Out, Took, RoutedBy, App, Cost, Says, ColumnCount };
    enum Role { ServiceRole = Qt::UserRole, ServiceNameRole, ToneRole };
    enum class Tone { Usual, Muted, Good, Warning, Problem };
    static constexpr int WindowRows = 100;
    static constexpr int WindowsKept = 20; ///< those around the last one asked for

    using QAbstractTableModel::QAbstractTableModel;

    /// What was read is forgotten. Where `more` is set they are the same records with newer ones
    /// above them, and who looks at a row goes on looking at it.
    void setRows(int rows, const QHash<QString, QString> &serviceNames, bool more);
    /// Of the window that begins at `first`; an answer from before setRows() is not to be given.
    void setWindow(int first, const QList<UsageRecord> &records);
    /// A window that could not be read is asked for again when it is looked at.
    void forgetAsked() { m_asked.clear(); }
    /// Told in the head; who gives the rows sorts them.
    void setOrder(const RecordOrder &order);
    const RecordOrder &order() const { return m_order; }
    /// Nothing while it is not read.
    const UsageRecord *record(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString headText(Column column);
    static bool isFigure(Column column);
    /// As it stands in the table.
    QString text(const UsageRecord &record, Column column) const;
    /// For other programs: dot decimals, no signs of money, milliseconds, local time.
    QString rawText(const UsageRecord &record, Column column) const;

Q_SIGNALS:
    void windowWanted(int first) const;

private:
    Tone tone(const UsageRecord &record, Column column) const;

    int m_rows = 0;
    RecordOrder m_order;
    QHash<QString, QString> m_names;
    QHash<int, QList<UsageRecord>> m_windows; ///< by first row
    mutable QSet<int> m_asked;
};

} // namespace keyway
