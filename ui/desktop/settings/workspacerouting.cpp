#include "workspacerouting.h"

#include "core/async/spawn.h"
#include "core/engine/comparing.h"
#include "core/engine/workspace.h"

namespace keyway {
namespace {

Result<RoutingValue> routingOf(engine::Workspace &workspace)
{
    const auto overview = workspace.overview();
    if (!overview)
        return overview.error();
    RoutingValue value;
    value.settings = workspace.routeSettings();
    const auto votes = engine::votes(workspace);
    if (!votes)
        return votes.error();
    value.comparisons = votes->size();
    const auto shifts = engine::voteShifts(workspace, RequestType::Text);
    if (!shifts)
        return shifts.error();
    value.votes = *shifts;
    for (const engine::IntegrationSummary &summary : overview->integrations) {
        const Integration &integration = summary.integration;
        RoutingValue::Service one;
        one.id = integration.id;
        one.name = integration.name;
        one.service = integration.service;
        one.serviceName = summary.serviceName;
        one.model = integration.model;
        one.enabled = integration.enabled;
        const Service *service = workspace.catalogue().service(integration.service);
        const Model *model = service ? service->modelReported(integration.model) : nullptr;
        if (model && model->quality)
            one.quality = model->quality->score;
        value.services.append(one);
    }
    return value;
}

} // namespace

WorkspaceRouting::WorkspaceRouting(engine::Workspace *workspace, QObject *parent)
    : RoutingBackend(parent)
    , m_workspace(workspace)
{
    connect(workspace, &engine::Workspace::changed, this, &RoutingBackend::changed);
}

void WorkspaceRouting::routing(QObject *context, Handler<RoutingValue> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return routingOf(*workspace); }, context,
        std::move(done));
}

void WorkspaceRouting::setRouting(const engine::RoutingSettings &settings, QObject *context,
                                  Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, settings] { return workspace->setRouteSettings(settings); },
        context, std::move(done));
}

void WorkspaceRouting::forgetVotes(QObject *context, Handler<QList<routing::Vote>> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return engine::forgetVotes(*workspace); }, context,
        std::move(done));
}

void WorkspaceRouting::restoreVotes(const QList<routing::Vote> &votes, QObject *context,
                                    Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, votes] { return engine::restoreVotes(*workspace, votes); },
        context, std::move(done));
}

} // namespace keyway
