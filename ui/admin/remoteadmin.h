#pragma once

#include "core/client/adminsession.h"
#include "ui/admin/adminbackend.h"

#include <map>
#include <memory>

namespace keyway {

/// The real server. Its session is kept in the keychain where there is one, so that the next start
/// and the command line go on with it.
class RemoteAdmin : public AdminBackend {
    Q_OBJECT
public:
    explicit RemoteAdmin(HttpPolicy policy = {}, QObject *parent = nullptr);

    void signIn(const QUrl &server, const QString &email, Secret password, const QString &code,
                QObject *context, Handler<AdminIdentity> done) override;
    void resume(const QUrl &server, QObject *context, Handler<AdminIdentity> done) override;
    void stay(QObject *context, Handler<AdminIdentity> done) override;
    void signOut(QObject *context, Handler<Done> done) override;
    void statistics(const QDate &from, const QDate &to, QObject *context,
                    Handler<PlatformFigures> done) override;
    void people(const QDate &month, QObject *context, Handler<PeopleFigures> done) override;
    void health(int hours, QObject *context, Handler<HealthFigures> done) override;
    void platformKeys(QObject *context, Handler<QList<PlatformKey>> done) override;
    void addPlatformKey(const NewPlatformKey &facts, Secret key, QObject *context,
                        Handler<Done> done) override;
    void rotatePlatformKey(const Id &id, Secret key, QObject *context, Handler<Done> done) override;
    void retirePlatformKey(const Id &id, QObject *context, Handler<Done> done) override;
    void audit(qint64 before, QObject *context, Handler<QList<AuditedAction>> done) override;
    void checkAudit(QObject *context, Handler<AuditVerdict> done) override;

private:
    /// A session lives until its last question is answered, which may be after the end of this.
    using Session = std::shared_ptr<AdminSession>;
    Session sessionOf(const QUrl &server);
    /// Asks the client in use, and tells everybody how the session stands.
    template <class T, class Question>
    void ask(Question question, QObject *context, Handler<T> done);

    const HttpPolicy m_policy;
    std::map<QUrl, Session> m_sessions; ///< by server
    Session m_session; ///< the one in use
};

} // namespace keyway
