#pragma once

#include "ui/desktop/settings/accountbackend.h"

#include <memory>

namespace keyway {

class BackgroundSync;
namespace engine {
class Workspace;
}

/// The account on a real workspace, which lives on its own thread and outlives this. Sending in the
/// background begins with it.
class WorkspaceAccount : public AccountBackend {
    Q_OBJECT
public:
    explicit WorkspaceAccount(engine::Workspace *workspace, QObject *parent = nullptr);

    /// For what else works on it; filled and read on the workspace's thread alone.
    std::shared_ptr<BackgroundSync *> sync() const { return m_sync; }

    void status(QObject *context, Handler<SyncStatus> done) override;
    void setServer(const QString &address, QObject *context, Handler<Done> done) override;
    void signUp(const QString &email, Secret password, QObject *context,
                Handler<Done> done) override;
    void verify(Secret code, QObject *context, Handler<Done> done) override;
    void signIn(const SignIn &wanted, Secret password, QObject *context,
                Handler<Done> done) override;
    void requestReset(const QString &email, QObject *context, Handler<Done> done) override;
    void reset(Secret code, Secret password, QObject *context, Handler<Done> done) override;
    void signOut(QObject *context, Handler<bool> done) override;
    void signOutEverywhere(QObject *context, Handler<Done> done) override;
    void devices(QObject *context, Handler<QList<AccountDevice>> done) override;
    void signOutDevice(const Id &device, QObject *context, Handler<Done> done) override;
    void changePassword(Secret old, Secret password, QObject *context, Handler<Done> done) override;
    void exportTo(const QString &path, QObject *context, Handler<Done> done) override;
    void deleteAccount(Secret password, QObject *context, Handler<Done> done) override;
    void setSyncs(bool on, QObject *context, Handler<Done> done) override;
    void setTellsHealth(bool on, QObject *context, Handler<Done> done) override;
    void sendEarlier(QObject *context, Handler<Done> done) override;
    void sendNow() override;

private:
    /// Runs `start` on an AccountService, on the workspace's thread.
    template <class T, class Start> void ask(Start start, QObject *context, Handler<T> done);
    template <class T, class Start> void change(Start start, QObject *context, Handler<T> done);
    void set(std::function<Result<Done>(AccountLink &link)> change, QObject *context,
             Handler<Done> done);

    engine::Workspace *m_workspace;
    /// Filled and read on the workspace's thread alone.
    std::shared_ptr<BackgroundSync *> m_sync = std::make_shared<BackgroundSync *>(nullptr);
};

} // namespace keyway
