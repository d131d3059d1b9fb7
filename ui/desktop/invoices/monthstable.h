#pragma once

#include "core/wire/invoicemessage.h"

#include <QtWidgets/QTableWidget>

namespace keyway {

/// The months that were billed, newest first, above them the one that runs: month and number, how
/// the invoice stands, the fee. As high as its rows, up to eight of them.
class MonthsTable : public QTableWidget {
    Q_OBJECT
public:
    explicit MonthsTable(QWidget *parent = nullptr);

    void clearMonths();
    void addMonth(const Invoice &invoice, InvoiceStatus status);
    /// The number of the invoice in that row; empty for the running month.
    QString number(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {minimumWidth(), sizeHint().height()}; }
};

/// `October 2026`
QString monthAndYear(const QDate &month);

} // namespace keyway
