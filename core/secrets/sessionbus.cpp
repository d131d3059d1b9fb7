#include "core/secrets/sessionbus.h"

#include "core/async/wait.h"

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtCore/QUuid>
#include <QtDBus/QDBusError>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtNetwork/QLocalSocket>

#include <unistd.h>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

BusReply failure(KeychainState state, QString detail)
{
    return BusReply{state, {}, std::move(detail)};
}

struct SocketName {
    QString name;
    bool isAbstract = false;
};

/// The unix socket of an address; nothing for transports that are not one.
/// https://dbus.freedesktop.org/doc/dbus-specification.html#addresses
std::optional<SocketName> unixSocket(const QString &address)
{
    if (!address.startsWith("unix:"_L1))
        return std::nullopt;
    const auto pairs = QStringView(address).mid(5).split(u',');
    for (const QStringView pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        const auto key = pair.left(equals);
        const QString value = QUrl::fromPercentEncoding(pair.mid(equals + 1).toUtf8());
        if (key == "path"_L1)
            return SocketName{value, false};
        if (key == "abstract"_L1)
            return SocketName{value, true};
    }
    return std::nullopt;
}

/// Whether something behind the socket speaks D-Bus: it must accept or refuse the first line of the
/// handshake. A library call would wait for that line without a limit.
QCoro::Task<KeychainState> greet(SocketName socketName, QDeadlineTimer deadline)
{
    auto socket = std::make_unique<QLocalSocket>();
    auto wait = Wait::until(deadline);
    const QByteArray user = QByteArray::number(static_cast<qulonglong>(::getuid())).toHex();
    auto *line = socket.get();
    QObject::connect(line, &QLocalSocket::connected, line, [line, user] {
        line->write(QByteArray(1, '\0') + "AUTH EXTERNAL " + user + "\r\n");
    });
    QObject::connect(line, &QLocalSocket::readyRead, wait.get(), &Wait::finish);
    QObject::connect(line, &QLocalSocket::errorOccurred, wait.get(), &Wait::finish);
    if (socketName.isAbstract)
        line->setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    line->connectToServer(socketName.name);
    auto event = wait->awaitable();
    const bool happened = co_await event;
    const bool answered = line->bytesAvailable() > 0;
    line->disconnect();
    line->abort();
    socket.release()->deleteLater();
    if (answered)
        co_return KeychainState::Ready;
    co_return happened ? KeychainState::Unavailable : KeychainState::Hanging;
}

/// What an error reply says about the keychain. `inTime` tells "it went away" from "it hangs",
/// which have one name on the bus.
KeychainState stateOf(const QDBusMessage &reply, bool inTime)
{
    const QString name = reply.errorName();
    if (name == "org.freedesktop.Secret.Error.IsLocked"_L1)
        return KeychainState::Locked;
    const auto type = QDBusError(reply).type();
    if (type == QDBusError::AccessDenied)
        return KeychainState::Refused;
    const bool late = type == QDBusError::NoReply || type == QDBusError::Timeout
        || type == QDBusError::TimedOut;
    return late && !inTime ? KeychainState::Hanging : KeychainState::Unavailable;
}

} // namespace

std::optional<QString> sessionBusAddress()
{
    const QString given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!given.isEmpty() && given != "autolaunch:"_L1)
        return given;
    const QString path = qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1;
    if (path.startsWith(u'/') && path != "/bus"_L1 && QFileInfo::exists(path))
        return "unix:path="_L1 + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    return std::nullopt;
}

SessionBus::SessionBus()
    : m_connection(QString())
    , m_connecting(std::make_shared<Turns>())
{
}

SessionBus::~SessionBus()
{
    if (!m_connection.name().isEmpty())
        QDBusConnection::disconnectFromBus(m_connection.name());
}

QCoro::Task<BusReply> SessionBus::connectToBus(QDeadlineTimer deadline)
{
    const auto address = sessionBusAddress();
    if (!address)
        co_return failure(KeychainState::Unavailable, u"no session bus"_s);
    const auto socket = unixSocket(address->section(u';', 0, 0));
    if (socket) {
        auto greeting = greet(*socket, deadline);
        const auto state = co_await greeting;
        if (state != KeychainState::Ready)
            co_return failure(state, u"the session bus does not answer"_s);
    }
    // Saying hello to the bus still waits for its answer, so that happens on a thread of its own. A
    // thread that never comes back is left alone.
    struct Box {
        QDBusConnection connection{QString()};
        glibbus::Hold glib;
    };
    auto box = std::make_shared<Box>();
    auto wait = Wait::until(deadline);
    const QString name = u"keyway-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString where = *address;
    if (!m_connection.name().isEmpty()) {
        // GLib gives out its old, closed connection as long as anybody holds it.
        glibbus::forgetSession();
        m_glib.reset();
    }
    auto *thread = QThread::create([box, where, name] {
        box->connection = QDBusConnection::connectToBus(where, name);
        if (box->connection.isConnected() && glibbus::hasLibsecret())
            box->glib = glibbus::connect();
    });
    QObject::connect(thread, &QThread::finished, wait.get(), &Wait::finish);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    auto event = wait->awaitable();
    const bool happened = co_await event;
    if (!happened)
        co_return failure(KeychainState::Hanging, u"the session bus does not say hello"_s);
    if (!box->connection.isConnected()) {
        const QString words = box->connection.lastError().message();
        QDBusConnection::disconnectFromBus(name);
        co_return failure(KeychainState::Unavailable, words);
    }
    if (!box->glib) {
        QDBusConnection::disconnectFromBus(name);
        co_return failure(KeychainState::Unavailable, u"libsecret or GLib is missing"_s);
    }
    if (!m_connection.name().isEmpty())
        QDBusConnection::disconnectFromBus(m_connection.name());
    m_connection = box->connection;
    m_glib = box->glib;
    co_return BusReply{KeychainState::Ready, {}, {}};
}

QCoro::Task<BusReply> SessionBus::ask(QDBusMessage call, QDeadlineTimer deadline)
{
    if (!m_connection.isConnected()) {
        auto waiting = Turns::take(m_connecting, deadline);
        auto turn = co_await waiting;
        if (!turn)
            co_return failure(KeychainState::Hanging, u"the session bus does not answer"_s);
        // Another call may have connected meanwhile; a second connection would close the first, and
        // with it the calls under way.
        if (!m_connection.isConnected()) {
            auto connecting = connectToBus(deadline);
            auto connected = co_await connecting;
            if (!connected.ok())
                co_return connected;
        }
    }
    const int grace = 1000; // our own deadline comes first
    const auto pending
        = m_connection.asyncCall(call, static_cast<int>(deadline.remainingTime()) + grace);
    auto watcher = std::make_unique<QDBusPendingCallWatcher>(pending);
    auto wait = Wait::until(deadline);
    QObject::connect(watcher.get(), &QDBusPendingCallWatcher::finished, wait.get(), &Wait::finish);
    auto event = wait->awaitable();
    const bool happened = co_await event;
    if (!happened)
        co_return failure(KeychainState::Hanging, "no answer to "_L1 + call.member());
    const QDBusMessage reply = watcher->reply();
    if (reply.type() == QDBusMessage::ReplyMessage)
        co_return BusReply{KeychainState::Ready, reply, {}};
    co_return failure(stateOf(reply, !deadline.hasExpired()),
                      reply.errorName() + ": "_L1 + reply.errorMessage());
}

} // namespace keyway
