#include "app/cli/invoicejson.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

QJsonObject checkJson(const QString &number, const InvoiceCheck &check)
{
    QJsonObject json{{u"number"_s, number},
                     {u"right"_s, check.isRight()},
                     {u"own_attempts"_s, check.own},
                     {u"elsewhere_attempts"_s, check.elsewhere}};
    if (!check.difference)
        return json;
    const InvoiceDifference &difference = *check.difference;
    QJsonObject what{{u"where"_s, nameOf(difference.where)},
                     {u"field"_s, difference.field},
                     {u"expected"_s, difference.expected},
                     {u"found"_s, difference.found}};
    if (difference.line >= 0)
        what.insert(u"line"_s, qint64(difference.line + 1));
    if (!difference.recordId.isNull())
        what.insert(u"record_id"_s, difference.recordId.toString());
    json.insert(u"difference"_s, what);
    return json;
}

} // namespace keyway::cli
