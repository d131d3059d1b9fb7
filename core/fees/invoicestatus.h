#pragma once

#include "core/fees/invoice.h"

namespace keyway {

/// How an invoice stands on a day. Nothing of this is part of the signed document.
enum class InvoiceStatus {
    Open, ///< the month runs, or waits for late records
    Issued, ///< on the day it was issued
    Due,
    Overdue,
    Paid,
    Credited, ///< given back in whole
    CarriedOver ///< too small to be asked for: in the next one
};
QString nameOf(InvoiceStatus status); ///< `open`, `carried-over`, ...
std::optional<InvoiceStatus> invoiceStatusFromName(QStringView name);

/// Days from the day of issue on.
struct PaymentTerms {
    int dueAfterDays = 1;
    int overdueAfterDays = 14;
};

/// What happened to an invoice since.
struct InvoiceAccount {
    qint64 paidCents = 0;
    qint64 creditedCents = 0; ///< above zero: given back
    Money credited; ///< the same before tax and rounding
    std::optional<QDate> paidOn; ///< when the last of it came
    friend bool operator==(const InvoiceAccount &, const InvoiceAccount &) = default;
};

/// What is left to be paid; never below zero.
qint64 openCents(const Invoice &invoice, const InvoiceAccount &account);
InvoiceStatus statusOf(const Invoice &invoice, const InvoiceAccount &account, const QDate &today,
                       const PaymentTerms &terms = {});

} // namespace keyway
