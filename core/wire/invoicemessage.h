#pragma once

#include "core/fees/invoice.h"
#include "core/fees/invoicestatus.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// An issued invoice or credit note as it travels: the document with its proof, and how it stands.
struct InvoiceMessage {
    SignedInvoice document;
    InvoiceStatus status = InvoiceStatus::Issued;
    InvoiceAccount account;

    QJsonObject toJson() const;
    /// Strict: fields that are not known are refused. Whether the proof is good is not asked here.
    /// Error: Rejected, `bad-invoice`, detail names the field.
    static Result<InvoiceMessage> fromJson(const QJsonObject &json);
    friend bool operator==(const InvoiceMessage &, const InvoiceMessage &) = default;
};

/// `{"invoices": [...]}`. Error: Rejected, `bad-invoice`.
QJsonObject invoicesJson(const QList<InvoiceMessage> &invoices);
Result<QList<InvoiceMessage>> invoicesFrom(const QJsonObject &json);

/// `{"entries": [...]}`: the attempts on an invoice. Error: Rejected, `bad-invoice`.
QJsonObject invoiceEntriesJson(const QList<InvoiceEntry> &entries);
Result<QList<InvoiceEntry>> invoiceEntriesFrom(const QJsonObject &json);

} // namespace keyway
