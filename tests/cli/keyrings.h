#pragma once

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusReply>

#include <signal.h>

namespace keyway {

/// What people and accidents do to the real keyring of this session.
class Keyring {
public:
    static bool lock()
    {
        const QDBusObjectPath collection = call(root(), service(), "ReadAlias", {text("default")})
                                               .arguments()
                                               .value(0)
                                               .value<QDBusObjectPath>();
        return call(root(), service(), "Lock",
                    {QVariant::fromValue(QList<QDBusObjectPath>{collection})})
                   .type()
            == QDBusMessage::ReplyMessage;
    }

    /// Deletes every item; how many there were.
    static int clear()
    {
        using Attributes = QMap<QString, QString>;
        qDBusRegisterMetaType<Attributes>();
        const auto found
            = call(root(), service(), "SearchItems", {QVariant::fromValue(Attributes())});
        const auto items = qdbus_cast<QList<QDBusObjectPath>>(found.arguments().value(0));
        for (const QDBusObjectPath &item : items)
            call(item.path(), text("org.freedesktop.Secret.Item"), "Delete", {});
        return static_cast<int>(items.size());
    }

    static bool kill()
    {
        const QDBusReply<uint> process = QDBusConnection::sessionBus().interface()->servicePid(
            text("org.freedesktop.secrets"));
        return process.isValid() && ::kill(static_cast<pid_t>(process.value()), SIGKILL) == 0;
    }

private:
    static QString text(const char *latin1) { return QString::fromLatin1(latin1); }
    static QString root() { return text("/org/freedesktop/secrets"); }
    static QString service() { return text("org.freedesktop.Secret.Service"); }
    static QDBusMessage call(const QString &path, const QString &interface, const char *method,
                             const QVariantList &arguments)
    {
        auto message = QDBusMessage::createMethodCall(text("org.freedesktop.secrets"), path,
                                                      interface, text(method));
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    }
};

} // namespace keyway
