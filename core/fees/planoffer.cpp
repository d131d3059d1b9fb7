#include "core/fees/planoffer.h"

#include <QtCore/QJsonArray>
#include <QtCore/QSet>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error bad(const QString &what)
{
    return Error(Error::Kind::Rejected, what).withReason(u"bad-fee-policy"_s);
}

} // namespace

PlanOffer::PlanOffer(const FeePolicy &first)
    : m_plans{first}
{
    for (const FeePlan plan : {FeePlan::Percent, FeePlan::PerRequest, FeePlan::Monthly,
                               FeePlan::Freemium, FeePlan::None}) {
        if (plan == first.plan)
            continue;
        FeePolicy usual;
        usual.plan = plan;
        m_plans.append(usual);
    }
}

Result<PlanOffer> PlanOffer::of(QList<FeePolicy> plans)
{
    QSet<FeePlan> kinds;
    for (const FeePolicy &policy : std::as_const(plans))
        kinds.insert(policy.plan);
    if (plans.isEmpty() || kinds.size() != plans.size())
        return bad(u"$.plans: expected plans, one of a kind"_s);
    PlanOffer offer;
    offer.m_plans = std::move(plans);
    return offer;
}

Result<PlanOffer> PlanOffer::fromJson(const QJsonObject &json)
{
    if (!json.contains(u"plans")) {
        const Result<FeePolicy> alone = FeePolicy::fromJson(json);
        if (!alone)
            return alone.error();
        return PlanOffer(*alone);
    }
    if (json.size() != 1 || !json.value(u"plans").isArray())
        return bad(u"$: expected a list of plans and nothing else"_s);
    QList<FeePolicy> plans;
    const QJsonArray array = json.value(u"plans").toArray();
    for (const QJsonValue &value : array) {
        const Result<FeePolicy> policy = FeePolicy::fromJson(value.toObject());
        if (!policy)
            return bad(u"$.plans[%1]%2"_s.arg(plans.size()).arg(policy.error().detail().mid(1)));
        plans.append(*policy);
    }
    return of(std::move(plans));
}

std::optional<FeePolicy> PlanOffer::chosen(FeePlan plan, bool paid) const
{
    for (FeePolicy policy : m_plans) {
        if (policy.plan != plan || (paid && plan != FeePlan::Freemium))
            continue;
        policy.freeTier.paid = paid;
        return policy;
    }
    return std::nullopt;
}

} // namespace keyway
