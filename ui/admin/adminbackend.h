#pragma once

#include "core/client/adminclient.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What the window asks of the server, called on the GUI thread. Every answer comes to its handler
/// there, later, and not at all when `context` is gone by then. Errors as of AdminClient.
class AdminBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void signIn(const QUrl &server, const QString &email, Secret password,
                        const QString &code, QObject *context, Handler<AdminIdentity> done)
        = 0;
    /// Goes on with the session that was kept for this server, if it still holds.
    virtual void resume(const QUrl &server, QObject *context, Handler<AdminIdentity> done) = 0;
    /// Begins the idle time anew.
    virtual void stay(QObject *context, Handler<AdminIdentity> done) = 0;
    virtual void signOut(QObject *context, Handler<Done> done) = 0;

    virtual void statistics(const QDate &from, const QDate &to, QObject *context,
                            Handler<PlatformFigures> done)
        = 0;
    virtual void people(const QDate &month, QObject *context, Handler<PeopleFigures> done) = 0;
    virtual void health(int hours, QObject *context, Handler<HealthFigures> done) = 0;
    virtual void platformKeys(QObject *context, Handler<QList<PlatformKey>> done) = 0;
    virtual void addPlatformKey(const NewPlatformKey &facts, Secret key, QObject *context,
                                Handler<Done> done)
        = 0;
    virtual void rotatePlatformKey(const Id &id, Secret key, QObject *context, Handler<Done> done)
        = 0;
    virtual void retirePlatformKey(const Id &id, QObject *context, Handler<Done> done) = 0;
    virtual void audit(qint64 before, QObject *context, Handler<QList<AuditedAction>> done) = 0;
    virtual void checkAudit(QObject *context, Handler<AuditVerdict> done) = 0;

Q_SIGNALS:
    /// The server answered somebody who is signed in: the idle time begins anew.
    void answered();
    /// The server no longer knows the session.
    void sessionEnded();
};

} // namespace keyway
