#include "core/base/logging.h"
#include "core/engine/dispatcherrun.h"
#include "core/engine/groupcommit.h"
#include "core/storage/integrationstore.h"

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using routing::Candidate;

Dispatcher::Begun Dispatcher::prepared(const Run &run, const Candidate &candidate,
                                       const Integration &integration) const
{
    Begun begun{{}, integration};
    begun.integration.terms = termsOf(integration, candidate.model);
    UsageRecord &record = begun.record;
    const QDateTime now = m_parts.clock.now();
    record.recordId = Id::create(now);
    record.requestId = run.request.id;
    record.attempt = run.attempts + 1;
    record.integrationId = candidate.integrationId;
    record.integrationName = candidate.integrationName;
    record.service = candidate.service;
    record.model = candidate.model;
    record.type = run.request.type;
    record.strategy = run.options.strategy;
    record.app = run.request.app;
    record.origin
        = keyway::originOf(integration.baseUrl, m_parts.catalogue.service(candidate.service));
    record.startedAt = now;
    record.billingDay = m_parts.today();
    return begun;
}

/// Writes the row of the next attempt. Nothing where there is none: the candidate was left out, or
/// `cannotWrite` says why.
QCoro::Task<std::optional<Dispatcher::Begun>> Dispatcher::begin(Run &run, Candidate candidate)
{
    // It may have been removed or disabled since the plan was made, or while another one was asked.
    const Result<std::optional<Integration>> found
        = m_parts.integrations.present(candidate.integrationId);
    if (!found) {
        run.cannotWrite = found.error();
        co_return std::nullopt;
    }
    if (!*found || (!(*found)->enabled && !run.options.evenDisabled)) {
        const auto code = *found ? routing::ReasonCode::Disabled : routing::ReasonCode::Removed;
        leaveOut(run, candidate, {code, {}});
        co_return std::nullopt;
    }
    const Integration integration = **found;
    Begun begun = prepared(run, candidate, integration);

    const bool mayPass = run.options.mayPassLimits;
    const LimitAction reached = integration.limitAction;
    const std::optional<Money> cap
        = reached == LimitAction::WarnOnly || (reached == LimitAction::Ask && mayPass)
        ? std::nullopt
        : integration.monthlyLimit;
    const Money reservation = candidate.worstCost.value_or(Money());
    auto starting = m_parts.commits.write([&] {
        return run.unwritten
            ? m_parts.ledger.beginWith(*run.unwritten, begun.record, reservation, cap, mayPass)
            : m_parts.ledger.startAttempt(begun.record, reservation, cap, mayPass);
    });
    const Result<Done> started = co_await starting;
    if (!started) {
        // Nothing was written, so nothing is sent: a limit that another request reached first, or
        // a disk that cannot keep the row.
        if (started.error().kind() == Error::Kind::RateLimited)
            run.heldBack = started.error().reply().retryAfter;
        else if (started.error().kind() == Error::Kind::Budget)
            leaveOver(run, candidate, whyOverBudget(started.error(), integration, candidate));
        else
            run.cannotWrite = started.error();
        co_return std::nullopt;
    }
    ++run.attempts;
    if (!run.reference)
        run.reference = candidate.estimatedCost;
    co_return begun;
}

routing::Reason Dispatcher::whyOverBudget(const Error &refused, const Integration &integration,
                                          const Candidate &candidate) const
{
    if (refused.reason() == "spending-stopped"_L1)
        return {routing::ReasonCode::SpendingStopped, {}};
    if (refused.reason() == "over-limit"_L1) {
        const Result<guard::SpendingState> state = m_parts.spending();
        const QList<guard::LimitUse> limits = state ? state->limits : QList<guard::LimitUse>();
        for (const guard::LimitUse &use : limits) {
            if (use.limit.id.toString() == refused.detail())
                return routing::overBudget(use, candidate.worstCost);
        }
    }
    const Result<QHash<Id, Spending>> spending = m_parts.ledger.spending(m_parts.today());
    const Spending spent = spending ? spending->value(integration.id) : Spending();
    return routing::overBudget(integration.monthlyLimit.value_or(Money()), integration.limitAction,
                               spent.thisMonth + spent.reserved, candidate.worstCost);
}

bool Dispatcher::wasAsked(const Run &run, const Candidate &candidate)
{
    return std::any_of(run.answer.attempts.cbegin(), run.answer.attempts.cend(),
                       [&](const AttemptReport &one) {
                           return one.record.integrationId == candidate.integrationId;
                       });
}

/// Another request took what was left of a limit. Where the limit asks, the user decides.
void Dispatcher::leaveOver(Run &run, const Candidate &candidate, const routing::Reason &reason)
{
    if (!routing::asksFirst(reason) || wasAsked(run, candidate))
        return leaveOut(run, candidate, reason);
    run.pastLimit.append(candidate);
    run.pastLimit.last().reason = reason;
}

/// A candidate that cannot be asked after all is no attempt: the plan says why. One that was asked
/// before stays among the candidates, where its attempts speak for it.
void Dispatcher::leaveOut(Run &run, const Candidate &candidate, const routing::Reason &reason)
{
    if (wasAsked(run, candidate))
        return;
    run.answer.plan.exclude(candidate, reason);
    if (run.unwritten) {
        run.unwritten->plan = run.answer.plan;
        return;
    }
    const Result<Done> replaced = m_parts.ledger.replacePlan(run.request.id, run.answer.plan);
    if (!replaced)
        qCWarning(logEngine) << "Could not note why a service was left out:"
                             << replaced.error().detail();
}

} // namespace keyway::engine
