#include "core/fees/invoicestatus.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr InvoiceStatus allStatuses[] = {
    InvoiceStatus::Open, InvoiceStatus::Issued,   InvoiceStatus::Due,        InvoiceStatus::Overdue,
    InvoiceStatus::Paid, InvoiceStatus::Credited, InvoiceStatus::CarriedOver};

} // namespace

QString nameOf(InvoiceStatus status)
{
    switch (status) {
    case InvoiceStatus::Open:
        return u"open"_s;
    case InvoiceStatus::Issued:
        return u"issued"_s;
    case InvoiceStatus::Due:
        return u"due"_s;
    case InvoiceStatus::Overdue:
        return u"overdue"_s;
    case InvoiceStatus::Paid:
        return u"paid"_s;
    case InvoiceStatus::Credited:
        return u"credited"_s;
    case InvoiceStatus::CarriedOver:
        return u"carried-over"_s;
    }
    return {};
}

std::optional<InvoiceStatus> invoiceStatusFromName(QStringView name)
{
    for (const InvoiceStatus status : allStatuses) {
        if (nameOf(status) == name)
            return status;
    }
    return std::nullopt;
}

qint64 openCents(const Invoice &invoice, const InvoiceAccount &account)
{
    return std::max<qint64>(0, invoice.payableCents() - account.paidCents - account.creditedCents);
}

InvoiceStatus statusOf(const Invoice &invoice, const InvoiceAccount &account, const QDate &today,
                       const PaymentTerms &terms)
{
    if (invoice.number.isEmpty())
        return InvoiceStatus::Open;
    if (invoice.carried)
        return InvoiceStatus::CarriedOver;
    if (invoice.kind == Invoice::Kind::CreditNote)
        return InvoiceStatus::Credited;
    if (account.creditedCents >= invoice.totalCents)
        return InvoiceStatus::Credited;
    if (openCents(invoice, account) == 0)
        return InvoiceStatus::Paid;
    const qint64 days = invoice.issuedOn.daysTo(today);
    if (days >= terms.overdueAfterDays)
        return InvoiceStatus::Overdue;
    return days >= terms.dueAfterDays ? InvoiceStatus::Due : InvoiceStatus::Issued;
}

} // namespace keyway
