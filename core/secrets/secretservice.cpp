#include "core/secrets/secretservice.h"

#include "core/async/wait.h"

#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusReply>

#include <array>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

const auto serviceName = "org.freedesktop.secrets"_L1;
const auto servicePath = "/org/freedesktop/secrets"_L1;
const auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
const auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;
const auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;
const auto noObject = "/"_L1;

/// Who answers to the common name, by the other names on the bus of the same program.
const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 4> knownServices{{
    {"org.gnome.keyring"_L1, "GNOME Keyring"_L1},
    {"org.kde.kwalletd6"_L1, "KWallet"_L1},
    {"org.kde.kwalletd5"_L1, "KWallet"_L1},
    {"org.keepassxc.KeePassXC.MainWindow"_L1, "KeePassXC"_L1},
}};

QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage serviceCall(const QString &method, const QVariantList &arguments)
{
    return call(servicePath, serviceInterface, method, arguments);
}

QDBusObjectPath objectPath(const BusReply &reply, qsizetype index)
{
    return reply.message.arguments().value(index).value<QDBusObjectPath>();
}

QList<QDBusObjectPath> objectPaths(const BusReply &reply, qsizetype index)
{
    return qdbus_cast<QList<QDBusObjectPath>>(reply.message.arguments().value(index));
}

} // namespace

void PromptListener::complete(bool dismissed, const QDBusVariant &)
{
    m_dismissed = dismissed;
    Q_EMIT completed();
}

SecretService::SecretService()
{
    qDBusRegisterMetaType<Attributes>();
}

QCoro::Task<SecretService::Collection> SecretService::defaultCollection(QDeadlineTimer deadline)
{
    auto asking = m_bus.ask(serviceCall(u"ReadAlias"_s, {u"default"_s}), deadline);
    auto alias = co_await asking;
    if (!alias.ok())
        co_return Collection{alias.state, {}, alias.detail};
    const QString path = objectPath(alias, 0).path();
    if (path.isEmpty() || path == noObject)
        co_return Collection{KeychainState::Locked, {}, u"no default collection yet"_s};
    const QVariantList arguments{QString(collectionInterface), u"Locked"_s};
    auto getting = m_bus.ask(call(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, arguments),
                             deadline);
    auto property = co_await getting;
    if (!property.ok())
        co_return Collection{property.state, path, property.detail};
    const bool locked
        = property.message.arguments().value(0).value<QDBusVariant>().variant().toBool();
    co_return Collection{locked ? KeychainState::Locked : KeychainState::Ready, path, {}};
}

QCoro::Task<SecretService::Items> SecretService::search(Attributes attributes,
                                                        QDeadlineTimer deadline)
{
    auto asking
        = m_bus.ask(serviceCall(u"SearchItems"_s, {QVariant::fromValue(attributes)}), deadline);
    auto reply = co_await asking;
    if (!reply.ok())
        co_return Items{reply.state, {}, {}, reply.detail};
    // Another unique name is another process, which does not know the sessions of the one before.
    const QString owner = reply.message.service();
    if (!m_owner.isEmpty() && owner != m_owner)
        glibbus::forgetSession();
    m_owner = owner;
    co_return Items{KeychainState::Ready, objectPaths(reply, 0), objectPaths(reply, 1), {}};
}

QCoro::Task<QString> SecretService::ownerName(QDeadlineTimer deadline)
{
    const QString bus = u"org.freedesktop.DBus"_s;
    auto owner
        = QDBusMessage::createMethodCall(bus, u"/org/freedesktop/DBus"_s, bus, u"GetNameOwner"_s);
    owner.setArguments({QString(serviceName)});
    auto asking = m_bus.ask(owner, deadline);
    auto ours = co_await asking;
    for (const auto &[busName, name] : knownServices) {
        owner.setArguments({QString(busName)});
        auto comparing = m_bus.ask(owner, deadline);
        auto theirs = co_await comparing;
        if (ours.ok() && theirs.ok() && ours.message.arguments() == theirs.message.arguments())
            co_return QString(name);
    }
    co_return u"Secret Service"_s;
}

QCoro::Task<KeychainStatus> SecretService::status(QDeadlineTimer deadline)
{
    auto asking = defaultCollection(deadline);
    auto collection = co_await asking;
    if (collection.state != KeychainState::Ready && collection.state != KeychainState::Locked)
        co_return KeychainStatus{collection.state, u"Secret Service"_s, collection.detail};
    auto naming = ownerName(deadline);
    auto name = co_await naming;
    co_return KeychainStatus{collection.state, name, collection.detail};
}

QCoro::Task<Sighting> SecretService::find(QString service, QString key, QDeadlineTimer deadline)
{
    // The attributes that QtKeychain gives its items.
    Attributes attributes{{u"user"_s, key}, {u"server"_s, service}};
    auto searching = search(attributes, deadline);
    auto items = co_await searching;
    if (items.state != KeychainState::Ready)
        co_return Sighting{items.state, Sighting::Place::Unknown, items.detail};
    if (!items.open.isEmpty())
        co_return Sighting{KeychainState::Ready, Sighting::Place::Open, {}};
    if (!items.locked.isEmpty())
        co_return Sighting{KeychainState::Ready, Sighting::Place::Locked, u"a locked item"_s};
    // KeePassXC and KWallet show nothing of what is locked.
    auto asking = defaultCollection(deadline);
    auto collection = co_await asking;
    if (collection.state == KeychainState::Locked)
        co_return Sighting{KeychainState::Ready, Sighting::Place::Locked, collection.detail};
    co_return Sighting{collection.state, Sighting::Place::Nowhere, collection.detail};
}

Task<Done> SecretService::finishPrompt(QDBusObjectPath prompt, QString owner,
                                       QDeadlineTimer deadline)
{
    if (prompt.path().isEmpty() || prompt.path() == noObject)
        co_return Done{};
    auto listener = std::make_unique<PromptListener>();
    auto wait = Wait::until(deadline);
    QObject::connect(listener.get(), &PromptListener::completed, wait.get(), &Wait::finish);
    // By the unique name: for a well-known one QtDBus would ask the bus for its owner, and wait.
    auto connection = m_bus.connection();
    connection.connect(owner, prompt.path(), promptInterface, u"Completed"_s, listener.get(),
                       SLOT(complete(bool, QDBusVariant)));
    auto asking
        = m_bus.ask(call(prompt.path(), promptInterface, u"Prompt"_s, {QString()}), deadline);
    auto shown = co_await asking;
    if (!shown.ok())
        co_return keychainError(shown.state, shown.detail);
    auto event = wait->awaitable();
    const bool answered = co_await event;
    // Not dismissed: gnome-keyring 42 crashes when its prompter hangs, and a late yes does no harm.
    if (!answered)
        co_return keychainError(KeychainState::Hanging, u"the prompt was not answered"_s);
    if (listener->dismissed())
        co_return keychainError(KeychainState::Refused, u"the prompt was dismissed"_s);
    co_return Done{};
}

Task<Done> SecretService::unlock(QString service, QDeadlineTimer deadline, QDeadlineTimer prompt)
{
    auto finding = defaultCollection(deadline);
    auto collection = co_await finding;
    if (collection.state != KeychainState::Ready && collection.state != KeychainState::Locked)
        co_return keychainError(collection.state, collection.detail);
    if (collection.path.isEmpty()) {
        const QVariantMap properties{
            {u"org.freedesktop.Secret.Collection.Label"_s, u"Default keyring"_s}};
        auto creating
            = m_bus.ask(serviceCall(u"CreateCollection"_s, {properties, u"default"_s}), deadline);
        auto created = co_await creating;
        if (!created.ok())
            co_return keychainError(created.state, created.detail);
        auto prompting = finishPrompt(objectPath(created, 1), created.message.service(), prompt);
        auto done = co_await prompting;
        co_return done;
    }
    // Keys may stand in another collection, from before the default was changed.
    Attributes attributes{{u"server"_s, service}};
    auto searching = search(attributes, deadline);
    auto items = co_await searching;
    if (items.state != KeychainState::Ready)
        co_return keychainError(items.state, items.detail);
    QList<QDBusObjectPath> wanted = items.locked;
    if (collection.state == KeychainState::Locked)
        wanted.prepend(QDBusObjectPath(collection.path));
    if (wanted.isEmpty())
        co_return Done{};
    auto asking = m_bus.ask(serviceCall(u"Unlock"_s, {QVariant::fromValue(wanted)}), deadline);
    auto reply = co_await asking;
    if (!reply.ok())
        co_return keychainError(reply.state, reply.detail);
    auto prompting = finishPrompt(objectPath(reply, 1), reply.message.service(), prompt);
    auto done = co_await prompting;
    co_return done;
}

std::unique_ptr<KeychainInspector> makeKeychainInspector()
{
    return std::make_unique<SecretService>();
}

} // namespace keyway
