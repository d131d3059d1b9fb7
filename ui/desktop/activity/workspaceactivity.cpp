#include "workspaceactivity.h"

#include "core/async/spawn.h"
#include "core/engine/workspace.h"

namespace keyway {

WorkspaceActivity::WorkspaceActivity(engine::Workspace *workspace, QObject *parent)
    : ActivityBackend(parent)
    , m_workspace(workspace)
{
    connect(workspace, &engine::Workspace::changed, this, &ActivityBackend::changed);
}

void WorkspaceActivity::count(const AuditFilter &filter, QObject *context, Handler<qint64> done)
{
    call(
        m_workspace, [workspace = m_workspace, filter] { return workspace->countActivity(filter); },
        context, std::move(done));
}

void WorkspaceActivity::entries(const AuditFilter &filter, QObject *context,
                                Handler<QList<AuditEntry>> done)
{
    call(
        m_workspace, [workspace = m_workspace, filter] { return workspace->activity(filter); },
        context, std::move(done));
}

void WorkspaceActivity::verify(QObject *context, Handler<AuditCheck> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return workspace->verifyAudit(); }, context,
        std::move(done));
}

} // namespace keyway
