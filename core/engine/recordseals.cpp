#include "core/engine/recordseals.h"

#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"
#include "core/storage/auditseals.h"

namespace keyway::engine {
namespace {

/// Other programs are told.
Result<Done> announced(Workspace &workspace, Result<Done> done)
{
    if (done)
        workspace.parts().announce();
    return done;
}

AuditSeals sealsOf(Workspace &workspace)
{
    return AuditSeals(*workspace.parts().database);
}

} // namespace

Result<Done> closePastDays(Workspace &workspace)
{
    if (workspace.isReadOnly())
        return Done();
    const Result<bool> closed = sealsOf(workspace).closePastDays();
    if (!closed)
        return closed.error();
    return *closed ? announced(workspace, Done()) : Done();
}

void catchUpSeals(Workspace &workspace)
{
    sealsOf(workspace).catchUp();
}

Result<QString> sealCopy(Workspace &workspace)
{
    return sealsOf(workspace).copyPath();
}

Result<Done> setSealCopy(Workspace &workspace, const QString &path)
{
    return announced(workspace, sealsOf(workspace).setCopy(path));
}

Result<Done> renewSeals(Workspace &workspace)
{
    return announced(workspace, sealsOf(workspace).renew());
}

} // namespace keyway::engine
