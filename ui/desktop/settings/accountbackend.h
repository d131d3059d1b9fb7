#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/sync/accountservice.h"
#include "core/sync/syncstatus.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What Settings asks about the account and about sending, called on the GUI thread. Every answer
/// comes to its handler on the GUI thread, later, and not at all when `context` is gone by then.
/// Errors as of AccountService.
class AccountBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void status(QObject *context, Handler<SyncStatus> done) = 0;
    virtual void setServer(const QString &address, QObject *context, Handler<Done> done) = 0;

    virtual void signUp(const QString &email, Secret password, QObject *context, Handler<Done> done)
        = 0;
    virtual void verify(Secret code, QObject *context, Handler<Done> done) = 0;
    virtual void signIn(const SignIn &wanted, Secret password, QObject *context, Handler<Done> done)
        = 0;
    virtual void requestReset(const QString &email, QObject *context, Handler<Done> done) = 0;
    virtual void reset(Secret code, Secret password, QObject *context, Handler<Done> done) = 0;

    /// Whether the server was told.
    virtual void signOut(QObject *context, Handler<bool> done) = 0;
    virtual void signOutEverywhere(QObject *context, Handler<Done> done) = 0;
    virtual void devices(QObject *context, Handler<QList<AccountDevice>> done) = 0;
    virtual void signOutDevice(const Id &device, QObject *context, Handler<Done> done) = 0;
    virtual void changePassword(Secret old, Secret password, QObject *context, Handler<Done> done)
        = 0;
    virtual void exportTo(const QString &path, QObject *context, Handler<Done> done) = 0;
    virtual void deleteAccount(Secret password, QObject *context, Handler<Done> done) = 0;

    virtual void setSyncs(bool on, QObject *context, Handler<Done> done) = 0;
    virtual void setTellsHealth(bool on, QObject *context, Handler<Done> done) = 0;
    virtual void sendEarlier(QObject *context, Handler<Done> done) = 0;
    /// What comes of it is in status().
    virtual void sendNow() = 0;

Q_SIGNALS:
    /// status() may be another one.
    void changed();
};

} // namespace keyway
