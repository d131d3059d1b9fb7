#include "core/server/ingestion.h"

#include "core/server/plans.h"
#include "core/server/schema.h"
#include "core/server/sqlconnection.h"
#include "core/server/usagestore.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

// A mistake or an attack must not fill the disk with what is never billed.
constexpr qint64 mostAside = 10'000;

/// A batch as it was read: what is to be written, and where its answer goes.
struct Batch {
    QList<UsageAnswer> answers;
    QList<CheckedUsage> records;
    QList<qsizetype> places; ///< of each record in `answers`
};

Batch read(const IngestionTerms &terms, const CheckTerms &checks, const QJsonArray &json)
{
    Batch batch;
    batch.answers.reserve(json.size());
    batch.records.reserve(json.size());
    for (const QJsonValue &value : json) {
        Result<UsageMessage> message = UsageMessage::fromJson(value.toObject());
        UsageAnswer answer;
        if (!message) {
            answer.recordId
                = Id::fromString(value.toObject().value("record_id"_L1).toString()).value_or(Id());
            answer.reason = u"bad-record"_s;
            answer.detail = message.error().detail();
        } else {
            CheckedUsage record;
            record.hash = hashOf(message->canonical());
            record.check = checkUsage(*message, terms.catalogue, checks);
            if (message->origin == OriginClass::FreeTier && !terms.ofRelay)
                record.check.mismatch = u"origin"_s;
            record.message = std::move(message).value();
            answer.recordId = record.message.recordId;
            batch.places.append(batch.answers.size());
            batch.records.append(std::move(record));
        }
        batch.answers.append(answer);
    }
    return batch;
}

Result<Done> preparePartitions(SqlConnection &sql, Partitions &partitions, const Batch &batch)
{
    QSet<QDate> months;
    for (const CheckedUsage &record : batch.records) {
        if (!record.check.mismatch.isEmpty())
            continue;
        const QDate day = record.message.recordId.time().date();
        months.insert(QDate(day.year(), day.month(), 1));
    }
    for (const QDate &month : std::as_const(months)) {
        if (auto prepared = partitions.prepare(sql, month); !prepared)
            return prepared;
    }
    return Done();
}

Result<Done> store(SqlConnection &sql, const IngestionTerms &terms, const Caller &caller,
                   Batch &batch)
{
    UsageStore usage(sql);
    const QDateTime now = terms.clock.now();
    const Result<qint64> last = usage.lock(caller.account);
    if (!last)
        return last.error();
    QList<Id> ids;
    ids.reserve(batch.records.size());
    for (const CheckedUsage &record : std::as_const(batch.records))
        ids.append(record.message.recordId);
    Result<QHash<Id, QByteArray>> kept = usage.kept(caller.account, ids);
    if (!kept)
        return kept.error();

    QList<CheckedUsage> fresh;
    fresh.reserve(batch.records.size());
    std::optional<qint64> aside;
    for (qsizetype i = 0; i < batch.records.size(); ++i) {
        const CheckedUsage &record = batch.records.at(i);
        UsageAnswer &answer = batch.answers[batch.places.at(i)];
        answer.reason.clear();
        answer.detail.clear();
        const auto before = kept->constFind(record.message.recordId);
        if (before != kept->cend()) {
            const bool same = *before == record.hash;
            answer.state = same ? UsageState::Duplicate : UsageState::Conflict;
            if (!same)
                answer.reason = u"changed"_s;
            continue;
        }
        if (!record.check.mismatch.isEmpty()) {
            if (!aside) {
                const auto count
                    = sql.number(u"SELECT COUNT(*) FROM quarantine WHERE account_id = ?"_s,
                                 {stored(caller.account)});
                if (!count)
                    return count.error();
                aside = *count;
            }
            answer.reason = record.check.mismatch;
            answer.detail = record.check.detail;
            answer.state = UsageState::Refused;
            if (++*aside > mostAside)
                continue;
            if (auto put = usage.putAside(caller.account, record, now); !put)
                return put;
            answer.state = UsageState::Quarantined;
        } else {
            fresh.append(record);
            answer.state = UsageState::Stored;
        }
        kept->insert(record.message.recordId, record.hash);
    }
    return fresh.isEmpty() ? Result<Done>(Done()) : usage.add(caller.account, fresh, *last, now);
}

} // namespace

Result<QList<UsageAnswer>> ingest(SqlConnection &sql, const IngestionTerms &terms,
                                  const Caller &caller, const QJsonArray &json)
{
    const Result<PlanHistory> plans = Plans(sql, terms.offer).of(caller.account);
    if (!plans)
        return plans.error();
    Batch batch = read(terms, {*plans, caller.signedUpAt, terms.clock.now()}, json);
    if (batch.records.isEmpty())
        return batch.answers;
    if (auto prepared = preparePartitions(sql, terms.partitions, batch); !prepared)
        return prepared.error();
    const auto written = sql.write([&] { return store(sql, terms, caller, batch); });
    if (!written)
        return written.error();
    return batch.answers;
}

} // namespace keyway::server
