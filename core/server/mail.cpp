#include "core/server/mail.h"

#include "core/server/logging.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QSaveFile>
#include <QtCore/QTimer>

#include <chrono>
#include <cstdio>
#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestRun = 60s;

QString nameOf(Mail::Kind kind)
{
    switch (kind) {
    case Mail::Kind::Verify:
        return u"verify"_s;
    case Mail::Kind::Reset:
        return u"reset"_s;
    case Mail::Kind::Exists:
        return u"exists"_s;
    }
    return {};
}

} // namespace

QByteArray Mail::toJson() const
{
    const QJsonObject json{
        {u"kind"_s, nameOf(kind)}, {u"to"_s, to}, {u"token"_s, QString::fromLatin1(token)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

class CommandMailer::Runner : public QObject {
public:
    explicit Runner(QStringList command)
        : m_command(std::move(command))
    {
    }

    void run(const QByteArray &mail)
    {
        auto *const process = new QProcess(this);
        process->setProgram(m_command.value(0));
        process->setArguments(m_command.mid(1));
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        connect(process, &QProcess::errorOccurred, process, [process] {
            if (process->state() == QProcess::NotRunning) {
                qCWarning(logServer, "the mail command could not be started");
                process->deleteLater();
            }
        });
        connect(process, &QProcess::finished, process, [process](int code) {
            if (code != 0)
                qCWarning(logServer, "the mail command ended with %d", code);
            process->deleteLater();
        });
        QTimer::singleShot(longestRun, process, [process] { process->kill(); });
        process->start();
        process->write(mail);
        process->closeWriteChannel();
    }

private:
    const QStringList m_command;
};

CommandMailer::CommandMailer(QStringList command)
    : m_runner(new Runner(std::move(command)))
{
}

CommandMailer::~CommandMailer()
{
    delete m_runner;
}

void CommandMailer::send(const Mail &mail)
{
    QMetaObject::invokeMethod(
        m_runner, [runner = m_runner, text = mail.toJson()] { runner->run(text); },
        Qt::QueuedConnection);
}

FolderMailer::FolderMailer(QString folder)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void FolderMailer::send(const Mail &mail)
{
    const Id id = Id::create(QDateTime::currentDateTimeUtc());
    QSaveFile file(m_folder + u'/' + id.toString() + ".json"_L1);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(mail.toJson()) < 0 || !file.commit())
        qCWarning(logServer, "a mail could not be written");
}

void PrintingMailer::send(const Mail &mail)
{
    const QByteArray text = mail.toJson();
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

} // namespace keyway::server
