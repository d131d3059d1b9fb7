#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QtCore/QString>

#include <memory>

namespace keyway {

/// One run of one process on a data folder. Holds a lock of the operating system on
/// `sessions/<id>.lock` as long as it lives; the system lets go of it however the process ends, so
/// others can tell a running attempt from one that a crash left behind. Callable from any thread.
/// Its file goes with it; what a crash leaves is removed by sweep().
class Session {
public:
    /// Error: Storage, `read-only` or `cannot-open`.
    static Result<std::unique_ptr<Session>> begin(const QString &folder, const Id &id);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Id &id() const { return m_id; }
    const QString &folder() const { return m_folder; }

    /// One that nobody sees, for records that are only read.
    static std::unique_ptr<Session> unseen(const QString &folder, const Id &id);

    /// Whether the process that began session `id` still runs.
    static bool isAlive(const QString &folder, const Id &id);
    /// Removes what a dead session left in the folder.
    static void forget(const QString &folder, const Id &id);
    /// Removes what every dead session left in the folder.
    static void sweep(const QString &folder);

private:
    class Lock;
    Session(QString folder, Id id, std::unique_ptr<Lock> lock);

    QString m_folder;
    Id m_id;
    std::unique_ptr<Lock> m_lock;
};

} // namespace keyway
