#pragma once

#include "core/catalogue/price.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QTableWidget;

namespace keyway {

/// What a user pays by contract, as rows that can be written over: a price of one model, or a
/// discount of one or all, with the days on which it holds.
class OwnTermsTable final : public QWidget {
    Q_OBJECT
public:
    enum Column {
        ModelColumn,
        InColumn,
        CachedColumn,
        OutColumn,
        ImageColumn,
        SecondColumn,
        PercentColumn,
        FromColumn,
        ToColumn,
        ColumnCount
    };

    /// `today` is the day from which a new row holds, in UTC.
    OwnTermsTable(const OwnTerms &terms, const QDate &today, QWidget *parent);

    /// What the rows say. Nothing where one of them is wrong: problem() says why.
    std::optional<OwnTerms> terms() const;
    /// Empty where all rows are right.
    QString problem() const;

    QTableWidget *table() const { return m_table; }
    QPushButton *addButton() const { return m_add; }
    QPushButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void changed();

private:
    struct Line {
        DatedPrice price; ///< as it was, with what the columns do not show
        Discount discount;
        QStringList shown; ///< the cells as they were; empty for a new row
    };

    void addLine(const Line &line, const QStringList &cells);
    QStringList cells(int row) const;
    void addEmpty();
    void removeCurrent();
    void adapt();
    QString read(int row, OwnTerms *terms) const;

    QDate m_today;
    QList<Line> m_lines; ///< one a row
    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace keyway
