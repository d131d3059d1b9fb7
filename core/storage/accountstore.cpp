#include "core/storage/accountstore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QMap>

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

AccountStore::AccountStore(Database &database)
    : m_database(database)
{
}

Result<Done> AccountStore::keepBalance(const Id &integration, const KeptBalance &reading)
{
    const auto kept = m_database.run(
        u"INSERT INTO balance (integration_id, at, left_nano) VALUES (?, ?, ?) ON CONFLICT DO "
        "UPDATE SET left_nano = excluded.left_nano"_s,
        {integration.toString(), stored(reading.at), stored(reading.left)});
    if (!kept)
        return kept.error();
    return Done();
}

Result<QList<KeptBalance>> AccountStore::balances(const Id &integration)
{
    QList<KeptBalance> readings;
    const auto read
        = m_database.query(u"SELECT at, left_nano FROM balance WHERE integration_id = ? "
                           "ORDER BY at DESC LIMIT 2"_s,
                           {integration.toString()}, [&readings](const Row &row) {
                               readings.append({row.time(0), row.money(1)});
                               return true;
                           });
    if (!read)
        return read.error();
    return readings;
}

Result<Done> AccountStore::keepBill(const Id &integration, const Bill &bill)
{
    // Services may have two lines of one name, such as two projects.
    QMap<std::pair<std::pair<QDate, QDate>, QString>, Money> lines;
    for (const BillLine &line : bill.lines)
        lines[{{line.day, line.lastDay}, line.line}] += line.amount;
    return m_database.write([&]() -> Result<Done> {
        const auto cleared = m_database.run(
            u"DELETE FROM bill WHERE integration_id = ? AND day <= ? AND last_day >= ?"_s,
            {integration.toString(), stored(bill.to), stored(bill.from)});
        if (!cleared)
            return cleared.error();
        for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
            const auto kept = m_database.run(
                u"INSERT INTO bill (integration_id, day, last_day, line, amount_nano, fetched_at) "
                "VALUES (?, ?, ?, ?, ?, ?)"_s,
                {integration.toString(), stored(it.key().first.first),
                 stored(it.key().first.second), it.key().second, stored(it.value()),
                 stored(bill.fetchedAt)});
            if (!kept)
                return kept.error();
        }
        return Done();
    });
}

Result<std::optional<Bill>> AccountStore::bill(const Id &integration, const QDate &from,
                                               const QDate &to)
{
    Bill bill;
    bill.from = from;
    bill.to = to;
    const auto read = m_database.query(
        u"SELECT day, last_day, line, amount_nano, fetched_at FROM bill "
        "WHERE integration_id = ? AND day BETWEEN ? AND ? ORDER BY day, last_day, line"_s,
        {integration.toString(), stored(from), stored(to)}, [&bill](const Row &row) {
            bill.lines.append({row.day(0), row.day(1), row.text(2), row.money(3)});
            const QDateTime at = row.time(4);
            bill.fetchedAt = bill.fetchedAt.isValid() ? std::max(bill.fetchedAt, at) : at;
            return true;
        });
    if (!read)
        return read.error();
    return bill.lines.isEmpty() ? std::nullopt : std::optional(bill);
}

Result<Done> AccountStore::noteAdminKey(const Id &integration, const AdminKey &key)
{
    return m_database.write([&]() -> Result<Done> {
        const auto noted = m_database.run(
            u"INSERT INTO admin_key (integration_id, key_source, key_tail, origin, added_at) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET key_source = excluded.key_source, "
            "key_tail = excluded.key_tail, origin = excluded.origin, "
            "added_at = excluded.added_at"_s,
            {integration.toString(), nameOf(key.source), key.tail, key.origin,
             stored(key.addedAt)});
        if (!noted)
            return noted.error();
        return AuditTrail(m_database)
            .append({u"integration.admin-key-set"_s, integration.toString(), {}});
    });
}

Result<Done> AccountStore::forgetAdminKey(const Id &integration)
{
    return m_database.write([&]() -> Result<Done> {
        const auto gone = m_database.run(u"DELETE FROM admin_key WHERE integration_id = ?"_s,
                                         {integration.toString()});
        if (!gone)
            return gone.error();
        if (*gone == 0)
            return Done();
        return AuditTrail(m_database)
            .append({u"integration.admin-key-removed"_s, integration.toString(), {}});
    });
}

Result<std::optional<AdminKey>> AccountStore::adminKey(const Id &integration)
{
    std::optional<AdminKey> key;
    const auto read = m_database.query(
        u"SELECT key_source, key_tail, origin, added_at FROM admin_key WHERE integration_id = ?"_s,
        {integration.toString()}, [&key](const Row &row) {
            key = AdminKey{keySourceFromName(row.text(0)).value_or(KeySource::Keychain),
                           row.text(1), row.text(2), row.time(3)};
            return false;
        });
    if (!read)
        return read.error();
    return key;
}

Result<Done> AccountStore::correct(const CostCorrection &correction)
{
    return m_database.write([&]() -> Result<Done> {
        const QString record = correction.recordId.toString();
        const auto kept
            = m_database.run(u"INSERT INTO correction (record_id, platform_cost_nano, source, at) "
                             "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                             {record, stored(correction.platformCost), correction.source,
                              stored(m_database.clock().now())});
        if (!kept)
            return kept.error();
        if (*kept == 0)
            return Done();
        return AuditTrail(m_database)
            .append({u"cost.corrected"_s,
                     record,
                     {{u"platform_cost_nano"_s, correction.platformCost.nano()},
                      {u"source"_s, correction.source}}});
    });
}

} // namespace keyway
