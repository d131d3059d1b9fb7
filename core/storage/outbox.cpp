#include "core/storage/outbox.h"

#include "core/storage/database.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;

Outbox::Outbox(Database &database)
    : m_database(database)
{
}

Result<QList<Outbox::Entry>> Outbox::pending(int limit)
{
    QList<Entry> entries;
    const auto read
        = m_database.query(u"SELECT sequence, record_id FROM outbox ORDER BY sequence LIMIT ?"_s,
                           {limit}, [&entries](const Row &row) {
                               entries.append({row.number(0), row.id(1)});
                               return true;
                           });
    if (!read)
        return read.error();
    return entries;
}

Result<qint64> Outbox::count()
{
    qint64 number = 0;
    const auto read
        = m_database.query(u"SELECT COUNT(*) FROM outbox"_s, {}, [&number](const Row &row) {
              number = row.number(0);
              return false;
          });
    if (!read)
        return read.error();
    return number;
}

Result<Done> Outbox::acknowledge(const QList<Entry> &entries)
{
    return m_database.write([&]() -> Result<Done> {
        for (const Entry &entry : entries) {
            const auto removed
                = m_database.run(u"DELETE FROM outbox WHERE sequence = ? AND record_id = ?"_s,
                                 {stored(entry.sequence), entry.recordId.toString()});
            if (!removed)
                return removed.error();
        }
        return Done();
    });
}

} // namespace keyway
