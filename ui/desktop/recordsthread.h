#pragma once

#include "core/async/spawn.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/database.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <functional>
#include <memory>

namespace keyway {

/// Reads the records on a thread and a read-only connection of its own, so that a long table makes
/// neither the window nor a running request wait. Used on the GUI thread.
class RecordsThread {
public:
    /// `database`: the path of a file that is there; it is opened when something is asked.
    explicit RecordsThread(QString database);
    /// Waits for what is being read.
    ~RecordsThread();
    Q_DISABLE_COPY_MOVE(RecordsThread)

    /// `read` runs on the other thread, `done` on that of `context`, and not at all when that is
    /// gone by then.
    template <class T>
    void ask(std::function<Result<T>(Database &)> read, QObject *context,
             std::function<void(Result<T>)> done)
    {
        call(
            &m_worker,
            [this, read = std::move(read)]() -> Result<T> {
                const Result<Database *> opened = database();
                if (!opened)
                    return opened.error();
                return read(**opened);
            },
            context, std::move(done));
    }

private:
    Result<Database *> database();

    const QString m_path;
    const SystemClock m_clock;
    QThread m_thread;
    QObject m_worker; ///< lives on m_thread
    std::unique_ptr<Database> m_database; ///< touched on m_thread only
};

} // namespace keyway
