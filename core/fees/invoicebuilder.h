#pragma once

#include "core/fees/invoice.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QHash>
#include <QtCore/QSet>

#include <map>
#include <memory>
#include <tuple>

namespace keyway {

/// An earlier invoice that was too small to be asked for.
struct CarriedSum {
    QString number;
    QDate month; ///< of that invoice
    Money amount;
    friend bool operator==(const CarriedSum &, const CarriedSum &) = default;
};

/// What an invoice is made from, beside the records.
struct InvoiceTerms {
    Id account;
    QDate month; ///< any day of it
    PlanHistory plans{FeePolicy(), QDate(1970, 1, 1)};
    QDateTime billedFrom; ///< sign-up
    int taxBasisPoints = 0;
    std::optional<CarriedSum> carried;
    /// Requests whose flat fee is on earlier invoices: a late attempt of one is a duplicate.
    QSet<Id> chargedRequests;
};

/// Adds up one month: pure, and the same on every computer. Records come one by one, ascending by
/// their id; a repeated id counts once. Those of the month become its lines, those of earlier
/// months adjustments under the plan of their own month, those of later months are left out. Memory
/// grows with the number of records, about 150 bytes for each.
///
/// A line's digest is the SHA-256 of its records in their order, each as record id, digest in
/// hexadecimal digits and fee in nano-dollars by appendField().
class InvoiceBuilder {
public:
    explicit InvoiceBuilder(InvoiceTerms terms);

    void add(const UsageRecord &record);
    /// Lines in the order: usage of the month, adjustments by month (each by service, what bears a
    /// fee before what does not), the plan's price, what is carried. Without number and proof.
    Invoice finish();
    /// Of every record, in the order they came; after finish().
    const QList<InvoiceEntry> &entries() const { return m_entries; }
    /// Requests whose flat fee is on this invoice.
    const QSet<Id> &newlyCharged() const { return m_newlyCharged; }

private:
    /// Adjustments last; then month, service, reason (none first), own prices.
    using Key = std::tuple<bool, QDate, QString, int, bool>;
    struct Group {
        InvoiceLine line;
        QCryptographicHash digest{QCryptographicHash::Sha256};
        QSet<Id> requests;
        QList<qsizetype> entries;
    };

    AttemptFee feeOf(const UsageRecord &record);

    InvoiceTerms m_terms;
    Invoice m_invoice;
    std::map<Key, std::unique_ptr<Group>> m_groups;
    QList<InvoiceEntry> m_entries;
    QSet<Id> m_newlyCharged;
    Id m_last;
};

/// An invoice and what it is made of.
struct InvoiceDraft {
    Invoice invoice;
    QList<InvoiceEntry> entries;
};
/// InvoiceBuilder for records in any order.
InvoiceDraft buildInvoice(const InvoiceTerms &terms, QList<UsageRecord> records);

/// Whether there is nothing to say: a month without attempts and price needs no invoice, and what
/// is carried to it goes on to the next, unless it is enough to be asked for.
bool isEmpty(const Invoice &invoice);

/// Gives back an invoice, or a part of it: at most what is not given back yet, see
/// `alreadyCredited`. Error: Rejected, `too-much-credited` or `not-creditable` (a credit note, a
/// carried invoice, an amount that is not above zero).
Result<Invoice> creditNote(const Invoice &invoice, Money amount, Money alreadyCredited,
                           const QString &reason);

} // namespace keyway
