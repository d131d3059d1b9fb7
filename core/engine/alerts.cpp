#include "core/engine/alerts.h"

#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"

namespace keyway::engine {

namespace {

Result<Done> told(Workspace &workspace, Result<Done> written)
{
    if (written)
        workspace.parts().announce();
    return written;
}

} // namespace

Result<QList<guard::Alert>> alerts(Workspace &workspace)
{
    return workspace.parts().alerts->alerts();
}

Result<Done> acknowledgeAlerts(Workspace &workspace, const QList<Id> &alerts)
{
    return told(workspace, workspace.parts().alerts->acknowledge(alerts));
}

Result<Done> setAlertsSeen(Workspace &workspace, const QList<Id> &alerts, bool seen)
{
    return told(workspace, workspace.parts().alerts->setSeen(alerts, seen));
}

} // namespace keyway::engine
