#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

#include <memory>
#include <utility>

namespace keyway {

/// keyway-server on a data folder, which may be killed and started again.
class ServerProcess {
public:
    explicit ServerProcess(QString dataDir)
        : m_dataDir(std::move(dataDir))
    {
        start();
    }
    ~ServerProcess() { kill(); }

    /// At the port where it was before, if told.
    void start(bool samePort = false)
    {
        using namespace Qt::StringLiterals;
        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_process->start(qEnvironmentVariable("KEYWAY_BIN_DIR") + "/keyway-server"_L1,
                         {u"--data-dir"_s, m_dataDir, u"--listen"_s,
                          u"127.0.0.1:%1"_s.arg(samePort ? port : 0)});
        while (!m_process->canReadLine() && m_process->waitForReadyRead(30'000)) { }
        const QByteArray line = m_process->readLine().trimmed();
        port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        if (port == 0)
            qFatal("keyway-server does not start: %s", line.constData());
    }
    void kill() // SIGKILL: nothing is tidied up
    {
        m_process->kill();
        m_process->waitForFinished();
    }
    /// The code of the last mail that it wrote; empty without one.
    QString lastCode() const
    {
        using namespace Qt::StringLiterals;
        const QDir mails(QDir(m_dataDir).filePath(u"mail"_s));
        const QStringList names = mails.entryList(QDir::Files, QDir::Time);
        QFile mail(mails.filePath(names.value(0)));
        if (names.isEmpty() || !mail.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(mail.readAll())["token"_L1].toString();
    }

    quint16 port = 0;

private:
    const QString m_dataDir;
    std::unique_ptr<QProcess> m_process;
};

} // namespace keyway
