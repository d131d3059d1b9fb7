#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/fees/planhistory.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway {

/// Totals below this are carried to the next invoice.
inline constexpr qint64 leastInvoicedCents = 50;

/// One line of an invoice. What it comes to is `fee`; the platform cost is for information and was
/// paid to the service.
struct InvoiceLine {
    enum class Kind {
        Usage, ///< attempts at one service in one month, alike in bearing a fee or not
        Fixed, ///< the plan's price of the month
        Carried, ///< the sum of an earlier invoice that was too small to be asked for
        Credit ///< on a credit note: an amount that is given back
    };
    Kind kind = Kind::Usage;
    QDate month; ///< first day; before the invoice's own month: an adjustment for late records
    QString service;
    std::optional<Waiver> waiver; ///< why the line comes to nothing
    bool ownPrices = false; ///< at prices of the user's own, which nobody can check
    qint64 attempts = 0;
    qint64 requests = 0; ///< different ones
    Money platformCost;
    Money fee;
    QByteArray digest; ///< of the attempts, see InvoiceBuilder
    QString refersTo; ///< the number of the invoice that is carried or credited

    friend bool operator==(const InvoiceLine &, const InvoiceLine &) = default;
};
QString nameOf(InvoiceLine::Kind kind);

/// An invoice for one account and month, or a credit note to one: what is signed, and never changes
/// once it has a number. How it stands (paid, due, ...) is kept beside it, see InvoiceStatus. All
/// amounts are exact in nano-dollars; cents are rounded once, half up, at the total.
struct Invoice {
    enum class Kind { Invoice, CreditNote };
    Kind kind = Kind::Invoice;
    QString number; ///< `KW-2026-0418`; empty while the month is open
    Id account;
    QDate month; ///< first day
    QDate issuedOn; ///< UTC; nothing while the month is open
    QDateTime billedFrom; ///< sign-up, UTC: nothing before it bears a fee
    /// By first day: the plan of the month and of every month that has an adjustment.
    QMap<QDate, FeePolicy> plans;
    QList<InvoiceLine> lines;
    Money sum; ///< of the lines
    int taxBasisPoints = 0; ///< on the sum; 1900 is 19 %
    qint64 totalCents = 0; ///< sum and tax, rounded once
    bool carried = false; ///< nothing to pay: the sum is a line of the next invoice
    QString corrects; ///< of a credit note: the number of the invoice
    QString reason; ///< of a credit note, for people
    QByteArray previous; ///< hash of the account's document before; empty for the first

    qint64 netCents() const { return sum.cents(); }
    qint64 taxCents() const { return totalCents - netCents(); }
    qint64 payableCents() const { return carried ? 0 : totalCents; }

    QJsonObject toJson() const;
    /// Strict: fields that are not known are refused. Whether sums are right is not asked here, see
    /// recompute(). Error: Rejected, `bad-invoice`, detail names the field.
    static Result<Invoice> fromJson(const QJsonObject &json);
    /// The bytes that are hashed and signed: toJson() as compact UTF-8, keys sorted, numbers whole.
    QByteArray canonical() const;
    QByteArray hash() const; ///< SHA-256 of canonical(), 32 bytes

    friend bool operator==(const Invoice &, const Invoice &) = default;
};

/// Sets the total from lines and tax, and whether it is carried.
void sumUp(Invoice &invoice);

/// `KW-2026-0418`, of a year's series without gaps; four digits or more.
QString invoiceNumber(const QString &prefix, int year, qint64 sequence);

/// An invoice with its proof. The signature is Ed25519 over Invoice::canonical().
struct SignedInvoice {
    Invoice invoice;
    QByteArray hash; ///< 32 bytes
    QByteArray signature; ///< 64 bytes
    QString keyId; ///< which key signed it, see keyIdOf() of core/base/signature.h
    friend bool operator==(const SignedInvoice &, const SignedInvoice &) = default;
};

/// One attempt on an invoice, so that a difference can be named.
struct InvoiceEntry {
    Id recordId;
    qsizetype line = 0; ///< index in Invoice::lines
    Money fee;
    QByteArray digest; ///< digestOf() the record
    friend bool operator==(const InvoiceEntry &, const InvoiceEntry &) = default;
};

} // namespace keyway
