#pragma once

#include "ui/desktop/pagerefresh.h"
#include "ui/desktop/settings/routingbackend.h"

namespace keyway {

class RoutingPage;
class UndoMessage;

/// Connects Settings > Routing with the engine: keeps at once what is chosen, and follows what
/// other programs set. GUI thread.
class RoutingController : public QObject {
    Q_OBJECT
public:
    /// All outlive the controller.
    RoutingController(RoutingPage *page, RoutingBackend *backend, UndoMessage *undo,
                      QObject *parent = nullptr);
    void start() { m_refresh.now(); }

private:
    void read();
    void keep(const engine::RoutingSettings &settings);
    void reset();
    void forgetVotes();
    void told(const Result<Done> &done);

    RoutingPage *m_page;
    RoutingBackend *m_backend;
    UndoMessage *m_undo;
    engine::RoutingSettings m_known; ///< as last read or kept
    int m_keeping = 0; ///< answers that are awaited: what is read before them is older
    PageRefresh m_refresh;
    bool m_refused = false; ///< what the user wanted could not be kept: told until something is
};

} // namespace keyway
