#pragma once

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace keyway {

/// A PostgreSQL of a test's own, in a temporary folder, reachable by a socket in it alone. It has
/// the settings that it is shipped with: what is committed is on the disk.
class PrivatePostgres {
public:
    /// Nothing, with the reason, where PostgreSQL is not installed or cannot be started.
    static std::unique_ptr<PrivatePostgres> start(QString *why)
    {
        const QString programs = folderOfPrograms();
        if (programs.isEmpty()) {
            *why = QStringLiteral("PostgreSQL (initdb) is not installed");
            return nullptr;
        }
        std::unique_ptr<PrivatePostgres> cluster(new PrivatePostgres(programs));
        if (!cluster->begin(why))
            return nullptr;
        return cluster;
    }

    ~PrivatePostgres()
    {
        if (m_running)
            run({m_programs + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data(),
                 QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("-w"),
                 QStringLiteral("stop")});
        if (!m_folder.isEmpty())
            run({QStringLiteral("rm"), QStringLiteral("-rf"), m_folder});
    }
    Q_DISABLE_COPY_MOVE(PrivatePostgres)

    /// A new, empty database; its address. Empty where it could not be made.
    QString createDatabase()
    {
        const QString name = QStringLiteral("keyway%1").arg(++m_databases);
        if (!run({m_programs + QStringLiteral("/createdb"), QStringLiteral("-h"), m_folder,
                  QStringLiteral("-U"), QStringLiteral("keyway"), QStringLiteral("-T"),
                  QStringLiteral("template0"), name}))
            return {};
        return QStringLiteral("postgresql://keyway@localhost/%1?host=%2").arg(name, m_folder);
    }

    /// Stops it, as a machine does that is turned off, and starts it anew.
    bool restart()
    {
        return run({m_programs + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data(),
                    QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("-w"),
                    QStringLiteral("-l"), m_folder + QStringLiteral("/log"),
                    QStringLiteral("restart")});
    }
    QString dataFolder() const { return data(); }

private:
    explicit PrivatePostgres(QString programs)
        : m_programs(std::move(programs))
    {
    }

    static QString folderOfPrograms()
    {
        const QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"));
        if (!found.isEmpty())
            return QFileInfo(QFileInfo(found).canonicalFilePath()).path();
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (auto it = names.crbegin(); it != names.crend(); ++it) {
            const QString folder = versions.filePath(*it + QStringLiteral("/bin"));
            if (QFileInfo::exists(folder + QStringLiteral("/initdb")))
                return folder;
        }
        return {};
    }

    /// PostgreSQL does not run as root.
    static bool isRoot()
    {
#ifdef Q_OS_UNIX
        return ::geteuid() == 0;
#else
        return false;
#endif
    }

    bool run(QStringList command, QString *output = nullptr)
    {
        if (isRoot())
            command = QStringList{QStringLiteral("runuser"), QStringLiteral("-u"),
                                  QStringLiteral("postgres"), QStringLiteral("--")}
                + command;
        QProcess process;
        process.setWorkingDirectory(QStringLiteral("/"));
        // Its daemon keeps them open, and reading would wait for it.
        process.setStandardErrorFile(QProcess::nullDevice());
        if (!output)
            process.setStandardOutputFile(QProcess::nullDevice());
        process.start(command.first(), command.mid(1));
        if (!process.waitForFinished(60'000))
            return false;
        if (output)
            *output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    bool begin(QString *why)
    {
        const QString pattern = QDir::tempPath() + QStringLiteral("/keyway-pg-XXXXXX");
        if (!run({QStringLiteral("mktemp"), QStringLiteral("-d"), pattern}, &m_folder)) {
            *why = QStringLiteral("no folder for PostgreSQL");
            return false;
        }
        if (!run({m_programs + QStringLiteral("/initdb"), QStringLiteral("-D"), data(),
                  QStringLiteral("-U"), QStringLiteral("keyway"), QStringLiteral("-A"),
                  QStringLiteral("trust"), QStringLiteral("--no-sync"), QStringLiteral("-E"),
                  QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8")})) {
            *why = QStringLiteral("initdb failed");
            return false;
        }
        const QString settings
            = QStringLiteral("-c listen_addresses= -c max_connections=200 -k ") + m_folder;
        m_running = run({m_programs + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data(),
                         QStringLiteral("-o"), settings, QStringLiteral("-w"), QStringLiteral("-l"),
                         m_folder + QStringLiteral("/log"), QStringLiteral("start")});
        if (!m_running)
            *why = QStringLiteral("PostgreSQL did not start");
        return m_running;
    }

    QString data() const
    {
        return m_folder + QStringLiteral("/data");
    }

    const QString m_programs;
    QString m_folder;
    bool m_running = false;
    int m_databases = 0;
};

} // namespace keyway
