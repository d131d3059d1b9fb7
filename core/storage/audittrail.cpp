#include "core/storage/audittrail.h"

#include "core/storage/auditchain.h"
#include "core/storage/auditseals.h"
#include "core/storage/database.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

QString nameOf(AuditCheck::Problem problem)
{
    switch (problem) {
    case AuditCheck::Problem::None:
        return u"none"_s;
    case AuditCheck::Problem::Changed:
        return u"changed"_s;
    case AuditCheck::Problem::Missing:
        return u"missing"_s;
    case AuditCheck::Problem::CutOff:
        return u"cut-off"_s;
    case AuditCheck::Problem::Rewritten:
        return u"rewritten"_s;
    }
    return {};
}

bool AuditCheck::isVouchedFor() const
{
    const bool filesGood = std::none_of(
        sealFiles.cbegin(), sealFiles.cend(), [](const SealFile &file) {
            return file.state == SealFile::State::Missing || file.state == SealFile::State::Changed;
        });
    return isIntact() && filesGood && (anchored || entries == 0);
}

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
