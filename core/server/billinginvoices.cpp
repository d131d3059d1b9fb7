#include "core/server/accountrow.h"
#include "core/server/billing.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

Result<QList<InvoiceMessage>> Billing::invoices(const Id &account, const QDate &today)
{
    QList<InvoiceMessage> messages;
    QHash<QString, qsizetype> places;
    std::optional<Error> damaged;
    auto read
        = m_sql.query(u"SELECT document, hash, signature, key_id FROM invoice WHERE account_id = ? "
                      "ORDER BY sequence"_s,
                      {stored(account)}, [&](const Row &row) {
                          const auto invoice = Invoice::fromJson(
                              QJsonDocument::fromJson(row.text(0).toUtf8()).object());
                          if (!invoice) {
                              damaged = invoice.error();
                              return false;
                          }
                          InvoiceMessage message;
                          message.document = {*invoice, row.bytes(1), row.bytes(2), row.text(3)};
                          const qsizetype credited = places.value(invoice->corrects, -1);
                          if (credited >= 0) {
                              InvoiceAccount &of = messages[credited].account;
                              of.creditedCents -= invoice->totalCents;
                              of.credited -= invoice->sum;
                          }
                          places.insert(invoice->number, messages.size());
                          messages.append(message);
                          return true;
                      });
    if (!read)
        return read.error();
    if (damaged)
        return *damaged;
    read = m_sql.query(u"SELECT number, cents, received_at FROM payment WHERE account_id = ? "
                       "ORDER BY received_at"_s,
                       {stored(account)}, [&](const Row &row) {
                           const qsizetype place = places.value(row.text(0), -1);
                           if (place >= 0) {
                               messages[place].account.paidCents += row.number(1);
                               messages[place].account.paidOn = row.time(2).date();
                           }
                           return true;
                       });
    if (!read)
        return read.error();
    for (InvoiceMessage &message : messages)
        message.status = statusOf(message.document.invoice, message.account, today, m_rules.terms);
    return messages;
}

Result<InvoiceMessage> Billing::invoice(const Id &account, const QString &number,
                                        const QDate &today)
{
    Result<QList<InvoiceMessage>> all = invoices(account, today);
    if (!all)
        return all.error();
    for (InvoiceMessage &message : *all) {
        if (message.document.invoice.number == number)
            return std::move(message);
    }
    return refused(u"no-such-invoice"_s);
}

Result<QList<InvoiceEntry>> Billing::entries(const Id &account, const QString &number,
                                             const Id &after, int limit)
{
    std::optional<qint64> sequence;
    auto read = m_sql.query(u"SELECT sequence FROM invoice WHERE account_id = ? AND number = ?"_s,
                            {stored(account), number}, [&sequence](const Row &row) {
                                sequence = row.number(0);
                                return false;
                            });
    if (!read)
        return read.error();
    if (!sequence)
        return refused(u"no-such-invoice"_s);
    QList<InvoiceEntry> entries;
    read = m_sql.query(u"SELECT record_id, line, fee_nano, digest FROM invoice_entry "
                       "WHERE account_id = ? AND sequence = ? AND record_id > ? "
                       "ORDER BY record_id LIMIT ?"_s,
                       {stored(account), *sequence, storedAfter(after), limit},
                       [&entries](const Row &row) {
                           entries.append({row.id(0), row.number(1), row.money(2), row.bytes(3)});
                           return true;
                       });
    if (!read)
        return read.error();
    return entries;
}

Result<Id> Billing::accountOf(const QString &number)
{
    std::optional<Id> account;
    bool isNumber = false;
    const qint64 last = number.section(u'-', -1).toLongLong(&isNumber);
    const auto read
        = m_sql.query(u"SELECT account_id FROM invoice_number WHERE series = ? AND number = ?"_s,
                      {number.section(u'-', 0, -2), last}, [&account](const Row &row) {
                          account = row.id(0);
                          return false;
                      });
    if (!read)
        return read.error();
    return account && isNumber ? Result<Id>(*account) : refused(u"no-such-invoice"_s);
}

Result<Done> Billing::recordPayment(const Id &account, const Payment &payment, const QDateTime &now)
{
    if (payment.cents <= 0 || payment.provider.isEmpty() || payment.reference.isEmpty())
        return refused(u"bad-amount"_s);
    return m_sql.write([&]() -> Result<Done> {
        const Result<qint64> known
            = m_sql.number(u"SELECT COUNT(*) FROM invoice WHERE account_id = ? AND number = ? AND "
                           "kind = 'invoice'"_s,
                           {stored(account), payment.number});
        if (!known)
            return known.error();
        if (*known == 0)
            return refused(u"no-such-invoice"_s);
        const Result<qint64> counted
            = m_sql.number(u"SELECT COUNT(*) FROM payment WHERE account_id = ? AND provider = ? "
                           "AND reference = ?"_s,
                           {stored(account), payment.provider, payment.reference});
        if (!counted)
            return counted.error();
        if (*counted > 0)
            return Done();
        const auto kept = m_sql.run(
            u"INSERT INTO payment (account_id, provider, reference, number, cents, received_at) "
            "VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, provider, reference) DO NOTHING"_s,
            {stored(account), payment.provider, payment.reference, payment.number, payment.cents,
             stored(now)});
        return kept ? Result<Done>(Done()) : kept.error();
    });
}

} // namespace keyway::server
