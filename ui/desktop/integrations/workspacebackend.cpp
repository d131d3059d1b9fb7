#include "workspacebackend.h"

#include "core/async/spawn.h"

namespace keyway {
namespace {

/// An answer that is there already, as the task that spawn() wants.
template <class T> Task<T> ready(Result<T> result)
{
    co_return std::move(result);
}

} // namespace

WorkspaceBackend::WorkspaceBackend(engine::Workspace *workspace, QObject *parent)
    : IntegrationsBackend(parent)
    , m_workspace(workspace)
    , m_catalogue(workspace->catalogue())
{
    connect(workspace, &engine::Workspace::changed, this, &IntegrationsBackend::changed);
    connect(workspace, &engine::Workspace::keychainChanged, this,
            &IntegrationsBackend::keychainChanged);
}

void WorkspaceBackend::overview(QObject *context, Handler<engine::Overview> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w] { return ready(w->overview()); }, context, std::move(done));
}

void WorkspaceBackend::modelsThisMonth(const Id &id, QObject *context,
                                       Handler<QList<engine::ServiceTotal>> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return ready(w->modelsThisMonth(id)); }, context, std::move(done));
}

void WorkspaceBackend::modelChoices(const Id &id, QObject *context,
                                    Handler<QList<engine::ModelChoice>> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return ready(w->modelChoices(id)); }, context, std::move(done));
}

void WorkspaceBackend::adminKey(const Id &id, QObject *context,
                                Handler<std::optional<AdminKey>> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return ready(w->adminKey(id)); }, context, std::move(done));
}

void WorkspaceBackend::setAdminKey(const Id &id, Secret key, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w,
        [w, id, key = std::move(key)]() mutable {
            return w->setAdminKey(id, std::move(key), false, true, CancelToken());
        },
        context, std::move(done));
}

void WorkspaceBackend::removeAdminKey(const Id &id, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return w->removeAdminKey(id); }, context, std::move(done));
}

void WorkspaceBackend::reconcile(const QDate &month, QObject *context,
                                 Handler<engine::Reconciliation> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, month] { return w->reconcile(month, true, CancelToken()); }, context,
        std::move(done));
}

void WorkspaceBackend::tryKey(const Trial &trial, Secret key, const CancelToken &cancel,
                              QObject *context, Handler<KeyCheck> done)
{
    auto *w = m_workspace;
    spawn(
        w,
        [w, trial, cancel, key = std::move(key)]() mutable {
            return w->tryKey(trial.service, trial.baseUrl, trial.model, std::move(key), cancel,
                             trial.connection);
        },
        context, std::move(done));
}

void WorkspaceBackend::add(const Wanted &asked, Secret key, QObject *context,
                           Handler<Integration> done)
{
    engine::NewIntegration wanted;
    wanted.service = asked.service;
    wanted.name = asked.name;
    wanted.baseUrl = asked.baseUrl;
    wanted.model = asked.model;
    wanted.monthlyLimit = asked.monthlyLimit;
    wanted.limitAction = asked.limitAction;
    wanted.firstByteTimeout = asked.firstByteTimeout;
    wanted.automaticRouting = asked.automaticRouting;
    wanted.keySource = asked.keySource;
    wanted.connection = asked.connection;
    wanted.test = asked.test;
    wanted.startDisabled = !asked.test;
    auto *w = m_workspace;
    spawn(
        w,
        [w, wanted, key = std::move(key)]() mutable {
            return w->addIntegration(wanted, std::move(key), CancelToken());
        },
        context, std::move(done));
}

void WorkspaceBackend::test(const Id &id, QObject *context, Handler<KeyCheck> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return w->testIntegration(id, CancelToken()); }, context, std::move(done));
}

void WorkspaceBackend::replaceKey(const Id &id, Secret key, bool test, QObject *context,
                                  Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w,
        [w, id, test, key = std::move(key)]() mutable {
            return w->replaceKey(id, std::move(key), test, CancelToken());
        },
        context, std::move(done));
}

void WorkspaceBackend::changeBaseUrl(const Id &id, const QString &baseUrl, Secret key, bool test,
                                     QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w,
        [w, id, baseUrl, test, key = std::move(key)]() mutable {
            return w->changeBaseUrl(id, baseUrl, std::move(key), test, CancelToken());
        },
        context, std::move(done));
}

void WorkspaceBackend::update(const Integration &changed, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, changed] { return ready(w->updateIntegration(changed)); }, context, std::move(done));
}

void WorkspaceBackend::setEnabled(const Id &id, bool enabled, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id, enabled] { return ready(w->setEnabled(id, enabled)); }, context,
        std::move(done));
}

void WorkspaceBackend::reorder(const QList<Id> &order, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, order] { return ready(w->reorder(order)); }, context, std::move(done));
}

void WorkspaceBackend::remove(const Id &id, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return ready(w->removeIntegration(id)); }, context, std::move(done));
}

void WorkspaceBackend::restore(const Id &id, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return ready(w->restoreIntegration(id)); }, context, std::move(done));
}

void WorkspaceBackend::forget(const Id &id, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w, id] { return w->forgetKey(id); }, context, std::move(done));
}

void WorkspaceBackend::keyPlace(QObject *context, std::function<void(KeyPlace)> done)
{
    struct Vault {
        bool exists = false;
        bool open = false;
    };
    auto *w = m_workspace;
    auto vault = std::make_shared<Vault>();
    spawn(
        w,
        [w, vault] {
            *vault = {w->hasVault(), w->isVaultOpen()};
            return w->keychainStatus();
        },
        context,
        [vault, done = std::move(done)](KeychainStatus status) {
            // Where there is no keychain, the vault stands in for it.
            const bool none = status.state == KeychainState::Unavailable
                || status.state == KeychainState::NotCreated;
            if (none && vault->exists) {
                status.state = vault->open ? KeychainState::Ready : KeychainState::Locked;
                status.backend = QStringLiteral("Keyway vault");
            }
            done({std::move(status), vault->exists});
        });
}

void WorkspaceBackend::unlockKeychain(QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w, [w] { return w->unlockKeychain(); }, context, std::move(done));
}

void WorkspaceBackend::createVault(Secret password, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w,
        [w, password = std::move(password)]() mutable {
            return w->createVault(std::move(password));
        },
        context, std::move(done));
}

void WorkspaceBackend::openVault(Secret password, QObject *context, Handler<Done> done)
{
    auto *w = m_workspace;
    spawn(
        w,
        [w, password = std::move(password)]() mutable { return w->openVault(std::move(password)); },
        context, std::move(done));
}

} // namespace keyway
