#include "core/storage/writeline.h"

#ifdef Q_OS_UNIX
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace keyway {

#ifdef Q_OS_UNIX

// The folder and not the database: closing a second descriptor of that would drop SQLite's locks.
WriteLine::WriteLine(const QString &folder)
    : m_descriptor(
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
}

WriteLine::~WriteLine()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void WriteLine::reachHead(QDeadlineTimer deadline)
{
    // Uneven waits give everybody behind the head the same chance.
    while (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK || errno == EINTR;
        if (!taken || deadline.hasExpired())
            return;
        QThread::usleep(QRandomGenerator::global()->bounded(500U, 4000U));
    }
}

void WriteLine::leave()
{
    if (m_descriptor >= 0)
        ::flock(m_descriptor, LOCK_UN);
}

#else

WriteLine::WriteLine(const QString &) { }
WriteLine::~WriteLine() = default;
void WriteLine::reachHead(QDeadlineTimer) { }
void WriteLine::leave() { }

#endif

} // namespace keyway
