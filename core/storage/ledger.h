#pragma once

#include "core/base/result.h"
#include "core/routing/plan.h"
#include "core/storage/usagesummary.h"
#include "core/usage/reconciliation.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QHash>
#include <QtCore/QList>

#include <functional>
#include <optional>

namespace keyway {

class Database;
class Session;

/// A request as it is written before its first attempt.
struct RequestEntry {
    Id id;
    RequestType type = RequestType::Text;
    Strategy strategy = Strategy::MyOrder;
    AppClass app = AppClass::CommandLine;
    QDateTime startedAt;
    routing::RoutePlan plan;
    std::optional<Id> conversationId;
};

/// Reads the ledger, on any connection, read-only ones included.
class LedgerReader {
public:
    explicit LedgerReader(Database &database);

    /// Sums of the month that `anyDay` is in. Reads the rollup, never the rows: as fast after
    /// years.
    Result<UsageSummary> month(const QDate &anyDay, const UsageFilter &filter = {});
    /// Newest first.
    Result<QList<UsageRecord>> records(const RecordFilter &filter);
    /// How many records() there are without limit and offset. Reads the rows of the month.
    Result<qint64> countRecords(const RecordFilter &filter);
    /// Nothing for a request that is not known.
    Result<std::optional<routing::RoutePlan>> planOf(const Id &request);
    /// What every integration has spent in the month of `anyDay`; removed ones, too.
    Result<QHash<Id, Spending>> spending(const QDate &anyDay);
    /// What finished attempts cost by integration and UTC day, from day to day, both included.
    /// Scans the rows of those days.
    Result<QMap<Id, QMap<QDate, OwnSums>>> utcDays(const QDate &from, const QDate &to);
    /// The same of one integration between two moments, the second not included.
    Result<OwnSums> between(const Id &integration, const QDateTime &from, const QDateTime &until);
    /// Attempts of an integration on these UTC days whose cost is estimated or unknown, and has not
    /// been corrected.
    Result<QList<UsageRecord>> uncertain(const Id &integration, const QDate &from, const QDate &to);

protected:
    Database &m_database;
};

/// Writes the ledger: one row for each attempt, never deleted and, once settled, never changed.
/// Each function is one transaction that is on the disk when it returns. On the thread of its
/// Database.
class Ledger : public LedgerReader {
public:
    Ledger(Database &database, const Session &session);

    Result<Done> beginRequest(const RequestEntry &request);
    /// Before an attempt is sent: sets `reservation`, its worst-case platform cost, aside and
    /// writes the row as `started`. The row's billing day is worked out here; the one in `record`
    /// is not read. Error: Budget, reason `over-budget`, when spent + reserved + reservation of the
    /// integration's month would exceed `monthlyCap` (no cap: never); nothing is written then. The
    /// same as of LimitStore::admit(). Error: RateLimited, `own-rate`, with the time to wait, where
    /// a limit in requests wants it.
    /// `isWordGiven`: see SpendingLimit::holds(); who calls leaves `monthlyCap` out then.
    Result<Done> startAttempt(const UsageRecord &record, Money reservation,
                              std::optional<Money> monthlyCap, bool isWordGiven = false);
    /// beginRequest() and startAttempt() of its first attempt, as one: both are written or neither.
    Result<Done> beginWith(const RequestEntry &request, const UsageRecord &first, Money reservation,
                           std::optional<Money> monthlyCap, bool isWordGiven = false);
    /// When a candidate of a written request turned out not to be one.
    Result<Done> replacePlan(const Id &request, const routing::RoutePlan &plan);
    /// When an attempt has ended: row, daily rollup, spent and last used of the integration, cost
    /// of the conversation, release of the reservation, outbox and audit. Settling the same again
    /// is a success that changes nothing; another body for a settled record is Error Internal
    /// `settled-differently`, an attempt that was never started Internal `not-started`.
    /// `also` is a part of the same transaction; it is not called for a record that was settled.
    Result<Done> settle(const UsageRecord &record, const std::function<Result<Done>()> &also = {});
    /// At start-up: attempts whose process is gone become `unknown`, with an unknown cost; their
    /// reservations are released and noted in the audit trail. Returns those records. Not those of
    /// jobs with a ticket: who takes such a job over learns how it ended.
    Result<QList<UsageRecord>> resolveAbandoned();

private:
    Result<Done> finish(const UsageRecord &record, Money reserved, const QString &event);

    const Session &m_session;
};

} // namespace keyway
