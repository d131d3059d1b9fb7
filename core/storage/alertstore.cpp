#include "core/storage/alertstore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;
using guard::Alert;

namespace {

QJsonObject factsOf(const Alert &alert)
{
    QJsonObject facts{{u"kind"_s, nameOf(alert.kind)}};
    if (alert.kind == Alert::Kind::RepeatedPrompt)
        facts.insert(u"times"_s, alert.times);
    else
        facts.insert(u"spent_nano"_s, alert.spent.nano());
    return facts;
}

/// Of these there is one of a kind. Each repeated prompt is a matter of its own: an answer to one
/// says nothing of another.
QVariant placeOf(const Alert &alert)
{
    return alert.kind == Alert::Kind::RepeatedPrompt
        ? alert.id.toString()
        : alert.raisedAt.toUTC().toString(u"yyyy-MM-ddTHH"_s);
}

} // namespace

AlertStore::AlertStore(Database &database)
    : m_database(database)
{
}

Result<QList<Alert>> AlertStore::alerts(int limit)
{
    QList<Alert> alerts;
    const auto read = m_database.query(
        u"SELECT id, kind, since, raised_at, spent_nano, usual_nano, times, app, seen_at, "
        "acknowledged_at FROM alert WHERE id IN (SELECT id FROM alert ORDER BY raised_at DESC, id "
        "DESC LIMIT ?) OR (kind = 'repeated-prompt' AND acknowledged_at IS NULL) ORDER BY "
        "raised_at "
        "DESC, id DESC"_s,
        {limit}, [&alerts](const Row &row) {
            const auto kind = guard::alertKindFromName(row.text(1));
            if (kind)
                alerts.append({row.id(0), *kind, row.time(2), row.time(3), row.money(4),
                               row.money(5), row.integer(6),
                               appClassFromName(row.text(7)).value_or(AppClass::Window),
                               row.optionalTime(8), row.optionalTime(9)});
            return true;
        });
    if (!read)
        return read.error();
    return alerts;
}

Result<Id> AlertStore::raise(const Alert &alert)
{
    return m_database.write([&]() -> Result<Id> {
        const auto written = m_database.run(
            u"INSERT INTO alert (id, kind, hour, since, raised_at, spent_nano, usual_nano, times, "
            "app) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {stored(alert.id), nameOf(alert.kind), placeOf(alert), stored(alert.since),
             stored(alert.raisedAt), stored(alert.spent), stored(alert.usual), alert.times,
             nameOf(alert.app)});
        if (!written)
            return written.error();
        if (*written == 1) {
            const auto noted
                = AuditTrail(m_database)
                      .append({u"alert.raised"_s, alert.id.toString(), factsOf(alert)});
            if (!noted)
                return noted.error();
            return alert.id;
        }
        Id standing;
        const auto read
            = m_database.query(u"SELECT id FROM alert WHERE kind = ? AND hour = ?"_s,
                               {nameOf(alert.kind), placeOf(alert)}, [&standing](const Row &row) {
                                   standing = row.id(0);
                                   return false;
                               });
        if (!read)
            return read.error();
        return standing;
    });
}

Result<Done> AlertStore::acknowledge(const QList<Id> &alerts)
{
    return m_database.write([&]() -> Result<Done> {
        const QVariant now = stored(m_database.clock().now());
        for (const Id &id : alerts) {
            const auto known = isAcknowledged(id);
            if (!known)
                return known.error();
            if (*known)
                continue;
            const auto changed
                = m_database.run(u"UPDATE alert SET acknowledged_at = ?, seen_at = IFNULL(seen_at, "
                                 "?) WHERE id = ?"_s,
                                 {now, now, stored(id)});
            if (!changed)
                return changed.error();
            if (*changed == 0)
                return Error(Error::Kind::Rejected, id.toString()).withReason(u"no-such-alert"_s);
            const auto noted
                = AuditTrail(m_database).append({u"alert.acknowledged"_s, id.toString(), {}});
            if (!noted)
                return noted;
        }
        return Done();
    });
}

Result<Done> AlertStore::setSeen(const QList<Id> &alerts, bool seen)
{
    return m_database.write([&]() -> Result<Done> {
        const QVariant at = seen ? stored(m_database.clock().now()) : QVariant();
        for (const Id &id : alerts) {
            const auto changed
                = m_database.run(u"UPDATE alert SET seen_at = ? WHERE id = ?"_s, {at, stored(id)});
            if (!changed)
                return changed.error();
        }
        return Done();
    });
}

Result<bool> AlertStore::isAcknowledged(const Id &alert)
{
    bool acknowledged = false;
    const auto read = m_database.query(u"SELECT acknowledged_at FROM alert WHERE id = ?"_s,
                                       {stored(alert)}, [&acknowledged](const Row &row) {
                                           acknowledged = !row.isNull(0);
                                           return false;
                                       });
    if (!read)
        return read.error();
    return acknowledged;
}

Result<guard::KnownSpend> AlertStore::known(const QDateTime &dayBegan)
{
    guard::KnownSpend known;
    const auto read = m_database.query(
        u"SELECT kind, MAX(spent_nano) FROM alert WHERE acknowledged_at IS NOT NULL OR "
        "raised_at >= ? GROUP BY kind"_s,
        {stored(dayBegan)}, [&known](const Row &row) {
            const auto kind = guard::alertKindFromName(row.text(0));
            if (kind == Alert::Kind::UnusualHour)
                known.hour = row.money(1);
            else if (kind == Alert::Kind::UnusualDay)
                known.day = row.money(1);
            return true;
        });
    if (!read)
        return read.error();
    return known;
}

} // namespace keyway
