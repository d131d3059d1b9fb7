#include "remoteadmin.h"

#include "core/async/keep.h"
#include "core/async/spawn.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool endsSession(const Error &error)
{
    return error.kind() == Error::Kind::Auth
        && (error.reason() == "bad-token"_L1 || error.reason() == "expired"_L1);
}

} // namespace

RemoteAdmin::RemoteAdmin(HttpPolicy policy, QObject *parent)
    : AdminBackend(parent)
    , m_policy(std::move(policy))
{
}

RemoteAdmin::Session RemoteAdmin::sessionOf(const QUrl &server)
{
    Session &session = m_sessions[server];
    if (!session)
        session = std::make_shared<AdminSession>(server, m_policy);
    m_session = session;
    return session;
}

template <class T, class Question>
void RemoteAdmin::ask(Question question, QObject *context, Handler<T> done)
{
    auto keeping = [session = m_session, question = std::move(question)]() mutable {
        return keep(question(), session);
    };
    spawn(this, std::move(keeping), context, [this, done = std::move(done)](Result<T> answer) {
        if (answer)
            Q_EMIT answered();
        else if (endsSession(answer.error()))
            Q_EMIT sessionEnded();
        done(std::move(answer));
    });
}

void RemoteAdmin::signIn(const QUrl &server, const QString &email, Secret password,
                         const QString &code, QObject *context, Handler<AdminIdentity> done)
{
    auto question
        = [session = sessionOf(server), email, code, password = std::move(password)]() mutable {
              return keep(session->signIn(email, std::move(password), code, {}), session);
          };
    // A refusal ends no session: there is none yet.
    spawn(this, std::move(question), context,
          [this, done = std::move(done)](Result<AdminIdentity> identity) {
              if (identity)
                  Q_EMIT answered();
              done(std::move(identity));
          });
}

void RemoteAdmin::resume(const QUrl &server, QObject *context, Handler<AdminIdentity> done)
{
    spawn(
        this, [session = sessionOf(server)] { return keep(session->resume({}), session); }, context,
        [this, done = std::move(done)](Result<AdminIdentity> identity) {
            if (identity)
                Q_EMIT answered();
            done(std::move(identity));
        });
}

void RemoteAdmin::stay(QObject *context, Handler<AdminIdentity> done)
{
    ask<AdminIdentity>([client = &m_session->client()] { return client->me({}); }, context,
                       std::move(done));
}

void RemoteAdmin::signOut(QObject *context, Handler<Done> done)
{
    spawn(
        this, [session = m_session] { return keep(session->signOut({}), session); }, context,
        std::move(done));
}

void RemoteAdmin::statistics(const QDate &from, const QDate &to, QObject *context,
                             Handler<PlatformFigures> done)
{
    ask<PlatformFigures>(
        [client = &m_session->client(), from, to] { return client->statistics(from, to, {}); },
        context, std::move(done));
}

void RemoteAdmin::people(const QDate &month, QObject *context, Handler<PeopleFigures> done)
{
    ask<PeopleFigures>([client = &m_session->client(), month] { return client->people(month, {}); },
                       context, std::move(done));
}

void RemoteAdmin::health(int hours, QObject *context, Handler<HealthFigures> done)
{
    ask<HealthFigures>([client = &m_session->client(), hours] { return client->health(hours, {}); },
                       context, std::move(done));
}

void RemoteAdmin::platformKeys(QObject *context, Handler<QList<PlatformKey>> done)
{
    ask<QList<PlatformKey>>([client = &m_session->client()] { return client->platformKeys({}); },
                            context, std::move(done));
}

void RemoteAdmin::addPlatformKey(const NewPlatformKey &facts, Secret key, QObject *context,
                                 Handler<Done> done)
{
    ask<Done>(
        [client = &m_session->client(), facts, key = std::move(key)]() mutable {
            return client->addPlatformKey(facts, std::move(key), {});
        },
        context, std::move(done));
}

void RemoteAdmin::rotatePlatformKey(const Id &id, Secret key, QObject *context, Handler<Done> done)
{
    ask<Done>(
        [client = &m_session->client(), id, key = std::move(key)]() mutable {
            return client->rotatePlatformKey(id, std::move(key), {});
        },
        context, std::move(done));
}

void RemoteAdmin::retirePlatformKey(const Id &id, QObject *context, Handler<Done> done)
{
    ask<Done>([client = &m_session->client(), id] { return client->retirePlatformKey(id, {}); },
              context, std::move(done));
}

void RemoteAdmin::audit(qint64 before, QObject *context, Handler<QList<AuditedAction>> done)
{
    ask<QList<AuditedAction>>(
        [client = &m_session->client(), before] { return client->audit(before, {}); }, context,
        std::move(done));
}

void RemoteAdmin::checkAudit(QObject *context, Handler<AuditVerdict> done)
{
    ask<AuditVerdict>([client = &m_session->client()] { return client->checkAudit({}); }, context,
                      std::move(done));
}

} // namespace keyway
