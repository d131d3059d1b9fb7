#include "core/sync/accountservice.h"

#include "core/storage/billingzone.h"
#include "core/storage/database.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error rejected(const QString &reason)
{
    return Error(Error::Kind::Rejected).withReason(reason);
}

QByteArray codeIn(const Secret &code)
{
    return code.reveal([](QByteArrayView bytes) { return bytes.toByteArray().trimmed(); });
}

} // namespace

AccountService::AccountService(Database &database, SecretStore &keychain)
    : m_database(database)
    , m_link(database, keychain)
{
}

Result<LinkedAccount> AccountService::account()
{
    Result<std::optional<LinkedAccount>> found = m_link.account();
    if (!found)
        return found.error();
    if (!*found)
        return rejected(u"signed-out"_s);
    return **found;
}

Result<ServerClient *> AccountService::client()
{
    const Result<std::optional<LinkedAccount>> linked = m_link.account();
    if (!linked)
        return linked.error();
    const Result<std::optional<QUrl>> named = m_link.server();
    if (!named)
        return named.error();
    if (!*linked && !*named)
        return rejected(u"no-server"_s);
    const QUrl url = *linked ? (*linked)->server : **named;
    std::unique_ptr<ServerClient> &client = m_clients[url];
    if (!client)
        client = std::make_unique<ServerClient>(url);
    return client.get();
}

Task<AccountService::Session> AccountService::session()
{
    Result<LinkedAccount> known = account();
    if (!known)
        co_return known.error();
    const Result<ServerClient *> server = client();
    if (!server)
        co_return server.error();
    auto reading = m_link.token(*known);
    auto token = co_await reading;
    if (!token)
        co_return token.error();
    Session session;
    session.account = std::move(*known);
    session.token = std::move(*token);
    session.server = *server;
    co_return session;
}

template <class Call> Task<Done> AccountService::atServer(Call call)
{
    const Result<ServerClient *> server = client();
    if (!server)
        co_return server.error();
    auto asking = call(**server);
    const auto done = co_await asking;
    co_return done;
}

template <class T, class Call> Task<T> AccountService::inSession(Call call)
{
    auto opening = session();
    auto opened = co_await opening;
    if (!opened)
        co_return opened.error();
    auto asking = call(*opened);
    auto answer = co_await asking;
    co_return answer;
}

Task<Done> AccountService::signUp(QString email, Secret password, CancelToken cancel)
{
    const Result<QTimeZone> zone = billingZone(m_database);
    return atServer([cancel, email, id = zone ? zone->id() : "UTC"_ba,
                     password = std::move(password)](ServerClient &server) mutable {
        return server.signUp(email, std::move(password), id, cancel);
    });
}

Task<Done> AccountService::verify(Secret code, CancelToken cancel)
{
    return atServer([cancel, code = codeIn(code)](ServerClient &server) {
        return server.verify(code, cancel);
    });
}

Task<Done> AccountService::signIn(SignIn wanted, Secret password, CancelToken cancel)
{
    const Result<std::optional<LinkedAccount>> before = m_link.account();
    if (!before)
        co_return before.error();
    const Result<ServerClient *> server = client();
    if (!server)
        co_return server.error();
    auto asking = (*server)->signIn(wanted.email, std::move(password), wanted.deviceName, cancel);
    auto session = co_await asking;
    if (!session)
        co_return session.error();
    LinkedAccount account{(*server)->server(), wanted.email, session->account,
                          session->device,     {},           true};
    const bool again = *before && (*before)->account == session->account;
    if (!wanted.withEarlier)
        account.since = again ? (*before)->since : m_database.clock().now();
    auto linking = m_link.link(account, session->token.clone());
    const auto linked = co_await linking;
    if (!linked) {
        // Nobody would ever use this sign-in again.
        auto leaving = (*server)->signOut(std::move(session->token), cancel);
        const auto left = co_await leaving;
        Q_UNUSED(left);
        co_return linked.error();
    }
    // A zone that this computer does not know leaves the days as they are.
    const Result<Done> zoned = setBillingZone(m_database, session->zone);
    if (!zoned && zoned.error().kind() != Error::Kind::Rejected)
        co_return zoned.error();
    co_return Done();
}

Task<bool> AccountService::signOut(CancelToken cancel)
{
    bool told = false;
    auto opening = session();
    auto session = co_await opening;
    if (session) {
        auto leaving = session->server->signOut(std::move(session->token), cancel);
        const auto left = co_await leaving;
        told = left || left.error().kind() == Error::Kind::Auth;
    } else if (session.error().reason() == "signed-out"_L1) {
        co_return session.error();
    }
    auto forgetting = m_link.unlink();
    const auto forgotten = co_await forgetting;
    if (!forgotten)
        co_return forgotten.error();
    co_return told;
}

Task<Done> AccountService::signOutEverywhere(CancelToken cancel)
{
    auto leaving = inSession<Done>([cancel](Session &session) {
        return session.server->signOutEverywhere(std::move(session.token), cancel);
    });
    const auto left = co_await leaving;
    if (!left)
        co_return left.error();
    auto forgetting = m_link.unlink();
    const auto forgotten = co_await forgetting;
    co_return forgotten;
}

Task<QList<AccountDevice>> AccountService::devices(CancelToken cancel)
{
    return inSession<QList<AccountDevice>>([cancel](Session &session) {
        return session.server->devices(std::move(session.token), cancel);
    });
}

Task<Done> AccountService::signOutDevice(Id device, CancelToken cancel)
{
    return inSession<Done>([device, cancel](Session &session) {
        return session.server->signOutDevice(std::move(session.token), device, cancel);
    });
}

Task<Done> AccountService::changePassword(Secret old, Secret password, CancelToken cancel)
{
    return inSession<Done>(
        [cancel, old = std::move(old), password = std::move(password)](Session &session) mutable {
            return session.server->changePassword(std::move(session.token), std::move(old),
                                                  std::move(password), cancel);
        });
}

Task<Done> AccountService::requestReset(QString email, CancelToken cancel)
{
    return atServer(
        [email, cancel](ServerClient &server) { return server.requestReset(email, cancel); });
}

Task<Done> AccountService::reset(Secret code, Secret password, CancelToken cancel)
{
    return atServer([cancel, code = codeIn(code),
                     password = std::move(password)](ServerClient &server) mutable {
        return server.reset(code, std::move(password), cancel);
    });
}

Task<QJsonObject> AccountService::exported(CancelToken cancel)
{
    auto opening = session();
    auto session = co_await opening;
    if (!session)
        co_return session.error();
    auto asking = session->server->exported(session->token.clone(), cancel);
    auto facts = co_await asking;
    if (!facts)
        co_return facts.error();
    QJsonArray records;
    qint64 next = 0;
    for (bool more = true; more;) {
        auto pulling = session->server->pull(session->token.clone(), next, cancel);
        const auto page = co_await pulling;
        if (!page)
            co_return page.error();
        for (const UsageMessage &record : page->records)
            records.append(record.toJson());
        next = page->next;
        more = page->more;
    }
    facts->insert(u"usage"_s, records);
    co_return facts;
}

Task<Done> AccountService::exportTo(QString path, CancelToken cancel)
{
    auto reading = exported(cancel);
    const auto facts = co_await reading;
    if (!facts)
        co_return facts.error();
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(*facts).toJson()) >= 0 && file.commit();
    if (!written)
        co_return Error(Error::Kind::Storage, file.errorString()).withReason(u"cannot-write"_s);
    co_return Done();
}

Task<Done> AccountService::deleteAccount(Secret password, CancelToken cancel)
{
    auto asking = inSession<Done>([cancel,
                                   password = std::move(password)](Session &session) mutable {
        return session.server->deleteAccount(std::move(session.token), std::move(password), cancel);
    });
    const auto done = co_await asking;
    if (!done)
        co_return done.error();
    auto forgetting = m_link.unlink();
    const auto forgotten = co_await forgetting;
    co_return forgotten;
}

} // namespace keyway
