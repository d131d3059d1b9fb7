#pragma once

#include "core/fees/invoicestatus.h"
#include "core/fees/recomputation.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <functional>

namespace keyway::words {

/// The name of a service for people, by its id.
using ServiceNames = std::function<QString(const QString &service)>;

QString invoiceStatusWord(InvoiceStatus status); ///< "Open", "Paid", "Nothing to pay", ...
/// Why attempts bear no fee: "failed", "runs on this computer".
QString waiverWords(Waiver waiver);
/// What a line is of: "OpenAI", "OpenAI, failed", "Carried over from KW-2026-0371".
QString invoiceLineWords(const InvoiceLine &line, const QDate &invoiceMonth,
                         const ServiceNames &names, const QLocale &locale = {});
/// How the fee of a line comes about: "5%", "$0.001 each", "free"; empty where there is no rate.
QString invoiceRateWords(const InvoiceLine &line, const Invoice &invoice,
                         const QLocale &locale = {});
/// Where an invoice is not what the records come to, and how: a sentence or two.
QString invoiceDifferenceWords(const InvoiceDifference &difference, const QLocale &locale = {});

} // namespace keyway::words
