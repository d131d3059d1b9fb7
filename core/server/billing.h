#pragma once

#include "core/base/signature.h"
#include "core/fees/invoicebuilder.h"
#include "core/server/billingrules.h"
#include "core/wire/invoicemessage.h"

#include <QtCore/QDate>
#include <QtCore/QList>

#include <optional>

namespace keyway::server {

class SqlConnection;

/// Money that came in, as a provider of payments tells it, or a person who marks it by hand.
struct Payment {
    QString number; ///< of the invoice
    qint64 cents = 0; ///< above zero
    QString provider; ///< `manual`, ...
    QString reference; ///< the provider's own; the same one is counted once
};

/// Invoices and payments of accounts, on the connection of one thread. Any number of servers
/// may close the same months at the same time: a record is on one invoice, numbers have no gap.
/// Invoices, their entries, numbers and payments cannot be updated or deleted, which the database
/// itself sees to. Errors: Storage; Auth, `bad-token`, for an account that is gone.
class Billing {
public:
    static constexpr int mostEntries = 1'000'000'000;

    Billing(SqlConnection &sql, const SigningKey &key, BillingRules rules);

    /// Issues the invoices of all months that are over for longer than the grace, in their order;
    /// those that are new. Months in which there was nothing have none.
    Result<QList<SignedInvoice>> closeDue(const Id &account, const QDate &today);
    /// What the first month that is not closed comes to so far, late records included.
    Result<Invoice> openMonth(const Id &account);
    /// Gives back a part or all of an invoice. Error: as of creditNote(); Rejected,
    /// `no-such-invoice`.
    Result<SignedInvoice> credit(const Id &account, const QString &number, Money amount,
                                 const QString &reason, const QDate &today);

    /// Oldest first, credit notes among them: the account's chain.
    Result<QList<InvoiceMessage>> invoices(const Id &account, const QDate &today);
    /// One of them. Error: Rejected, `no-such-invoice`.
    Result<InvoiceMessage> invoice(const Id &account, const QString &number, const QDate &today);
    /// By record id, those behind `after`, at most so many. Error: Rejected, `no-such-invoice`.
    Result<QList<InvoiceEntry>> entries(const Id &account, const QString &number,
                                        const Id &after = {}, int limit = mostEntries);
    /// Whose invoice or credit note it is. Error: Rejected, `no-such-invoice`.
    Result<Id> accountOf(const QString &number);

    /// Saying the same again changes nothing. Error: Rejected, `no-such-invoice`, `bad-amount`.
    Result<Done> recordPayment(const Id &account, const Payment &payment, const QDateTime &now);

private:
    struct Standing {
        QDateTime signedUp;
        QDate nextMonth; ///< the first that is not closed
        qint64 openFrom = 0; ///< the first record that may not be on an invoice
        QByteArray lastHash;
        qint64 lastSequence = 0;
        std::optional<CarriedSum> carried;
    };
    struct Built {
        InvoiceDraft draft;
        QList<Id> requests; ///< of the entries, in their order
    };

    Result<Standing> standing(const Id &account);
    Result<Done> readMark(const Id &account, Standing &standing);
    Result<Done> keepMark(const Id &account, const Standing &standing, qint64 lastRecord);
    Result<Built> build(const Id &account, const Standing &standing);
    Result<QSet<Id>> chargedRequests(const Id &account, const QSet<Id> &requests);
    Result<SignedInvoice> issue(const Id &account, const Standing &standing, Invoice invoice,
                                const QDate &today);
    Result<Done> keepEntries(const Id &account, qint64 sequence, const Built &built);
    Result<QString> nextNumber(const Id &account, int year);

    SqlConnection &m_sql;
    const SigningKey &m_key;
    const BillingRules m_rules;
};

} // namespace keyway::server
