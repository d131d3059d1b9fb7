#include "core/storage/ledger.h"

#include "core/storage/audittrail.h"
#include "core/storage/billingzone.h"
#include "core/storage/database.h"
#include "core/storage/limitstore.h"
#include "core/storage/ratelimitstore.h"
#include "core/storage/recordrow.h"
#include "core/storage/recordsums.h"
#include "core/storage/session.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error mistake(const QString &reason, const Id &record)
{
    return Error(Error::Kind::Internal, record.toString()).withReason(reason);
}

/// How soon to look again where only so many may run at once: nobody knows when one ends.
constexpr std::chrono::milliseconds untilOneEnds{100};

Error tooManyRequests(const guard::RateRefusal &refusal)
{
    Error::ServiceReply reply;
    reply.retryAfter = refusal.wait.count() > 0 ? refusal.wait : untilOneEnds;
    return Error(Error::Kind::RateLimited, nameOf(refusal.rule.scope))
        .withReason(u"own-rate"_s)
        .withReply(reply);
}

QJsonObject factsOf(const UsageRecord &record, Money reserved)
{
    QJsonObject facts{{u"outcome"_s, nameOf(record.outcome)},
                      {u"cost_state"_s, nameOf(record.costState)},
                      {u"platform_cost_nano"_s, record.platformCost.nano()},
                      {u"platform_fee_nano"_s, record.platformFee.nano()}};
    if (record.costState == CostState::Unknown)
        facts.insert(u"at_most_nano"_s, reserved.nano());
    return facts;
}

QString planText(const routing::RoutePlan &plan)
{
    return QString::fromUtf8(QJsonDocument(plan.toJson()).toJson(QJsonDocument::Compact));
}

/// A started row as it stands, with what was set aside for it.
struct Standing {
    UsageRecord record;
    Money reserved;
};

Result<std::optional<Standing>> standing(Database &database, const Id &record)
{
    std::optional<Standing> found;
    const auto read
        = database.query("SELECT "_L1 + recordColumns() + " FROM attempt WHERE record_id = ?"_L1,
                         {record.toString()}, [&found](const Row &row) {
                             found = Standing{recordFrom(row), row.money(reservedColumn)};
                             return false;
                         });
    if (!read)
        return read.error();
    return found;
}

/// What settling writes, on the identity that was fixed when the attempt started.
UsageRecord ended(UsageRecord started, const UsageRecord &end)
{
    started.modelReported = end.modelReported;
    started.outcome = end.outcome;
    started.errorKind = end.errorKind;
    started.httpStatus = end.httpStatus;
    started.serviceCode = end.serviceCode;
    started.serviceRequestId = end.serviceRequestId;
    started.costState = end.costState;
    started.usage = end.usage;
    started.priceVersion = end.priceVersion;
    started.platformCost = end.platformCost;
    started.platformFee = end.platformFee;
    started.statedCost = end.statedCost;
    started.firstTokenMs = end.firstTokenMs;
    started.durationMs = end.durationMs;
    return started;
}

} // namespace

Ledger::Ledger(Database &database, const Session &session)
    : LedgerReader(database)
    , m_session(session)
{
}

Result<Done> Ledger::beginRequest(const RequestEntry &request)
{
    return m_database.write([&]() -> Result<Done> {
        const auto written = m_database.run(
            u"INSERT INTO request (id, type, strategy, app, started_at, plan, conversation_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {request.id.toString(), nameOf(request.type), nameOf(request.strategy),
             nameOf(request.app), stored(request.startedAt), planText(request.plan),
             stored(request.conversationId)});
        if (!written)
            return written.error();
        return Done();
    });
}

Result<Done> Ledger::startAttempt(const UsageRecord &record, Money reservation,
                                  std::optional<Money> monthlyCap, bool isWordGiven)
{
    if (reservation < Money())
        return mistake(u"negative-reservation"_s, record.recordId);
    return m_database.write([&]() -> Result<Done> {
        const auto zone = billingZone(m_database);
        if (!zone)
            return zone.error();
        const QDate day = billingDay(record.startedAt, *zone);
        const QString integration = record.integrationId.toString();
        auto written = m_database.run(u"INSERT INTO budget (integration_id, month) VALUES (?, ?) "
                                      "ON CONFLICT DO NOTHING"_s,
                                      {integration, monthKey(day)});
        if (!written)
            return written.error();
        // One statement decides and takes: a check before an addition lets two through at once.
        written = m_database.run(
            u"UPDATE budget SET reserved_nano = reserved_nano + ? WHERE integration_id = ? "
            "AND month = ? AND spent_nano + reserved_nano + ? <= IFNULL(?, 9223372036854775807)"_s,
            {stored(reservation), integration, monthKey(day), stored(reservation),
             stored(monthlyCap)});
        if (!written)
            return written.error();
        if (*written == 0)
            return Error(Error::Kind::Budget, integration).withReason(u"over-budget"_s);
        // In the same transaction, which no other process writes beside: what fits now still does
        // when the row is there.
        auto admitted = LimitStore(m_database).admit(record, day, reservation, isWordGiven);
        if (!admitted)
            return admitted;
        const auto tooFast = RateLimitStore(m_database).admit(record);
        if (!tooFast)
            return tooFast.error();
        if (*tooFast)
            return tooManyRequests(**tooFast);
        written = m_database.run(
            "INSERT INTO attempt ("_L1 + recordColumns()
                + ", tokens_in, tokens_out) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, '', "
                  "0, "
                  "'', '', ?, '{}', '', 0, 0, NULL, NULL, 0, ?, ?, ?, 0, 0)"_L1,
            {record.recordId.toString(), record.requestId.toString(), record.attempt, integration,
             record.integrationName, record.service, record.model, nameOf(record.type),
             nameOf(record.strategy), nameOf(record.app), stored(record.startedAt), stored(day),
             nameOf(Outcome::Started), nameOf(CostState::Unknown), nameOf(record.origin),
             stored(reservation), m_session.id().toString()});
        if (!written)
            return written.error();
        return Done();
    });
}

Result<Done> Ledger::beginWith(const RequestEntry &request, const UsageRecord &first,
                               Money reservation, std::optional<Money> monthlyCap, bool isWordGiven)
{
    return m_database.write([&]() -> Result<Done> {
        if (auto begun = beginRequest(request); !begun)
            return begun;
        return startAttempt(first, reservation, monthlyCap, isWordGiven);
    });
}

Result<Done> Ledger::replacePlan(const Id &request, const routing::RoutePlan &plan)
{
    return m_database.write([&]() -> Result<Done> {
        const auto replaced = m_database.run(u"UPDATE request SET plan = ? WHERE id = ?"_s,
                                             {planText(plan), request.toString()});
        if (!replaced)
            return replaced.error();
        return *replaced == 1 ? Result<Done>(Done()) : mistake(u"no-such-request"_s, request);
    });
}

Result<Done> Ledger::settle(const UsageRecord &record, const std::function<Result<Done>()> &also)
{
    if (record.outcome == Outcome::Started)
        return mistake(u"not-ended"_s, record.recordId);
    return m_database.write([&]() -> Result<Done> {
        const auto found = standing(m_database, record.recordId);
        if (!found)
            return found.error();
        if (!*found)
            return mistake(u"not-started"_s, record.recordId);
        const auto &[started, reserved] = **found;
        if (started.outcome != Outcome::Started) {
            if (sameEnd(started, record))
                return Done();
            return mistake(u"settled-differently"_s, record.recordId);
        }
        const UsageRecord whole = ended(started, record);
        if (!sameEnd(whole, record))
            return mistake(u"another-attempt"_s, record.recordId);
        if (auto finished = finish(whole, reserved, u"attempt.settled"_s); !finished)
            return finished;
        return also ? also() : Result<Done>(Done());
    });
}

Result<Done> Ledger::finish(const UsageRecord &record, Money reserved, const QString &event)
{
    const QString id = record.recordId.toString();
    const qint64 tokensIn = record.usage.tokensIn();
    const qint64 tokensOut = record.usage.tokensOut();
    const QVariant cost = stored(record.platformCost);
    const QVariant fee = stored(record.platformFee);
    const bool answered = record.outcome == Outcome::Completed;
    const std::pair<QString, QVariantList> changes[] = {
        {u"UPDATE attempt SET model_reported = ?, outcome = ?, error_kind = ?, http_status = ?, "
         "service_code = ?, service_request_id = ?, cost_state = ?, usage = ?, tokens_in = ?, "
         "tokens_out = ?, price_version = ?, platform_cost_nano = ?, platform_fee_nano = ?, "
         "stated_cost_nano = ?, first_token_ms = ?, duration_ms = ? WHERE record_id = ?"_s,
         {record.modelReported, nameOf(record.outcome),
          record.errorKind ? Error::kindName(*record.errorKind) : u""_s, record.httpStatus,
          record.serviceCode, record.serviceRequestId, nameOf(record.costState),
          usageText(record.usage), stored(tokensIn), stored(tokensOut), record.priceVersion, cost,
          fee, stored(record.statedCost), stored(record.firstTokenMs), stored(record.durationMs),
          id}},
        {u"UPDATE conversation SET platform_cost_nano = platform_cost_nano + ?, "
         "platform_fee_nano = platform_fee_nano + ?, service = IFNULL(?, service), "
         "model = IFNULL(?, model) WHERE id = (SELECT conversation_id FROM request WHERE id = ?)"_s,
         {cost, fee, answered ? record.service : QVariant(), answered ? record.model : QVariant(),
          record.requestId.toString()}},
        {u"INSERT INTO outbox (record_id) VALUES (?)"_s, {id}},
    };
    for (const auto &[sql, values] : changes) {
        if (const auto done = m_database.run(sql, values); !done)
            return done.error();
    }
    if (auto added = addToSums(m_database, record, reserved); !added)
        return added;
    return AuditTrail(m_database).append({event, id, factsOf(record, reserved)});
}

Result<QList<UsageRecord>> Ledger::resolveAbandoned()
{
    QSet<Id> sessions;
    const auto read
        = m_database.query(u"SELECT DISTINCT session FROM attempt WHERE outcome = 'started'"_s, {},
                           [&sessions](const Row &row) {
                               sessions.insert(row.id(0));
                               return true;
                           });
    if (!read)
        return read.error();
    sessions.remove(m_session.id());

    QList<UsageRecord> resolved;
    for (const Id &session : std::as_const(sessions)) {
        if (Session::isAlive(m_session.folder(), session))
            continue;
        QList<Standing> left;
        const auto done = m_database.write([&]() -> Result<Done> {
            const auto found = m_database.query(
                "SELECT "_L1 + recordColumns()
                    + " FROM attempt WHERE outcome = 'started' AND session = ? AND record_id NOT "
                      "IN (SELECT record_id FROM job WHERE stage <> 'ended' AND "
                      "(ticket <> '' OR status_url <> ''))"_L1,
                {session.toString()}, [&left](const Row &row) {
                    left.append({recordFrom(row), row.money(reservedColumn)});
                    return true;
                });
            if (!found)
                return found.error();
            for (Standing &one : left) {
                one.record.outcome = Outcome::Unknown;
                one.record.costState = CostState::Unknown;
                if (auto ended = finish(one.record, one.reserved, u"attempt.abandoned"_s); !ended)
                    return ended;
                const auto job = m_database.run(
                    u"UPDATE job SET stage = 'ended', outcome = 'unknown', ended_at = ? "
                    "WHERE record_id = ? AND stage <> 'ended'"_s,
                    {stored(m_database.clock().now()), one.record.recordId.toString()});
                if (!job)
                    return job.error();
            }
            return Done();
        });
        if (!done)
            return done.error();
        for (const Standing &one : std::as_const(left))
            resolved.append(one.record);
    }
    Session::sweep(m_session.folder());
    return resolved;
}

} // namespace keyway
