#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
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

/// A bus of its own that starts no services by itself, and perhaps a secret service on it that
/// answers as little as its mode says (tests/secrets/silentservice.cpp).
class PrivateBus {
public:
    ~PrivateBus()
    {
        for (QProcess *process : {&m_service, &m_daemon}) {
            process->kill();
            process->waitForFinished();
        }
    }

    bool start()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8()
                     + "</listen><policy context=\"default\">"
                       "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--config-file=") + config.fileName(),
                        QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_daemon.waitForReadyRead())
            return false;
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        return !m_address.isEmpty();
    }

    bool startService(const QString &mode)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        m_service.setProcessEnvironment(environment);
        m_service.start(QStringLiteral(KEYWAY_SILENT_SERVICE),
                        {QStringLiteral("org.freedesktop.secrets"), mode});
        return m_service.waitForReadyRead();
    }

    QString address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QProcess m_service;
    QString m_address;
};

} // namespace keyway
