#pragma once

#include "core/wire/invoicemessage.h"
#include "ui/words/invoices.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

namespace keyway::words {

/// An invoice as it is read, on paper, in a window or in a terminal: the same lines everywhere.
struct InvoiceSheet {
    QString title; ///< "Invoice KW-2026-0418"
    QString status; ///< "Paid"
    QStringList facts; ///< month, day of issue, whom it is for
    QStringList head; ///< of the lines: service, requests, platform cost, rate, fee
    QList<QStringList> lines; ///< the sum is the last one
    QList<QStringList> totals; ///< what it is, and how much; what is to be paid is the last one
    QStringList notes; ///< sentences
    QString proof; ///< the key and the hash by which it is checked
};

InvoiceSheet invoiceSheet(const InvoiceMessage &message, const ServiceNames &names,
                          const QLocale &locale = {});

} // namespace keyway::words
