#pragma once

#include "ui/desktop/activity/activitybackend.h"
#include "ui/desktop/recordsthread.h"

#include <atomic>

namespace keyway {

namespace engine {
class Workspace;
}

/// The record of a real workspace, which lives on its own thread and outlives this. It is read on
/// threads of their own: a check of a long one takes seconds, and nobody waits for it.
class WorkspaceActivity : public ActivityBackend {
    Q_OBJECT
public:
    explicit WorkspaceActivity(engine::Workspace *workspace, QObject *parent = nullptr);
    /// Stops a check that runs.
    ~WorkspaceActivity() override;

    void count(const AuditFilter &filter, QObject *context, Handler<qint64> done) override;
    void entries(const AuditFilter &filter, QObject *context,
                 Handler<QList<AuditEntry>> done) override;
    void verify(QObject *context, Handler<AuditCheck> done) override;
    void sealCopy(QObject *context, Handler<QString> done) override;
    void setSealCopy(const QString &path, QObject *context, Handler<Done> done) override;
    void renewSeals(QObject *context, Handler<Done> done) override;
    QString database() const override;

private:
    engine::Workspace *m_workspace;
    std::atomic_bool m_stopping = false;
    RecordsThread m_reading, m_checking;
};

} // namespace keyway
