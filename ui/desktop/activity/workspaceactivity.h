#pragma once

#include "ui/desktop/activity/activitybackend.h"

namespace keyway {

namespace engine {
class Workspace;
}

/// The record of a real workspace, which lives on its own thread and outlives this.
class WorkspaceActivity : public ActivityBackend {
    Q_OBJECT
public:
    explicit WorkspaceActivity(engine::Workspace *workspace, QObject *parent = nullptr);

    void count(const AuditFilter &filter, QObject *context, Handler<qint64> done) override;
    void entries(const AuditFilter &filter, QObject *context,
                 Handler<QList<AuditEntry>> done) override;
    void verify(QObject *context, Handler<AuditCheck> done) override;

private:
    engine::Workspace *m_workspace;
};

} // namespace keyway
