#pragma once

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace keyway {

/// A running keychainprobe, one command and one answer at a time.
class Probe {
public:
    explicit Probe(const QProcessEnvironment &environment
                   = QProcessEnvironment::systemEnvironment(),
                   const QStringList &arguments = {})
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(KEYWAY_KEYCHAIN_PROBE), arguments);
    }
    ~Probe()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000)) {
            QTest::qFail("the probe does not end", __FILE__, __LINE__);
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(Probe)

    QJsonObject ask(const QByteArray &command)
    {
        send(command);
        return answer(command);
    }
    /// Several commands at once are at work at once; answers come in the order of their ends.
    void send(const QByteArray &command) { m_process.write(command + '\n'); }
    QJsonObject answer(const QByteArray &command = {}, int timeout = 20000)
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(timeout)) {
                QTest::qFail("the probe does not answer", __FILE__, __LINE__);
                return {};
            }
        }
        const auto answer = QJsonDocument::fromJson(m_process.readLine()).object();
        const int gap = answer[QLatin1String("gap")].toInt();
        const int idle = answer[QLatin1String("idle_gap")].toInt();
        largestGap = std::max(largestGap, gap);
        // What an idle thread lost to the machine's load is not ours.
        if (gap - std::max(0, idle - 10) > 100)
            QTest::qFail(qPrintable(QStringLiteral("the event loop stood still for %1 ms in '%2'")
                                        .arg(gap)
                                        .arg(QLatin1String(command.left(20)))),
                         __FILE__, __LINE__);
        return answer;
    }
    /// The reason of a failure, or `ok`.
    QString reason(const QByteArray &command)
    {
        const auto answer = ask(command);
        return answer[QLatin1String("ok")].toBool() ? QStringLiteral("ok")
                                                    : answer[QLatin1String("reason")].toString();
    }
    QString state() { return ask("status")[QLatin1String("state")].toString(); }
    QByteArray value(const QByteArray &key)
    {
        const auto answer = ask("read " + key);
        if (!answer[QLatin1String("ok")].toBool())
            qWarning() << "read" << key << "failed:" << answer;
        return QByteArray::fromBase64(answer[QLatin1String("value")].toString().toLatin1());
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    int largestGap = 0;

private:
    QProcess m_process;
};

inline QByteArray writeCommand(const QByteArray &key, const QByteArray &value)
{
    return "write " + key + ' ' + value.toBase64();
}

/// Paths of all files below `folder`, sorted.
inline QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace keyway
