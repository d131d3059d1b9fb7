#include "core/client/adminsession.h"

#include "core/base/logging.h"

#include <utility>

namespace keyway {

AdminSession::AdminSession(QUrl server, HttpPolicy policy)
    : m_client(std::move(server), std::move(policy))
{
}

Task<AdminIdentity> AdminSession::signIn(QString email, Secret password, QString code,
                                         CancelToken cancel)
{
    auto signingIn = m_client.signIn(email, std::move(password), code, cancel);
    auto identity = co_await signingIn;
    if (!identity)
        co_return identity.error();
    auto keeping = m_keychain.write(m_client.server(), m_client.token());
    const auto kept = co_await keeping;
    m_kept = kept.ok();
    if (!kept)
        qCInfo(logSecrets) << "The session is not kept:" << kept.error().detail();
    co_return identity;
}

Task<AdminIdentity> AdminSession::resume(CancelToken cancel)
{
    auto reading = m_keychain.read(m_client.server());
    auto token = co_await reading;
    if (!token)
        co_return token.error();
    auto resuming = m_client.resume(std::move(*token), cancel);
    auto identity = co_await resuming;
    m_kept = identity.ok();
    co_return identity;
}

Task<Done> AdminSession::signOut(CancelToken cancel)
{
    auto telling = m_client.signOut(cancel);
    const auto told = co_await telling;
    auto removing = m_keychain.remove(m_client.server());
    const auto removed = co_await removing;
    m_kept = m_kept && !removed;
    if (!told)
        co_return told.error();
    co_return removed;
}

} // namespace keyway
