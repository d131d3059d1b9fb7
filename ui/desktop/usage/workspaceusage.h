#pragma once

#include "ui/desktop/recordsthread.h"
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
    void rows(const RecordFilter &filter, const RecordOrder &order, QObject *context,
              Handler<QList<RecordKey>> done) override;
    void records(const QList<RecordKey> &keys, QObject *context,
                 Handler<QList<UsageRecord>> done) override;
    void plan(const Id &request, QObject *context,
              Handler<std::optional<routing::RoutePlan>> done) override;
    void accounts(const QDate &month, QObject *context,
                  Handler<engine::Reconciliation> done) override;
    QString database() const override;

private:
    engine::Workspace *m_workspace;
    RecordsThread m_records;
};

} // namespace keyway
