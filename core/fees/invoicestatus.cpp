#include "core/fees/invoicestatus.h"

#include "core/base/names.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<InvoiceStatus, 7> names{{
    {InvoiceStatus::Open, "open"_L1},
    {InvoiceStatus::Issued, "issued"_L1},
    {InvoiceStatus::Due, "due"_L1},
    {InvoiceStatus::Overdue, "overdue"_L1},
    {InvoiceStatus::Paid, "paid"_L1},
    {InvoiceStatus::Credited, "credited"_L1},
    {InvoiceStatus::CarriedOver, "carried-over"_L1},
}};

} // namespace

QString nameOf(InvoiceStatus status)
{
    return nameIn(names, status);
}

std::optional<InvoiceStatus> invoiceStatusFromName(QStringView name)
{
    return valueIn(names, name);
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
