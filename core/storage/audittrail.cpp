#include "core/storage/audittrail.h"

#include "core/storage/auditchain.h"
#include "core/storage/auditseals.h"
#include "core/storage/database.h"

namespace keyway {

AuditTrail::AuditTrail(Database &database)
    : m_database(database)
{
}

Result<Done> AuditTrail::append(const AuditEvent &event)
{
    const QDateTime now = m_database.clock().now();
    const Result<AuditHead> last = AuditSeals(m_database).closeDay(now);
    if (!last)
        return last.error();
    const Result<AuditHead> head = addEntry(m_database, *last, event, now);
    if (!head)
        return head.error();
    return Done();
}

} // namespace keyway
