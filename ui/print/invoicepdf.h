#pragma once

#include "core/base/result.h"
#include "ui/words/invoicesheet.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

namespace keyway::print {

/// Writes an invoice as PDF, text as text: on Letter where the locale measures in inches, else on
/// A4. Wants a QGuiApplication. Error: Storage, `cannot-write`.
Result<Done> writeInvoicePdf(const words::InvoiceSheet &sheet, const QString &path,
                             const QLocale &locale = {});

} // namespace keyway::print
