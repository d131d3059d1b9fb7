#include "workspaceaccount.h"

#include "core/async/spawn.h"
#include "core/sync/backgroundsync.h"

#include <utility>

namespace keyway {

WorkspaceAccount::WorkspaceAccount(engine::Workspace *workspace, QObject *parent)
    : AccountBackend(parent)
    , m_workspace(workspace)
{
    call(
        workspace,
        [workspace, sync = m_sync] {
            *sync = BackgroundSync::attach(*workspace);
            return *sync;
        },
        this,
        [this](BackgroundSync *sync) {
            connect(sync, &BackgroundSync::changed, this, &AccountBackend::changed);
            Q_EMIT changed();
        });
}

template <class T, class Start>
void WorkspaceAccount::ask(Start start, QObject *context, Handler<T> done)
{
    spawn(
        m_workspace,
        [sync = m_sync, start = std::move(start)]() mutable {
            return (*sync)->ask(std::move(start));
        },
        context, std::move(done));
}

template <class T, class Start>
void WorkspaceAccount::change(Start start, QObject *context, Handler<T> done)
{
    spawn(
        m_workspace,
        [sync = m_sync, start = std::move(start)]() mutable {
            return (*sync)->change(std::move(start));
        },
        context, std::move(done));
}

void WorkspaceAccount::set(std::function<Result<Done>(AccountLink &link)> change, QObject *context,
                           Handler<Done> done)
{
    call(
        m_workspace, [sync = m_sync, change = std::move(change)] { return (*sync)->set(change); },
        context, std::move(done));
}

void WorkspaceAccount::status(QObject *context, Handler<SyncStatus> done)
{
    call(
        m_workspace, [sync = m_sync] { return (*sync)->status(); }, context, std::move(done));
}

void WorkspaceAccount::setServer(const QString &address, QObject *context, Handler<Done> done)
{
    set(
        [address](AccountLink &link) -> Result<Done> {
            const Result<QUrl> kept = link.setServer(address);
            return kept ? Result<Done>(Done()) : kept.error();
        },
        context, std::move(done));
}

void WorkspaceAccount::signUp(const QString &email, Secret password, QObject *context,
                              Handler<Done> done)
{
    ask<Done>(
        [email, password = std::move(password)](AccountService &account,
                                                CancelToken cancel) mutable {
            return account.signUp(email, std::move(password), std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::verify(Secret code, QObject *context, Handler<Done> done)
{
    ask<Done>(
        [code = std::move(code)](AccountService &account, CancelToken cancel) mutable {
            return account.verify(std::move(code), std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::signIn(const SignIn &wanted, Secret password, QObject *context,
                              Handler<Done> done)
{
    change<Done>(
        [wanted, password = std::move(password)](AccountService &account,
                                                 CancelToken cancel) mutable {
            return account.signIn(wanted, std::move(password), std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::requestReset(const QString &email, QObject *context, Handler<Done> done)
{
    ask<Done>(
        [email](AccountService &account, CancelToken cancel) {
            return account.requestReset(email, std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::reset(Secret code, Secret password, QObject *context, Handler<Done> done)
{
    ask<Done>(
        [code = std::move(code), password = std::move(password)](AccountService &account,
                                                                 CancelToken cancel) mutable {
            return account.reset(std::move(code), std::move(password), std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::signOut(QObject *context, Handler<bool> done)
{
    change<bool>([](AccountService &account,
                    CancelToken cancel) { return account.signOut(std::move(cancel)); },
                 context, std::move(done));
}

void WorkspaceAccount::signOutEverywhere(QObject *context, Handler<Done> done)
{
    change<Done>([](AccountService &account,
                    CancelToken cancel) { return account.signOutEverywhere(std::move(cancel)); },
                 context, std::move(done));
}

void WorkspaceAccount::devices(QObject *context, Handler<QList<AccountDevice>> done)
{
    ask<QList<AccountDevice>>([](AccountService &account,
                                 CancelToken cancel) { return account.devices(std::move(cancel)); },
                              context, std::move(done));
}

void WorkspaceAccount::signOutDevice(const Id &device, QObject *context, Handler<Done> done)
{
    ask<Done>(
        [device](AccountService &account, CancelToken cancel) {
            return account.signOutDevice(device, std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::changePassword(Secret old, Secret password, QObject *context,
                                      Handler<Done> done)
{
    ask<Done>(
        [old = std::move(old), password = std::move(password)](AccountService &account,
                                                               CancelToken cancel) mutable {
            return account.changePassword(std::move(old), std::move(password), std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::exportTo(const QString &path, QObject *context, Handler<Done> done)
{
    ask<Done>([path](AccountService &account,
                     CancelToken cancel) { return account.exportTo(path, std::move(cancel)); },
              context, std::move(done));
}

void WorkspaceAccount::deleteAccount(Secret password, QObject *context, Handler<Done> done)
{
    change<Done>(
        [password = std::move(password)](AccountService &account, CancelToken cancel) mutable {
            return account.deleteAccount(std::move(password), std::move(cancel));
        },
        context, std::move(done));
}

void WorkspaceAccount::setTellsHealth(bool on, QObject *context, Handler<Done> done)
{
    set([on](AccountLink &link) { return link.setTellsHealth(on); }, context, std::move(done));
}

void WorkspaceAccount::setSyncs(bool on, QObject *context, Handler<Done> done)
{
    set([on](AccountLink &link) { return link.setSyncs(on); }, context, std::move(done));
}

void WorkspaceAccount::sendEarlier(QObject *context, Handler<Done> done)
{
    set([](AccountLink &link) { return link.sendEarlier(); }, context, std::move(done));
}

void WorkspaceAccount::sendNow()
{
    QMetaObject::invokeMethod(m_workspace, [sync = m_sync] { (*sync)->sendNow(); });
}

} // namespace keyway
