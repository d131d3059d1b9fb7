#include "core/routing/plan.h"

#include "core/routing/choice.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

/// Fills in who it is.
template <class Entry> Entry entryOf(const Option &option)
{
    Entry entry;
    entry.integrationId = option.integration.id;
    entry.integrationName = option.integration.name;
    entry.service = option.integration.service;
    entry.model = option.model;
    return entry;
}

void leaveOut(RoutePlan &plan, const Option &option, Reason reason)
{
    Excluded out = entryOf<Excluded>(option);
    out.reason = std::move(reason);
    plan.excluded.append(std::move(out));
}

} // namespace

Reason overBudget(Money limit, LimitAction reached, Money spent, std::optional<Money> needed)
{
    QJsonObject values{{u"limit_nano"_s, limit.nano()},
                       {u"spent_nano"_s, spent.nano()},
                       {u"left_nano"_s, std::max(limit - spent, Money()).nano()}};
    if (needed)
        values.insert(u"needed_nano"_s, needed->nano());
    if (reached == LimitAction::Ask)
        values.insert(u"asks"_s, true);
    return {ReasonCode::OverBudget, values};
}

Reason overBudget(const guard::LimitUse &use, std::optional<Money> needed)
{
    Reason reason = overBudget(use.limit.most, use.limit.reached, use.used(), needed);
    reason.values.insert(u"scope"_s, guard::nameOf(use.limit.scope.kind));
    reason.values.insert(u"name"_s, use.limit.scope.name);
    reason.values.insert(u"period"_s, guard::nameOf(use.limit.period));
    return reason;
}

bool asksFirst(const Reason &reason)
{
    return reason.values.value("asks"_L1).toBool();
}

bool Candidate::isStandby() const
{
    return reason.code == ReasonCode::DownLast || reason.code == ReasonCode::ProbedLast
        || reason.code == ReasonCode::RestingLast;
}

void RoutePlan::exclude(const Candidate &candidate, const Reason &reason)
{
    // By value: the argument may be the entry that goes.
    const Excluded out{candidate.integrationId, candidate.integrationName, candidate.service,
                       candidate.model, reason};
    candidates.removeIf([&out](const Candidate &one) {
        return one.integrationId == out.integrationId && one.model == out.model;
    });
    excluded.append(out);
}

RoutePlan plan(const RouteSnapshot &snapshot)
{
    RoutePlan result;
    result.strategy = snapshot.strategy;
    // Sorted by address: a standing is hundreds of bytes.
    std::vector<Standing> entries;
    entries.reserve(static_cast<std::size_t>(snapshot.options.size()));
    QList<Standing *> standing;
    standing.reserve(snapshot.options.size());
    for (const Option &option : snapshot.options) {
        if (std::optional<Reason> reason = whyNotEligible(snapshot, option)) {
            leaveOut(result, option, std::move(*reason));
            continue;
        }
        Candidate candidate = entryOf<Candidate>(option);
        if (std::optional<Reason> reason = whyNotAffordable(snapshot, option, candidate)) {
            leaveOut(result, option, std::move(*reason));
            continue;
        }
        Standing &entry = entries.emplace_back();
        entry.option = &option;
        entry.candidate = std::move(candidate);
        rank(snapshot, entry);
        standing.append(&entry);
    }
    std::sort(standing.begin(), standing.end(),
              [](const Standing *a, const Standing *b) { return a->standsBefore(*b); });

    const Standing *first = standing.isEmpty() ? nullptr : standing.constFirst();
    const auto left
        = std::stable_partition(standing.begin(), standing.end(), [first](const Standing *entry) {
              return entry == first || entry->option->integration.allowFallback;
          });
    for (auto entry = left; entry != standing.end(); ++entry) {
        leaveOut(result, *(*entry)->option,
                 {ReasonCode::NotAsFallback, {{u"first"_s, first->candidate.integrationName}}});
    }
    standing.erase(left, standing.end());
    explain(snapshot, standing);
    result.candidates.reserve(standing.size());
    for (Standing *entry : std::as_const(standing))
        result.candidates.append(std::move(entry->candidate));
    return result;
}

} // namespace keyway::routing
