#include "core/sync/synclog.h"

#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

SyncLog::SyncLog(Database &database, const Id &device)
    : m_database(database)
    , m_device(device)
{
}

Result<Done> SyncLog::read()
{
    const QString device = m_device.toString();
    return m_database.query(
        u"SELECT sequence, at, name, subject, facts FROM audit WHERE sequence > ? "
        "AND name > 'sync.' AND name < 'sync/' ORDER BY sequence"_s,
        {stored(m_readTo)}, [&](const Row &row) {
            m_readTo = std::max(m_readTo, row.number(0));
            const QJsonObject facts = QJsonDocument::fromJson(row.text(4).toUtf8()).object();
            if (facts.value("device"_L1).toString() != device)
                return true;
            if (row.text(2) == syncSentEvent) {
                m_lastSent = {row.time(1), facts.value("records"_L1).toInteger(), row.id(3)};
                return true;
            }
            const auto state = usageStateFromName(QStringView(row.text(2)).mid(5));
            if (!state)
                return true;
            ++m_notTakenCount;
            m_notTaken.prepend(
                {row.id(3), row.time(1), *state, facts.value("reason"_L1).toString()});
            if (m_notTaken.size() > mostKept)
                m_notTaken.removeLast();
            return true;
        });
}

} // namespace keyway
