#pragma once

#include "core/export/exportformat.h"
#include "ui/desktop/activity/activitybackend.h"
#include "ui/desktop/pagerefresh.h"

#include <functional>

namespace keyway {

class ActivityPage;
class FileExport;
class RecordWatch;

/// Brings what Activity shows and what the watch over the record found, and writes exports.
/// GUI thread.
class ActivityController : public QObject {
    Q_OBJECT
public:
    /// All outlive the controller.
    ActivityController(ActivityPage *page, ActivityBackend *backend, RecordWatch *watch,
                       QObject *parent = nullptr);
    void start();
    /// How long changes and typed letters are gathered; tests shorten it.
    void setDelay(int milliseconds) { m_refresh.setDelay(milliseconds); }
    FileExport *exports() const { return m_export; }

private:
    void read();
    void readWindow(int first);
    void showCheck();
    void exportEntries(ExportFormat format);
    void exportReport();
    /// Tells an error, or checks again what was changed.
    void changed(const Result<Done> &done);

    ActivityPage *m_page;
    ActivityBackend *m_backend;
    RecordWatch *m_watch;
    FileExport *m_export;
    PageRefresh m_refresh;
    AuditFilter m_shown; ///< what the rows of the page answer
    int m_reading = 0; ///< the newest question; older answers are dropped
    bool m_counted = false;
};

} // namespace keyway
