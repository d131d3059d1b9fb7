#pragma once

#include "ui/desktop/invoices/invoicesbackend.h"

#include <memory>

namespace keyway {

class BackgroundSync;
namespace engine {
class Workspace;
}

/// Invoices on a real workspace, which lives on its own thread and outlives this.
class WorkspaceInvoices : public InvoicesBackend {
    Q_OBJECT
public:
    /// `sync` is filled before anything else happens on the workspace's thread.
    WorkspaceInvoices(engine::Workspace *workspace, std::shared_ptr<BackgroundSync *> sync,
                      QObject *parent = nullptr);

    void read(bool ask, QObject *context, Handler<InvoicesValue> done) override;
    void check(const QString &number, QObject *context, Handler<InvoiceCheck> done) override;
    void payPage(const QString &number, QObject *context, Handler<QUrl> done) override;
    void choosePlan(const PlanChoice &choice, QObject *context, Handler<Done> done) override;

private:
    engine::Workspace *m_workspace;
    std::shared_ptr<BackgroundSync *> m_sync;
};

} // namespace keyway
