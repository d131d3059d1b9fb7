#include "core/fees/planhistory.h"

#include <iterator>

namespace keyway {

using namespace Qt::StringLiterals;

QDate monthOf(const QDate &day)
{
    return QDate(day.year(), day.month(), 1);
}

PlanHistory::PlanHistory(const FeePolicy &policy, const QDate &signedUp)
    : m_plans{{monthOf(signedUp), policy}}
{
}

void PlanHistory::choose(const FeePolicy &policy, const QDate &today)
{
    const QDate next = monthOf(today).addMonths(1);
    m_plans.erase(m_plans.lowerBound(next), m_plans.end());
    if (m_plans.isEmpty() || m_plans.last() != policy)
        m_plans.insert(next, policy);
}

const FeePolicy &PlanHistory::on(const QDate &day) const
{
    const auto after = m_plans.upperBound(monthOf(day));
    return after == m_plans.cbegin() ? after.value() : std::prev(after).value();
}

std::optional<std::pair<QDate, FeePolicy>> PlanHistory::coming(const QDate &today) const
{
    const auto next = m_plans.upperBound(monthOf(today));
    if (next == m_plans.cend() || next == m_plans.cbegin())
        return std::nullopt;
    return std::pair(next.key(), next.value());
}

QJsonObject PlanHistory::toJson() const
{
    QJsonObject json;
    for (auto it = m_plans.cbegin(); it != m_plans.cend(); ++it)
        json.insert(it.key().toString(u"yyyy-MM"_s), it.value().toJson());
    return json;
}

Result<PlanHistory> PlanHistory::fromJson(const QJsonObject &json)
{
    const auto bad = [](const QString &what) {
        return Error(Error::Kind::Rejected, what).withReason(u"bad-fee-policy"_s);
    };
    PlanHistory history;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QDate month = QDate::fromString(it.key(), u"yyyy-MM"_s);
        if (!month.isValid() || month.toString(u"yyyy-MM"_s) != it.key())
            return bad(u"$: expected months as names"_s);
        const Result<FeePolicy> policy = FeePolicy::fromJson(it.value().toObject());
        if (!policy)
            return bad(u"$.%1: %2"_s.arg(it.key(), policy.error().detail()));
        history.m_plans.insert(month, *policy);
    }
    if (history.m_plans.isEmpty())
        return bad(u"$: expected a plan"_s);
    return history;
}

} // namespace keyway
