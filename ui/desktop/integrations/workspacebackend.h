#pragma once

#include "core/engine/workspace.h"
#include "ui/desktop/integrations/integrationsbackend.h"

namespace keyway {

/// The real one: every call goes to the Workspace on its thread by spawn(). The Workspace outlives
/// it.
class WorkspaceBackend final : public IntegrationsBackend {
    Q_OBJECT
public:
    /// Call while no other thread uses `workspace` yet, or on its thread: the catalogue is copied
    /// here.
    explicit WorkspaceBackend(engine::Workspace *workspace, QObject *parent = nullptr);

    Catalogue catalogue() const override { return m_catalogue; }
    void overview(QObject *context, Handler<engine::Overview> done) override;
    void modelsThisMonth(const Id &id, QObject *context,
                         Handler<QList<engine::ServiceTotal>> done) override;
    void modelChoices(const Id &id, QObject *context,
                      Handler<QList<engine::ModelChoice>> done) override;
    void adminKey(const Id &id, QObject *context, Handler<std::optional<AdminKey>> done) override;
    void setAdminKey(const Id &id, Secret key, QObject *context, Handler<Done> done) override;
    void removeAdminKey(const Id &id, QObject *context, Handler<Done> done) override;
    void reconcile(const QDate &month, QObject *context,
                   Handler<engine::Reconciliation> done) override;
    void tryKey(const Trial &trial, Secret key, const CancelToken &cancel, QObject *context,
                Handler<KeyCheck> done) override;
    void add(const Wanted &wanted, Secret key, QObject *context,
             Handler<Integration> done) override;
    void test(const Id &id, QObject *context, Handler<KeyCheck> done) override;
    void replaceKey(const Id &id, Secret key, bool test, QObject *context,
                    Handler<Done> done) override;
    void changeBaseUrl(const Id &id, const QString &baseUrl, Secret key, bool test,
                       QObject *context, Handler<Done> done) override;
    void update(const Integration &changed, QObject *context, Handler<Done> done) override;
    void setEnabled(const Id &id, bool enabled, QObject *context, Handler<Done> done) override;
    void reorder(const QList<Id> &order, QObject *context, Handler<Done> done) override;
    void remove(const Id &id, QObject *context, Handler<Done> done) override;
    void restore(const Id &id, QObject *context, Handler<Done> done) override;
    void forget(const Id &id, QObject *context, Handler<Done> done) override;
    void keyPlace(QObject *context, std::function<void(KeyPlace)> done) override;
    void unlockKeychain(QObject *context, Handler<Done> done) override;
    void createVault(Secret password, QObject *context, Handler<Done> done) override;
    void openVault(Secret password, QObject *context, Handler<Done> done) override;

private:
    engine::Workspace *m_workspace;
    Catalogue m_catalogue;
};

} // namespace keyway
