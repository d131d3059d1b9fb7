#include "core/storage/recordconditions.h"

#include "core/storage/billingzone.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;

QVariantList daysOfMonth(const QDate &anyDay)
{
    const QDate first = firstOfMonth(anyDay);
    return {stored(first), stored(first.addMonths(1).addDays(-1))};
}

RecordConditions::RecordConditions(const RecordFilter &filter)
{
    if (filter.month)
        addMonth(*filter.month);
    if (filter.requestId)
        add(u"request_id = ?"_s, {filter.requestId->toString()});
    if (filter.integrationId)
        add(u"integration_id = ?"_s, {filter.integrationId->toString()});
    if (filter.before)
        add(u"(billing_day, started_at, record_id) < "
            "(SELECT billing_day, started_at, record_id FROM attempt WHERE record_id = ?)"_s,
            {filter.before->toString()});
    add(filter.usage);
    if (!filter.text.isEmpty()) {
        // instr, not LIKE: an underscore in the name of a model is an underscore.
        const QString wanted = filter.text.toLower();
        add(u"(instr(lower(model), ?) OR instr(lower(service), ?) "
            "OR instr(lower(integration_name), ?))"_s,
            {wanted, wanted, wanted});
    }
    if (!filter.running)
        add(u"outcome <> 'started'"_s);
}

void RecordConditions::add(const QString &text, const QVariantList &its)
{
    texts.append(text);
    values.append(its);
}

void RecordConditions::add(const UsageFilter &filter)
{
    if (!filter.service.isEmpty())
        add(u"service = ?"_s, {filter.service});
    if (filter.app)
        add(u"app = ?"_s, {nameOf(*filter.app)});
    if (filter.type)
        add(u"type = ?"_s, {nameOf(*filter.type)});
}

void RecordConditions::addMonth(const QDate &anyDay)
{
    add(u"billing_day BETWEEN ? AND ?"_s, daysOfMonth(anyDay));
}

QString RecordConditions::sql() const
{
    return texts.isEmpty() ? QString() : " WHERE "_L1 + texts.join(" AND "_L1);
}

} // namespace keyway
