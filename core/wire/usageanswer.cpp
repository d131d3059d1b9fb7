#include "core/wire/usageanswer.h"

#include "core/base/jsonfields.h"
#include "core/base/names.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<UsageState, 5> names{{
    {UsageState::Stored, "stored"_L1},
    {UsageState::Duplicate, "duplicate"_L1},
    {UsageState::Conflict, "conflict"_L1},
    {UsageState::Quarantined, "quarantined"_L1},
    {UsageState::Refused, "refused"_L1},
}};

} // namespace

QString nameOf(UsageState state)
{
    return nameIn(names, state);
}

std::optional<UsageState> usageStateFromName(QStringView name)
{
    return valueIn(names, name);
}

bool UsageAnswer::isKept() const
{
    return state == UsageState::Stored || state == UsageState::Duplicate
        || state == UsageState::Quarantined;
}

int UsageAnswer::httpStatus() const
{
    switch (state) {
    case UsageState::Stored:
    case UsageState::Duplicate:
        return 200;
    case UsageState::Quarantined:
        return 202;
    case UsageState::Conflict:
        return 409;
    case UsageState::Refused:
        return 422;
    }
    return 422;
}

QJsonObject UsageAnswer::toJson() const
{
    QJsonObject json{{u"record_id"_s, recordId.toString()},
                     {u"state"_s, nameOf(state)},
                     {u"status"_s, httpStatus()}};
    if (!reason.isEmpty())
        json.insert(u"reason"_s, reason);
    if (!detail.isEmpty())
        json.insert(u"detail"_s, detail);
    return json;
}

Result<UsageAnswer> UsageAnswer::fromJson(const QJsonObject &json)
{
    UsageAnswer answer;
    answer.recordId = Id::fromString(json.value(u"record_id").toString()).value_or(Id());
    const std::optional<UsageState> state = usageStateFromName(json.value(u"state").toString());
    if (!state)
        return Error(Error::Kind::Protocol, u"no state of a record"_s);
    answer.state = *state;
    answer.reason = json.value(u"reason").toString();
    answer.detail = json.value(u"detail").toString();
    return answer;
}

Result<QList<UsageAnswer>> usageAnswersFrom(const QJsonObject &json)
{
    if (!json.value(u"results").isArray())
        return Error(Error::Kind::Protocol, u"no results"_s);
    QList<UsageAnswer> answers;
    for (const QJsonValue &value : json.value(u"results").toArray()) {
        Result<UsageAnswer> answer = UsageAnswer::fromJson(value.toObject());
        if (!answer)
            return answer.error();
        answers.append(std::move(answer).value());
    }
    return answers;
}

} // namespace keyway
