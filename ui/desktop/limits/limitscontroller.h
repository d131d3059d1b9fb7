#pragma once

#include "ui/desktop/limits/limitsbackend.h"
#include "ui/desktop/pagerefresh.h"

namespace keyway {

class LimitsPage;
class UndoMessage;

/// Connects Limits & Alerts with the engine, and follows what happens while it is in sight. GUI
/// thread.
class LimitsController : public QObject {
    Q_OBJECT
public:
    /// All outlive the controller.
    LimitsController(LimitsPage *page, LimitsBackend *backend, UndoMessage *undo,
                     QObject *parent = nullptr);
    void start() { m_refresh.now(); }

private:
    void read();
    void edit(const std::optional<guard::SpendingLimit> &limit);
    void set(const guard::SpendingLimit &limit);
    void remove(const guard::SpendingLimit &limit);
    void editRate(const std::optional<guard::RateRule> &rule);
    void setRate(const guard::RateRule &rule);
    void removeRate(const guard::RateRule &rule);
    void markSeen();
    LimitsBackend::Handler<Done> thenRefresh();

    LimitsPage *m_page;
    LimitsBackend *m_backend;
    UndoMessage *m_undo;
    PageRefresh m_refresh;
    bool m_refused = false; ///< what the user wanted could not be kept: told until something is
};

} // namespace keyway
