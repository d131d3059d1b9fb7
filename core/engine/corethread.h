#pragma once

#include "core/engine/workspace.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <functional>
#include <memory>

namespace keyway::engine {

/// The thread on which a window's workspace lives: ledger, network, keychain, so that the window's
/// own thread only shows. Make it, open() it, and let it go last.
class CoreThread {
public:
    CoreThread();
    /// Ends what runs, closes the workspace on its thread and waits for that.
    ~CoreThread();
    Q_DISABLE_COPY_MOVE(CoreThread)

    /// Opens the workspace there; the pointer, good until this object goes, or the error is handed
    /// to `opened` on `context`'s thread.
    void open(WorkspaceOptions options, QObject *context,
              std::function<void(Result<Workspace *>)> opened);

private:
    QCoro::Task<> close();

    QThread m_thread;
    QObject
        m_worker; ///< lives on m_thread, so that work can be sent there before there is a workspace
    std::unique_ptr<Workspace> m_workspace; ///< touched on m_thread only
};

} // namespace keyway::engine
