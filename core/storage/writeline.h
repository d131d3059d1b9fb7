#pragma once

#include <QtCore/QDeadlineTimer>
#include <QtCore/QString>

namespace keyway {

/// The line in which those who want to write to the database of a folder wait for the one who
/// writes. Without it a program that writes again at once overtakes everybody, since SQLite hands
/// its lock to whoever asks in the right moment. A courtesy, on which nothing else depends: a lock
/// of the operating system on the folder, gone with its process; where the system has none for
/// folders (Windows, some network disks) everybody is at the head at once.
class WriteLine {
public:
    explicit WriteLine(const QString &folder);
    ~WriteLine();
    Q_DISABLE_COPY_MOVE(WriteLine)

    /// Waits to be at the head, where there is one place; at the latest until `deadline`.
    void reachHead(QDeadlineTimer deadline);
    /// Makes room for the next one; to be called once the database is taken, or given up.
    void leave();

private:
    int m_descriptor = -1;
};

} // namespace keyway
