#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace keyway {

/// A bus of its own that starts no services by itself, and perhaps a secret service on it that
/// answers as little as its mode says (tests/secrets/silentservice.cpp).
class PrivateBus {
public:
    ~PrivateBus()
    {
        stopService();
        stop();
    }

    /// At the same place after a stop().
    bool start()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        const QString listen
            = m_address.isEmpty() ? QStringLiteral("unix:dir=") + m_folder.path() : m_address;
        config.write("<busconfig><type>session</type><listen>" + listen.toUtf8()
                     + "</listen><policy context=\"default\">"
                       "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--config-file=") + config.fileName(),
                        QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_daemon.waitForReadyRead())
            return false;
        // Without its guid, which the next bus at the same place does not share.
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed().section(u',', 0, 0);
        return !m_address.isEmpty();
    }

    /// `environment` with this bus.
    bool startService(const QString &mode,
                      QProcessEnvironment environment = QProcessEnvironment::systemEnvironment())
    {
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        m_service.setProcessEnvironment(environment);
        m_service.start(QStringLiteral(KEYWAY_SILENT_SERVICE),
                        {QStringLiteral("org.freedesktop.secrets"), mode});
        return m_service.waitForReadyRead();
    }

    void stopService() { end(m_service); }
    void stop() { end(m_daemon); }

    QString address() const { return m_address; }
    QString folder() const { return m_folder.path(); }

private:
    static void end(QProcess &process)
    {
        process.kill();
        process.waitForFinished();
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QProcess m_service;
    QString m_address;
};

} // namespace keyway
