#include "workspaceactivity.h"

#include "core/async/spawn.h"
#include "core/engine/datadir.h"
#include "core/engine/recordseals.h"
#include "core/engine/workspace.h"
#include "core/storage/auditseals.h"

namespace keyway {

WorkspaceActivity::WorkspaceActivity(engine::Workspace *workspace, QObject *parent)
    : ActivityBackend(parent)
    , m_workspace(workspace)
    , m_reading(engine::databaseIn(workspace->dataDir())) // fixed when it was opened
    , m_checking(engine::databaseIn(workspace->dataDir()))
{
    connect(workspace, &engine::Workspace::changed, this, &ActivityBackend::changed);
}

WorkspaceActivity::~WorkspaceActivity()
{
    m_stopping = true;
}

QString WorkspaceActivity::database() const
{
    return engine::databaseIn(m_workspace->dataDir());
}

void WorkspaceActivity::count(const AuditFilter &filter, QObject *context, Handler<qint64> done)
{
    m_reading.ask<qint64>(
        [filter](Database &database) { return AuditTrail(database).count(filter); }, context,
        std::move(done));
}

void WorkspaceActivity::entries(const AuditFilter &filter, QObject *context,
                                Handler<QList<AuditEntry>> done)
{
    m_reading.ask<QList<AuditEntry>>(
        [filter](Database &database) { return AuditTrail(database).entries(filter); }, context,
        std::move(done));
}

void WorkspaceActivity::verify(QObject *context, Handler<AuditCheck> done)
{
    const auto check = [this](Database &database) {
        AuditSeals(database).catchUp();
        return AuditTrail(database).verify([this] { return m_stopping.load(); });
    };
    call(
        m_workspace, [workspace = m_workspace] { return engine::closePastDays(*workspace); },
        context,
        [this, check, context, done](const Result<Done> &) {
            // A day that could not be closed is closed with the next one.
            m_checking.ask<AuditCheck>(check, context, done);
        });
}

void WorkspaceActivity::sealCopy(QObject *context, Handler<QString> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return engine::sealCopy(*workspace); }, context,
        std::move(done));
}

void WorkspaceActivity::setSealCopy(const QString &path, QObject *context, Handler<Done> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, path] { return engine::setSealCopy(*workspace, path); }, context,
        std::move(done));
}

void WorkspaceActivity::renewSeals(QObject *context, Handler<Done> done)
{
    call(
        m_workspace, [workspace = m_workspace] { return engine::renewSeals(*workspace); }, context,
        std::move(done));
}

} // namespace keyway
