#include "core/server/adminaudit.h"

#include "core/server/sqlconnection.h"
#include "core/server/token.h"

#include <QtCore/QJsonDocument>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    qint64 sequence = 0;
    qint64 at = 0;
    Id admin;
    QString actor;
    QString address;
    QString action;
    QString detail;

    QByteArray hashAfter(const QByteArray &previous) const
    {
        const QJsonArray row{sequence, at, admin.toString(), actor, address, action, detail};
        return hashOf(previous + QJsonDocument(row).toJson(QJsonDocument::Compact));
    }
};

constexpr auto columns = "sequence, happened_at, admin_id, actor, address, action, detail, hash"_L1;

Entry entryOf(const Row &row)
{
    return {row.number(0), row.number(1), row.id(2),  row.text(3),
            row.text(4),   row.text(5),   row.text(6)};
}

} // namespace

AdminAudit::AdminAudit(SqlConnection &sql, const Clock &clock)
    : m_sql(sql)
    , m_clock(clock)
{
}

Result<Done> AdminAudit::add(const AdminActor &actor, const QString &action,
                             const QJsonObject &detail)
{
    return m_sql.write([&]() -> Result<Done> {
        const auto begun
            = m_sql.run(u"INSERT INTO admin_audit_head (head_id, sequence, hash) VALUES (1, 0, ?) "
                        "ON CONFLICT (head_id) DO NOTHING"_s,
                        {hashOf({})});
        if (!begun)
            return begun.error();
        // Locks the row: others that add wait here until this transaction ends.
        const auto held
            = m_sql.run(u"UPDATE admin_audit_head SET sequence = sequence + 1 WHERE head_id = 1"_s);
        if (!held)
            return held.error();
        Entry entry;
        QByteArray previous;
        const auto read
            = m_sql.query(u"SELECT sequence, hash FROM admin_audit_head WHERE head_id = 1"_s, {},
                          [&](const Row &row) {
                              entry.sequence = row.number(0);
                              previous = row.bytes(1);
                              return false;
                          });
        if (!read)
            return read.error();
        entry.at = m_clock.now().toMSecsSinceEpoch();
        entry.admin = actor.admin;
        entry.actor = actor.name;
        entry.address = QString::fromLatin1(actor.address);
        entry.action = action;
        entry.detail = QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
        const QByteArray hash = entry.hashAfter(previous);
        const auto added = m_sql.run("INSERT INTO admin_audit ("_L1 + columns
                                         + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_L1,
                                     {entry.sequence, entry.at, stored(entry.admin), entry.actor,
                                      entry.address, entry.action, entry.detail, hash});
        if (!added)
            return added.error();
        const auto moved
            = m_sql.run(u"UPDATE admin_audit_head SET hash = ? WHERE head_id = 1"_s, {hash});
        return moved ? Result<Done>(Done()) : moved.error();
    });
}

Result<QJsonArray> AdminAudit::page(qint64 before, int limit)
{
    QJsonArray entries;
    const auto read = m_sql.query(
        "SELECT "_L1 + columns
            + " FROM admin_audit WHERE (? = 0 OR sequence < ?) ORDER BY sequence DESC LIMIT ?"_L1,
        {before, before, limit}, [&entries](const Row &row) {
            const Entry entry = entryOf(row);
            entries.append(
                QJsonObject{{u"sequence"_s, entry.sequence},
                            {u"at"_s, row.time(1).toString(Qt::ISODateWithMs)},
                            {u"actor"_s, entry.actor},
                            {u"address"_s, entry.address},
                            {u"action"_s, entry.action},
                            {u"detail"_s, QJsonDocument::fromJson(entry.detail.toUtf8()).object()},
                            {u"hash"_s, QString::fromLatin1(row.bytes(7).toHex())}});
            return true;
        });
    if (!read)
        return read.error();
    return entries;
}

Result<qint64> AdminAudit::firstBroken()
{
    QByteArray previous = hashOf({});
    qint64 next = 1;
    qint64 broken = 0;
    const auto read = m_sql.query("SELECT "_L1 + columns + " FROM admin_audit ORDER BY sequence"_L1,
                                  {}, [&](const Row &row) {
                                      const Entry entry = entryOf(row);
                                      previous = entry.hashAfter(previous);
                                      if (entry.sequence != next || previous != row.bytes(7)) {
                                          broken = next;
                                          return false;
                                      }
                                      ++next;
                                      return true;
                                  });
    if (!read)
        return read.error();
    if (broken != 0)
        return broken;
    // The end may have been cut off.
    const Result<qint64> last
        = m_sql.number(u"SELECT sequence FROM admin_audit_head WHERE head_id = 1"_s);
    if (!last)
        return last.error();
    return *last + 1 == next ? qint64(0) : next;
}

} // namespace keyway::server
