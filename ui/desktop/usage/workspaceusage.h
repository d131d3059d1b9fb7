#pragma once

#include "ui/desktop/usage/usagebackend.h"

namespace keyway {

namespace engine {
class Workspace;
}

/// Usage & Costs on a real workspace, which lives on its own thread and outlives this.
class WorkspaceUsage : public UsageBackend {
    Q_OBJECT
public:
    explicit WorkspaceUsage(engine::Workspace *workspace, QObject *parent = nullptr);

    void month(const std::optional<QDate> &month, const UsageFilter &filter, QObject *context,
               Handler<UsageMonth> done) override;
    void count(const RecordFilter &filter, QObject *context, Handler<qint64> done) override;
    void records(const RecordFilter &filter, QObject *context,
                 Handler<QList<UsageRecord>> done) override;
    void plan(const Id &request, QObject *context,
              Handler<std::optional<routing::RoutePlan>> done) override;
    QString database() const override;

private:
    engine::Workspace *m_workspace;
};

} // namespace keyway
