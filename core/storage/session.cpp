#include "core/storage/session.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <optional>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QtCore/QLockFile>
#endif

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString lockPath(const QString &folder, const Id &id)
{
    return folder + "/sessions/"_L1 + id.toString() + ".lock"_L1;
}

} // namespace

#ifdef Q_OS_UNIX

/// flock() and not QLockFile: that one asks for a live process id, which lies across containers and
/// after ids went round.
class Session::Lock {
public:
    explicit Lock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Lock() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Lock)

private:
    int m_descriptor;
};

static Error openError(int code)
{
    const bool readOnly = code == EROFS || code == EACCES || code == EPERM;
    const QString reason = readOnly ? u"read-only"_s
        : code == ENOSPC            ? u"disk-full"_s
                                    : u"cannot-open"_s;
    return Error(Error::Kind::Storage, QString::fromLocal8Bit(std::strerror(code)))
        .withReason(reason);
}

Result<std::unique_ptr<Session>> Session::begin(const QString &folder, const Id &id)
{
    const QString sessions = folder + "/sessions"_L1;
    if (QDir().mkpath(sessions))
        ::chmod(QFile::encodeName(sessions).constData(), S_IRWXU);
    const QByteArray path = QFile::encodeName(lockPath(folder, id));
    for (;;) {
        const int descriptor
            = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (descriptor < 0)
            return openError(errno);
        auto lock = std::make_unique<Lock>(descriptor);
        // Waits only for somebody who looks, in isAlive(), at this very moment.
        while (::flock(descriptor, LOCK_EX) != 0) {
            if (errno != EINTR)
                return openError(errno);
        }
        // Somebody who tidied up may have removed the file before the lock was ours.
        struct stat ours { };
        struct stat named { };
        if (::fstat(descriptor, &ours) == 0 && ::stat(path.constData(), &named) == 0
            && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev)
            return std::unique_ptr<Session>(new Session(folder, id, std::move(lock)));
    }
}

bool Session::isAlive(const QString &folder, const Id &id)
{
    const QByteArray path = QFile::encodeName(lockPath(folder, id));
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno != ENOENT; // cannot tell: leave its rows alone
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
    ::close(descriptor);
    return held;
}

void Session::forget(const QString &folder, const Id &id)
{
    const QByteArray path = QFile::encodeName(lockPath(folder, id));
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    // Removed under the lock, so that begin() can see that the file it locked is gone.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        ::unlink(path.constData());
    ::close(descriptor);
}

Session::~Session()
{
    // Still locked: begin() and isAlive() of others see either a live session or none.
    ::unlink(QFile::encodeName(lockPath(m_folder, m_id)).constData());
}

#else

class Session::Lock {
public:
    explicit Lock(const QString &path)
        : file(path)
    {
        file.setStaleLockTime(0);
    }
    QLockFile file;
};

Result<std::unique_ptr<Session>> Session::begin(const QString &folder, const Id &id)
{
    QDir().mkpath(folder + "/sessions"_L1);
    auto lock = std::make_unique<Lock>(lockPath(folder, id));
    if (!lock->file.tryLock(0)) {
        const bool refused = lock->file.error() == QLockFile::PermissionError;
        return Error(Error::Kind::Storage, u"session lock refused"_s)
            .withReason(refused ? u"read-only"_s : u"cannot-open"_s);
    }
    return std::unique_ptr<Session>(new Session(folder, id, std::move(lock)));
}

bool Session::isAlive(const QString &folder, const Id &id)
{
    const QString path = lockPath(folder, id);
    if (!QFile::exists(path))
        return false;
    // Windows holds the file of a live process open, so only a dead one's can be locked.
    Lock lock(path);
    return !lock.file.tryLock(0);
}

void Session::forget(const QString &folder, const Id &id)
{
    if (!isAlive(folder, id))
        QFile::remove(lockPath(folder, id));
}

Session::~Session() = default; // QLockFile removes its file

#endif

std::unique_ptr<Session> Session::unseen(const QString &folder, const Id &id)
{
    return std::unique_ptr<Session>(new Session(folder, id, nullptr));
}

void Session::sweep(const QString &folder)
{
    const QStringList files
        = QDir(folder + "/sessions"_L1).entryList({u"*.lock"_s}, QDir::Files | QDir::Hidden);
    for (const QString &file : files) {
        if (const std::optional<Id> id = Id::fromString(file.section(u'.', 0, 0)))
            forget(folder, *id);
    }
}

Session::Session(QString folder, Id id, std::unique_ptr<Lock> lock)
    : m_folder(std::move(folder))
    , m_id(std::move(id))
    , m_lock(std::move(lock))
{
}

} // namespace keyway
