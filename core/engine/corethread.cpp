#include "core/engine/corethread.h"

#include "core/async/spawn.h"

#include <utility>

namespace keyway::engine {

CoreThread::CoreThread()
{
    m_thread.setObjectName(QStringLiteral("keyway-core"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

CoreThread::~CoreThread()
{
    QMetaObject::invokeMethod(&m_worker, [this] { close(); });
    m_thread.wait();
}

QCoro::Task<> CoreThread::close()
{
    if (m_workspace) {
        auto closing = m_workspace->close();
        const bool settled = co_await closing;
        // What could not be stopped still uses the workspace; its row is resolved at the next
        // start.
        if (settled)
            m_workspace.reset();
        else
            static_cast<void>(m_workspace.release());
    }
    m_thread.quit();
}

void CoreThread::open(WorkspaceOptions options, QObject *context,
                      std::function<void(Result<Workspace *>)> opened)
{
    call(
        &m_worker,
        [this, options = std::move(options)]() -> Result<Workspace *> {
            Result<std::unique_ptr<Workspace>> workspace = Workspace::open(options);
            if (!workspace)
                return workspace.error();
            m_workspace = std::move(*workspace);
            return m_workspace.get();
        },
        context, std::move(opened));
}

} // namespace keyway::engine
