#include "core/sync/invoices.h"

#include "core/base/signature.h"
#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/sync/accountplan.h"
#include "core/sync/invoicesparts.h"
#include "core/sync/sentrecords.h"

#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error noSuchInvoice(const QString &number)
{
    return Error(Error::Kind::Rejected, number).withReason(u"no-such-invoice"_s);
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

Invoices::Invoices(Database &database, const Catalogue &catalogue)
    : m_database(database)
    , m_catalogue(catalogue)
{
}

Result<QList<Invoices::Kept>> Invoices::kept(const Id &account)
{
    QList<Kept> all;
    const auto read
        = m_database.query(u"SELECT number, message FROM invoice WHERE account_id = ? "
                           "ORDER BY place"_s,
                           {stored(account)}, [&all](const Row &row) {
                               const QString number = row.text(0);
                               auto message = InvoiceMessage::fromJson(objectOf(row.text(1)));
                               if (message && message->document.invoice.number != number)
                                   message = Error(Error::Kind::Rejected, u"$.invoice.number"_s)
                                                 .withReason(u"bad-invoice"_s);
                               all.append({number, std::move(message)});
                               return true;
                           });
    if (!read)
        return read.error();
    return all;
}

Result<QStringList> Invoices::numbers(const Id &account)
{
    const Result<QList<Kept>> all = kept(account);
    if (!all)
        return all.error();
    QStringList numbers;
    for (const Kept &one : *all)
        numbers.append(one.number);
    return numbers;
}

Result<QList<InvoiceMessage>> Invoices::list(const Id &account)
{
    Result<QList<Kept>> all = kept(account);
    if (!all)
        return all.error();
    QList<InvoiceMessage> messages;
    for (Kept &one : *all) {
        if (!one.message)
            return Error(Error::Kind::Rejected, one.number + u' ' + one.message.error().detail())
                .withReason(u"bad-invoice"_s);
        messages.append(std::move(*one.message));
    }
    return messages;
}

Result<InvoiceMessage> Invoices::invoice(const Id &account, const QString &number)
{
    Result<QList<Kept>> all = kept(account);
    if (!all)
        return all.error();
    for (Kept &one : *all) {
        if (one.number == number)
            return std::move(one.message);
    }
    return noSuchInvoice(number);
}

Result<QList<InvoiceEntry>> Invoices::entries(const Id &account, const QString &number)
{
    QList<InvoiceEntry> entries;
    const auto read = m_database.query(
        u"SELECT record_id, line, fee_nano, digest FROM invoice_entry WHERE account_id = ? "
        "AND number = ? ORDER BY record_id"_s,
        {stored(account), number}, [&entries](const Row &row) {
            entries.append({row.id(0), row.number(1), row.money(2), row.bytes(3)});
            return true;
        });
    if (!read)
        return read.error();
    return entries;
}

Result<std::optional<QByteArray>> Invoices::key(const Id &account)
{
    std::optional<QByteArray> key;
    const auto read = m_database.query(u"SELECT public_key FROM billing WHERE account_id = ? "
                                       "AND public_key IS NOT NULL"_s,
                                       {stored(account)}, [&key](const Row &row) {
                                           key = row.bytes(0);
                                           return false;
                                       });
    if (!read)
        return read.error();
    return key;
}

Result<Done> Invoices::forgetKey(const Id &account)
{
    const auto forgotten = m_database.run(
        u"UPDATE billing SET public_key = NULL WHERE account_id = ?"_s, {stored(account)});
    return forgotten ? Result<Done>(Done()) : forgotten.error();
}

Result<std::optional<UsageRecord>> Invoices::otherRecord(const Id &account, const Id &record)
{
    std::optional<UsageRecord> found;
    const auto read = m_database.query(
        u"SELECT message FROM other_record WHERE account_id = ? AND record_id = ?"_s,
        {stored(account), stored(record)}, [&found](const Row &row) {
            if (const auto message = UsageMessage::fromJson(objectOf(row.text(0))))
                found = recordOf(*message);
            return false;
        });
    if (!read)
        return read.error();
    return found;
}

Result<InvoiceCheck> Invoices::check(const Id &account, const QString &number)
{
    return m_database.read([&]() -> Result<InvoiceCheck> {
        Result<QList<Kept>> all = kept(account);
        if (!all)
            return all.error();
        qsizetype place = 0;
        while (place < all->size() && all->at(place).number != number)
            ++place;
        if (place == all->size())
            return noSuchInvoice(number);
        InvoiceCheck check;
        const Result<InvoiceMessage> &asked = all->at(place).message;
        if (!asked) {
            check.difference = InvoiceDifference{
                InvoiceDifference::Where::Document, {}, -1, asked.error().detail(), {}, {}};
            return check;
        }
        check.message = *asked;
        const SignedInvoice &document = check.message.document;

        InvoiceEvidence evidence;
        Result<QList<InvoiceEntry>> listed = entries(account, number);
        if (!listed)
            return listed.error();
        evidence.entries = std::move(*listed);
        SentRecords ledger(m_database, m_catalogue);
        for (const InvoiceEntry &entry : std::as_const(evidence.entries)) {
            const auto own = ledger.find(entry.recordId, {});
            if (!own)
                return own.error();
            if (*own) {
                evidence.records.append(recordOf(**own));
                ++check.own;
                continue;
            }
            const auto other = otherRecord(account, entry.recordId);
            if (!other)
                return other.error();
            if (*other) {
                evidence.records.append(**other);
                ++check.elsewhere;
            }
        }
        const auto history = AccountPlan(m_database).history(account);
        if (!history)
            return history.error();
        evidence.plans = *history;
        if (place > 0 && all->at(place - 1).message)
            evidence.previous = all->at(place - 1).message->document;
        for (const InvoiceLine &line : document.invoice.lines) {
            for (const Kept &one : std::as_const(*all)) {
                if (line.kind == InvoiceLine::Kind::Carried && one.number == line.refersTo
                    && one.message)
                    evidence.carried = one.message->document;
            }
        }
        const auto pinned = key(account);
        if (!pinned)
            return pinned.error();
        const QByteArray publicKey = pinned->value_or(QByteArray());
        const bool sameKey = keyIdOf(publicKey) == document.keyId;
        evidence.signature
            = [publicKey, sameKey](const QByteArray &message, const QByteArray &signature) {
                  return sameKey && verifies(message, signature, publicKey);
              };
        check.difference = recompute(document, evidence);
        if (check.difference) {
            for (const UsageRecord &record : std::as_const(evidence.records)) {
                if (record.recordId == check.difference->recordId)
                    check.record = record;
            }
        }
        return check;
    });
}

} // namespace keyway
