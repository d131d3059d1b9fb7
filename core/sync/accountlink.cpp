#include "core/sync/accountlink.h"

#include "core/catalogue/integration.h"
#include "core/storage/settingsstore.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

const QString settingName = u"account"_s;
const QString serverName = u"server"_s;

} // namespace

AccountLink::AccountLink(Database &database, SecretStore &keychain)
    : m_database(database)
    , m_keychain(keychain)
{
}

QString AccountLink::keychainEntry(const Id &device)
{
    return u"org.keyway/account/"_s + device.toString();
}

Result<std::optional<LinkedAccount>> AccountLink::account()
{
    const Result<QJsonValue> stored = SettingsStore(m_database).value(settingName);
    if (!stored)
        return stored.error();
    const QJsonObject json = stored->toObject();
    if (json.isEmpty())
        return std::optional<LinkedAccount>();
    LinkedAccount account;
    account.server = QUrl(json.value("server"_L1).toString());
    account.email = json.value("email"_L1).toString();
    account.account = Id::fromString(json.value("account_id"_L1).toString()).value_or(Id());
    account.device = Id::fromString(json.value("device_id"_L1).toString()).value_or(Id());
    if (json.contains("since"_L1))
        account.since = QDateTime::fromString(json.value("since"_L1).toString(), Qt::ISODateWithMs);
    account.syncs = json.value("syncs"_L1).toBool();
    account.tellsHealth = json.value("tells_health"_L1).toBool(true);
    return std::optional(account);
}

Result<Done> AccountLink::keep(const LinkedAccount &account)
{
    QJsonObject json{{u"server"_s, account.server.toString()},
                     {u"email"_s, account.email},
                     {u"account_id"_s, account.account.toString()},
                     {u"device_id"_s, account.device.toString()},
                     {u"syncs"_s, account.syncs},
                     {u"tells_health"_s, account.tellsHealth}};
    if (account.since)
        json.insert(u"since"_s, account.since->toUTC().toString(Qt::ISODateWithMs));
    return SettingsStore(m_database).set(settingName, json);
}

Task<Done> AccountLink::link(LinkedAccount account, Secret token)
{
    const Result<std::optional<LinkedAccount>> before = this->account();
    if (!before)
        co_return before.error();
    auto writing = m_keychain.write(keychainEntry(account.device), std::move(token));
    const auto written = co_await writing;
    if (!written)
        co_return written.error();
    const Result<Done> kept = keep(account);
    if (kept && (!*before || (*before)->device == account.device))
        co_return Done();
    const Id useless = kept ? (*before)->device : account.device;
    auto removing = m_keychain.remove(keychainEntry(useless));
    const auto removed = co_await removing;
    Q_UNUSED(removed);
    co_return kept;
}

Task<Secret> AccountLink::token(LinkedAccount account)
{
    return m_keychain.read(keychainEntry(account.device));
}

Task<Secret> AccountLink::currentToken(LinkedAccount account, ServerClient &server,
                                       CancelToken cancel)
{
    auto reading = token(account);
    auto kept = co_await reading;
    if (!kept)
        co_return kept.error();
    auto asking = server.account(kept->clone(), cancel);
    const auto facts = co_await asking;
    if (!facts)
        co_return facts.error();
    if (!facts->value("rotate"_L1).toBool())
        co_return std::move(kept).value();
    auto rotating = server.rotate(kept->clone(), cancel);
    auto next = co_await rotating;
    if (!next)
        co_return next.error();
    auto writing = replaceToken(account, next->clone());
    const auto written = co_await writing;
    if (!written)
        co_return std::move(kept).value(); // it holds until the new one is used
    co_return std::move(next).value();
}

Task<Done> AccountLink::replaceToken(LinkedAccount account, Secret token)
{
    return m_keychain.write(keychainEntry(account.device), std::move(token));
}

Result<Done> AccountLink::change(const std::function<void(LinkedAccount &)> &change)
{
    Result<std::optional<LinkedAccount>> found = account();
    if (!found)
        return found.error();
    if (!*found)
        return Error(Error::Kind::Rejected).withReason(u"signed-out"_s);
    change(**found);
    return keep(**found);
}

Result<Done> AccountLink::setSyncs(bool on)
{
    return change([on](LinkedAccount &account) { account.syncs = on; });
}

Result<Done> AccountLink::setTellsHealth(bool on)
{
    return change([on](LinkedAccount &account) { account.tellsHealth = on; });
}

Result<Done> AccountLink::sendEarlier()
{
    return change([](LinkedAccount &account) { account.since.reset(); });
}

Result<std::optional<QUrl>> AccountLink::server()
{
    const Result<QJsonValue> stored = SettingsStore(m_database).value(serverName);
    if (!stored)
        return stored.error();
    if (stored->toString().isEmpty())
        return std::optional<QUrl>();
    return std::optional(QUrl(stored->toString()));
}

Result<QUrl> AccountLink::setServer(const QString &address)
{
    Result<QUrl> url = checkedBaseUrl(address);
    if (!url)
        return url;
    const Result<std::optional<LinkedAccount>> linked = account();
    if (!linked)
        return linked.error();
    if (*linked && (*linked)->server != *url)
        return Error(Error::Kind::Rejected).withReason(u"signed-in"_s);
    if (auto kept = SettingsStore(m_database).set(serverName, url->toString()); !kept)
        return kept.error();
    return url;
}

Task<Done> AccountLink::unlink()
{
    const Result<std::optional<LinkedAccount>> found = account();
    if (!found)
        co_return found.error();
    if (!*found)
        co_return Done();
    const QString entry = keychainEntry((*found)->device);
    // The setting first: a keychain that is locked must not keep somebody signed in.
    const Result<Done> forgotten = SettingsStore(m_database).remove(settingName);
    if (!forgotten)
        co_return forgotten.error();
    auto removing = m_keychain.remove(entry);
    const auto removed = co_await removing;
    co_return removed;
}

} // namespace keyway
