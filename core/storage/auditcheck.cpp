#include "core/storage/auditcheck.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOr(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue numberOr(qint64 number)
{
    return number == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(number);
}

} // namespace

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

QJsonObject toJson(const AuditCheck &check)
{
    QJsonArray files;
    for (const SealFile &file : check.sealFiles)
        files.append(QJsonObject{{u"file"_s, file.path},
                                 {u"state"_s, nameOf(file.state)},
                                 {u"first_bad"_s, textOr(file.firstBad.toString(Qt::ISODate))}});
    QJsonObject json{
        {u"intact"_s, check.isIntact()},
        {u"vouched_for"_s, check.isVouchedFor()},
        {u"anchored"_s, check.anchored},
        {u"entries"_s, check.entries},
        {u"since"_s, textOr(check.since.toUTC().toString(Qt::ISODateWithMs))},
        {u"seals"_s, check.seals},
        {u"seal_files"_s, files},
        {u"problem"_s, textOr(check.isIntact() ? QString() : nameOf(check.problem))},
        {u"first_bad"_s, numberOr(check.firstBad)},
        {u"last_sealed"_s, numberOr(check.lastSealed)},
        {u"restored_at"_s, numberOr(check.restoredAt)},
    };
    if (check.seal)
        json.insert(u"seal"_s,
                    QJsonObject{{u"day"_s, check.seal->day.toString(Qt::ISODate)},
                                {u"entry"_s, check.seal->sequence},
                                {u"mark"_s, QString::fromLatin1(check.seal->hash.toHex())},
                                {u"file"_s, check.sealedIn}});
    return json;
}

} // namespace keyway
