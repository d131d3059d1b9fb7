#include "core/wire/planmessage.h"

#include "core/base/jsonfields.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

QJsonObject PlanMessage::toJson(const QDate &today) const
{
    QJsonArray offered;
    for (const FeePolicy &policy : offer.plans())
        offered.append(policy.toJson());
    return {{u"plan"_s, history.on(today).toJson()},
            {u"history"_s, history.toJson()},
            {u"offered"_s, offered}};
}

Result<PlanMessage> PlanMessage::fromJson(const QJsonObject &json)
{
    const Result<PlanHistory> history = PlanHistory::fromJson(json.value(u"history").toObject());
    if (!history)
        return history.error();
    const Result<PlanOffer> offer = PlanOffer::fromJson({{u"plans"_s, json.value(u"offered")}});
    if (!offer)
        return offer.error();
    return PlanMessage{*history, *offer};
}

QJsonObject PlanChoice::toJson() const
{
    QJsonObject json{{u"plan"_s, nameOf(plan)}};
    if (paid)
        json.insert(u"paid"_s, true);
    return json;
}

Result<PlanChoice> PlanChoice::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"$"_s, problem);
    PlanChoice choice;
    const std::optional<FeePlan> plan = feePlanFromName(fields.text(u"plan"));
    if (!plan)
        fields.expected(u"plan", u"the name of a plan"_s);
    choice.plan = plan.value_or(choice.plan);
    choice.paid = fields.flag(u"paid", false);
    fields.finish();
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-fee-policy"_s);
    return choice;
}

} // namespace keyway
