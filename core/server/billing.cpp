#include "core/server/billing.h"

#include "core/server/accountrow.h"
#include "core/server/plans.h"
#include "core/server/sqlconnection.h"
#include "core/server/usagestore.h"

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

const QString monthFormat = u"yyyy-MM"_s;

} // namespace

Billing::Billing(SqlConnection &sql, const SigningKey &key, BillingRules rules)
    : m_sql(sql)
    , m_key(key)
    , m_rules(std::move(rules))
{
}

Result<Billing::Standing> Billing::standing(const Id &account)
{
    Standing standing;
    auto read = m_sql.query(u"SELECT created_at FROM account WHERE account_id = ?"_s,
                            {stored(account)}, [&standing](const Row &row) {
                                standing.signedUp = row.time(0);
                                return false;
                            });
    if (!read)
        return read.error();
    standing.nextMonth = monthOf(standing.signedUp.date());
    bool newest = true;
    read
        = m_sql.query(u"SELECT sequence, hash, kind, number, month, sum_nano, carried FROM invoice "
                      "WHERE account_id = ? ORDER BY sequence DESC"_s,
                      {stored(account)}, [&](const Row &row) {
                          if (std::exchange(newest, false)) {
                              standing.lastSequence = row.number(0);
                              standing.lastHash = row.bytes(1);
                          }
                          if (row.text(2) != "invoice"_L1)
                              return true;
                          const QDate month = QDate::fromString(row.text(4), monthFormat);
                          standing.nextMonth = month.addMonths(1);
                          if (row.flag(6))
                              standing.carried = CarriedSum{row.text(3), month, row.money(5)};
                          return false;
                      });
    if (!read)
        return read.error();
    if (const auto marked = readMark(account, standing); !marked)
        return marked.error();
    return standing;
}

Result<Done> Billing::readMark(const Id &account, Standing &standing)
{
    return m_sql.query(u"SELECT next_month, open_from FROM billing_mark WHERE account_id = ?"_s,
                       {stored(account)}, [&standing](const Row &row) {
                           standing.nextMonth = QDate::fromString(row.text(0), monthFormat);
                           standing.openFrom = row.number(1);
                           return false;
                       });
}

/// Inside the transaction that closed everything before the next month.
Result<Done> Billing::keepMark(const Id &account, const Standing &standing, qint64 lastRecord)
{
    const Result<std::optional<qint64>> first
        = UsageStore(m_sql).firstOn(account, standing.nextMonth, standing.openFrom);
    if (!first)
        return first.error();
    const auto kept = m_sql.run(
        u"INSERT INTO billing_mark (account_id, next_month, open_from) VALUES (?, ?, ?) "
        "ON CONFLICT (account_id) DO UPDATE SET next_month = excluded.next_month, "
        "open_from = excluded.open_from"_s,
        {stored(account), standing.nextMonth.toString(monthFormat),
         first->value_or(lastRecord + 1)});
    return kept ? Result<Done>(Done()) : kept.error();
}

Result<QSet<Id>> Billing::chargedRequests(const Id &account, const QSet<Id> &requests)
{
    QSet<Id> charged;
    for (const Id &request : requests) {
        const Result<qint64> before = m_sql.number(
            u"SELECT COUNT(*) FROM invoice_entry WHERE account_id = ? AND request_id = ? AND "
            "fee_nano > 0"_s,
            {stored(account), stored(request)});
        if (!before)
            return before.error();
        if (*before > 0)
            charged.insert(request);
    }
    return charged;
}

Result<Billing::Built> Billing::build(const Id &account, const Standing &standing)
{
    Result<PlanHistory> history = Plans(m_sql, m_rules.offer).of(account);
    if (!history)
        return history.error();
    QList<UsageRecord> records;
    QSet<Id> late;
    const auto read = UsageStore(m_sql).notInvoiced(
        account, standing.nextMonth.addMonths(1), standing.openFrom,
        [&](const UsageMessage &message) {
            records.append(recordOf(message));
            if (message.billingDay < standing.nextMonth || message.attempt > 1)
                late.insert(message.requestId);
        });
    if (!read)
        return read.error();
    const Result<QSet<Id>> charged = chargedRequests(account, late);
    if (!charged)
        return charged.error();
    InvoiceBuilder builder({account, standing.nextMonth, *history, standing.signedUp,
                            m_rules.taxBasisPoints, standing.carried, *charged});
    Built built;
    for (const UsageRecord &record : std::as_const(records)) {
        builder.add(record);
        built.requests.append(record.requestId);
    }
    built.draft.invoice = builder.finish();
    built.draft.entries = builder.entries();
    return built;
}

Result<QString> Billing::nextNumber(const Id &account, int year)
{
    const QString series = m_rules.prefix + u'-' + QString::number(year);
    const auto made = m_sql.run(
        u"INSERT INTO invoice_series (series, last) VALUES (?, 0) ON CONFLICT (series) DO NOTHING"_s,
        {series});
    if (!made)
        return made.error();
    // The row stays locked until this transaction ends: who fails gives the number back.
    const auto counted
        = m_sql.run(u"UPDATE invoice_series SET last = last + 1 WHERE series = ?"_s, {series});
    if (!counted)
        return counted.error();
    const Result<qint64> last
        = m_sql.number(u"SELECT last FROM invoice_series WHERE series = ?"_s, {series});
    if (!last)
        return last.error();
    const auto noted
        = m_sql.run(u"INSERT INTO invoice_number (series, number, account_id) VALUES (?, ?, ?)"_s,
                    {series, *last, stored(account)});
    if (!noted)
        return noted.error();
    return invoiceNumber(m_rules.prefix, year, *last);
}

Result<SignedInvoice> Billing::issue(const Id &account, const Standing &standing, Invoice invoice,
                                     const QDate &today)
{
    invoice.issuedOn = today;
    invoice.previous = standing.lastHash;
    Result<QString> number = nextNumber(account, today.year());
    if (!number)
        return number.error();
    invoice.number = *number;
    const QByteArray document = invoice.canonical();
    const SignedInvoice issued{invoice, invoice.hash(), m_key.sign(document),
                               keyIdOf(m_key.publicKey())};
    const bool note = invoice.kind == Invoice::Kind::CreditNote;
    const auto kept = m_sql.run(
        u"INSERT INTO invoice (account_id, sequence, number, kind, month, document, hash, "
        "signature, key_id, sum_nano, total_cents, carried, corrects) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {stored(account), standing.lastSequence + 1, invoice.number,
         note ? u"credit-note"_s : u"invoice"_s, invoice.month.toString(monthFormat),
         QString::fromUtf8(document), issued.hash, issued.signature, issued.keyId,
         stored(invoice.sum), invoice.totalCents, invoice.carried ? 1 : 0, invoice.corrects});
    if (!kept)
        return kept.error();
    return issued;
}

Result<Done> Billing::keepEntries(const Id &account, qint64 sequence, const Built &built)
{
    for (qsizetype i = 0; i < built.draft.entries.size(); ++i) {
        const InvoiceEntry &entry = built.draft.entries.at(i);
        const auto kept = m_sql.run(
            u"INSERT INTO invoice_entry (account_id, record_id, request_id, sequence, line, "
            "fee_nano, digest) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {stored(account), stored(entry.recordId), stored(built.requests.at(i)), sequence,
             qint64(entry.line), stored(entry.fee), entry.digest});
        if (!kept)
            return kept.error();
    }
    return Done();
}

Result<QList<SignedInvoice>> Billing::closeDue(const Id &account, const QDate &today)
{
    return m_sql.write([&]() -> Result<QList<SignedInvoice>> {
        QList<SignedInvoice> issued;
        const Result<qint64> lastRecord = UsageStore(m_sql).lock(account);
        if (!lastRecord)
            return lastRecord.error();
        Result<Standing> now = standing(account);
        if (!now)
            return now.error();
        while (now->nextMonth.addMonths(1).addDays(m_rules.graceDays) <= today) {
            const Result<Built> built = build(account, *now);
            if (!built)
                return built.error();
            if (!isEmpty(built->draft.invoice)) {
                const auto document = issue(account, *now, built->draft.invoice, today);
                if (!document)
                    return document.error();
                const auto kept = keepEntries(account, now->lastSequence + 1, *built);
                if (!kept)
                    return kept.error();
                issued.append(*document);
                now->lastHash = document->hash;
                ++now->lastSequence;
                const Invoice &invoice = document->invoice;
                now->carried.reset();
                if (invoice.carried)
                    now->carried = CarriedSum{invoice.number, invoice.month, invoice.sum};
            }
            now->nextMonth = now->nextMonth.addMonths(1);
        }
        if (const auto marked = keepMark(account, *now, *lastRecord); !marked)
            return marked.error();
        return issued;
    });
}

Result<Invoice> Billing::openMonth(const Id &account)
{
    return m_sql.write([&]() -> Result<Invoice> {
        const Result<Standing> now = standing(account);
        if (!now)
            return now.error();
        const Result<Built> built = build(account, *now);
        if (!built)
            return built.error();
        return built->draft.invoice;
    });
}

Result<SignedInvoice> Billing::credit(const Id &account, const QString &number, Money amount,
                                      const QString &reason, const QDate &today)
{
    return m_sql.write([&]() -> Result<SignedInvoice> {
        if (const auto locked = UsageStore(m_sql).lock(account); !locked)
            return locked.error();
        const Result<QList<InvoiceMessage>> all = invoices(account, today);
        if (!all)
            return all.error();
        for (const InvoiceMessage &message : *all) {
            if (message.document.invoice.number != number)
                continue;
            const Result<Invoice> note
                = creditNote(message.document.invoice, amount, message.account.credited, reason);
            if (!note)
                return note.error();
            const Result<Standing> now = standing(account);
            if (!now)
                return now.error();
            return issue(account, *now, *note, today);
        }
        return refused(u"no-such-invoice"_s);
    });
}

} // namespace keyway::server
