#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"

namespace keyway::engine {

using guard::LimitPeriod;
using guard::LimitScope;
using guard::LimitUse;
using guard::SpendingLimit;
using guard::SpendingState;

namespace {

/// The one that is kept in the integration's own row, where Configure has it, too.
bool isOfIntegrationsMonth(const SpendingLimit &limit)
{
    return limit.scope.kind == LimitScope::Kind::Integration && limit.period == LimitPeriod::Month;
}

std::optional<SpendingLimit> ownLimit(const Integration &integration)
{
    if (!integration.monthlyLimit)
        return std::nullopt;
    return SpendingLimit{
        integration.id,          {LimitScope::Kind::Integration, integration.id.toString()},
        LimitPeriod::Month,      *integration.monthlyLimit,
        integration.limitAction, integration.warnAtPercent};
}

} // namespace

Result<SpendingState> Workspace::spending() const
{
    WorkspaceParts &d = *m_parts;
    return d.database->read([&]() -> Result<SpendingState> {
        Result<SpendingState> state = d.limits->state(today());
        if (!state)
            return state;
        const Result<QList<Integration>> integrations = d.integrations->list();
        if (!integrations)
            return integrations.error();
        QList<LimitUse> own;
        for (const Integration &integration : *integrations) {
            const std::optional<SpendingLimit> limit = ownLimit(integration);
            if (!limit)
                continue;
            const Result<LimitUse> use = d.limits->use(*limit, today());
            if (!use)
                return use.error();
            own.append(*use);
        }
        state->limits = own + state->limits;
        return state;
    });
}

Result<Done> Workspace::setLimit(const SpendingLimit &limit)
{
    if (isOfIntegrationsMonth(limit)) {
        Result<Integration> changed
            = m_parts->integrations->byId(Id::fromString(limit.scope.name).value_or(Id()));
        if (!changed)
            return changed.error();
        changed->monthlyLimit = limit.most;
        changed->limitAction = limit.reached;
        changed->warnAtPercent = limit.warnAtPercent;
        return updateIntegration(*changed);
    }
    Result<Done> stored = m_parts->limits->set(limit);
    if (stored)
        m_parts->announce();
    return stored;
}

Result<Done> Workspace::removeLimit(const SpendingLimit &limit)
{
    if (isOfIntegrationsMonth(limit)) {
        Result<Integration> changed
            = m_parts->integrations->byId(Id::fromString(limit.scope.name).value_or(Id()));
        if (!changed)
            return changed.error();
        changed->monthlyLimit.reset();
        return updateIntegration(*changed);
    }
    Result<Done> removed = m_parts->limits->remove(limit);
    if (removed)
        m_parts->announce();
    return removed;
}

Result<QList<guard::RateRule>> Workspace::rateRules() const
{
    return m_parts->rates->rules();
}

Result<Done> Workspace::setRateRule(const guard::RateRule &rule)
{
    if (!rule.rate && rule.atOnce <= 0)
        return Error(Error::Kind::Rejected).withReason(QStringLiteral("no-limit"));
    Result<Done> stored = m_parts->rates->set(rule);
    if (stored)
        m_parts->announce();
    return stored;
}

Result<bool> Workspace::removeRateRule(guard::RateRule::Scope scope, const QString &name)
{
    Result<bool> removed = m_parts->rates->remove(scope, name);
    if (removed)
        m_parts->announce();
    return removed;
}

Result<Done> Workspace::setSpendingStopped(bool stopped)
{
    Result<Done> stored = m_parts->limits->setStopped(stopped);
    if (stored)
        m_parts->announce();
    return stored;
}

Result<QList<AuditEntry>> Workspace::activity(const AuditFilter &filter) const
{
    return m_parts->audit->entries(filter);
}

Result<qint64> Workspace::countActivity(const AuditFilter &filter) const
{
    return m_parts->audit->count(filter);
}

} // namespace keyway::engine
