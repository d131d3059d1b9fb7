#include "core/sync/uploader.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/outbox.h"
#include "core/storage/row.h"
#include "core/sync/sentrecords.h"
#include "core/sync/synclog.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// The start of what is sent, in milliseconds.
qint64 earliest(const LinkedAccount &account)
{
    return account.since ? account.since->toMSecsSinceEpoch() : 0;
}

} // namespace

struct Uploader::Batch {
    QList<Outbox::Entry> entries;
    QList<UsageMessage> records; ///< of the entries, in their order
};

Uploader::Uploader(Database &database, const Catalogue &catalogue, ServerClient &server)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_server(server)
{
}

Result<qint64> Uploader::waiting(const LinkedAccount &account)
{
    return count(u"a.started_at >= ?"_s, account);
}

Result<qint64> Uploader::earlier(const LinkedAccount &account)
{
    return count(u"a.started_at < ?"_s, account);
}

Result<qint64> Uploader::count(const QString &condition, const LinkedAccount &account)
{
    qint64 number = 0;
    const auto read = m_database.query(
        "SELECT COUNT(*) FROM outbox o JOIN attempt a ON a.record_id = o.record_id WHERE "_L1
            + condition,
        {stored(earliest(account))}, [&number](const Row &row) {
            number = row.number(0);
            return false;
        });
    if (!read)
        return read.error();
    return number;
}

Result<Uploader::Batch> Uploader::next(const LinkedAccount &account)
{
    return m_database.read([&]() -> Result<Batch> {
        Batch batch;
        const auto pending = m_database.query(
            u"SELECT o.sequence, o.record_id FROM outbox o "
            "JOIN attempt a ON a.record_id = o.record_id WHERE a.started_at >= ? "
            "ORDER BY o.sequence LIMIT ?"_s,
            {stored(earliest(account)), mostRecordsInBatch}, [&batch](const Row &row) {
                batch.entries.append({row.number(0), row.id(1)});
                return true;
            });
        if (!pending)
            return pending.error();
        SentRecords ledger(m_database, m_catalogue);
        for (const Outbox::Entry &entry : std::as_const(batch.entries)) {
            const Result<std::optional<UsageMessage>> found
                = ledger.find(entry.recordId, account.device);
            if (!found)
                return found.error();
            if (!*found)
                return Error(Error::Kind::Internal, u"an outbox entry without its record"_s);
            batch.records.append(**found);
        }
        return batch;
    });
}

Task<SyncReport> Uploader::drain(LinkedAccount account, Secret token, CancelToken cancel)
{
    SyncReport report;
    for (;;) {
        const Result<Batch> batch = next(account);
        if (!batch)
            co_return batch.error();
        if (batch->entries.isEmpty())
            co_return report;
        auto sending = m_server.send(token.clone(), batch->records, cancel);
        const auto answers = co_await sending;
        if (!answers)
            co_return answers.error();
        const Result<Done> done = acknowledge(account, *batch, *answers, &report);
        if (!done)
            co_return done.error();
    }
}

Result<Done> Uploader::acknowledge(const LinkedAccount &account, const Batch &batch,
                                   const QList<UsageAnswer> &answers, SyncReport *report)
{
    return m_database.write([&]() -> Result<Done> {
        AuditTrail audit(m_database);
        const QString device = account.device.toString();
        qint64 taken = 0;
        Id last; // of those that were taken
        for (qsizetype i = 0; i < answers.size(); ++i) {
            const UsageAnswer &answer = answers.at(i);
            const UsageMessage &record = batch.records.at(i);
            switch (answer.state) {
            case UsageState::Stored:
                ++report->sent;
                break;
            case UsageState::Duplicate:
                ++report->alreadyThere;
                break;
            case UsageState::Quarantined:
                ++report->quarantined;
                break;
            case UsageState::Conflict:
            case UsageState::Refused:
                ++report->refused;
                break;
            }
            if (answer.isKept()
                && (!report->lastStarted || *report->lastStarted < record.startedAt))
                report->lastStarted = record.startedAt;
            if (answer.state == UsageState::Stored || answer.state == UsageState::Duplicate) {
                ++taken;
                last = record.recordId;
                continue;
            }
            const auto noted = audit.append({u"sync."_s + nameOf(answer.state),
                                             record.recordId.toString(),
                                             {{u"device"_s, device},
                                              {u"reason"_s, answer.reason},
                                              {u"server"_s, answer.detail}}});
            if (!noted)
                return noted;
        }
        if (taken > 0) {
            const auto noted = audit.append(
                {syncSentEvent, last.toString(), {{u"device"_s, device}, {u"records"_s, taken}}});
            if (!noted)
                return noted;
        }
        return Outbox(m_database).acknowledge(batch.entries);
    });
}

} // namespace keyway
