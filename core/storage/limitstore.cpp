#include "core/storage/limitstore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;
using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitUse;
using guard::SpendingLimit;
using guard::SpendingState;

namespace {

QJsonObject factsOf(const SpendingLimit &limit)
{
    return {{u"scope"_s, nameOf(limit.scope.kind)},
            {u"name"_s, limit.scope.name},
            {u"period"_s, nameOf(limit.period)}};
}

/// `AND service = ?`, for tables that have the columns of an attempt; empty for everything.
QString conditionOf(const LimitScope &scope)
{
    switch (scope.kind) {
    case LimitScope::Kind::Everything:
        break;
    case LimitScope::Kind::Service:
        return u" AND service = ?"_s;
    case LimitScope::Kind::Integration:
        return u" AND integration_id = ?"_s;
    case LimitScope::Kind::Type:
        return u" AND type = ?"_s;
    case LimitScope::Kind::App:
        return u" AND app = ?"_s;
    }
    return {};
}

Result<Money> sum(Database &database, const QString &sql, const QVariantList &values)
{
    Money found;
    const auto read = database.query(sql, values, [&found](const Row &row) {
        found = row.money(0);
        return false;
    });
    if (!read)
        return read.error();
    return found;
}

} // namespace

LimitStore::LimitStore(Database &database)
    : m_database(database)
{
}

Result<QList<SpendingLimit>> LimitStore::limits()
{
    QList<SpendingLimit> limits;
    const auto read = m_database.query(
        u"SELECT id, scope, name, period, most_nano, reached, warn_at_percent FROM spending_limit "
        "ORDER BY added_at, id"_s,
        {}, [&limits](const Row &row) {
            const auto kind = guard::limitScopeFromName(row.text(1));
            const auto period = guard::limitPeriodFromName(row.text(3));
            if (kind && period)
                limits.append({row.id(0),
                               {*kind, row.text(2)},
                               *period,
                               row.money(4),
                               limitActionFromName(row.text(5)).value_or(LimitAction::Stop),
                               row.integer(6)});
            return true;
        });
    if (!read)
        return read.error();
    return limits;
}

Result<LimitUse> LimitStore::use(const SpendingLimit &limit, const QDate &day)
{
    return useBy(limit, day, std::nullopt);
}

Result<LimitUse> LimitStore::useBy(const SpendingLimit &limit, const QDate &day,
                                   const std::optional<Id> &request)
{
    LimitUse use{limit, {}, {}};
    if (limit.period == LimitPeriod::Request) {
        if (!request)
            return use;
        // What nobody knows the cost of counts with the most that it may have been.
        const auto spent = sum(m_database,
                               u"SELECT IFNULL(SUM(CASE cost_state WHEN 'unknown' THEN "
                               "reserved_nano ELSE platform_cost_nano END), 0) FROM attempt "
                               "WHERE request_id = ?"_s,
                               {request->toString()});
        if (!spent)
            return spent.error();
        use.spent = *spent;
        return use;
    }
    const guard::DaySpan span = guard::periodAround(limit.period, day);
    QVariantList values{stored(span.first), stored(span.last)};
    if (limit.scope.kind != LimitScope::Kind::Everything)
        values.append(limit.scope.name);
    const QString condition = conditionOf(limit.scope);
    const auto spent
        = sum(m_database,
              u"SELECT IFNULL(SUM(platform_cost_nano), 0) FROM daily WHERE billing_day BETWEEN ? "
              "AND ?"_s
                  + condition,
              values);
    if (!spent)
        return spent.error();
    // Of those that run alone, which have an index of their own.
    const auto reserved
        = sum(m_database,
              u"SELECT IFNULL(SUM(reserved_nano), 0) FROM attempt INDEXED BY attempt_running WHERE "
              "outcome = 'started' AND billing_day BETWEEN ? AND ?"_s
                  + condition,
              values);
    if (!reserved)
        return reserved.error();
    use.spent = *spent;
    use.reserved = *reserved;
    return use;
}

Result<SpendingState> LimitStore::state(const QDate &day)
{
    return m_database.read([&]() -> Result<SpendingState> {
        SpendingState state;
        const auto since = stoppedSince();
        if (!since)
            return since.error();
        state.stoppedSince = *since;
        const auto known = limits();
        if (!known)
            return known.error();
        for (const SpendingLimit &limit : *known) {
            const auto used = use(limit, day);
            if (!used)
                return used.error();
            state.limits.append(*used);
        }
        return state;
    });
}

Result<Done> LimitStore::set(SpendingLimit limit)
{
    return m_database.write([&]() -> Result<Done> {
        const QDateTime now = m_database.clock().now();
        if (limit.id.isNull())
            limit.id = Id::create(now);
        const auto written = m_database.run(
            u"INSERT INTO spending_limit (id, scope, name, period, most_nano, reached, "
            "warn_at_percent, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (scope, name, period) DO UPDATE SET most_nano = excluded.most_nano, "
            "reached = excluded.reached, warn_at_percent = excluded.warn_at_percent"_s,
            {stored(limit.id), nameOf(limit.scope.kind), limit.scope.name, nameOf(limit.period),
             stored(limit.most), nameOf(limit.reached), limit.warnAtPercent, stored(now)});
        if (!written)
            return written.error();
        QJsonObject facts = factsOf(limit);
        facts.insert(u"most_nano"_s, limit.most.nano());
        facts.insert(u"reached"_s, nameOf(limit.reached));
        return AuditTrail(m_database).append({u"limit.set"_s, limit.scope.name, facts});
    });
}

Result<Done> LimitStore::remove(const SpendingLimit &limit)
{
    return m_database.write([&]() -> Result<Done> {
        const auto removed = m_database.run(
            u"DELETE FROM spending_limit WHERE scope = ? AND name = ? AND period = ?"_s,
            {nameOf(limit.scope.kind), limit.scope.name, nameOf(limit.period)});
        if (!removed)
            return removed.error();
        if (*removed == 0)
            return Done();
        return AuditTrail(m_database)
            .append({u"limit.removed"_s, limit.scope.name, factsOf(limit)});
    });
}

Result<Done> LimitStore::setStopped(bool stopped)
{
    return m_database.write([&]() -> Result<Done> {
        const auto changed = stopped
            ? m_database.run(u"INSERT INTO spending_stop (one, since) VALUES (1, ?) "
                             "ON CONFLICT DO NOTHING"_s,
                             {stored(m_database.clock().now())})
            : m_database.run(u"DELETE FROM spending_stop"_s);
        if (!changed)
            return changed.error();
        if (*changed == 0)
            return Done();
        return AuditTrail(m_database)
            .append({stopped ? u"spending.stopped"_s : u"spending.resumed"_s, {}, {}});
    });
}

Result<std::optional<QDateTime>> LimitStore::stoppedSince()
{
    std::optional<QDateTime> since;
    const auto read
        = m_database.query(u"SELECT since FROM spending_stop"_s, {}, [&since](const Row &row) {
              since = row.time(0);
              return false;
          });
    if (!read)
        return read.error();
    return since;
}

Result<Done> LimitStore::admit(const UsageRecord &record, const QDate &billingDay,
                               Money reservation, bool isWordGiven)
{
    Q_ASSERT(m_database.isWriting());
    if (reservation.isZero())
        return Done(); // free and local services go on
    const auto since = stoppedSince();
    if (!since)
        return since.error();
    if (*since)
        return Error(Error::Kind::Budget).withReason(u"spending-stopped"_s);
    const auto known = limits();
    if (!known)
        return known.error();
    for (const SpendingLimit &limit : *known) {
        if (!limit.holds(isWordGiven)
            || !limit.scope.concerns(
                {record.service, record.integrationId, record.type, record.app}))
            continue;
        const auto used = useBy(limit, billingDay, record.requestId);
        if (!used)
            return used.error();
        if (reservation > used->left())
            return Error(Error::Kind::Budget, limit.id.toString()).withReason(u"over-limit"_s);
    }
    return Done();
}

} // namespace keyway
