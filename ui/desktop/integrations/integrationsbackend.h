#pragma once

#include "core/async/canceltoken.h"
#include "core/base/secret.h"
#include "core/catalogue/catalogue.h"
#include "core/engine/accounts.h"
#include "core/engine/overview.h"
#include "core/providers/provider.h"
#include "core/secrets/secretstore.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What My Integrations asks of the engine, called on the GUI thread. Every answer comes to the
/// handler on the GUI thread, later, and not at all when `context` is gone by then. Errors as in
/// engine::Workspace.
class IntegrationsBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    /// Where a key is tried.
    struct Trial {
        QString service;
        QString baseUrl; ///< empty: the service's own
        QString model;
        ConnectionPolicy connection = {};
    };
    /// What a person gives to connect a service.
    struct Wanted {
        QString service;
        QString name; ///< empty: the service's name, numbered where it is taken
        QString baseUrl; ///< empty: the service's own
        QString model; ///< empty: the service's default
        std::optional<Money> monthlyLimit;
        LimitAction limitAction = LimitAction::Stop;
        std::chrono::seconds firstByteTimeout{120};
        bool automaticRouting = true;
        KeySource keySource = KeySource::Keychain;
        ConnectionPolicy connection = {};
        bool test = true; ///< without: saved as disabled
    };
    /// The keychain, and whether a vault file exists beside it.
    struct KeyPlace {
        KeychainStatus status;
        bool hasVault = false;
    };

    using QObject::QObject;

    virtual Catalogue catalogue() const = 0;
    virtual void overview(QObject *context, Handler<engine::Overview> done) = 0;
    virtual void modelsThisMonth(const Id &id, QObject *context,
                                 Handler<QList<engine::ServiceTotal>> done)
        = 0;

    /// The models that an integration may be asked for, see engine::Workspace::modelChoices().
    virtual void modelChoices(const Id &id, QObject *context,
                              Handler<QList<engine::ModelChoice>> done)
        = 0;
    virtual void adminKey(const Id &id, QObject *context, Handler<std::optional<AdminKey>> done)
        = 0;
    /// Tests it, then keeps it.
    virtual void setAdminKey(const Id &id, Secret key, QObject *context, Handler<Done> done) = 0;
    virtual void removeAdminKey(const Id &id, QObject *context, Handler<Done> done) = 0;
    /// Asks every service what it charged in a month.
    virtual void reconcile(const QDate &month, QObject *context,
                           Handler<engine::Reconciliation> done)
        = 0;

    virtual void tryKey(const Trial &trial, Secret key, const CancelToken &cancel, QObject *context,
                        Handler<KeyCheck> done)
        = 0;
    virtual void add(const Wanted &wanted, Secret key, QObject *context, Handler<Integration> done)
        = 0;
    virtual void test(const Id &id, QObject *context, Handler<KeyCheck> done) = 0;
    virtual void replaceKey(const Id &id, Secret key, bool test, QObject *context,
                            Handler<Done> done)
        = 0;
    virtual void changeBaseUrl(const Id &id, const QString &baseUrl, Secret key, bool test,
                               QObject *context, Handler<Done> done)
        = 0;
    virtual void update(const Integration &changed, QObject *context, Handler<Done> done) = 0;
    virtual void setEnabled(const Id &id, bool enabled, QObject *context, Handler<Done> done) = 0;
    virtual void reorder(const QList<Id> &order, QObject *context, Handler<Done> done) = 0;
    virtual void remove(const Id &id, QObject *context, Handler<Done> done) = 0;
    virtual void restore(const Id &id, QObject *context, Handler<Done> done) = 0;
    virtual void forget(const Id &id, QObject *context, Handler<Done> done) = 0;

    virtual void keyPlace(QObject *context, std::function<void(KeyPlace)> done) = 0;
    virtual void unlockKeychain(QObject *context, Handler<Done> done) = 0;
    virtual void createVault(Secret password, QObject *context, Handler<Done> done) = 0;
    virtual void openVault(Secret password, QObject *context, Handler<Done> done) = 0;

Q_SIGNALS:
    void changed();
    void keychainChanged();
};

} // namespace keyway
