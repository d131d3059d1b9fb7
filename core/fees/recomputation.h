#pragma once

#include "core/fees/invoice.h"

#include <functional>
#include <optional>

namespace keyway {

/// Whether `signature` is one of `message` by the key that is trusted. See core/base/signature.h.
using SignatureCheck = std::function<bool(const QByteArray &message, const QByteArray &signature)>;

/// Where an invoice and its recomputation first differ, from the smallest part to the whole.
struct InvoiceDifference {
    enum class Where {
        Record, ///< a record is missing, was changed, or bears another fee; see recordId
        Line, ///< the records are right, a line made of them is not; see line
        Total, ///< the lines are right, their sum, tax, total or its carrying is not
        Document, ///< a plan is not the account's, or of a month that no line belongs to
        Chain, ///< it does not follow the account's document before
        Signature ///< hash or signature do not fit: something no record tells was changed
    };
    Where where = Where::Signature;
    Id recordId; ///< for Record
    qsizetype line = -1; ///< index in Invoice::lines; for Record and Line
    QString
        field; ///< `missing`, `changed`, `later-month`, `fee_nano`, `sum_nano`, `signature`, ...
    QString expected; ///< by the recomputation
    QString found; ///< on the invoice

    friend bool operator==(const InvoiceDifference &, const InvoiceDifference &) = default;
};
QString nameOf(InvoiceDifference::Where where); ///< `record`, `line`, ...

/// What an invoice is checked against.
struct InvoiceEvidence {
    QList<InvoiceEntry> entries; ///< the attempts that the server says are on it
    QList<UsageRecord> records; ///< from the ledger; those that are not on the invoice are left out
    std::optional<PlanHistory> plans; ///< of the account, where it is known
    /// The account's document before this one; nothing for the first.
    std::optional<SignedInvoice> previous;
    /// The invoice whose sum is carried to this one; often `previous`.
    std::optional<SignedInvoice> carried;
    SignatureCheck signature;
};

/// Builds the invoice again from the records and compares every field; then follows the chain, and
/// checks hash and signature. Nothing where all is the same. Pure but for the signature check.
std::optional<InvoiceDifference> recompute(const SignedInvoice &invoice,
                                           const InvoiceEvidence &evidence);

} // namespace keyway
