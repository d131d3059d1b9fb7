#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/sync/accountplan.h"
#include "core/sync/invoicesparts.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

Result<Done> Invoices::keepKey(const Id &account, const QByteArray &shown)
{
    return m_database.write([&]() -> Result<Done> {
        const auto pinned = key(account);
        if (!pinned)
            return pinned.error();
        if (*pinned && **pinned != shown)
            return Error(Error::Kind::Untrusted).withReason(u"signing-key-changed"_s);
        const auto kept = m_database.run(
            u"INSERT INTO billing (account_id, public_key) VALUES (?, ?) "
            "ON CONFLICT (account_id) DO UPDATE SET public_key = excluded.public_key"_s,
            {stored(account), shown});
        return kept ? Result<Done>(Done()) : kept.error();
    });
}

Result<Done> Invoices::keep(const Id &account, qsizetype place, const InvoiceMessage &message,
                            const std::optional<QList<InvoiceEntry>> &entries)
{
    const QString number = message.document.invoice.number;
    return m_database.write([&]() -> Result<Done> {
        const auto kept = m_database.run(
            u"INSERT INTO invoice (account_id, number, place, message) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (account_id, number) DO UPDATE SET message = excluded.message"_s,
            {stored(account), number, qint64(place), textOf(message.toJson())});
        if (!kept)
            return kept.error();
        for (const InvoiceEntry &entry : entries.value_or(QList<InvoiceEntry>())) {
            const auto added = m_database.run(
                u"INSERT INTO invoice_entry (account_id, number, record_id, line, fee_nano, "
                "digest) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                {stored(account), number, stored(entry.recordId), qint64(entry.line),
                 stored(entry.fee), entry.digest});
            if (!added)
                return added.error();
        }
        return Done();
    });
}

Task<InvoicePull> Invoices::pull(LinkedAccount account, ServerClient &server, Secret token,
                                 CancelToken cancel)
{
    auto askingKey = server.signingKey(cancel);
    const auto shown = co_await askingKey;
    if (!shown)
        co_return shown.error();
    const Result<Done> trusted = keepKey(account.account, *shown);
    if (!trusted)
        co_return trusted.error();
    AccountPlan plans(m_database);
    auto askingPlan = plans.pull(account, server, token.clone(), cancel);
    const auto plan = co_await askingPlan;
    if (!plan)
        co_return plan.error();
    auto asking = server.invoices(token.clone(), cancel);
    const auto messages = co_await asking;
    if (!messages)
        co_return messages.error();

    const Result<QList<Kept>> before = kept(account.account);
    if (!before)
        co_return before.error();
    QHash<QString, Result<InvoiceMessage>> here;
    for (const Kept &one : *before)
        here.insert(one.number, one.message);

    InvoicePull report;
    bool othersNeeded = false;
    for (qsizetype i = 0; i < messages->size(); ++i) {
        const InvoiceMessage message = messages->at(i);
        const QString number = message.document.invoice.number;
        const auto known = here.constFind(number);
        std::optional<QList<InvoiceEntry>> entries;
        if (known != here.cend()) {
            const bool same = known->ok() && known->value().document == message.document;
            here.remove(number);
            if (!same) {
                report.changed.append(number);
                continue;
            }
        } else {
            auto askingEntries = server.invoiceEntries(token.clone(), number, cancel);
            const auto listed = co_await askingEntries;
            if (!listed)
                co_return listed.error();
            entries = *listed;
            ++report.fresh;
            const Result<bool> all = knowsAll(account.account, *listed);
            if (!all)
                co_return all.error();
            othersNeeded = othersNeeded || !*all;
        }
        const Result<Done> written = keep(account.account, i + 1, message, entries);
        if (!written)
            co_return written.error();
    }
    report.changed += here.keys();
    if (othersNeeded) {
        auto pulling = pullOthers(account, server, std::move(token), cancel);
        const auto pulled = co_await pulling;
        if (!pulled)
            co_return pulled.error();
    }
    co_return report;
}

Result<bool> Invoices::knowsAll(const Id &account, const QList<InvoiceEntry> &entries)
{
    bool all = true;
    for (const InvoiceEntry &entry : entries) {
        bool found = false;
        const auto read = m_database.query(
            u"SELECT 1 FROM attempt WHERE record_id = ? UNION ALL "
            "SELECT 1 FROM other_record WHERE account_id = ? AND record_id = ?"_s,
            {stored(entry.recordId), stored(account), stored(entry.recordId)},
            [&found](const Row &) {
                found = true;
                return false;
            });
        if (!read)
            return read.error();
        all = all && found;
    }
    return all;
}

Task<Done> Invoices::pullOthers(LinkedAccount account, ServerClient &server, Secret token,
                                CancelToken cancel)
{
    qint64 after = 0;
    const auto read = m_database.query(u"SELECT usage_after FROM billing WHERE account_id = ?"_s,
                                       {stored(account.account)}, [&after](const Row &row) {
                                           after = row.number(0);
                                           return false;
                                       });
    if (!read)
        co_return read.error();
    for (bool more = true; more;) {
        auto pulling = server.pull(token.clone(), after, cancel);
        const auto page = co_await pulling;
        if (!page)
            co_return page.error();
        const Result<Done> noted = keepOthers(account, *page);
        if (!noted)
            co_return noted.error();
        after = page->next;
        more = page->more;
    }
    co_return Done();
}

Result<Done> Invoices::keepOthers(const LinkedAccount &account, const UsagePull &page)
{
    return m_database.write([&]() -> Result<Done> {
        for (const UsageMessage &message : page.records) {
            if (message.deviceId == account.device)
                continue;
            const auto added = m_database.run(
                u"INSERT INTO other_record (account_id, record_id, message) VALUES (?, ?, ?) "
                "ON CONFLICT (account_id, record_id) DO NOTHING"_s,
                {stored(account.account), stored(message.recordId),
                 QString::fromUtf8(message.canonical())});
            if (!added)
                return added.error();
        }
        const auto noted
            = m_database.run(u"UPDATE billing SET usage_after = ? WHERE account_id = ?"_s,
                             {page.next, stored(account.account)});
        return noted ? Result<Done>(Done()) : noted.error();
    });
}

} // namespace keyway
