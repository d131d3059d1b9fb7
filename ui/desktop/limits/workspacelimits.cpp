#include "workspacelimits.h"

#include "core/async/spawn.h"
#include "core/engine/alerts.h"
#include "core/engine/forecasts.h"
#include "core/engine/workspace.h"

#include <algorithm>

namespace keyway {
namespace {

Result<LimitsValue> limitsOf(engine::Workspace &workspace)
{
    using Kind = guard::LimitScope::Kind;
    const auto overview = workspace.overview();
    if (!overview)
        return overview.error();
    const auto state = engine::foreseenSpending(workspace);
    if (!state)
        return state.error();
    const auto unusual = engine::alerts(workspace);
    if (!unusual)
        return unusual.error();
    const auto rates = workspace.rateRules();
    if (!rates)
        return rates.error();
    LimitsValue value;
    value.unusual = *unusual;
    value.rates = *rates;
    value.today = overview->today;
    value.state = *state;
    value.monthCost = overview->monthCost;
    value.forecast = overview->forecast;
    value.services = overview->services;
    std::stable_sort(value.services.begin(), value.services.end(),
                     [](const engine::ServiceTotal &a, const engine::ServiceTotal &b) {
                         return a.platformCost > b.platformCost;
                     });
    for (const engine::IntegrationSummary &summary : overview->integrations) {
        const Integration &one = summary.integration;
        value.subjects.append({{Kind::Integration, one.id.toString()}, one.name, one.service});
    }
    const auto addService = [&value](const QString &id, const QString &name) {
        const guard::LimitScope scope{Kind::Service, id};
        if (!value.subject(scope))
            value.subjects.append({scope, name, id});
    };
    for (const engine::IntegrationSummary &summary : overview->integrations)
        addService(summary.integration.service, summary.serviceName);
    for (const guard::LimitUse &use : state->limits) {
        const Service *service = workspace.catalogue().service(use.limit.scope.name);
        if (service && use.limit.scope.kind == Kind::Service)
            addService(service->id, service->name);
    }
    return value;
}

} // namespace

WorkspaceLimits::WorkspaceLimits(engine::Workspace *workspace, QObject *parent)
    : LimitsBackend(parent)
    , m_workspace(workspace)
{
    connect(workspace, &engine::Workspace::changed, this, &LimitsBackend::changed);
}

void WorkspaceLimits::limits(QObject *context, Handler<LimitsValue> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return limitsOf(*workspace); }, context,
        std::move(done));
}

void WorkspaceLimits::setLimit(const guard::SpendingLimit &limit, QObject *context,
                               Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, limit] { return workspace->setLimit(limit); },
        context, std::move(done));
}

void WorkspaceLimits::removeLimit(const guard::SpendingLimit &limit, QObject *context,
                                  Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, limit] { return workspace->removeLimit(limit); },
        context, std::move(done));
}

void WorkspaceLimits::setRate(const guard::RateRule &rule, QObject *context, Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace, rule] { return workspace->setRateRule(rule); },
        context, std::move(done));
}

void WorkspaceLimits::removeRate(const guard::RateRule &rule, QObject *context, Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, rule]() -> Result<Done> {
            const Result<bool> removed = workspace->removeRateRule(rule.scope, rule.name);
            if (!removed)
                return removed.error();
            return Done();
        },
        context, std::move(done));
}

void WorkspaceLimits::setStopped(bool stopped, QObject *context, Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, stopped] { return workspace->setSpendingStopped(stopped); },
        context, std::move(done));
}

void WorkspaceLimits::acknowledge(const QList<Id> &alerts, QObject *context, Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, alerts] { return acknowledgeAlerts(*workspace, alerts); },
        context, std::move(done));
}

void WorkspaceLimits::setSeen(const QList<Id> &alerts, bool seen, QObject *context,
                              Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, alerts, seen] { return setAlertsSeen(*workspace, alerts, seen); },
        context, std::move(done));
}

} // namespace keyway
